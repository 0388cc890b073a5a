"""Which mentions of organisations in one document mean the same one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

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
    "center",
    "centre", "general", "supreme", "high", "democratic", "republican", "labour", "conservative", "liberal",
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

    Acronyms, names without their legal form, and the first or last part of one longer name are resolved, when
    exactly one organisation of the document fits.

    >>> from transforms.entities.aliases import load_aliases
    >>> resolve_organisations(["Centre for Quiet Studies", "CQS", "Acme Corp.", "Acme"], load_aliases())
    ['Centre for Quiet Studies', 'Centre for Quiet Studies', 'Acme', 'Acme']
    """
    counts = Counter(names)
    plain = {name: _plain(name, aliases) for name in counts}
    keys = {text: tuple(normalise_name(text).split()) for text in plain.values()}
    resolved = {name: _longer(text, keys) for name, text in plain.items()}
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


def _longer(text: str, keys: dict[str, Tokens]) -> str:
    """Return the one longer name that a short one stands for, or the name itself."""
    tokens = keys[text]
    found = {
        other
        for other, longer in keys.items()
        if len(longer) > len(tokens) and _stands_for(text, tokens, longer, other)
    }
    rivals = {longer for longer in keys.values() if longer[: len(tokens)] == tokens != longer}
    is_clear = len({keys[other] for other in found}) == 1 and len(rivals) <= 1
    return next(iter(found)) if is_clear else text


def _stands_for(text: str, tokens: Tokens, longer: Tokens, other: str) -> bool:
    if len(tokens) == 1 and abbreviates(text, other):
        return True
    if len(tokens) == 1 and tokens[0] in _PAPERS and longer[-1] == tokens[0]:
        return True
    if not tokens or all(token in _GENERIC for token in tokens):
        return False
    if longer[: len(tokens)] == tokens:
        rest = longer[len(tokens) :]
        return all(r in COMPANY_SUFFIXES for r in rest) or (
            len(rest) == 1 and rest[0] not in _UNITS | _GENERIC
        )
    return longer[-len(tokens) :] == tokens and len(tokens) > 1


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
