"""The words of time: every table that the tagger reads, and nothing else.

Each entry of `KINDS` is a class of words that the grammar treats alike; the grammar (`grammar.py`) refers to
them by the name of the class.
"""

from typing import Final

MONTHS: Final[dict[str, int]] = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip

WEEKDAYS: Final[dict[str, int]] = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6,
    "sun": 7,
}  # fmt: skip

SEASONS: Final[dict[str, str]] = {
    "spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA", "fall": "FA",
    "winter": "WI", "wintertime": "WI",
}  # fmt: skip

PARTS_OF_DAY: Final[dict[str, str]] = {
    "morning": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "breakfast": "MO",
    "afternoon": "AF", "lunchtime": "MI",
    "evening": "EV", "dusk": "EV", "sunset": "EV", "nightfall": "NI",
    "night": "NI", "overnight": "NI", "nighttime": "NI", "tonight": "NI", "daytime": "DT",
}  # fmt: skip

# Unit of each word, and its letter in an ISO 8601 duration ("T" in front where it is shorter than a day).
UNITS: Final[dict[str, str]] = {
    "second": "second", "sec": "second", "minute": "minute", "min": "minute", "hour": "hour", "hr": "hour",
    "day": "day", "weekday": "day", "night": "night", "week": "week", "wk": "week", "fortnight": "fortnight",
    "weekend": "weekend",
    "month": "month", "quarter": "quarter", "year": "year", "yr": "year", "decade": "decade",
    "century": "century", "centurie": "century", "millennium": "millennium", "season": "season",
}  # fmt: skip

DURATION_LETTERS: Final[dict[str, str]] = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "NI", "week": "W", "weekend": "WE",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML",
}  # fmt: skip

CARDINALS: Final[dict[str, int]] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS: Final[dict[str, int]] = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
ORDINALS: Final[dict[str, int]] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
DECADE_WORDS: Final[dict[str, int]] = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip
FRACTIONS: Final[dict[str, float]] = {"½": 0.5, "¼": 0.25, "¾": 0.75}

# Words of frequency ("a monthly meeting") and the length of their period.
FREQUENCIES: Final[dict[str, str]] = {
    "hourly": "PT1H", "daily": "P1D", "everyday": "P1D", "nightly": "P1D", "weekly": "P1W",
    "biweekly": "P2W", "fortnightly": "P2W", "monthly": "P1M", "bimonthly": "P2M", "quarterly": "P1Q",
    "yearly": "P1Y", "annual": "P1Y", "annually": "P1Y", "biannual": "P6M", "biennial": "P2Y",
    "biennially": "P2Y", "semiannual": "P6M",
}  # fmt: skip

PRESENT: Final = "now currently nowadays presently current"
PAST: Final = "recently lately"
FUTURE: Final = "soon"

# Names of time zones. Only UTC goes into the value; the others stay in the text, as in the annotated corpora.
ZONES: Final = (
    "utc gmt est edt et eastern cst cdt ct central mst mdt mt pst pdt pt pacific bst cet cest ist jst "
    "aest aedt msk hkt"
)

# Kind → words. A word that the grammar names literally needs no entry; `vocabulary.SETS` joins kinds.
KINDS: Final[dict[str, str]] = {
    "month": " ".join(MONTHS),
    "weekday": " ".join(WEEKDAYS),
    "weekdays": "mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    "season": " ".join(SEASONS),
    "seasons": "springs summers autumns winters",
    "part": "morning dawn daybreak sunrise afternoon lunchtime evening dusk sunset nightfall nighttime "
    "daytime",
    "parts": "mornings afternoons evenings",
    "longword": "yearlong monthlong weeklong daylong hourlong decadelong yearslong monthslong weekslong "
    "dayslong hourslong decadeslong nightlong",
    "noon": "noon midnight midday",
    "yearword": "year yr",
    "centuryword": "century",
    "unit": "hour hr min minute sec week fortnight month decade millennium weekday",
    "units": "hours hrs mins minutes secs seconds days weeks fortnights months years yrs decades centuries "
    "millennia weekdays quarters weekends nights",
    "card": " ".join(CARDINALS),
    "tens": " ".join(TENS),
    "scale": "hundred thousand million billion",
    "ordword": " ".join(w for w in ORDINALS if w != "second"),
    "decadeword": " ".join(DECADE_WORDS),
    "frac": " ".join(FRACTIONS),
    "frequency": " ".join(FREQUENCIES),
    "present": PRESENT,
    "pastref": PAST,
    "seasonword": "season seasons",
    "ampm": "am pm",
    "quartercode": "q1 q2 q3 q4 h1 h2",
    "zone": ZONES,
    "art": "a an",
    "previous": "previous preceding prior",
    "coming": "coming upcoming",
    "following": "following subsequent ensuing succeeding",
    "until": "until till through thru",
    "before": "before beforehand",
    "afterward": "afterward afterwards thereafter",
    "endword": "end close conclusion",
    "startword": "beginning start outset",
    "middle": "middle midpoint",
    "rest": "rest remainder",
    "about": "about around approximately roughly circa",
    "nearly": "nearly almost",
    "fewer": "less fewer",
    "full": "full entire whole",
    "straight": "straight consecutive successive",
    "old": "old aged",
    "fiscal": "fiscal financial",
    "schoolyear": "school academic calendar",
    "working": "trading business working",
    "ad": "ad ce",
    "bc": "bc bce",
    "foreseeable": "foreseeable near distant immediate",
    "final": "final closing",
    "opening": "opening initial",
    "additional": "additional extra further",
}
