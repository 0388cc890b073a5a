"""Which months, days and seasons are names or titles: "Theresa May", "Fall River", "Saturday Night Live"."""

import re
from typing import Final

from transforms.dates.filters.around import Around, words

_AMBIGUOUS_MONTHS: Final = frozenset(
    {"may", "march", "august", "april", "june", "mar", "jan", "sep", "dec", "jun"}
)
_GIVEN_NAMES: Final = frozenset({"April", "June", "August"})
_PERSON: Final = re.compile(
    r"\b(?:Theresa|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Sir|Prime Minister|President|Senator|Brian|James|Peter|Robert"
    r"|Elaine)\s+$"
)
# "in May", "early March"
_MONTH_CUE: Final = words(
    r"""\b(?:in|since|until|till|by|during|from|of|through|to|and|or|before|after|last|next|this|early|late|mid|for|between
    |on|that|every|each|around|about|as|the|come|starting|beginning)[\s-]+(?:early[ ]|late[ ]|mid-?)?$"""
)
_VERB_NEXT: Final = words(r"\s(?:be|have|not|said|says|will|told|has|was|is)\b|['’]s\b")  # "May said"
_THE: Final = words(r"\bthe\s+$")
_DIGIT_NEXT: Final = re.compile(r"\s\d")
_CAPITAL_NEXT: Final = re.compile(r"\s[A-Z][a-z]+\b")


def month(around: Around) -> bool:
    """A month alone, not a person, a verb or a protest."""
    text = around.text
    if text.lower() not in _AMBIGUOUS_MONTHS and "." not in text:
        return True
    if around.follows(_PERSON):
        return False
    if text == "March" and around.follows(_THE):
        return around.precedes(_DIGIT_NEXT)
    if text in _GIVEN_NAMES:
        return not around.precedes(_CAPITAL_NEXT) or around.follows(_MONTH_CUE)
    return around.follows(_MONTH_CUE) and not around.precedes(_VERB_NEXT)


_PAPER_NEXT: Final = re.compile(  # "Sunday Times", "Saturday Night Live", "Friday Night Lights"
    r"\s(?:Times|Mirror|Telegraph|Mail|Express|Post|Night Live|Night Football|Herald|Tribune|Star|Live\b"
    r"|Football|Lights|Fever"
    r"|Massacre|Independent|People|World)\b"
)
_BROADCASTERS: Final = ("News ", "CBS ", "CBS’ ", "SportsCenter ")  # "Fox News Sunday"
_NAMED_DAY: Final = re.compile(r"\b(?:Bloody|Ruby|Joe)\s$")
_DATE_NEXT: Final = re.compile(r"\.?,?\s*(?:\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_LONG_SHORT_FORMS: Final = frozenset({"tues", "weds", "thur"})
_SHORT: Final = 4


def weekday(around: Around) -> bool:
    """A weekday, not a newspaper or a show; "Sun" and "Sat" only in front of a date."""
    if around.precedes(_PAPER_NEXT) or around.before.endswith(_BROADCASTERS):
        return False
    text = around.text.rstrip(".")
    if len(text) <= _SHORT:
        return around.precedes(_DATE_NEXT) or text.lower() in _LONG_SHORT_FORMS
    return not around.follows(_NAMED_DAY)


# "winter wheat", "Summer Olympics", "spring break"
_SEASON_COMPOUND: Final = words(
    r"""\s(?:olympic|games|palace|house|school|camp|soldier|wheat|storm|vacation|break\b|coat|cloth|job|intern|home|squash
    |sports?\b|blockbuster|reading|movie|concert|tire|weather|jacket|boots|reruns)"""
)
_FALL_CUE: Final = words(r"\b(?:in|of|last|next|this|since|by)\s$")
_THE_FALL_CUE: Final = words(
    r"\b(?:in|since|by|until|during|of|through|throughout|for|from|before|after|till|over|and|late|early)\s$"
)
_FALL_OF: Final = words(
    r"\s(?:of|in|from|into)\b(?![ ](?:\d{4}|last|this|next|the[ ]year))"
)  # "the fall of Rome"
_AND_SEASON: Final = words(r"[ ]and[ ](?:early[ ]|late[ ])?(?:summer|winter|fall|autumn)\b")
_ANY_CAPITAL_NEXT: Final = re.compile(r"\s[A-Z]")


def season(around: Around) -> bool:
    """A season; "fall" and "spring" only where the words around leave no doubt."""
    word = around.text.lower()
    if word in ("fall", "spring"):
        return (
            around.text[0].isupper() and not around.precedes(_ANY_CAPITAL_NEXT) and around.follows(_FALL_CUE)
        )
    if word in ("the fall", "the spring"):
        if around.precedes(_AND_SEASON):
            return True
        return around.follows(_THE_FALL_CUE) and not around.precedes(_FALL_OF)
    return not around.precedes(_SEASON_COMPOUND)


def near_day(around: Around) -> bool:
    """Keep "today", not the newspaper "USA Today" or a show in capitals."""
    if around.text == "TODAY":
        return not re.search(r"[a-z]", around.before)
    return around.text != "Today" or not around.before.endswith("USA ")


_IDIOMS: Final = ("last minute", "last second", "last hour")  # "at the last minute"
_TITLES: Final = frozenset({"This Week", "Last Week Tonight", "Last Night", "Last Days"})


def deictic_unit(around: Around) -> bool:
    """Keep "this week", not the title of a show."""
    if around.text.lower().endswith(_IDIOMS):
        return False
    return around.text not in _TITLES and not around.after.startswith(" Tonight")


_CAPITAL_BEFORE: Final = re.compile(r"[A-Z]\w+\s$")


def frequency(around: Around) -> bool:
    """Keep "daily", not the name of a paper ("The Daily Beast")."""
    if not around.text[0].isupper():
        return True
    return not around.precedes(_ANY_CAPITAL_NEXT) and not around.follows(_CAPITAL_BEFORE)


_CLAUSE_NEXT: Final = words(
    r"[.,;]|\s(?:and|as|after|in|on|at|with|when|by|to|into|from|between|for|while|that|but)\b"
)


def overnight(around: Around) -> bool:
    """Keep "overnight" as an adverb, not "an overnight success"."""
    return around.precedes(_CLAUSE_NEXT)
