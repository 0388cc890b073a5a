"""The word lists of the rules. Each list names the example that motivated it."""

ARTICLES = frozenset({"the", "a", "an"})
"""Never part of a name ("the United Nations"), except for places listed with it ("The Hague")."""

TITLES = frozenset(
    """president vice-president premier chancellor minister prime foreign defense defence secretary king queen
    prince princess pope sheikh emperor sultan senator sen. representative rep. congressman congresswoman governor
    gov. mayor judge justice chief general gen. lieutenant lt. colonel col. major maj. captain capt. sergeant sgt.
    admiral adm. officer detective sheriff ambassador professor prof. doctor dr dr. mr mr. mrs mrs. ms ms. miss sir
    dame lord lady rev rev. reverend father bishop archbishop cardinal rabbi imam ayatollah mullah coach
    spokesman spokeswoman spokesperson director chairman chairwoman ceo former ex-president ex attorney speaker
    herr frau monsieur madame comrade commissioner deputy acting state vice whip cpl. pvt. st-sgt. brig.
    brigadier commander cmdr. leader boss counsel pastor uncle aunt reporter correspondent author columnist analyst
    host candidate sens. reps. presidents superintendent trooper constable inspector treasurer comptroller majority
    minority sister brother saint chairperson""".split()
)
"""Words before a person's name that are not part of it ("Prime Minister Mikhail Mishustin")."""

STRONG_TITLES = frozenset(
    """president premier chancellor minister senator sen. representative rep. congressman congresswoman governor
    gov. mayor judge general gen. lieutenant lt. colonel col. sergeant sgt. admiral adm. ambassador professor prof.
    dr dr. mr mr. mrs mrs. ms ms. spokesman spokeswoman herr frau""".split()
)
"""Titles after which a capitalised word is a person ("Chancellor Merkel")."""

ROYAL = frozenset({"king", "queen", "prince", "princess", "pope", "lord", "lady", "sir", "saint", "st."})
"""Titles that belong to a name when only a first name follows ("Pope Francis", "King Abdullah")."""

NAME_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
"""Parts after a surname ("Martin Luther King Jr.")."""

PARTICLES = frozenset(
    "van von der den de del della di da dos do du la le bin ibn al el abu ben ter ten zu zur y e of ul ud".split()
)
"""Lower-case words inside a person's name ("Ursula von der Leyen")."""

WORD_NAMES = frozenset(
    """will mark bill rob grant chase grace hope faith joy jack frank art may june april drew pat sue dick rich ray gene
    chip cliff dean earl duke guy harry josh lance max miles nick norm pierce reed rose rusty sandy skip tony wade ward
    victor amber angel carol crystal dawn ginger holly iris ivy jade jewel lily olive pearl penny poppy ruby summer
    autumn brook christian dale forest glen heath hunter jay jean marina robin royal sterling stone tucker woody bob
    rod don van sean ben dan sam tom jim tim ken ron ted matt mike pope king prince young kay les lee john jimmy
    al ed cole clay bud buddy chuck colt cooper dash destiny dolly fern flora gale gay genie ham hank herb jerry jock
    junior kit laurel lark lou louis mason mat maria martin mercy misty mona moses newt nelly noble otto paddy
    page parker peg perry pip polly porter queen randy reef rick rocky roger roman ross russ sage sal scout shade
    sky stew sunny taylor teddy trip tripp troy tyler valentine viola wally wolf xi gore bush brown black white green
    gray grey cook baker cruz long short little case cotton earnest price park song sun wall wells west north rice
    """.split()
)
"""Words that are also first names or surnames: a sentence may well open with them ("Will Smith")."""

COMPANY_SUFFIXES = frozenset(
    """inc inc. corp corp. corporation ltd ltd. limited llc plc ag gmbh se sa s.a. nv n.v. co co. company group
    holdings holding lp llp spa s.p.a. bv b.v. oyj ab asa kk pty incorporated""".split()
)
"""What a company's name ends in, dropped when names are compared ("Gazprom PAO")."""

LEGAL_SUFFIXES = COMPANY_SUFFIXES - {"group", "company", "holdings", "holding"}
"""Company suffixes that say nothing but the legal form."""

ORG_HEADS = frozenset(
    """University College Institute Academy School Ministry Committee Party Bank Corporation Corp Corp. Inc Inc. Ltd
    Ltd. LLC PLC GmbH Group Association Council Agency Commission Department Fund Foundation Federation
    Organization Organisation Society Alliance Coalition Authority Bureau Institution Union Company Co. Times Post Journal
    Tribune Gazette Herald Chronicle Observer Telegraph Police Army Navy Guards Brigade Airlines Airways Motors
    Pharmaceuticals Technologies Records Orchestra Philharmonic FC F.C. United Rovers Partners Associates Enterprises
    Industries Holdings Ventures Laboratories Broadcasting Network Networks Parliament Congress Senate Assembly Court
    Administration Centre Center Club Command Commons Corps Exchange Force Forces News
    Representatives Sciences Technology Board Trust League Brotherhood Front Movement Caucus Consortium Syndicate Cartel
    Insurance Securities Capital Studios Pictures Entertainment Communications Services Ministries Division
    Directorate Secretariat Embassy Consulate Diocese Office""".split()
)
"""Last words that make an organisation of a place or person ("Boston University")."""

ORG_OPENERS = frozenset(
    """University Bank Ministry Department Institute Academy Bureau College School Church Association
    Federation Organization Organisation Council Committee Commission Office Court Society""".split()
)
"""First words of organisations built with "of" ("University of Oxford", "Bank of Japan")."""

FAC_HEADS = frozenset(
    """Airport Bridge Stadium Station Highway Street Avenue Boulevard Tower Square Palace Prison Dam Tunnel Road
    Arena Cathedral Mosque Synagogue Fortress Monument Memorial Plaza Jail Barracks Airfield
    Airbase Expressway Freeway Motorway Turnpike Interstate Railway Parkway Theatre Theater Cemetery
    Pipeline""".split()
)
"""Last words that make a building, road or other facility of a name ("O'Hare Airport")."""

EVENT_HEADS = frozenset(
    """War Olympics Paralympics Games Cup Championship Championships Festival Revolution Massacre Genocide Uprising
    Intifada Rebellion Marathon Grand-Prix Biennale Awards Pandemic""".split()
)
"""Last words that make an event of a name ("Vietnam War", "Beijing Olympics")."""

EVENT_OPENERS = frozenset({"Battle", "Siege", "Treaty", "Fall", "Massacre"})
"""First words of events built with "of" ("Battle of Stalingrad")."""

STORM_WORDS = frozenset({"Hurricane", "Typhoon", "Cyclone", "Operation"})
"""Words before the proper name of an event ("Hurricane Irma", "Operation Barbarossa")."""

LOC_HEADS = frozenset(
    """River Sea Ocean Mountains Mountain Valley Desert Island Islands Peninsula Strait Straits Gulf
    Plateau Basin Glacier Archipelago Volcano Reef Creek""".split()
)
"""Last words that make a natural feature of a name ("Jordan Valley")."""

LOC_OPENERS = frozenset({"Lake", "Mount", "Mt.", "Cape"})
"""First words of natural features ("Mount Fuji")."""

JOINERS = frozenset({"of", "the", "for", "and", "&", "de", "del", "di", "on", "in", "to", "-", "'s", "’s"})
"""Words that may stand inside the name of an organisation ("Council on Foreign Relations")."""

TRAILING = frozenset(
    """and or of for in to with at by as is was are were says say said who that which on from but than after before
    will would has have had v. vs. vs the""".split()
)
"""Lower-case words a name never ends in ("White House and", "Trump campaign")."""

NO_ENTITY = frozenset(
    """ebola covid covid-19 covid19 coronavirus zika sars aids hiv obamacare medicare medicaid marxism socialism
    capitalism communism fascism bible koran quran god lord jesus christ internet web congressional presidential
    senatorial gubernatorial faq pdf dna rna gdp ceo cfo coo vp phd md ngo ngos tv dvd cd gmt est edt pst utc ap. jr
    opinion commentary analysis exclusive update watch read click subscribe advertisement sponsored share tweet
    email newsletter sidebar caption photo photos video videos image images courtesy""".split()
)
"""Single words that the model takes for people, places or organisations, and that are none ("Ebola")."""

CAMPAIGN_WORDS = frozenset({"campaign", "administration", "supporters", "presidency", "era"})
"""Lower-case words after a politician that make no event of the name ("Trump campaign")."""

PARTIES = frozenset({"Democrats", "Republicans", "Democrat", "Republican", "GOP"})
"""Last word of a faction: "Senate Democrats" is an organisation and a group of people."""

COMPOUND_HEADS = frozenset({"Sino", "Franco", "Anglo", "Afro", "Austro", "Russo", "Indo", "Euro", "Greco", "Judeo"})
"""First halves of one compound, not of a pair ("Sino-Russian")."""

NO_NAME = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb aug sept oct nov dec today yesterday tomorrow god internet islam
    christianity judaism
    i he she it they we you the a an and but or if in on at to for from by with as of this that these those his her
    their its our my your who what when where why how not no yes so then there here now also mr mrs ms dr sir
    president minister senator governor according after before while since because although though however
    meanwhile moreover despite during about over under between among against still just only even more most many
    some all any each every both few other another such than into out up down off again once is are was were be been
    being have has had do does did will would can could should may might must said says new photo image video
    read related editor copyright advertisement""".split()
)
"""Capitalised words that repeats must never turn into names (sentence openers, days, months, titles)."""

STARTERS = frozenset(
    """The A An In On At He She It They We You I But And Or If So Then There This That These Those His Her Their Its
    Our My Your When While After Before Since As By For From With Without Although Though However Meanwhile
    Moreover Despite During According Still Yet Now Also Not No Yes What Who Why How Where Some Many Most All Both
    Another Other One Two Three Last Earlier Later Asked Under Over""".split()
)
"""Words that open a sentence after an abbreviation ("... in the U.S. The ...")."""
