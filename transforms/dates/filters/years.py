"""Which numbers are years, decades and times of day."""

import re
from typing import Final

from transforms.dates.filters.around import Around, words

_SURE_YEARS: Final = range(1900, 2036)  # need no preposition
_RANGE_YEARS: Final = range(1500, 2101)  # need none in "1861-1865"
_CUED_YEARS: Final = range(1200, 2101)  # need one
_MILLENNIUM: Final = 2000

# "2000 people", "1500 metres", "1950s"
_COUNTED: Final = words(
    r"""[\s-]*(?:people|men|women|troops|soldiers|employees|workers|jobs|miles|met(?:er|re)s?|feet|foot|ft|km
    |kilomet\w+|words|pages|dollars|euros|pounds|lbs?|kg|tons?|tonnes|acres|votes|calories|points|square|cases|deaths
    |barrels|percent|per[ ]cent|million|billion|yards?|members|students|residents|units|copies|cc|rpm|mg
    |ml|watts|MW|mph
    |times|homes|houses|children|seats|rooms|species|degrees|strong|or[ ]so)\b|\s?%|°"""
)
# "$2000", "No. 1999", "Room 2001"
_MONEY: Final = words(
    r"""[$€£¥\#№]\s?$|\b(?:no\.?|number|USD|EUR|GBP|Rs\.?|flight|room|route|highway|page|pp?\.|act|section)\s?$"""
)
# "in 1845", "the 1812", "(1745"
_CUE: Final = words(
    r"""(?:\b(?:in|since|of|by|from|until|till|during|before|after|between|through|for|to|and|or|year|around|about|circa
    |the|early|late|mid|summer|winter|spring|fall|autumn|on|at|than|as|c\.|ca\.|january|february|march|april|may|june
    |july|august|september|october|november|december)[\s-]|[(–—-])\s*$"""
)
_GLUED: Final = words(r"\d{4}-$|\b(?:mid|pre|post|early|late)-$")  # "2019-2020", "pre-2008"
_SHORT_END: Final = re.compile(r"[-–/](\d\d)\b")  # "1990-94"
_LONG_END: Final = re.compile(r"[-–]\d{4}\b")  # "1861-1865"
# "2008-3", "2008.5", "1500-acre"
_NOT_YEAR_NEXT: Final = words(
    r"-\d{1,3}\b|[.:]\d|-[a-z]*(?:foot|acre|mile|seat|strong|word|member|room|pound|year|bed|page|meter)"
    r"|-(?-i:[A-Z])\b"
)
_PRODUCT: Final = re.compile(r"\b(?!In\b|Since\b|By\b|From\b|Until\b)[A-Z][a-z]+ $")  # "Windows 2000"


def year(around: Around) -> bool:
    """A number of four digits that is a year: by its size, or by the word in front."""
    if around.follows(_MONEY) or around.precedes(_COUNTED):
        return False
    before, after = around.before, around.after
    if before[-1:].isalnum() or (before.endswith("-") and before[-2:-1].isalnum()) or after[:1].isalnum():
        return around.follows(_GLUED)
    short = _SHORT_END.match(after)
    if short is not None and int(short[1]) > int(around.text[-2:]):
        return True
    return not around.precedes(_NOT_YEAR_NEXT) and _likely_year(around)


def _likely_year(around: Around) -> bool:
    value = int(re.sub(r"\D", "", around.text))
    if value == _MILLENNIUM and around.follows(_PRODUCT):
        return False
    if value in _SURE_YEARS or (value in _RANGE_YEARS and around.precedes(_LONG_END)):
        return True
    is_round = value % 100 == 0 and not around.before.lower().endswith("in ")
    return value in _CUED_YEARS and not is_round and around.follows(_CUE)


_MODIFIED: Final = words(r"\bthe\s(?:early|mid|late)[- ]$")
_WARM: Final = words(r"temperatur|\bhighs?\b|\blows?\b")  # "temperatures in the mid-80s"
# "in her late 20s", "in the low 70s"
_OWN: Final = words(
    r"\b(?:his|her|their|my|your|our|in[ ]the[ ](?:low|upper|high))[\s-](?:early|mid|late)?[\s-]*$"
)
_DEGREES: Final = words(r"\b(?:low|mid|upper|high)[\s-]$")
_LISTED: Final = re.compile(r"\d0s?(?: and|,) $")  # "the 70s and 80s"
_OLDEST_BARE: Final = 50  # "the 50s" is a decade, "the 30s" may be an age
_SHORT: Final = 2


def decade(around: Around) -> bool:
    """A decade, not an age or a temperature; of two digits it needs an apostrophe, "the" or a neighbour."""
    digits = re.sub(r"\D", "", around.text)
    if len(digits) != _SHORT:
        return True
    is_late = int(digits) >= _OLDEST_BARE
    if around.follows(_MODIFIED):
        return is_late and not _WARM.search(around.before)
    if around.follows(_OWN):
        return False
    if any(mark in around.text for mark in "'’‘") or around.follows(_LISTED):
        return True
    return is_late and around.text.lower().startswith("the") and not around.follows(_DEGREES)


_CLASS_OF: Final = words(r"(?:\b(?:of|in|since|class|season|and|summer|to|from|early|late)\s?|-)$")


def apostrophe_year(around: Around) -> bool:
    """A year such as "'82": only where a year is expected."""
    return around.follows(_CLASS_OF) and not around.after[:1].isalnum()


_RECORD: Final = words(
    r"\d$|\b(?:time|record|clocked|ran|verse|score|chapter|odds)\s(?:of|in|at)?[ ]?$"
)  # "a time of 3:45"
_SCORE_NEXT: Final = words(r"[:.]\d|-\w|\s?(?:min|mark|sec|lead|odds|ratio)")


def clock(around: Around) -> bool:
    """A time of day without "a.m.", not a running time, a ratio or a case number."""
    return not around.precedes(_SCORE_NEXT) and not around.follows(_RECORD)
