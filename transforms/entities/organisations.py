"""Which mentions of organisations in one document mean the same one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from transforms.entities.lists import listed_label
from transforms.entities.names import normalise_name
from transforms.entities.vocabulary import (
    COMPANY_SUFFIXES,
    JOINERS,
    LEGAL_SUFFIXES,
    ORG_HEADS,
    ORG_OPENERS,
    word_set,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from transforms.entities.aliases import Aliases

Tokens = tuple[str, ...]

_SHORTEST, _LONGEST = 2, 7
_GENERIC = {word.lower() for word in ORG_HEADS | ORG_OPENERS} | {
    "foreign", "defence", "defense", "interior", "national", "state", "house", "security", "federal",
    "center", "centre", "general", "supreme", "high", "democratic", "republican", "labour", "conservative", "liberal",
}  # fmt: skip
_PAPERS = word_set("times post journal herald tribune gazette chronicle observer telegraph")
"""What a paper is called for short ("the Times" for The New York Times)."""

_UNITS = word_set(
    """hospital gallery hotel airport club network church festival team research records news sports school
    university foundation institute center centre police museum stadium world times post today radio
    television tv online magazine press department ministry"""
)
"""Words that make another organisation of a name ("Apple" is not "Apple Records")."""


def resolve_organisations(names: Sequence[str], aliases: Aliases) -> list[str]:
    """Return the full name of the organisation that each name of one document means, in order.

    Acronyms, names without their legal form, and the first or last part of one longer name named before are
    resolved, when exactly one organisation of the document fits. A listed name ("BBC") is no part of a longer one.

    >>> from transforms.entities.aliases import load_aliases
    >>> resolve_organisations(["Centre for Quiet Studies", "CQS", "Acme Corp.", "Acme"], load_aliases())
    ['Centre for Quiet Studies', 'Centre for Quiet Studies', 'Acme', 'Acme']
    >>> resolve_organisations(["Acme", "Acme Mind", "Orrin Mind", "Orrin"], load_aliases())
    ['Acme', 'Acme Mind', 'Orrin Mind', 'Orrin Mind']
    """
    plain = {name: _plain(name, aliases) for name in dict.fromkeys(names)}
    keys = {text: tuple(normalise_name(text).split()) for text in plain.values()}
    listed = {text for text in keys if aliases.find("ORG", text) or listed_label(text) == "ORG"}
    index = _Index(keys)
    resolved = {name: _longer(text, index, is_listed=text in listed) for name, text in plain.items()}
    return [resolved[name] for name in names]


class _Index:
    """The names of a document with their tokens, in its order, by what a shorter name can share with them."""

    def __init__(self, keys: Mapping[str, Tokens]) -> None:
        self.keys = keys
        self.places = {text: i for i, text in enumerate(keys)}
        self._by_edge: defaultdict[str, set[str]] = defaultdict(set)
        for text, tokens in keys.items():
            for edge in {*tokens[:1], *tokens[-1:], *_initials(text)}:
                self._by_edge[edge].add(text)

    def near(self, text: str) -> dict[str, Tokens]:
        """Return the other names that share the first or last word, or that the text may be the acronym of."""
        tokens = self.keys[text]
        found = self._by_edge[tokens[0]] | self._by_edge[tokens[-1]] | self._by_edge[_letters(text).lower()]
        return {
            other: self.keys[other] for other in sorted(found, key=self.places.__getitem__) if other != text
        }


def _plain(name: str, aliases: Aliases) -> str:
    """Return the known name, or the name without legal form ("Gazprom" for "Gazprom Ltd.")."""
    known = aliases.find("ORG", name)
    if known:
        return known.name
    parts = name.split()
    while len(parts) > 1 and parts[-1].strip(",").lower() in LEGAL_SUFFIXES:
        parts = parts[:-1]
    text = " ".join(parts).rstrip(",")
    known = aliases.find("ORG", text)
    return known.name if known else text


def _longer(text: str, index: _Index, *, is_listed: bool) -> str:
    """Return the one longer name that a short one stands for, or the name itself."""
    tokens, place = index.keys[text], index.places[text]
    if not tokens:
        return text
    near = index.near(text)
    longer = {other: key for other, key in near.items() if len(key) > len(tokens)}
    found = {other for other, key in longer.items() if _abridges(text, tokens, key, other)}
    if not is_listed:
        before = (other for other in longer if index.places[other] < place)
        found |= {other for other in before if _is_part(tokens, longer[other])}
    rivals = {
        key for key in near.values() if tokens in (key[: len(tokens)], key[-len(tokens) :]) and key != tokens
    }
    is_clear = len({index.keys[other] for other in found}) == 1 and len(rivals) <= 1
    return min(found, key=index.places.__getitem__) if is_clear else text


def _abridges(text: str, tokens: Tokens, longer: Tokens, other: str) -> bool:
    """Whether a name is the acronym, the paper's last word or the name without legal form of a longer one."""
    if len(tokens) == 1 and (abbreviates(text, other) or (tokens[0] in _PAPERS and longer[-1] == tokens[0])):
        return True
    if longer == ("united", "states", *tokens):  # "Senate"
        return True
    rest = longer[len(tokens) :]
    is_start = longer[: len(tokens)] == tokens and not _is_generic(tokens)
    return is_start and all(word in COMPANY_SUFFIXES for word in rest)


def _is_part(tokens: Tokens, longer: Tokens) -> bool:
    """Whether a name is a longer one without its last word, or the end of one."""
    if _is_generic(tokens):
        return False
    if longer[: len(tokens)] == tokens:
        return len(longer) == len(tokens) + 1 and longer[-1] not in _UNITS | _GENERIC
    return longer[-len(tokens) :] == tokens and len(tokens) > 1


def _is_generic(tokens: Tokens) -> bool:
    return all(token in _GENERIC for token in tokens)


def abbreviates(text: str, other: str) -> bool:
    """Whether a text is made of the first letters of a name, little words left out or not.

    >>> abbreviates("WHO", "World Health Organization"), abbreviates("MoD", "Ministry of Defence")
    (True, True)
    """
    letters = _letters(text)
    if not (_SHORTEST <= len(letters) <= _LONGEST and letters[:1].isupper() and letters[-1:].isupper()):
        return False
    return letters.lower() in _initials(other)


def _letters(text: str) -> str:
    return text.replace(".", "").replace("-", "")


def _initials(name: str) -> set[str]:
    """Return the first letters of a name of several words, and those of its telling words."""
    words = name.replace("-", " ").split()
    if len(words) <= 1:
        return set()
    telling = (word for word in words if word.lower() not in JOINERS)
    return {"".join(word[0] for word in some).lower() for some in (words, telling)}
