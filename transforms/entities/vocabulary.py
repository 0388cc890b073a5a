"""The word lists of the rules. Each list names the example that motivated it."""


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text, separated by white space.

    >>> sorted(word_set("of the"))
    ['of', 'the']
    """
    return frozenset(words.split())


ARTICLES = frozenset({"the", "a", "an"})
"""Never part of a name ("the United Nations"), except for places listed with it ("The Hague")."""

TITLES = word_set(
    """president vice-president premier chancellor minister prime foreign defense defence secretary king queen
    prince princess pope sheikh emperor sultan senator sen. representative rep. congressman congresswoman
    governor gov. mayor judge justice chief general gen. lieutenant lt. colonel col. major maj. captain
    capt. sergeant sgt. admiral adm. officer detective sheriff ambassador professor prof. doctor dr dr. mr
    mr. mrs mrs. ms ms. miss sir dame lord lady rev rev. reverend father bishop archbishop cardinal rabbi
    imam ayatollah mullah coach spokesman spokeswoman spokesperson director chairman chairwoman ceo former
    ex-president ex attorney speaker herr frau monsieur madame comrade commissioner deputy acting state vice
    whip cpl. pvt. st-sgt. brig. brigadier commander cmdr. leader boss counsel pastor uncle aunt reporter
    correspondent author columnist analyst host candidate sens. reps. presidents superintendent brig
    assemblyman assemblywoman councilman councilwoman actor actress singer rapper trooper constable
    inspector treasurer comptroller majority minority sister brother saint chairperson clerk justices judges
    senators representatives governors congressmen ministers secretaries mayors generals professors
    ambassadors"""
)
"""Words before a person's name that are not part of it ("Prime Minister Mikhail Mishustin")."""

STRONG_TITLES = word_set(
    """president premier chancellor minister senator sen. representative rep. congressman congresswoman
    governor gov. mayor judge general gen. lieutenant lt. colonel col. sergeant sgt. admiral adm. ambassador
    professor prof. dr dr. mr mr. mrs mrs. ms ms. spokesman spokeswoman herr frau"""
)
"""Titles after which a capitalised word is a person ("Chancellor Merkel")."""

PERSON_TITLES = word_set(
    "rep. sen. gov. congressman congresswoman senator mr. mrs. ms. mr mrs ms sgt. lt. herr frau"
)
"""Titles after which a name that the model takes for an organisation is a person ("Rep. Una Holt")."""

OFFICES = {
    "vice president": "vice president",
    "president": "president",
    "prime minister": "prime minister",
    "chancellor": "chancellor",
    "senator": "senator",
    "sen.": "senator",
    "representative": "representative",
    "rep.": "representative",
    "governor": "governor",
    "gov.": "governor",
    "mayor": "mayor",
    "judge": "judge",
    "justice": "justice",
    "secretary": "secretary",
    "sheriff": "sheriff",
}
"""Offices before a name, in one spelling: "Senator Lee" is the Lee whom the document calls "Sen. Ann Lee"."""

COURTESY = {
    "mr.": "m", "mr": "m", "herr": "m", "monsieur": "m",
    "mrs.": "f", "mrs": "f", "ms.": "f", "ms": "f", "miss": "f", "frau": "f", "madame": "f",
}  # fmt: skip
"""Titles that say the sex: "Mrs. Clinton" is Hillary beside Bill."""

FORMER = frozenset({"former", "ex", "then", "late"})
"""Words before an office that somebody else holds now ("former President Holt")."""

KIN = word_set(
    """father mother son daughter brother sister wife husband widow widower uncle aunt nephew niece cousin grandfather
    grandmother grandson granddaughter stepfather stepson"""
)
"""Words before a relative's name: "his father, Idriss Holt" is not the Holt whom the text is about."""

FAMILY_FIRST = word_set(
    """ahn au ban bo cai cao chan chang chen cheng cheung chiu cho choi chow chun chung deng ding duan fan
    fang feng fu gao geng gu guo han he hong hou hu huang hwang ji jia jiang jin kang kim ko kong kwok kwon
    lai lam lau lee lei leung li liang liao lim lin liu lu luo lyu ma mao meng moon ng nguyen oh pan park peng
    qian qiao qin ren roh seo shao shen shi shin shiu siu song su sun tan tang tao to tong tran tsai tse tu
    wan wang wei wen wong wu xi xia xiang xiao xie xu xue yan yang yao ye yeung yi yip yoo yoon yu yuan yuen
    zeng zhang zhao zheng zhong zhou zhu"""
)
"""Chinese, Korean and Vietnamese surnames, which stand first: "Mr. Ma" is Ma Jun, "Moon Jae" not yet Moon Jae-in."""

DIRECTIONS = word_set(
    """northern southern eastern western central greater upper lower southeast southwest northeast northwest
    southeastern southwestern northeastern northwestern north south east west downtown mainland coastal"""
)
"""Words before a place that leave it in its country ("Northern California", "eastern Congo")."""

HEADS_OF_STATE = frozenset({"president", "prime minister", "chancellor"})
"""Offices by which a world-known person is told from relatives ("President Trump" beside Ivanka Trump)."""

ROYAL = frozenset({"king", "queen", "prince", "princess", "pope", "lord", "lady", "sir", "saint", "st."})
"""Titles that belong to a name when only a first name follows ("Pope Francis", "King Abdullah")."""

NAME_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
"""Parts after a surname ("Martin Luther King Jr.")."""

PARTICLES = word_set(
    "van von der den de del della di da dos do du la le bin ibn al el abu ben ter ten zu zur y e of ul ud"
)
"""Lower-case words inside a person's name ("Ursula von der Leyen")."""

WORD_NAMES = word_set(
    """will mark bill rob grant chase grace hope faith joy jack frank art may june april drew pat sue dick
    rich
    ray gene chip cliff dean earl duke guy harry josh lance max miles nick norm pierce reed rose rusty sandy
    skip tony wade ward victor amber angel carol crystal dawn ginger holly iris ivy jade jewel lily olive
    pearl penny poppy ruby summer autumn brook christian dale forest glen heath hunter jay jean marina robin
    royal sterling stone tucker woody bob rod don van sean ben dan sam tom jim tim ken ron ted matt mike
    pope king prince young kay les lee john jimmy al ed cole clay bud buddy chuck colt cooper dash destiny
    dolly fern flora gale gay genie ham hank herb jerry jock junior kit laurel lark lou louis mason mat
    maria martin mercy misty mona moses newt nelly noble otto paddy page parker peg perry pip polly porter
    queen randy reef rick rocky roger roman ross russ sage sal scout shade sky stew sunny taylor teddy trip
    tripp troy tyler valentine viola wally wolf xi gore bush brown black white green gray grey cook baker
    cruz long short little case cotton earnest price park song sun wall wells west north rice"""
)
"""Words that are also first names or surnames: a sentence may well open with them ("Will Smith")."""

COMPANY_SUFFIXES = word_set(
    """inc inc. corp corp. corporation ltd ltd. limited llc plc ag gmbh se sa s.a. nv n.v. co co. company
    group
    holdings holding lp llp spa s.p.a. bv b.v. oy oyj ab asa kk pty incorporated s.r.o. s.r.l. a.s."""
)
"""What a company's name ends in, dropped when names are compared ("Gazprom PAO")."""

LEGAL_SUFFIXES = COMPANY_SUFFIXES - {"group", "company", "holdings", "holding"}
"""Company suffixes that say nothing but the legal form."""

ORG_HEADS = word_set(
    """University College Institute Academy School Ministry Committee Party Bank Corporation Corp Corp. Inc
    Inc. Ltd Ltd. LLC PLC GmbH Group Association Council Agency Commission Department Fund Foundation
    Federation Organization Organisation Society Alliance Coalition Authority Bureau Institution Union
    Company Co. Times Post Journal Tribune Gazette Herald Chronicle Observer Telegraph Police Army Navy
    Guards Brigade Airlines Airways Motors Pharmaceuticals Technologies Records Orchestra Philharmonic FC
    F.C. United Rovers Partners Associates Enterprises Industries Holdings Ventures Laboratories
    Broadcasting Network Networks Parliament Congress Senate Assembly Court Administration Centre Center
    Club Command Commons Corps Exchange Force Forces News Representatives Sciences Technology Board Trust
    League Brotherhood Front Movement Caucus Consortium Syndicate Cartel Insurance Securities Capital
    Studios Pictures Entertainment Communications Services Ministries Division Directorate Secretariat
    Embassy Consulate Diocese Office Magazine Weekly TV Media Band Laboratory Labs Bros. Electric"""
)
"""Last words that make an organisation of a place or person ("Boston University")."""

ORG_OPENERS = word_set(
    """University Bank Ministry Department Institute Academy Bureau College School Church Association
    Federation Organization Organisation Council Committee Commission Office Court Society"""
)
"""First words of organisations built with "of" ("University of Oxford", "Bank of Japan")."""

FAC_HEADS = word_set(
    """Airport Bridge Stadium Station Highway Street Avenue Boulevard Tower Square Palace Prison Dam Tunnel
    Road Arena Cathedral Mosque Synagogue Fortress Monument Memorial Plaza Jail Barracks Airfield Airbase
    Expressway Freeway Motorway Turnpike Interstate Railway Parkway Theatre Theater Cemetery Pipeline
    Observatory St. Rd. Ave. Blvd."""
)
"""Last words that make a building, road or other facility of a name ("O'Hare Airport")."""

EVENT_HEADS = word_set(
    """War Olympics Paralympics Games Cup Championship Championships Festival Revolution Massacre Genocide
    Uprising Intifada Rebellion Marathon Grand-Prix Biennale Awards Pandemic Stakes Derby Prix Bowl
    Summit Crisis"""
)
"""Last words that make an event of a name ("Vietnam War", "Beijing Olympics")."""

EVENT_OPENERS = frozenset({"Battle", "Siege", "Treaty", "Fall", "Massacre"})
"""First words of events built with "of" ("Battle of Stalingrad")."""

STORM_WORDS = frozenset({"Hurricane", "Typhoon", "Cyclone", "Operation"})
"""Words before the proper name of an event ("Hurricane Irma", "Operation Barbarossa")."""

LOC_HEADS = word_set(
    """River Sea Ocean Mountains Mountain Valley Desert Island Islands Peninsula Strait Straits Gulf Plateau
    Basin Glacier Archipelago Volcano Reef Creek Peak Canyon"""
)
"""Last words that make a natural feature of a name ("Jordan Valley")."""

LOC_OPENERS = frozenset({"Lake", "Mount", "Mt.", "Cape"})
"""First words of natural features ("Mount Fuji")."""

JOINERS = frozenset({"of", "the", "for", "and", "&", "de", "del", "di", "on", "in", "to", "-", "'s", "’s"})
"""Words that may stand inside the name of an organisation ("Council on Foreign Relations")."""

TRAILING = word_set(
    """and or of for in to with at by as is was are were says say said who that which on from but than after
    before will would has have had v. vs. vs the"""
)
"""Lower-case words a name never ends in ("White House and", "Trump campaign")."""

HEADLINE_VERBS = word_set(
    """accuses admits adds agrees aims announces approves argues arrives asks attacks backs bans beats becomes
    begins blames blasts blocks boosts breaks brings calls cancels captures cheers claims clashes confirms
    considers cuts declares defends demands denies dies dismisses drops endorses ends explains faces falls
    fears fights files finds fires gets gives goes grows halts has hails helps hints hits holds hopes hosts
    ignores insists invites is joins keeps kills knocks launches leads leaves lets loses looks makes meets
    mocks moves names needs offers opens orders pays picks plans pledges praises presses promises proposes
    pulls pushes puts quits raises reaches reacts reads reaffirms rebukes refuses rejects reports responds
    returns reveals rips rises rules runs says scraps seeks sees sends sets shows signs slams spends stands
    starts stays stops strikes struggles sues suggests supports takes talks tells tests threatens told tops
    touts tries turns unveils urges vows visits votes wants warns wins withdraws works worries willing could
    should would must after before amid over against"""
)
"""Verbs of headlines, capitalised there like names ("Rubio Goes From Robot to Terminator")."""

LEADING_WORDS = word_set(
    """fire hire watch highlight thank remember meet ask trust elect viva crooked team sleepy lying crazy dear
    cryin cryin' cryin’ lyin lyin' lyin’ unseat
    breaking pro anti then late former ex"""
)
"""Words that headlines and slogans put before a person ("Viva Obama", "Crooked Hillary Clinton")."""

REGNAL = frozenset({"pope", "king", "queen", "prince", "princess", "emperor"})
"""Titles that a first name is nothing without ("Pope Francis"): the resolver reads them before a lone
name."""

NO_ENTITY = word_set(
    """easter christmas thanksgiving ramadan halloween hanukkah passover diwali ebola covid covid-19 covid19
    coronavirus zika sars aids hiv obamacare medicare medicaid marxism socialism capitalism communism
    fascism bible koran quran god lord jesus christ internet web congressional presidential senatorial
    gubernatorial faq pdf dna rna gdp ceo cfo coo vp phd md ngo ngos tv dvd cd gmt est edt pst utc ap. jr
    opinion commentary analysis exclusive update watch read click subscribe advertisement sponsored share
    tweet email newsletter sidebar caption photo photos video videos image images courtesy secretary senator
    congressman congresswoman chairman chancellor premier ambassador spokesman spokeswoman copy"""
)
"""Single words that the model takes for people, places or organisations, and that are none ("Ebola")."""

CAMPAIGN_WORDS = frozenset({"campaign", "administration", "supporters", "presidency", "era"})
"""Lower-case words after a politician that make no event of the name ("Trump campaign")."""

PARTIES = frozenset({"Democrats", "Republicans", "Democrat", "Republican", "GOP"})
"""Last word of a faction: "Senate Democrats" is an organisation and a group of people."""

STATE_ABBREVIATIONS = word_set(
    """Ala. Ariz. Ark. Calif. Colo. Conn. D.C. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Mass. Md. Mich. Minn. Miss. Mo.
    Mont. N.C. N.D. N.H. N.J. N.M. N.Y. Neb. Nev. Okla. Ore. Pa. R.I. S.C. S.D. Tenn. Tex. Va. Vt. W.Va. Wash.
    Wis. Wyo."""
)
"""American states as papers shorten them, marked after a city or alone in brackets ("Ann Arbor, Mich.")."""

PARTY_ADJECTIVES = frozenset({"Democratic", "Republican", "Democrat"})
"""A party between a place and a name: "California Republican Ann Lee" is three names."""

CHAMBERS = frozenset({"House", "Senate"})
"""Organisations by one common word, beside a party or each other ("House and Senate")."""

CHAMBER_OFFICES = frozenset({"Majority", "Minority", "Speaker", "Judiciary", "Intelligence"})
"""Words after a chamber in titles and committees ("House Majority Leader")."""

SAYING = frozenset({"reported", "reports", "said", "wrote", "writes", "noted", "revealed"})
"""What papers do ("The Kiln reported")."""

PLAYED = word_set(
    """games game matches match goals goal appearances appearance caps debut draw played scored century"""
)
"""Words before "for", "over" or "against" that make a team of a city ("26 games for Lausanne")."""
CONTESTED = word_set("win wins victory victories loss losses defeat defeats")
"""The same where a score stands beside them: elections and lawsuits are won too."""

ROLE_TAILS = word_set(
    "staffer staffers spokesman spokeswoman adviser advisers advisor aide aides lawyer lawyers supporters"
)
"""Words after a person's name in headlines that are not part of it ("Ann Lee Staffer Resigns")."""

COMPOUND_HEADS = frozenset(
    {"Sino", "Franco", "Anglo", "Afro", "Austro", "Russo", "Indo", "Euro", "Greco", "Judeo"}
)
"""First halves of one compound, not of a pair ("Sino-Russian")."""

NO_NAME = word_set(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december jan feb aug sept oct nov dec today yesterday tomorrow god
    internet islam christianity judaism easter christmas thanksgiving ramadan i he she it they we you the a
    an and but or if in on at to for from by with as of this that these those his her their its our my your
    who what when where why how not no yes so then there here now also mr mrs ms dr sir president minister
    senator governor according after before while since because although though however meanwhile moreover
    despite during about over under between among against still just only even more most many some all any
    each every both few other another such than into out up down off again once is are was were be been
    being have has had do does did will would can could should might must said says new photo image video
    read related editor copyright advertisement"""
)
"""Capitalised words that repeats must never turn into names (sentence openers, days, months, titles)."""

STARTERS = word_set(
    """The A An In On At He She It They We You I But And Or If So Then There This That These Those His Her
    Their Its Our My Your When While After Before Since As By For From With Without Although Though However
    Meanwhile Moreover Despite During According Still Yet Now Also Not No Yes What Who Why How Where Some
    Many Most All Both Another Other One Two Three Last Earlier Later Asked Under Over"""
)
"""Words that open a sentence after an abbreviation ("... in the U.S. The ...")."""
