"""Dates told from another date: "last week", "two years ago", "the next day", "this Friday", "tomorrow"."""

from typing import Final

from transforms.codes import TimexType
from transforms.dates.families.units import CLOCK_UNITS, named_moment, part_of_day, unit_of
from transforms.dates.grammar import Hit, Rule, rule
from transforms.dates.timex3 import duration
from transforms.dates.values import Direction, Spec

_DIRECTIONS: Final[dict[str, tuple[int, bool]]] = {
    "this": (0, False), "current": (0, False), "-": (0, False),
    "last": (-1, False), "latest": (-1, False), "past": (-1, False),
    "next": (1, False), "coming": (1, False),
    "upcoming": (1, False), "that": (0, True), "same": (0, True), "previous": (-1, True),
    "preceding": (-1, True), "prior": (-1, True), "following": (1, True), "subsequent": (1, True),
    "ensuing": (1, True), "succeeding": (1, True), "very": (0, True),
}  # fmt: skip


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
    if words[0] == "the" and words[-1] == "past":
        return Spec("literal", TimexType.DURATION, value=duration(1, unit))
    if words[0] == "the" and words[-1] == "next":
        anaphoric = True
    if words[0] == "the" and words[-1] == "last" and unit != "quarter":
        return Spec("literal", TimexType.DURATION, value=duration(1, unit))
    if unit in CLOCK_UNITS:
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
    return Spec(
        "shift", TimexType.TIME if code else TimexType.DATE, unit="day", amount=_DAYS[word], clock=code
    )


def _day_after_tomorrow(hit: Hit) -> Spec | None:
    return Spec("shift", unit="day", amount=-2 if hit.word("n") == "yesterday" else 2)


def _day_before(hit: Hit) -> Spec | None:
    sign = -1 if hit.word("s") in ("before", "beforehand", "earlier", "previous", "preceding", "prior") else 1
    unit = unit_of(hit.word("u"))
    if unit == "night":
        return _part_spec(sign, anaphoric=True, code="NI")
    return None if unit in CLOCK_UNITS else Spec("shift", unit=unit, amount=sign, anaphoric=True)


def _the_unit(hit: Hit) -> Spec | None:
    return Spec("shift", unit=unit_of(hit.word("u")), amount=0, direction="that", anaphoric=True, nearby=True)


def _unit_end(hit: Hit) -> Spec | None:
    return Spec(
        "shift",
        unit=unit_of(hit.word("u")),
        amount=0,
        direction="that",
        anaphoric=True,
        nearby=True,
        mod="END",
    )


def _the_part(hit: Hit) -> Spec | None:
    code = part_of_day(hit.word("p"))
    return _part_spec(0, anaphoric=True, code=code) if code else None


def _early_hours(_: Hit) -> Spec | None:
    return _part_spec(0, anaphoric=True, code="MO")


RULES: Final[list[Rule]] = [
    # "last week", "the previous year", "this past month"
    rule(
        "relative.unit",
        "{DIR} (?:fiscal|schoolyear|working)? u=(?:yearword|unit|day|quarter|weekend|night|centuryword) "
        "(?!tick? old)",
        _deictic_unit,
        "yearword unit day quarter weekend night centuryword",
        0.9,
    ),
    # "this morning", "that evening"
    rule("relative.part", "{DIR} p=part", _deictic_part, "part", 0.9),
    # "last September", "this Friday", "next spring"
    rule("relative.name", "{DIR} n=(?:month|weekday|season)", _deictic_name, "month weekday season", 0.9),
    rule(
        "relative.near_day",
        "n=(?:today|yesterday|tomorrow|tonight)",
        _near_day,
        "today yesterday tomorrow tonight",
        0.95,
    ),
    # "the day before yesterday"
    rule(
        "relative.day_after",
        "the? day (?:before|after|afterward) n=(?:yesterday|tomorrow)",
        _day_after_tomorrow,
        "yesterday tomorrow",
        0.95,
    ),
    # "year-end", "the month's end"
    rule(
        "relative.unit_end",
        "the? u=(?:yearword (?:poss|hyphen)?|(?:month_unit|week|quarter|season|day) (?:poss|hyphen)) endword",
        _unit_end,
        "end",
        0.85,
    ),
    # "the day before", "the week after", "the year earlier"
    rule(
        "relative.day_before",
        "the u=(?:day|week|month_unit|yearword|quarter|night|weekend|unit) s=(?:before|after|afterward"
        "|earlier|following|previous)",
        _day_before,
        "before after afterward earlier following previous",
        0.8,
    ),
    # "the year", "the weekend"
    rule(
        "relative.the_unit",
        "the full? u=(?:yearword|week|weekend|day|month_unit|quarter|decade)",
        _the_unit,
        "yearword unit weekend day quarter",
        0.6,
    ),
    # "the early morning hours", "the wee hours", "the evening"
    rule(
        "relative.part_hours",
        "the? very? (?:early|wee|late|predawn)? p=(?:part|night) hours",
        _the_part,
        "part night",
        0.7,
    ),
    rule("relative.early_hours", "the very? (?:early|wee|small) hours", _early_hours, "hours", 0.7),
    rule("relative.the_part", "the p=(?:part|night)", _the_part, "part night", 0.6),
]
