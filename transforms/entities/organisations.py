"""Which mentions of organisations in one document mean the same one."""

from __future__ import annotations

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
    from collections.abc import Sequence

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
    places = {text: i for i, text in enumerate(keys)}
    resolved = {name: _longer(text, keys, places, is_listed=text in listed) for name, text in plain.items()}
    return [resolved[name] for name in names]


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


def _longer(text: str, keys: dict[str, Tokens], places: dict[str, int], *, is_listed: bool) -> str:
    """Return the one longer name that a short one stands for, or the name itself.

    `places` says which name comes before which in the document.
    """
    tokens, place = keys[text], places[text]
    if not tokens:
        return text
    longer = {other: key for other, key in keys.items() if len(key) > len(tokens)}
    found = {other for other, key in longer.items() if _abridges(text, tokens, key, other)}
    if not is_listed:
        found |= {other for other, key in longer.items() if places[other] < place and _is_part(tokens, key)}
    rivals = {
        key for key in keys.values() if tokens in (key[: len(tokens)], key[-len(tokens) :]) and key != tokens
    }
    is_clear = len({keys[other] for other in found}) == 1 and len(rivals) <= 1
    return next(iter(found)) if is_clear else text


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
    letters = text.replace(".", "").replace("-", "")
    if not (_SHORTEST <= len(letters) <= _LONGEST and letters[:1].isupper() and letters[-1:].isupper()):
        return False
    words = other.replace("-", " ").split()
    every = "".join(word[0] for word in words).lower()
    telling = "".join(word[0] for word in words if word.lower() not in JOINERS).lower()
    return len(words) > 1 and letters.lower() in {every, telling}
