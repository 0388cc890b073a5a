"""Whom a surname or first name alone means in one document, read from its beginning to its end."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from transforms.entities.places import first_names, sexes
from transforms.entities.vocabulary import (
    COURTESY,
    HEADS_OF_STATE,
    NAME_SUFFIXES,
    OFFICES,
    PARTICLES,
    ROYAL,
    TITLES,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from transforms.entities.aliases import Aliases, Known

Tokens = tuple[str, ...]

_FAMILY_FIRST = 3
"""Tokens of a name whose first one is a surname even where it is a first name elsewhere ("Kim Jong Un")."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a person's name: normalised `tokens` without titles; `suffix` is jr, sr, ii."""

    text: str
    tokens: Tokens
    suffix: str = ""

    @property
    def is_full(self) -> bool:
        """Whether it has a first name or initial and a surname; "Holt-Marsh" alone is a surname."""
        return len(self.tokens) > 1 and " " in self.text


def read_office(name: str) -> str:
    """Return the office that a name begins with, in one spelling; nothing for "Mr." and the like.

    >>> read_office("Sen. Laura Stenmark"), read_office("Vice President Salo"), read_office("Laura Stenmark")
    ('senator', 'vice president', '')
    """
    lower = name.lower()
    return next((office for spelling, office in OFFICES.items() if lower.startswith(spelling + " ")), "")


@dataclass(frozen=True, slots=True)
class ShortNames:
    """The people of one document by surname and by first name, and what its short names have meant so far.

    `offices` are pairs of a full name and an office that the document gives it.
    """

    surnames: Mapping[Tokens, set[str]]
    first: Mapping[Tokens, set[str]]
    offices: set[tuple[str, str]]
    aliases: Aliases
    named: set[str] = field(default_factory=set)
    meant: dict[Tokens, str] = field(default_factory=dict)

    @classmethod
    def of(cls, full: Mapping[Form, str], offices: set[tuple[str, str]], aliases: Aliases) -> ShortNames:
        """Index the full names of a document, each form with the person it names."""
        surnames: defaultdict[Tokens, set[str]] = defaultdict(set)
        first: defaultdict[Tokens, set[str]] = defaultdict(set)
        for form, person in full.items():
            for start in range(1, len(form.tokens)):
                surnames[form.tokens[start:]].add(person)
            if len(form.tokens[0]) > 1 and form.tokens[0] not in PARTICLES | ROYAL:
                whole = tuple(form.text.lower().split()[0].split("-"))  # "Jean" and "Jean-Luc"
                for tokens in {form.tokens[:1], whole}:
                    first[tokens].add(person)
        return cls(surnames, first, offices, aliases)

    def note(self, person: str) -> str:
        """Remember that a person has been named in full."""
        self.named.add(person)
        return person

    def read(self, name: str, form: Form) -> str:
        """Return whom a short name, with the title before it, means: a full name, or the name itself."""
        title = name.partition(" ")[0].lower()
        office, sex = read_office(name), COURTESY.get(title, "")
        people = self._candidates(form.tokens, is_titled=title in TITLES, sex=sex)
        holders = {person for person in people if office and (person, office) in self.offices}
        known = self._known(form, office, sex)
        if len(holders) == 1:
            return next(iter(holders))
        if known and not holders and (office in HEADS_OF_STATE or _are_juniors(known.name, people)):
            return known.name
        if len(people) == 1 and (known is None or known.name in people):
            return next(iter(people))
        if known and not people:
            return known.name
        return self._so_far(form.tokens, people) or form.text

    def _candidates(self, tokens: Tokens, *, is_titled: bool, sex: str) -> set[str]:
        """Return who can be meant by a surname, else by a first name, which no title precedes ("Justice Thomas")."""
        people = self.surnames.get(tokens) or self.first.get(tokens, set())
        if tokens not in self.surnames and is_titled and tokens[0] in first_names():
            people = {person for person in people if len(person.split()) >= _FAMILY_FIRST}
        return {person for person in people if _may_be(person, sex)}

    def _known(self, form: Form, office: str, sex: str) -> Known | None:
        """Return the world-known person of a name, first of one in that office."""
        in_office = self.aliases.find("PERSON", f"{office} {form.text}") if office in HEADS_OF_STATE else None
        known = in_office or self.aliases.find("PERSON", form.text)
        return known if known and _may_be(known.name, sex) else None

    def _so_far(self, tokens: Tokens, people: set[str]) -> str | None:
        """Return the one person of these that has been named in full, or that the short name meant before."""
        named = people & self.named
        if len(people) > 1 and len(named) == 1:
            self.meant.setdefault(tokens, next(iter(named)))
        meant = next(iter(named)) if len(named) == 1 else self.meant.get(tokens)
        return meant if len(people) > 1 and meant in people else None


def _may_be(person: str, sex: str) -> bool:
    """Whether a person can be addressed so: the first name does not belong to the other sex."""
    return not sex or sexes().get(person.partition(" ")[0].lower(), sex) == sex


def _are_juniors(name: str, people: set[str]) -> bool:
    """Whether the people of a document are only namesakes of a world-known one ("Donald Trump Jr.")."""
    suffixes = {suffix.rstrip(".") for suffix in NAME_SUFFIXES}
    return bool(people) and all(
        other.startswith(name) and other.split()[-1].lower().rstrip(".") in suffixes for other in people
    )
