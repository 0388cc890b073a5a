"""Which mentions of people in one document mean the same person."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from transforms.entities.names import normalise_name
from transforms.entities.places import first_names
from transforms.entities.short_names import Form, ShortNames, Tokens, read_office
from transforms.entities.vocabulary import NAME_SUFFIXES, PARTICLES, ROYAL, TITLES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from transforms.entities.aliases import Aliases

_NICKNAME = re.compile(r"""(?<=\S)\s+[“"‘'(]\s?[^“”"‘'()]{1,24}[”"’')]\s+(?=\w)""")
_PAIR = 2
_WORD = 4
"""Letters from which a word in capitals is no abbreviation."""


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


def resolve_people(
    names: Sequence[str], aliases: Aliases, relatives: Collection[str] = frozenset()
) -> list[str]:
    """Return the full name of the person that each name of one document means, in order.

    A full name stands for itself, its variants (initials, middle names, family name first) and its lone
    surname or first name. Where two people could be meant, the short name means the one named so far or meant
    by it before, else it stays. `relatives` are full names behind "his father" and the like: never a longer
    or shorter form of somebody else's.

    >>> from transforms.entities.aliases import load_aliases
    >>> resolve_people(["Xi Jinping", "Xi", "Wladimir Putin", "Putin"], load_aliases())
    ['Xi Jinping', 'Xi Jinping', 'Vladimir Putin', 'Vladimir Putin']
    >>> resolve_people(["Ann Lee", "Bob Lee", "Lee"], load_aliases())
    ['Ann Lee', 'Bob Lee', 'Lee']
    >>> resolve_people(["Ann Lee", "Lee", "Bob Lee", "Lee"], load_aliases())
    ['Ann Lee', 'Ann Lee', 'Bob Lee', 'Ann Lee']

    A title tells two people of one surname apart, when only one of them has it in the document.

    >>> resolve_people(["Sen. Ann Lee", "Bob Lee", "Senator Lee", "Mr. Lee"], load_aliases())
    ['Ann Lee', 'Bob Lee', 'Ann Lee', 'Bob Lee']
    """
    forms = {name: _known_form(name, aliases) for name in dict.fromkeys(names)}
    counts = Counter(forms[name] for name in names)
    people = _people([form for form in counts if form.is_full], {forms[name] for name in relatives})
    full = {form: _best(group, counts, aliases) for group in people for form in group}
    offices = {(full[form], read_office(name)) for name, form in forms.items() if form in full}
    reader = ShortNames(full, offices, aliases)
    return [
        reader.note(full[form]) if (form := forms[name]) in full else reader.read(name, form)
        for name in names
    ]


def _known_form(name: str, aliases: Aliases) -> Form:
    form = read_form(name)
    known = aliases.find("PERSON", form.text) if form.is_full else None
    return read_form(known.name) if known else form


def _people(forms: Iterable[Form], apart: set[Form]) -> list[list[Form]]:
    """Group full names into people: a name joins a group when it fits all of it, and no other group."""
    groups: list[list[Form]] = []
    by_key: defaultdict[Tokens, set[int]] = defaultdict(set)
    for form in sorted(forms, key=lambda f: (-sum(len(t) for t in f.tokens), f.tokens, f.suffix, f.text)):
        keys = _keys(form.tokens)
        near = sorted(set().union(*(by_key.get(key, ()) for key in keys)))
        fitting = [i for i in near if all(_fit(form, other, apart) for other in groups[i])]
        if len(fitting) != 1:
            fitting = [len(groups)]
            groups.append([])
        groups[fitting[0]].append(form)
        for key in keys:
            by_key[key].add(fitting[0])
    return groups


def _keys(tokens: Tokens) -> set[Tokens]:
    """Return keys of which two names that can be one person's share one (see `same_person`)."""
    parts = {tokens[i:] for i in range(len(tokens))} | {tokens[:i] for i in range(2, len(tokens))}
    return (parts - {tokens[-1:]}) | {("", *sorted(tokens)), (tokens[0][0], "", tokens[-1])}


def _fit(one: Form, other: Form, apart: set[Form]) -> bool:
    return same_person(one, other, related=bool(apart) and (one in apart or other in apart))


def same_person(one: Form, other: Form, *, related: bool = False) -> bool:
    """Whether two full names of one document can be one person's; of relatives, only variants of one name.

    >>> same_person(read_form("G. W. Bush"), read_form("George W. Bush"))
    True
    >>> same_person(read_form("George H. W. Bush"), read_form("George W. Bush"))
    False
    >>> same_person(read_form("Jinping Xi"), read_form("Xi Jinping"))
    True
    >>> same_person(read_form("Ali Hassan"), read_form("Hassan Ali"))
    False
    """
    if one.suffix != other.suffix:
        return False
    short, long = sorted((one.tokens, other.tokens), key=len)
    if short == long:
        return True
    if not related and short == long[-len(short) :]:
        return True
    has_surname = any(token not in first_names() for token in short)
    if has_surname and not related and (short == long[: len(short)] or sorted(short) == sorted(long)):
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


def _best(group: Sequence[Form], counts: Mapping[Form, int], aliases: Aliases) -> str:
    """Return the listed form, else the one with a first name and the fewest initials, then the commonest."""

    def rank(form: Form) -> tuple[bool, bool, int, int, int, str]:
        known = aliases.find("PERSON", form.text)
        is_surname = any(_lacks_first_name(form.tokens, other.tokens) for other in group)
        initials = sum(len(token) == 1 for token in form.tokens)
        is_listed = known is not None and known.name == form.text
        return (not is_listed, is_surname, initials, -counts[form], -len(form.text), form.text)

    return min(group, key=rank).text


def _lacks_first_name(short: Tokens, long: Tokens) -> bool:
    """Whether a name ends a longer one that begins with a first name ("Van Bavel", "Jay Van Bavel")."""
    ends = short != long and short == long[-len(short) :]
    return ends and (long[0] in first_names() or (short[0] in PARTICLES and len(long[0]) == 1))
