"""Whom a surname or first name alone means in one document, read from its beginning to its end."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transforms.entities.names import normalise_name
from transforms.entities.places import Sex, first_names, sexes
from transforms.entities.vocabulary import (
    COURTESY,
    FAMILY_FIRST,
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

    >>> read_office("Sen. Laura Stenmark"), read_office("former President Salo"), read_office("Laura Stenmark")
    ('senator', 'former president', '')
    """
    lower = name.lower()
    former = "former " if lower.startswith("former ") else ""
    lower = lower.removeprefix("former ")
    return next(
        (former + office for written, office in OFFICES.items() if lower.startswith(written + " ")), ""
    )


class ShortNames:
    """The people of one document by surname and by first name, and what its short names have meant so far.

    `full` has each full form with the person it names, `offices` the pairs of a person and an office that the
    document gives. What `read` returns depends on the names noted and read before: call both in text order.
    """

    def __init__(self, full: Mapping[Form, str], offices: set[tuple[str, str]], aliases: Aliases) -> None:
        self._offices = offices
        self._aliases = aliases
        self._surnames: defaultdict[Tokens, set[str]] = defaultdict(set)
        self._first: defaultdict[Tokens, set[str]] = defaultdict(set)
        self._named: set[str] = set()
        self._meant: dict[Tokens, str] = {}
        self._known_candidates: dict[tuple[Tokens, bool, str], set[str]] = {}
        for form, person in full.items():
            for start in range(1, len(form.tokens)):
                self._surnames[form.tokens[start:]].add(person)
            if len(form.tokens[0]) > 1 and form.tokens[0] not in PARTICLES | ROYAL:
                whole = tuple(normalise_name(form.text.split()[0]).split())  # "Jean" and "Jean-Luc"
                for tokens in {form.tokens[:1], whole}:
                    self._first[tokens].add(person)

    def note(self, person: str) -> str:
        """Remember that a person has been named in full."""
        self._named.add(person)
        return person

    def read(self, name: str, form: Form) -> str:
        """Return whom a short name, with the title before it, means: a full name, or the name itself."""
        if not form.tokens:
            return form.text
        title, office = name.removeprefix("former ").partition(" ")[0].lower(), read_office(name)
        sex = COURTESY.get(title, "")
        people = self._candidates(form.tokens, title in TITLES, sex)
        holders = {person for person in people if (person, office) in self._offices} if office else set()
        now = office.removeprefix("former ")
        head_of_state = now if now in HEADS_OF_STATE else ""
        known = self._known(form, head_of_state, sex)
        if len(holders) == 1:
            return next(iter(holders))
        if known and not holders and (head_of_state or _are_juniors(known.name, people)):
            return known.name
        if len(people) == 1 and (known is None or known.name in people):
            return next(iter(people))
        if known and not people:
            return known.name
        return self._so_far(form.tokens, people) or form.text

    def _candidates(self, tokens: Tokens, is_titled: bool, sex: str) -> set[str]:
        """Return who can be meant by a surname, else by a first name, which no title precedes ("Justice Thomas")."""
        key = (tokens, is_titled, sex)
        if key not in self._known_candidates:
            people = self._surnames.get(tokens) or self._first.get(tokens, set())
            is_first = tokens[0] in first_names() and tokens[0] not in FAMILY_FIRST
            if tokens not in self._surnames and is_titled and is_first:
                people = set()
            self._known_candidates[key] = _addressed(people, sex)
        return self._known_candidates[key]

    def _known(self, form: Form, head_of_state: str, sex: str) -> Known | None:
        """Return the world-known person of a name, first of one in that office."""
        title = f"{head_of_state} " if head_of_state else ""
        known = self._aliases.find("PERSON", title + form.text) or self._aliases.find("PERSON", form.text)
        return known if known and _addressed({known.name}, sex) else None

    def _so_far(self, tokens: Tokens, people: set[str]) -> str | None:
        """Return the one person of these that has been named in full, or that the short name meant before."""
        if len(people) <= 1:
            return None
        named = people & self._named
        if len(named) == 1:
            self._meant.setdefault(tokens, *named)
        meant = self._meant.get(tokens)
        return meant if meant in people else None


def _addressed(people: set[str], sex: str) -> set[str]:
    """Return those of the people who can be addressed so; a lone one is ruled out by a sure name only."""
    if not sex:
        return people
    names = {
        person: sexes().get(person.partition(" ")[0].lower(), Sex("", is_sure=False)) for person in people
    }
    is_alone = len(people) == 1
    return {
        person for person, name in names.items() if name.sex in ("", sex) or (is_alone and not name.is_sure)
    }


def _are_juniors(name: str, people: set[str]) -> bool:
    """Whether the people of a document are only namesakes of a world-known one ("Donald Trump Jr.")."""
    return bool(people) and all(
        other.startswith(name) and other.rpartition(" ")[2].lower() in NAME_SUFFIXES for other in people
    )
