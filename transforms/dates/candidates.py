"""All matches of the grammar in a text, and the best set of them that does not overlap."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from transforms.dates.families import (
    calendar_dates,
    clock,
    distances,
    durations,
    named_days,
    periods,
    relative,
    sets,
    vague,
)
from transforms.dates.grammar import Hit, Rule
from transforms.dates.scan import Tokens
from transforms.dates.values import Spec

RULES: Final[tuple[Rule, ...]] = (
    *calendar_dates.RULES, *clock.RULES, *periods.RULES,
    *relative.RULES, *distances.RULES, *durations.RULES, *sets.RULES, *vague.RULES,
    *named_days.RULES,
)  # fmt: skip


# One bit for each kind that some rule needs: whether a rule can match at all is then one comparison.
_BITS: Final = {
    kind: 1 << bit for bit, kind in enumerate(sorted(frozenset().union(*(r.needs for r in RULES))))
}
_GATED: Final = [(sum(_BITS[kind] for kind in rule.needs), rule) for rule in RULES]


@dataclass(slots=True)
class Item:
    """A temporal expression in the making: tokens `first:last`, what it means and which rule says so."""

    first: int
    last: int
    spec: Spec
    rule: str
    confidence: float


def find_items(tokens: Tokens) -> list[Item]:
    """The best matches of the grammar, in text order: the longer wins, then the earlier rule."""
    present = 0
    for kind in set(tokens.kinds):
        present |= _BITS.get(kind, 0)
    found: list[tuple[int, int, int, Rule, re.Match[str]]] = []
    for order, (needs, rule) in enumerate(_GATED):
        if not needs & present:
            continue
        for match in rule.pattern.finditer(tokens.kinds):
            start, end = match.span()
            found.append((start - end, order, start, rule, match))
    found.sort(key=lambda item: item[:3])
    taken = bytearray(len(tokens.kinds))
    items = list(_holidays(tokens, taken))
    items.extend(_select(found, tokens, taken))
    items.sort(key=lambda item: item.first)
    return items


def _holidays(tokens: Tokens, taken: bytearray) -> Iterator[Item]:
    for start, end, name in named_days.holidays(tokens):
        if not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            yield Item(start, end, Spec("holiday", value=name), "date.holiday", 0.9)


def _select(
    found: list[tuple[int, int, int, Rule, re.Match[str]]], tokens: Tokens, taken: bytearray
) -> Iterator[Item]:
    for negative_length, _, start, rule, match in found:
        end = start - negative_length
        if any(taken[start:end]):
            continue
        spec = rule.build(Hit(tokens, match))
        if spec is not None:
            taken[start:end] = b"\x01" * (end - start)
            yield Item(start, end, spec, rule.name, rule.confidence)
