"""Matches that look like a time and are none: ages, names, scores, amounts, sums of money."""

import re
from typing import Final

from transforms.dates.candidates import Item
from transforms.dates.scan import Tokens

_AGE_AFTER: Final = re.compile(r"[\s-]*(?:old\b|of age\b|olds\b|-old\b)", re.IGNORECASE)
_COUNTED: Final = re.compile(
    r"[\s-]*(?:people|men|women|troops|soldiers|employees|workers|jobs|miles|met(?:er|re)s?|feet|foot|ft|km|kilomet\w+|words"
    r"|pages|dollars|euros|pounds|lbs?|kg|tons?|tonnes|acres|votes|calories|points|square|cases|deaths|barrels|"
    r"percent|per cent|million|billion|yards?|members|students|residents|units|copies|cc|rpm|mg|ml|watts|MW|mph|times|"
    r"homes|houses|children|seats|rooms|species|degrees|strong|or so people)\b|\s?%|°",
    re.IGNORECASE,
)
_YEAR_CUE: Final = re.compile(
    r"(?:\b(?:in|since|of|by|from|until|till|during|before|after|between|through|for|to|and|or|year|around|about|circa|the|early|late|mid|"
    r"summer|winter|spring|fall|autumn|on|at|than|as|c\.|ca\.|for|january|february|march|april|may|june|july|august|september|"
    r"october|november|december)[\s-]|[(–—-])\s*$",
    re.IGNORECASE,
)
_MONEY_BEFORE: Final = re.compile(r"[$€£¥#№]\s?$|\b(?:no\.?|number|USD|EUR|GBP|Rs\.?|flight|room|route|highway|page|pp?\.|act|section)\s?$", re.IGNORECASE)
_MODAL_NEXT: Final = frozenset("be have not also the".split())
_PERSON_BEFORE: Final = re.compile(r"\b(?:Theresa|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Sir|Prime Minister|President|Senator|Brian|James|Peter|Robert)\s+$")
_TITLE_NEXT: Final = re.compile(r"\s(?:Times|Mirror|Telegraph|Mail|Express|Post|Night Live|Night Football|Herald|Tribune|Star|Live\b|Football|Lights|Fever|Massacre|Independent|People|World)\b")


def keep(item: Item, tokens: Tokens, *, is_modified: bool = False) -> bool:
    """Whether a match is a time after all, judged by what stands around it.

    `is_modified` says that a word such as "early" or "the end of" stands in front.
    """
    if is_modified and item.rule in _SURE_IF_MODIFIED:
        return True
    text, start, end = tokens.text, tokens.starts[item.first], tokens.ends[item.last - 1]
    before, after = text[max(0, start - 24) : start], text[end : end + 24]
    if _in_a_name(before, after):
        return False
    check = _CHECKS.get(item.rule)
    return check is None or check(before, text[start:end], after)


def _in_a_name(before: str, after: str) -> bool:
    """Inside a web address, a file name, an e-mail address."""
    return before.endswith(("/", "@", "_", "#", "=", "&")) and not before.endswith(" /") or after.startswith(("@", "_", "/", "="))


def _year(before: str, text: str, after: str) -> bool:
    if _MONEY_BEFORE.search(before) or _COUNTED.match(after):
        return False
    if before[-1:].isalnum() or (before.endswith("-") and before[-2:-1].isalnum()) or after[:1].isalnum():
        return bool(re.search(r"\d{4}-$|\b(?:mid|pre|post|early|late)-$", before, re.IGNORECASE))
    if (short := re.match(r"[-–/](\d\d)\b", after)) and int(short[1]) > int(text[-2:]):
        return True
    if re.match(r"-\d{1,3}\b|[.:]\d|-[a-z]*(?:foot|acre|mile|seat|strong|word|member|room|pound|year|bed|page|meter)", after):
        return False
    year = int(re.sub(r"\D", "", text))
    if year == 2000 and re.search(r"\b(?!In\b|Since\b|By\b|From\b|Until\b)[A-Z][a-z]+ $", before):
        return False
    if 1900 <= year <= 2035:
        return True
    if 1500 <= year <= 2100 and re.match(r"[-–]\d{4}\b", after):
        return True
    return 1200 <= year <= 2100 and bool(_YEAR_CUE.search(before)) and (year % 100 != 0 or " in " in before[-5:])


def _duration(before: str, text: str, after: str) -> bool:
    if _AGE_AFTER.match(after) or re.search(r"\b(?:aged?|ages)\s+$", before, re.IGNORECASE):
        return False
    if text.lower().endswith(("second", "quarter")) and not re.match(r"\d|half", text):
        return text.lower().startswith(("a split", "one second", "one quarter"))
    return True


def _month(before: str, text: str, after: str) -> bool:
    lowered = text.lower()
    if lowered in ("may", "march", "august", "april", "june", "mar", "jan", "sep", "dec", "jun") or "." in text:
        return _ambiguous_month(before, text, after)
    return True


_MONTH_CUE: Final = re.compile(r"\b(?:in|since|until|till|by|during|from|of|through|to|and|or|before|after|last|next|this|early|late|mid|for|between|on|that|every|each|around|about|as|the)[\s-]+(?:early |late |mid-?)?$", re.IGNORECASE)


def _ambiguous_month(before: str, text: str, after: str) -> bool:
    if _PERSON_BEFORE.search(before):
        return False
    if text == "March" and re.search(r"\bthe\s+$", before):
        return bool(re.match(r"\s\d", after))
    if text in ("April", "June", "August"):
        return not re.match(r"\s(?:[A-Z][a-z]+)\b", after) or bool(_MONTH_CUE.search(before))
    return bool(_MONTH_CUE.search(before)) and not re.match(r"\s(?:be|have|not|said|says|will|told|has|was|is)\b|['’]s\b", after)


def _season(before: str, text: str, after: str) -> bool:
    word = text.lower()
    if word in ("fall", "spring"):
        return text[0].isupper() and not re.match(r"\s[A-Z]", after) and bool(before.strip()) and bool(re.search(r"\b(?:in|of|last|next|this|since|by)\s$", before))
    if word in ("the fall", "the spring"):
        if re.match(r" and (?:early |late )?(?:summer|winter|fall|autumn)\b", after):
            return True
        return bool(re.search(r"\b(?:in|since|by|until|during|of|through|throughout|for|from|before|after|till|over|and|late|early)\s$", before)) and not re.match(r"\s(?:of|in|from|into)\b(?! (?:\d{4}|last|this|next|the year))", after)
    return not re.match(r"\s(?:Olympic|Games|Palace|House|[Ss]chool|[Cc]amp|Soldier|wheat|storm|vacation|break\b|coat|cloth|job|intern|home|squash|sports?\b|blockbuster|reading|movie|concert|tire|weather|jacket|boots|reruns)", after)


def _weekday(before: str, text: str, after: str) -> bool:
    if _TITLE_NEXT.match(after) or before.endswith(("News ", "CBS ", "CBS’ ", "SportsCenter ")):
        return False
    if len(text.rstrip(".")) <= 4:
        return bool(re.match(r"\.?,?\s*(?:\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))", after)) or text.lower() in ("tues", "weds", "thur")
    return not re.search(r"\b(?:Black|Bloody|Ruby|Joe)\s$", before)


def _the_unit(before: str, text: str, after: str) -> bool:
    unit = text.lower().split()[-1]
    if unit in ("quarter", "century", "month") and not re.search(r"\b(?:in|for|of|during|over)\s$", before):
        return False
    if unit != "weekend" and re.match(r"\s(?:when|that|he|she|they|we|the|a|I|it|you|his|in which|my)\b", after):
        return False
    return not after.startswith("-") and not re.search(r"\b(?:man|woman|person|player|team|song|game|goal|photo|car|word|book|one|[A-Z]\w+) of $|\b(?:[Bb]y|save|seize|carry|carried|saved|won|of) $", before)


def _the_part(before: str, text: str, after: str) -> bool:
    return before.endswith((" in ", "In ")) or not re.match(r"\s(?:sky|shift|before|after|when|that|of|air|out)\b|-", after)


def _season_word(before: str, text: str, after: str) -> bool:
    return _season(before, text, after)


def _a_unit(before: str, text: str, after: str) -> bool:
    if re.match(r"[\s-]+(?:old|care|school|job|trip|spa|laborer|trader|when|where|that)\b", after):
        return False
    if " half" in text.lower():
        return True
    return bool(_LENGTH_CUE.search(before)) or bool(re.match(r"\s(?:or (?:so|two|more)|after|before|from|later|earlier|and a half)\b", after))


def _decade(before: str, text: str, after: str) -> bool:
    digits = re.sub(r"\D", "", text)
    if len(digits) == 2:
        if re.search(r"\bthe (?:early|mid|late)[- ]$", before):
            return digits >= "50" and not re.search(r"temperatur|\bhighs?\b|\blows?\b", before)
        if re.search(r"\b(?:his|her|their|my|your|our|in the (?:low|upper|high))[\s-](?:early|mid|late)?[\s-]*$", before, re.IGNORECASE):
            return False
        return bool(re.search(r"[’'‘]", text)) or bool(re.search(r"\d0s?(?: and|,) $", before)) or (text.lower().startswith("the") and not re.search(r"\b(?:low|mid|upper|high)[\s-]$", before) and digits in "50 60 70 80 90")
    return True


def _apostrophe(before: str, text: str, after: str) -> bool:
    return bool(re.search(r"(?:\b(?:of|in|since|class|season|and|summer|to|from|early|late)\s?|-)$", before, re.IGNORECASE)) and not after[:1].isalnum()


def _clock(before: str, text: str, after: str) -> bool:
    return not re.match(r"[:.]\d|-\w|\s?(?:min|mark|sec|lead|odds|ratio)", after) and not re.search(r"\d$|\b(?:time|record|clocked|ran|verse|score|chapter|odds) (?:of|in|at)? ?$", before)


_SOON_CUE: Final = re.compile(r"\b(?:will|would|could|may|might|should|can|to|very|'ll|is|are|be|so)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


_LENGTH_CUE: Final = re.compile(
    r"(?:\b(?:for|in|within|than|after|over|under|during|until|about|around|almost|nearly|roughly|least|most|took|takes?|taking|spent|spends?|"
    r"spending|lasted|lasts?|lasting|been|every|once|twice|times|of|by|another|half|only|just|mere|to|cost|"
    r"\d+|million|billion|thousand|hundred|dollars|euros|pounds|cents|hours?|days?|weeks?|people|jobs|barrels|tons|one|two|three|four|five|six|ten)|%|[\d])\s$",
    re.IGNORECASE,
)
_VAGUE_CUE: Final = re.compile(
    r"\b(?:for|in|within|after|over|by|took|takes?|taking|spent|spend|spending|lasted|lasts?|lasting|through|through the|over the|in the|these|those|all these|"
    r"all those|during the|just|only|across the|and|or|waited|waiting|decades|years|months|weeks|days|hours|with|than|mere|of) $|(?:^|[.\n“\"]\s?)$",
    re.IGNORECASE,
)


def _soon(before: str, text: str, after: str) -> bool:
    if text.lower() == "very soon":
        return True
    if re.match(r"\s(?:as|after|afterwards?|enough)\b|-", after) or re.search(r"\b(?:as|too|how|no) $", before):
        return False
    return bool(_SOON_CUE.search(before)) or bool(re.match(r"[.,!?;]", after))


def _past(before: str, text: str, after: str) -> bool:
    return not re.match(r"\s(?:\w+\s(?:of|years?|months?|days?|weeks?|decades?)\b|\w+ing\b|[A-Z])", after)


def _near_day(before: str, text: str, after: str) -> bool:
    if text == "TODAY":
        return not re.search(r"[a-z]", before)
    return not before.endswith("USA ") or text != "Today"


def _this_unit(before: str, text: str, after: str) -> bool:
    return text not in ("This Week", "Last Week Tonight", "Last Night", "Last Days", "the last minute", "the last second") and not re.match(r" Tonight\b", after)


def _frequency(before: str, text: str, after: str) -> bool:
    if text[0].isupper() and re.match(r"\s[A-Z]", after):
        return False
    return not (text[0].isupper() and re.search(r"[A-Z]\w+\s$", before))


def _overnight(before: str, text: str, after: str) -> bool:
    return bool(re.match(r"[.,;]|\s(?:and|as|after|in|on|at|with|when|by|to|into|from|between|for|while|that|but)\b", after))


def _term(before: str, text: str, after: str) -> bool:
    return "-" not in text and not re.match(r"\s\w+ of\b", after)


def _vague_units(before: str, text: str, after: str) -> bool:
    word = text.lower()
    if word in ("quarters", "seconds", "minutes", "nights", "weekends", "weekdays"):
        return word in ("minutes", "seconds") and not re.match(r" of the\b", after)
    if word == "hours" and re.search(r"\b(?:morning|early|late|business|working|office|opening|evening|after|school|overnight|the|wee|small|visiting) $", before):
        return False
    if word in ("years", "yrs") and re.match(r"\s\d{4}", after):
        return False
    if not _VAGUE_CUE.search(before) and not re.match(r"\s(?:of|ahead|after|before|to come|on end|since|leading|prior|following)\b", after):
        return False
    return _duration(before, text, after)


def _quantified(before: str, text: str, after: str) -> bool:
    if text.lower().endswith("quarter") and not text[0].isdigit() and not text.lower().startswith("per"):
        return False
    return _duration(before, text, after)


def _a_day(before: str, text: str, after: str) -> bool:
    return not re.search(r"\b(?:will|to|could|would|can|might|may|ll|[Aa]nd) $", before) and not re.match(r"\s(?:become|be)\b", after)


def _count(before: str, text: str, after: str) -> bool:
    if text.lower().endswith("quarters") and after.startswith(" of"):
        return False
    if text.lower() == "one day":
        return _a_day(before, text, after)
    return _duration(before, text, after)


_SURE_IF_MODIFIED: Final = frozenset({"relative.the_unit", "period.season", "date.year", "date.month"})
_CHECKS: Final = {
    "date.year": _year, "date.month": _month, "period.season": _season,
    "duration.count": _count, "duration.one": _count, "duration.attributive": _duration,
    "duration.vague": _vague_units, "duration.a_unit": _a_unit, "duration.more_than_unit": _quantified,
    "vague.soon": _soon, "part.bare": _overnight, "set.frequency": _frequency, "vague.past": _past, "relative.near_day": _near_day, "relative.unit": _this_unit, "vague.term": _term,
    "relative.the_unit": _the_unit, "relative.the_part": _the_part, "date.decade": _decade,
    "date.apostrophe_year": _apostrophe, "time.colon": _clock, "date.weekday": _weekday,
}  # fmt: skip
