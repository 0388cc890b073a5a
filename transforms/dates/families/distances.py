"""Dates told by their distance: "two years ago", "three days later", "a month earlier"."""

from dataclasses import replace
from typing import Final

from transforms.codes import TimexType
from transforms.dates.families.units import CLOCK_UNITS, quantity_mod, unit_of
from transforms.dates.grammar import Hit, Rule, rule
from transforms.dates.numbers import read_number
from transforms.dates.timex3 import duration
from transforms.dates.values import Spec

# "more than two years ago" is a point before the one two years ago.
_POINT_MODS: Final = {
    "MORE_THAN": "BEFORE",
    "LESS_THAN": "AFTER",
    "EQUAL_OR_MORE": "ON_OR_BEFORE",
    "EQUAL_OR_LESS": "ON_OR_AFTER",
}
_BACK: Final = frozenset({"ago", "back", "earlier", "before", "previously", "previous", "preceding", "prior"})
_FROM_NOW: Final = frozenset({"ago", "back", "from", "hence"})


def _distance(hit: Hit) -> Spec | None:
    tail = hit.word("tail")
    sign, anaphoric = (-1 if tail in _BACK else 1), tail not in _FROM_NOW
    unit, amount = unit_of(hit.word("u")), read_number(hit.words("n"))
    mod = quantity_mod(hit.words("q"))
    mod = _POINT_MODS.get(mod, mod) if mod else None
    if unit in CLOCK_UNITS:
        if sign < 0 and not anaphoric:
            return Spec("literal", value="PAST_REF", mod=mod)
        return Spec("literal", TimexType.TIME, value=duration(amount, unit), mod=mod)
    if amount is None:
        return Spec("literal", value="PAST_REF" if sign < 0 else "FUTURE_REF", mod=mod)
    return Spec("shift", unit=unit, amount=sign * amount, anaphoric=anaphoric, mod=mod)


def _half_distance(hit: Hit) -> Spec | None:
    spec = _distance(hit)
    if spec is None or spec.amount is None:
        return spec
    return replace(spec, amount=1.5 if spec.amount > 0 else -1.5)


def _or_so_ago(hit: Hit) -> Spec | None:
    unit = unit_of(hit.word("u"))
    if unit in CLOCK_UNITS:
        return Spec("literal", value="PAST_REF")
    return Spec("shift", unit=unit, amount=-1, mod="APPROX")


RULES: Final[list[Rule]] = [
    # "about two years ago", "a week later", "84 years before.", "a month previously", "two weeks from now"
    rule(
        "relative.distance",
        "(?:{APPROXAGO})? {AMOUNT} hyphen? {ADJ}? u={ANYUNIT} hyphen? tail=(?:ago|back(?=comma|dot)"
        "|earlier(?!than)"
        "|before(?=barrier|comma|dot|semicolon|quote|rparen|and|when|in|at|on|but|dash)|previously"
        "|previous(?=comma|dot|and)"
        "|later(?!than)|afterward|after(?=comma|dot)|after that|from now|from today|hence)",
        _distance,
        "ago back earlier before previously previous later after afterward now today hence",
        0.85,
    ),
    # "a year and a half ago"
    rule(
        "relative.half_distance",
        "art u=one_unit n=(and art half) tail=(?:ago|earlier(?!than)|later(?!than))",
        _half_distance,
        "half",
        0.85,
    ),
    # "years ago", "weeks later"
    rule(
        "relative.vague_distance",
        "u=units tail=(?:ago|later(?!than)|earlier(?!than)|before(?=comma|dot))",
        _distance,
        "ago later earlier before",
        0.8,
    ),
    # "a week or so ago", "a year or two ago"
    rule(
        "relative.or_so_ago", "(?:just|only)? art u=one_unit or (?:so|two|more) ago", _or_so_ago, "ago", 0.8
    ),
]
