"""The entity rules in their order. The order was chosen on development data: see docs/entities.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.entities.agreement import propagate, vote
from transforms.entities.bodies import name_bodies
from transforms.entities.headlines import tame_headlines
from transforms.entities.hygiene import clean_spans, tidy
from transforms.entities.kinds import extend, mark_acronyms, name_storms, name_teams, retype
from transforms.entities.lists import mark_institutions, mark_nations, mark_places, mark_states
from transforms.entities.persons import name_bearers, name_people

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from transforms.entities.spans import Found, Words

    Rule = Callable[[Words, list[Found]], list[Found]]

RULES: tuple[Rule, ...] = (
    clean_spans,
    tame_headlines,
    retype,
    mark_acronyms,
    name_people,
    vote,
    propagate,
    mark_places,
    mark_nations,
    mark_states,
    name_bearers,
    extend,
    name_storms,
    name_teams,
    mark_institutions,
    name_bodies,
    tidy,
)
"""Every rule takes the words and the spans so far and returns new spans, in text order, without overlaps."""


def apply_rules(words: Words, spans: Iterable[Found]) -> list[Found]:
    """Return the spans of the model after all rules.

    >>> from transforms.entities.spans import Found, Words
    >>> words = Words(["Russia", "-", "China", "talks", "in", "the", "Kremlin"], [False, False] + [True] * 5)
    >>> [(words.text(s), s.label) for s in apply_rules(words, [Found(0, 3, "ORG")])]
    [('Russia', 'GPE'), ('China', 'GPE'), ('Kremlin', 'ORG')]
    """
    found = list(spans)
    for rule in RULES:
        found = rule(words, found)
    return found
