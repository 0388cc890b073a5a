"""Joining neighbours that name one time together: "8 p.m." + "Friday", "March" + "of" + "last year"."""

from dataclasses import replace
from typing import Final

from transforms.codes import TimexType
from transforms.dates.candidates import Item
from transforms.dates.scan import Tokens
from transforms.dates.values import Spec
from transforms.dates.vocabulary import BARRIER

_MAX_GAP: Final = 2
_RANK: Final = {
    "day": 0, "week": 1, "weekend": 1, "month": 2, "season": 3, "quarter": 3, "half": 4, "year": 5,
    "decade": 6, "century": 7,
}  # fmt: skip


def compose(items: list[Item], tokens: Tokens) -> list[Item]:
    """Join neighbours, left to right, until nothing joins."""
    joined: list[Item] = []
    for item in items:
        while joined and (merged := _join(joined[-1], item, tokens)) is not None:
            joined.pop()
            item = merged  # noqa: PLW2901 - it may join its left neighbour too
        joined.append(item)
    return [item for item in joined if not _is_leftover(item, tokens)]


def _is_leftover(item: Item, tokens: Tokens) -> bool:
    if item.rule == "part.bare":
        return tokens.words[item.first] != "overnight"
    spec = item.spec
    return spec.outer is None and (spec.kind == "ordinal" or spec.unit == "period")


def _unit(spec: Spec) -> str | None:
    if spec.kind == "moment" and spec.moment is not None:
        return spec.moment.unit
    if spec.kind == "holiday":
        return "day"
    return spec.unit if spec.kind in ("shift", "ordinal") else None


def _is_open(spec: Spec) -> bool:
    """Whether a larger period can still complete it ("March", "the third quarter", "Friday")."""
    if spec.outer is not None or spec.direction not in (None, "that"):
        return False
    if spec.kind == "moment" and spec.moment is not None:
        return spec.moment.year is None
    return spec.kind in ("ordinal", "holiday")


def _is_bare_clock(spec: Spec) -> bool:
    return (
        spec.kind == "shift"
        and spec.unit == "day"
        and spec.amount == 0
        and spec.anaphoric
        and bool(spec.clock)
    )


def _join(left: Item, right: Item, tokens: Tokens) -> Item | None:
    if right.first - left.last > _MAX_GAP or BARRIER in tokens.kinds[left.last : right.first]:
        return None
    gap = tokens.words[left.last : right.first]
    spec = _joined_spec(left, right, " ".join(gap))
    if spec is None:
        return None
    return Item(left.first, right.last, spec, left.rule, min(left.confidence, right.confidence))


def _joined_spec(left: Item, right: Item, gap: str) -> Spec | None:
    a, b = left.spec, right.spec
    if _is_bare_clock(a) and _unit(b) == "day" and not b.clock and b.kind != "ordinal":
        return _at_clock(left, right, gap)
    if (
        _is_bare_clock(b)
        and right.rule in ("part.bare", "relative.the_part")
        and _unit(a) == "day"
        and not a.clock
    ):
        return (
            replace(a, timex_type=TimexType.TIME, clock=b.clock)
            if gap in ("", "early", "late") and right.rule == "part.bare"
            else None
        )
    if _is_weekday(a) and _names_day(b) and gap in ("", ",", "the", ", the"):
        return b
    return _within(a, b, gap)


def _at_clock(left: Item, right: Item, gap: str) -> Spec | None:
    if left.rule == "part.bare" and gap not in ("of", "of the"):
        return None
    allowed = ("of", "of the") if left.rule in ("relative.the_part", "part.bare") else ("", "of")
    if left.rule in ("relative.part_hours", "relative.early_hours"):
        allowed = ("of", "of the")
    if gap not in allowed or _is_bare_clock(right.spec):
        return None
    a, b = left.spec, right.spec
    return replace(b, timex_type=TimexType.TIME, clock=a.clock, zone=a.zone)


def _is_weekday(spec: Spec) -> bool:
    moment = spec.moment
    return (
        spec.kind == "moment"
        and moment is not None
        and bool(moment.weekday)
        and not moment.day
        and spec.direction is None
    )


def _names_day(spec: Spec) -> bool:
    moment = spec.moment
    if spec.kind == "holiday":
        return False
    return spec.kind == "moment" and moment is not None and moment.unit == "day" and bool(moment.day)


def _is_same_period(spec: Spec) -> bool:
    return (
        spec.kind == "shift"
        and spec.anaphoric
        and spec.amount == 0
        and spec.unit in ("period", "quarter", "month", "week")
    )


def _within(a: Spec, b: Spec, gap: str) -> Spec | None:  # noqa: PLR0911 - one return for each way to join
    """`a` as a part of `b`: "March" + "of" + "last year", "the week" + "of" + "5 May"."""
    small, large = _unit(a), _unit(b)
    if _is_same_period(a) and large == "year" and gap in ("", "of", "in", "from"):
        return replace(a, outer=b)
    if small not in _RANK or large not in _RANK or b.clock or a.clock:
        return None
    if (
        gap == "of"
        and small in ("week", "weekend", "month")
        and large == "day"
        and a.kind == "shift"
        and a.direction == "that"
    ):
        return Spec("ordinal", unit=small, amount=1, outer=b)
    if _RANK[small] >= _RANK[large] or not _is_open(a):
        return None
    if gap in ("of", "in") and a.kind == "ordinal":
        return replace(a, outer=b)
    relative = b.kind == "shift" or b.direction is not None
    if gap == "of" or (
        gap in ("", ",") and large in ("year", "week") and ((relative and gap == "") or a.kind == "holiday")
    ):
        return replace(a, outer=b)
    return None
