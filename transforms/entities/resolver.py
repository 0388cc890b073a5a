"""Resolution inside one document: every mention gets its full name and, where it has one, its place."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from transforms.entities.geography import Resolved, cue_phrases, locate, state_of
from transforms.entities.lists import listed_label
from transforms.entities.organisations import resolve_organisations
from transforms.entities.people import resolve_people
from transforms.entities.spans import HYPHENS
from transforms.entities.vocabulary import COURTESY, FORMER, KIN, OFFICES, REGNAL, ROYAL, TITLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from transforms.entities.aliases import Aliases
    from transforms.entities.spans import Found, Words

_TITLES = OFFICES.keys() | COURTESY.keys() | (TITLES - ROYAL - {"former", "ex"})
_REACH = 6
"""Words before a name among which a kin word makes it a relative's."""

_BETWEEN = (TITLES | FORMER | {","}) - KIN
_PLACES = frozenset({"GPE", "LOC", "NORP"})


def resolve(words: Words, spans: Sequence[Found], aliases: Aliases) -> list[Resolved]:
    """Return the full name and the place of each span of one document, in order.

    >>> from transforms.entities.aliases import load_aliases
    >>> from transforms.entities.spans import Found, Words
    >>> words = Words(["Xi", "Jinping", "and", "Xi", "in", "Peking"], [True] * 6)
    >>> spans = [Found(0, 2, "PERSON"), Found(3, 4, "PERSON"), Found(5, 6, "GPE")]
    >>> [r.name for r in resolve(words, spans, load_aliases())]
    ['Xi Jinping', 'Xi Jinping', 'Beijing']
    """
    texts = [_full_text(words, span) for span in spans]
    resolved = [Resolved(text) for text in texts]
    people = [i for i, span in enumerate(spans) if span.label == "PERSON"]
    titled = [_with_title(words, spans[i], texts[i]) for i in people]
    relatives = {name for name, i in zip(titled, people, strict=True) if _is_relative(words, spans[i])}
    bodies = [i for i, span in enumerate(spans) if span.label == "ORG"]
    for chosen, names in (
        (people, resolve_people(titled, aliases, relatives)),
        (bodies, resolve_organisations([texts[i] for i in bodies], aliases)),
    ):
        for i, name in zip(chosen, names, strict=True):
            resolved[i] = Resolved(name)
    context = _context(words, texts)
    for i, span in enumerate(spans):
        if span.label in _PLACES:
            resolved[i] = locate(
                span.label, texts[i], context, _inside(words, spans, texts, i, aliases), aliases
            )
        elif span.label not in {"PERSON", "ORG"} and (known := aliases.find(span.label, texts[i])):
            resolved[i] = Resolved(known.name)
    return resolved


def _full_text(words: Words, span: Found) -> str:
    """Return the words of a span, with the title before a lone regnal name ("Pope Francis")."""
    text = " ".join(words.text(span).split())
    if span.label == "PERSON" and span.length == 1 and span.start:
        title = words.texts[span.start - 1]
        if title.lower() in REGNAL and title[0].isupper():
            return f"{title.capitalize()} {text}"
    return text


def _with_title(words: Words, span: Found, text: str) -> str:
    """Return the name of a person with the title before it ("President Salo", "former President Salo")."""
    for length in (2, 1):
        start = max(0, span.start - length)
        title = " ".join(words.texts[start : span.start])
        if title[:1].isupper() and title.lower() in _TITLES:
            return f"former {title} {text}" if _is_former(words, start) else f"{title} {text}"
    return text


def _is_former(words: Words, start: int) -> bool:
    """Whether somebody else has the office that begins here now ("former U.S. President", "ex-President")."""
    before = [word for word in words.lowers[max(0, start - 3) : start] if word not in HYPHENS]
    if before and listed_label(words.texts[start - 1]) in {"GPE", "NORP"}:
        before.pop()
    return bool(before) and before[-1] in FORMER


def _is_relative(words: Words, span: Found) -> bool:
    """Whether a person is named as somebody's relative ("his late father, President Holt")."""
    before = words.lowers[max(0, span.start - _REACH) : span.start]
    while before and before[-1] in _BETWEEN:
        before.pop()
    return bool(before) and before[-1] in KIN


def _context(words: Words, names: Sequence[str]) -> Counter[str]:
    """Count the names and capitalised words of the document: what an ambiguous place is read by."""
    counts = Counter(text for text in words.texts if not text.islower())
    counts.update(cue for _, _, cue in cue_phrases().scan(words.lowers))
    return counts | Counter(name for name in names if " " in name)


def _inside(
    words: Words, spans: Sequence[Found], texts: Sequence[str], i: int, aliases: Aliases
) -> str | None:
    """Return the place that follows after a comma ("London, Ontario"), unless both are items of a list."""
    if spans[i].label != "GPE" or i + 1 >= len(spans):
        return None
    here, after = spans[i], spans[i + 1]
    if after.label != "GPE" or after.start != here.end + 1 or words.texts[here.end] != ",":
        return None
    follows = here.start > 0 and words.texts[here.start - 1] == "," and i > 0
    before_is_item = follows and spans[i - 1].end == here.start - 1 and not state_of(texts[i - 1], aliases)
    goes_on = after.end < len(words.texts) and words.texts[after.end] in {"and", "or"}
    after_is_item = goes_on and (not state_of(texts[i + 1], aliases) or _is_last_item(words, spans, i + 2))
    return None if before_is_item or after_is_item else texts[i + 1]


def _is_last_item(words: Words, spans: Sequence[Found], i: int) -> bool:
    """Whether a place ends a list ("London, Virginia and Ohio") rather than having a state behind it too."""
    if i >= len(spans) or spans[i].label != "GPE" or spans[i].start != spans[i - 1].end + 1:
        return False
    return words.texts[spans[i].end : spans[i].end + 1] != [","]
