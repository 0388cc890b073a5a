"""Sentence boundaries by rule, on tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.entities.vocabulary import STARTERS, TITLES

if TYPE_CHECKING:
    from transforms.entities.spans import Words

_ENDS = frozenset({".", "!", "?", "…", "...", "?!", "!!", "!?", "。"})
_CLOSERS = frozenset({'"', "”", "’", "'", ")", "]", "»", "''", "“"})
_OPENERS = frozenset({'"', "“", "‘", "'", "(", "[", "«", "``", "„", "•", "-", "–", "—", "*", "”"})
_NEVER_LAST = TITLES | frozenset(
    {"st.", "mt.", "no.", "vs.", "v.", "fig.", "ft.", "e.g.", "i.e.", "cf.", "approx."}
)
_MONTHS = frozenset(
    {"jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sept.", "sep.", "oct.", "nov.", "dec."}
)


def sentence_starts(words: Words) -> list[bool]:
    r"""Return, for each token, whether a sentence starts there.

    A blank line, and a line break that is not a wrapped line, always ends a sentence. An abbreviation ends
    one
    only before a word that opens sentences ("in the U.S. The ..."), a title or month never does.

    >>> from transforms.entities.spans import Words
    >>> texts = ["Dr.", "Li", "left", ".", "”", "In", "the", "U.S.", "The", "end", "\n\n", "Xi"]
    >>> words = Words(texts, [True, True, False, False] + [True] * 8)
    >>> [texts[i] for i, start in enumerate(sentence_starts(words)) if start]
    ['Dr.', 'In', 'The', 'Xi']
    """
    texts, spaced, count = words.texts, words.spaced, len(words.texts)
    starts = [False] * count
    if count:
        starts[0] = True
    for i, text in enumerate(texts):
        if text.isspace():
            following = i + 1
            if "\n" in text and following < count and _breaks(texts, i):
                starts[following] = True
        elif text in _ENDS or (text[-1] == "." and len(text) > 1):
            position = _start_after(texts, spaced, i)
            if position is not None:
                starts[position] = True
    return starts


def _breaks(texts: list[str], i: int) -> bool:
    """Whether a line break ends the sentence: a blank line does, a wrapped line does not."""
    if texts[i].count("\n") > 1 or i == 0:
        return True
    before, after = texts[i - 1], texts[i + 1]
    return not (after[0].islower() or before == "," or (before.islower() and not _is_opener(after)))


def _is_opener(text: str) -> bool:
    return text in STARTERS or text in _OPENERS or not text[0].isalpha()


def _start_after(texts: list[str], spaced: list[bool], i: int) -> int | None:
    """Return where the sentence after a full stop at token `i` starts; None when none does."""
    j, gap = i + 1, spaced[i]
    while j < len(texts) and texts[j] in _CLOSERS and not (gap and texts[j] in {"“", '"', "'", "‘"}):
        gap = spaced[j]
        j += 1
    while j < len(texts) and texts[j] == " ":
        gap, j = True, j + 1
    if j >= len(texts) or texts[j].isspace():
        return None
    return j if _opens(texts, i, j, gap=gap) else None


def _opens(texts: list[str], i: int, j: int, *, gap: bool) -> bool:
    stop, word = texts[i], texts[j]
    if stop in _ENDS:
        initial = (
            stop == "."
            and i > 0
            and len(texts[i - 1]) == 1
            and texts[i - 1].isupper()
            and texts[i - 1] != "I"
        )
        return gap and not initial and (word[0].isupper() or word[0].isdigit() or word in _OPENERS)
    lower = stop.lower()
    if lower in _NEVER_LAST or not gap:
        return False
    if lower in _MONTHS or (len(stop) == 2 and stop[0].isupper()):  # noqa: PLR2004 -- an initial, "J."
        return False
    return word in STARTERS
