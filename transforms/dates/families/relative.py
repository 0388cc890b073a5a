"""Dates told from another date: "last week", "two years ago", "the next day", "this Friday", "tomorrow"."""

from typing import Final

from transforms.codes import TimexType
from transforms.dates.families.units import named_moment, part_of_day, unit_of
from transforms.dates.grammar import Hit, Rule, rule
from transforms.dates.numbers import read_number
from transforms.dates.timex3 import duration
from transforms.dates.values import Direction, Spec

_DIRECTIONS: Final[dict[str, tuple[int, bool]]] = {
    "this": (0, False), "last": (-1, False), "past": (-1, False), "next": (1, False), "coming": (1, False),
    "upcoming": (1, False), "that": (0, True), "same": (0, True), "previous": (-1, True),
    "preceding": (-1, True), "prior": (-1, True), "following": (1, True), "subsequent": (1, True),
    "ensuing": (1, True), "succeeding": (1, True), "very": (0, True),
}  # fmt: skip
_CLOCK_UNITS: Final = ("second", "minute", "hour")
_MIN_MENTION_UNITS: Final = {"second", "minute", "hour"}
_APPROX: Final = {
    "over": "MORE_THAN", "more": "MORE_THAN", "under": "LESS_THAN", "less": "LESS_THAN", "fewer": "LESS_THAN",
    "least": "EQUAL_OR_MORE", "most": "EQUAL_OR_LESS", "up": "EQUAL_OR_LESS", "no": "EQUAL_OR_LESS",
    "not": "EQUAL_OR_LESS", "nearly": "LESS_THAN", "almost": "LESS_THAN",
}  # fmt: skip
_POINT_MODS: Final = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER", "EQUAL_OR_MORE": "ON_OR_BEFORE", "EQUAL_OR_LESS": "ON_OR_AFTER"}


def quantity_mod(words: list[str]) -> str | None:
    """The TIMEX3 modifier of "about", "more than" and the like.

    >>> quantity_mod(["more", "than"]), quantity_mod(["about"]), quantity_mod([])
    ('MORE_THAN', 'APPROX', None)
    """
    if not words:
        return None
    for word in words:
        if word in _APPROX:
            return _APPROX[word]
    return "APPROX"


def _direction(words: list[str]) -> tuple[int, bool, Direction]:
    words = [word for word in words if word != "the"]
    amount, anaphoric = _DIRECTIONS[words[-1]]
    if words[0] in ("this", "that") and len(words) > 1 and words[-1] in ("same", "very"):
        amount, anaphoric = 0, True
    name: Direction = "last" if amount < 0 else "next" if amount > 0 else "that" if anaphoric else "this"
    return amount, anaphoric, name


def _deictic_unit(hit: Hit) -> Spec | None:
    words = hit.words("dir")
    unit = unit_of(hit.word("u"))
    amount, anaphoric, name = _direction(words)
    if words[0] == "the" and words[-1] == "past" or words[0] == "this" and words[-1] == "past" and unit == "decade":
        return Spec("literal", TimexType.DURATION, value=duration(1, unit))
    if words[0] == "the" and words[-1] == "next":
        anaphoric = True
    if words[0] == "the" and words[-1] == "last" and unit != "quarter":
        return Spec("literal", TimexType.DURATION, value=duration(1, unit))
    if unit in _CLOCK_UNITS:
        return None
    if unit == "night":
        return _part_spec(amount, anaphoric, "NI")
    return Spec("shift", unit=unit, amount=amount, direction=name, anaphoric=anaphoric)


def _part_spec(amount: int, anaphoric: bool, code: str) -> Spec:
    return Spec("shift", TimexType.TIME, unit="day", amount=amount, anaphoric=anaphoric, clock=code)


def _deictic_part(hit: Hit) -> Spec | None:
    amount, anaphoric, _ = _direction(hit.words("dir"))
    code = part_of_day(hit.word("p"))
    return _part_spec(amount, anaphoric or hit.word("dir") == "the", code) if code else None


def _deictic_name(hit: Hit) -> Spec | None:
    amount, anaphoric, name = _direction(hit.words("dir"))
    moment = named_moment(hit.word("n"))
    return Spec("moment", moment=moment, direction=name, amount=amount, anaphoric=anaphoric)


_DAYS: Final = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}


def _near_day(hit: Hit) -> Spec | None:
    word = hit.word("n")
    code = "NI" if word == "tonight" else None
    return Spec("shift", TimexType.TIME if code else TimexType.DATE, unit="day", amount=_DAYS[word], clock=code)


def _day_after_tomorrow(hit: Hit) -> Spec | None:
    return Spec("shift", unit="day", amount=-2 if hit.word("n") == "yesterday" else 2)


def _quantity_shift(hit: Hit, sign: int, *, anaphoric: bool) -> Spec | None:
    unit = unit_of(hit.word("u"))
    amount = read_number(hit.words("n"))
    mod = quantity_mod(hit.words("q"))
    mod = _POINT_MODS.get(mod, mod) if mod else None
    if unit in _CLOCK_UNITS:
        value = "PAST_REF" if sign < 0 and not anaphoric else duration(amount, unit)
        return Spec("literal", TimexType.TIME if value[0] == "P" and value[1] == "T" else TimexType.DATE, value=value, mod=mod)
    if amount is None:
        return Spec("literal", value="PAST_REF" if sign < 0 else "FUTURE_REF", mod=mod)
    return Spec("shift", unit=unit, amount=sign * amount, anaphoric=anaphoric, mod=mod)


def _ago(hit: Hit) -> Spec | None:
    return _quantity_shift(hit, -1, anaphoric=False)


def _or_so_ago(hit: Hit) -> Spec | None:
    unit = unit_of(hit.word("u"))
    if unit in _CLOCK_UNITS:
        return Spec("literal", value="PAST_REF")
    return Spec("shift", unit=unit, amount=-1, mod="APPROX")


def _earlier(hit: Hit) -> Spec | None:
    return _quantity_shift(hit, -1, anaphoric=True)


def _later(hit: Hit) -> Spec | None:
    return _quantity_shift(hit, 1, anaphoric=True)


def _from_now(hit: Hit) -> Spec | None:
    return _quantity_shift(hit, 1, anaphoric=False)


def _day_before(hit: Hit) -> Spec | None:
    sign = -1 if hit.word("s") in ("before", "beforehand", "earlier", "previous", "preceding", "prior") else 1
    unit = unit_of(hit.word("u"))
    if unit == "night":
        return _part_spec(sign, anaphoric=True, code="NI")
    return None if unit in _CLOCK_UNITS else Spec("shift", unit=unit, amount=sign, anaphoric=True)


def _the_unit(hit: Hit) -> Spec | None:
    return Spec("shift", unit=unit_of(hit.word("u")), amount=0, direction="that", anaphoric=True)


def _unit_end(hit: Hit) -> Spec | None:
    return Spec("shift", unit=unit_of(hit.word("u")), amount=0, direction="that", anaphoric=True, mod="END")


def _the_part(hit: Hit) -> Spec | None:
    code = part_of_day(hit.word("p"))
    return _part_spec(0, anaphoric=True, code=code) if code else None


_NAMES: Final = "n=(?:month|weekday|season)"
_UNITS_OF_DATE: Final = "u=(?:yearword|unit|day|quarter|weekend|night|centuryword)"

RULES: Final[list[Rule]] = [
    rule("relative.unit", "{DIR} (?:fiscal|schoolyear|working)? " + _UNITS_OF_DATE + "(?!tick? old)", _deictic_unit,
         "yearword unit day quarter weekend night centuryword", 0.9),
    rule("relative.part", "{DIR} p=(?:part)", _deictic_part, "part", 0.9),
    rule("relative.name", "{DIR} " + _NAMES, _deictic_name, "month weekday season", 0.9),
    rule("relative.near_day", "n=(?:today|yesterday|tomorrow|tonight)", _near_day, "today yesterday tomorrow tonight", 0.95),
    rule("relative.day_after", "the? day (?:before|after|afterward) n=(?:yesterday|tomorrow)", _day_after_tomorrow,
         "yesterday tomorrow", 0.95),
    rule("relative.ago", "(?:{APPROXAGO})? {AMOUNT} hyphen? {ADJ}? u={ANYUNIT} hyphen? (?:ago|back(?=comma|dot))", _ago, "ago back", 0.9),
    rule("relative.or_so_ago", "(?:just|only)? art u=one_unit or (?:so|two|more) ago", _or_so_ago, "ago", 0.8),
    rule("relative.units_ago", "u=units ago", _ago, "ago", 0.9),
    rule("relative.earlier", "(?:{APPROXAGO})? {AMOUNT} {ADJ}? u={ANYUNIT} (?:earlier(?!than)|before(?=comma|dot|semicolon|quote|rparen|and|when|in|at|on|but|dash)|previously|previous(?=comma|dot|and))",
         _earlier, "earlier before previously previous", 0.8),
    rule("relative.later", "(?:{APPROXAGO})? {AMOUNT} {ADJ}? u={ANYUNIT} (?:later(?!than)|afterward|after(?=comma|dot|that))", _later,
         "later after afterward", 0.8),
    rule("relative.units_later", "u=units later (?!than)", _later, "later", 0.7),
    rule("relative.units_earlier", "u=units (?:earlier(?!than)|before(?=comma|dot))", _earlier, "earlier before", 0.7),
    rule("relative.unit_end", "(?:the)? u=(?:yearword|month_unit|week|quarter|season|day) (?:poss|hyphen) endword", _unit_end, "end", 0.85),
    rule("relative.from_now", "(?:{APPROXAGO})? {AMOUNT} u={ANYUNIT} (?:from now|hence|from today)", _from_now, "now hence today", 0.9),
    rule("relative.day_before", "the u=(?:day|week|month_unit|yearword|quarter|night|weekend|unit) s=(?:before|after|afterward|earlier|following|previous)",
         _day_before, "before after afterward earlier following previous", 0.8),
    rule("relative.the_unit", "the (?:full)? u=(?:yearword|week|weekend|day|month_unit|quarter|decade)", _the_unit,
         "yearword unit weekend day quarter", 0.6),
    rule("relative.part_hours", "(?:the)? (?:very)? (?:early|wee|late|predawn)? p=(?:part|night) hours", _the_part, "part night", 0.7),
    rule("relative.early_hours", "the (?:very)? (?:early|wee|small) hours", lambda _: _part_spec(0, anaphoric=True, code="MO"), "hours", 0.7),
    rule("relative.the_part", "the p=(?:part|night)", _the_part, "part night", 0.6),
]  # fmt: skip
