"""White space, last of all: blank-line runs, trailing spaces, and the seams that removals leave."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from transforms.cleaning.apply import OffsetMap, apply, offset_map
from transforms.cleaning.document import Layer
from transforms.codes import EditKind
from transforms.records import Edit

_ODD_PAIRS = ("  ", " \n", "\n ", "\n\n\n")
_ODD = re.compile("[\t\r\x0b\x0c\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
"""White space that is out of order wherever it stands; the others are only in these pairs."""
_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CLOSING_PUNCTUATION = ",.;:!?"


def whitespace_edits(raw_text: str, edits: Sequence[Edit]) -> list[Edit]:
    """Edits on `apply(raw_text, edits)` that put its white space in order.

    Two line breaks or more become one blank line; white space within a line, one space; none stays at the
    edges of a line or of the text. Where something was removed between two runs, the stronger break stays.
    """
    text = apply(raw_text, edits)
    spots = offset_map(raw_text, edits)
    seams = [at for at, end in zip(spots.starts, spots.ends, strict=True) if at == end]
    found = [edit for start, end in _runs(text, seams) for edit in _ordered(text, start, end, seams)]
    taken = {edit.start for edit in found}
    found += [edit for edit in _seam_edits(text, spots) if edit.start not in taken]
    return sorted(found, key=lambda edit: edit.start)


def _runs(text: str, seams: Sequence[int]) -> list[tuple[int, int]]:
    """Runs of white space that may need an edit: odd ones, those at a seam, those at the text's edges."""
    spots = {0, *seams, len(text), *(match.start() for match in _ODD.finditer(text))}
    for pair in _ODD_PAIRS:
        at = text.find(pair)
        while at >= 0:
            spots.add(at)
            at = text.find(pair, at + len(pair))
    runs: list[tuple[int, int]] = []
    done = -1
    for at in sorted(spots):
        if at > done:
            start, done = _widened(text, at, at)
            if start < done:
                runs.append((start, done))
    return runs


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    while start and text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace():
        end += 1
    return start, end


def _ordered(text: str, start: int, end: int, seams: Sequence[int]) -> Iterator[Edit]:
    cuts = [start, *sorted(set(seams[bisect_right(seams, start) : bisect_left(seams, end)])), end]
    pieces = list(pairwise(cuts))
    wanted = "" if start == 0 or end == len(text) else _wanted([text[low:high] for low, high in pieces])
    exact = next((piece for piece in pieces if text[piece[0] : piece[1]] == wanted), pieces[0])
    for piece in pieces:
        replacement = wanted if piece == exact else ""
        if text[piece[0] : piece[1]] != replacement:
            yield _edit(*piece, replacement, "whitespace.run")


def _wanted(pieces: Sequence[str]) -> str:
    breaks = max(len(_BREAK.findall(piece)) for piece in pieces)
    return "\n" * min(breaks, 2) if breaks else " "


def _seam_edits(text: str, spots: OffsetMap) -> Iterator[Edit]:
    """Around a removal inside a line: no space before punctuation, one between words that now touch."""
    for index, at in enumerate(spots.starts):
        edit = spots.edits[index]
        if spots.ends[index] != at or not edit.kind.is_removal or not 0 < at < len(text):
            continue
        before, after = text[at - 1], text[at]
        if edit.kind is EditKind.MARKUP or not text[:at].strip():
            continue
        if before == " " and after in _CLOSING_PUNCTUATION and at > 1 and not text[at - 2].isspace():
            yield _edit(at - 1, at, "", "whitespace.seam")
        elif not before.isspace() and after.isalnum() and before not in "([“‘\"'-–—/":
            yield _edit(at - 1, at, before + " ", "whitespace.seam")


def _edit(start: int, end: int, replacement: str, rule: str) -> Edit:
    return Edit(EditKind.WHITESPACE, start, end, rule, Layer.WHITESPACE.value, 1.0, replacement)
