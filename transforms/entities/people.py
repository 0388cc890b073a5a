"""Which mentions of people in one document mean the same person."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transforms.entities.names import normalise_name
from transforms.entities.places import first_names
from transforms.entities.vocabulary import HEADS_OF_STATE, NAME_SUFFIXES, OFFICES, PARTICLES, ROYAL, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from transforms.entities.aliases import Aliases

Tokens = tuple[str, ...]

_NICKNAME = re.compile(r"""(?<=\S)\s+[“"‘'(]\s?[^“”"‘'()]{1,24}[”"’')]\s+(?=\w)""")
_PAIR = 2
_WORD = 4
"""Letters from which a word in capitals is no abbreviation."""


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


def read_form(text: str) -> Form:
    """Cut a person's name into its parts.

    >>> read_form("President George W. Bush"), read_form("Martin Luther King Jr.").suffix
    (Form(text='George W. Bush', tokens=('george', 'w', 'bush'), suffix=''), 'jr')
    >>> read_form("Lewis “Dot” Bellamy").text
    'Lewis Bellamy'
    """
    parts = _NICKNAME.sub(" ", text.replace(",", " ")).split()
    while len(parts) > 1 and parts[0].lower() in TITLES and not _is_royal(parts):
        parts = parts[1:]
    tokens = [token for part in parts for token in _tokens(part)]
    suffix = tokens.pop() if len(tokens) > 1 and tokens[-1] in NAME_SUFFIXES else ""
    return Form(_display(parts), tuple(tokens), suffix)


def _is_royal(parts: Sequence[str]) -> bool:
    """Whether a title and a first name make the name ("Pope Francis")."""
    return parts[0].lower() in ROYAL and len(parts) == _PAIR


def _tokens(part: str) -> list[str]:
    """Return the normalised tokens of a written part; "G.W." is two initials."""
    letters = [piece for piece in part.split(".") if piece]
    if len(letters) > 1 and all(len(piece) == 1 for piece in letters):
        return [piece.lower() for piece in letters]
    return normalise_name(part).split()


def _display(parts: Sequence[str]) -> str:
    """Return a name as it should stand in the entities table: "XI JINPING" as "Xi Jinping"."""
    if (
        len(parts) > 1
        and all(part.isupper() or not part.isalpha() for part in parts)
        and max(map(len, parts)) >= _WORD
    ):
        return " ".join(part.title() if len(part) > 1 else part for part in parts)
    return " ".join(_settle(part) for part in parts)


def _settle(part: str) -> str:
    """Return a word with a slip of the shift key undone ("WLadimir")."""
    if len(part) >= _WORD and part[:2].isupper() and part[2:].islower() and part.isalpha():
        return part.capitalize()
    return part


def resolve_people(names: Sequence[str], aliases: Aliases) -> list[str]:
    """Return the full name of the person that each name of one document means, in order.

    A full name stands for itself, its variants (initials, middle names, family name first) and its lone
    surname or first name, unless two people of the document could be meant: then the short name stays.

    >>> from transforms.entities.aliases import load_aliases
    >>> resolve_people(["Xi Jinping", "Xi", "Wladimir Putin", "Putin"], load_aliases())
    ['Xi Jinping', 'Xi Jinping', 'Vladimir Putin', 'Vladimir Putin']
    >>> resolve_people(["Ann Lee", "Bob Lee", "Lee"], load_aliases())
    ['Ann Lee', 'Bob Lee', 'Lee']

    An office tells two people of one surname apart, when only one of them holds it in the document.

    >>> resolve_people(["Sen. Ann Lee", "Bob Lee", "Senator Lee"], load_aliases())
    ['Ann Lee', 'Bob Lee', 'Ann Lee']
    """
    forms = {name: _known_form(name, aliases) for name in dict.fromkeys(names)}
    counts = Counter(forms[name] for name in names)
    people = _people([form for form in counts if form.is_full])
    full = {form: _best(group, counts) for group in people for form in group}
    index = _index(people, full)
    offices = {(full[form], read_office(name)) for name, form in forms.items() if form in full}
    resolved = {
        name: full.get(form) or _short(form, index, aliases, offices, read_office(name))
        for name, form in forms.items()
    }
    return [resolved[name] for name in names]


def read_office(name: str) -> str:
    """Return the office that a name begins with, in one spelling; nothing for "Mr." and the like.

    >>> read_office("Sen. Laura Stenmark"), read_office("Vice President Salo"), read_office("Laura Stenmark")
    ('senator', 'vice president', '')
    """
    lower = name.lower()
    return next((office for spelling, office in OFFICES.items() if lower.startswith(spelling + " ")), "")


def _known_form(name: str, aliases: Aliases) -> Form:
    form = read_form(name)
    known = aliases.find("PERSON", form.text) if form.is_full else None
    return read_form(known.name) if known else form


def _people(forms: Iterable[Form]) -> list[list[Form]]:
    """Group full names into people: a name joins a group when it fits all of it, and no other group."""
    groups: list[list[Form]] = []
    for form in sorted(forms, key=lambda f: (-sum(len(t) for t in f.tokens), f.tokens, f.suffix, f.text)):
        fitting = [group for group in groups if all(same_person(form, other) for other in group)]
        if len(fitting) == 1:
            fitting[0].append(form)
        else:
            groups.append([form])
    return groups


def same_person(one: Form, other: Form) -> bool:
    """Whether two full names of one document can be one person's.

    >>> same_person(read_form("G. W. Bush"), read_form("George W. Bush"))
    True
    >>> same_person(read_form("George H. W. Bush"), read_form("George W. Bush"))
    False
    >>> same_person(read_form("Jinping Xi"), read_form("Xi Jinping"))
    True
    """
    if one.suffix != other.suffix:
        return False
    short, long = sorted((one.tokens, other.tokens), key=len)
    if sorted(short) == sorted(long):
        return True
    if short == long[-len(short) :] or short == long[: len(short)]:
        return True
    return short[-1] == long[-1] and _fits(short[0], long[0]) and _fit_middle(short[1:-1], long[1:-1])


def _fits(one: str, other: str) -> bool:
    """Whether two first names agree, one of them perhaps an initial."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) == 1 and long.startswith(short))


def _fit_middle(short: Tokens, long: Tokens) -> bool:
    """Whether the middle names agree; none agree with one name, or with names that are no initials."""
    if not short:
        return len(long) <= 1 or not any(len(token) == 1 for token in long)
    return len(short) == len(long) and all(_fits(a, b) for a, b in zip(short, long, strict=True))


def _best(group: Sequence[Form], counts: Mapping[Form, int]) -> str:
    """Return the form with a first name and the fewest initials, then the commonest, then the longest."""

    def rank(form: Form) -> tuple[bool, int, int, int, str]:
        is_surname = any(_lacks_first_name(form.tokens, other.tokens) for other in group)
        initials = sum(len(token) == 1 for token in form.tokens)
        return (is_surname, initials, -counts[form], -len(form.text), form.text)

    return min(group, key=rank).text


def _lacks_first_name(short: Tokens, long: Tokens) -> bool:
    """Whether a name ends a longer one that begins with a first name ("Van Bavel", "Jay Van Bavel")."""
    return short != long and short == long[-len(short) :] and long[0] in first_names()


def _index(people: Sequence[Sequence[Form]], full: Mapping[Form, str]) -> dict[Tokens, set[str]]:
    """Return short names → the people they may mean: surnames (with particles) before first names."""
    surnames: defaultdict[Tokens, set[str]] = defaultdict(set)
    others: defaultdict[Tokens, set[str]] = defaultdict(set)
    for form in (form for group in people for form in group):
        for start in range(1, len(form.tokens)):
            surnames[form.tokens[start:]].add(full[form])
        if len(form.tokens[0]) > 1 and form.tokens[0] not in PARTICLES | ROYAL:
            for first in {form.tokens[:1], tuple(_tokens(form.text.split()[0]))}:  # "Jean" and "Jean-Luc"
                others[first].add(full[form])
    for tokens, found in others.items():
        surnames[tokens] |= found if tokens not in surnames else surnames[tokens] | found
    return surnames


def _short(
    form: Form,
    index: Mapping[Tokens, set[str]],
    aliases: Aliases,
    offices: set[tuple[str, str]],
    office: str,
) -> str:
    """Return whom a short name means: one person of the document, else a world-known one, else itself."""
    people = index.get(form.tokens, set())
    holders = {name for name in people if office and (name, office) in offices}
    known = aliases.find("PERSON", form.text)
    if len(holders) == 1:
        return next(iter(holders))
    if known and not holders and (office in HEADS_OF_STATE or _are_juniors(known.name, people)):
        return known.name
    if len(people) == 1 and (known is None or known.name in people):
        return next(iter(people))
    return known.name if known and not people else form.text


def _are_juniors(name: str, people: set[str]) -> bool:
    """Whether the people of a document are only namesakes of a world-known one ("Donald Trump Jr.")."""
    return bool(people) and all(read_form(other).suffix and other.startswith(name) for other in people)
