"""Edits on a text: applying them, stacking them, and finding the way back from the clean text to the raw one.

Edit lists are sorted and don't overlap; offsets are code points, half open.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from transforms.codes import EditKind
from transforms.records import Edit


def apply(raw_text: str, edits: Iterable[Edit]) -> str:
    """Apply edits to the text that their offsets refer to.

    Raises ValueError where edits overlap, run backwards or leave the text.

    >>> glue = Edit(EditKind.GLUED_SENTENCE, 9, 10, "glue.stop", "repair", 0.9, ". ")
    >>> apply("Rain fell.It stopped", [glue])
    'Rain fell. It stopped'
    """
    pieces: list[str] = []
    position = 0
    for edit in edits:
        if not position <= edit.start <= edit.end <= len(raw_text):
            raise ValueError(f"edits out of order at {edit.start}")
        pieces += (raw_text[position : edit.start], edit.replacement)
        position = edit.end
    pieces.append(raw_text[position:])
    return "".join(pieces)


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """The way from the clean text back to the raw text.

    Three parallel tuples describe the edits: where each starts in the clean text, where what it put there
    ends, and the edit itself.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    edits: tuple[Edit, ...]

    def point(self, offset: int, *, closing: bool) -> int:
        """The raw offset for a clean one; within a replaced piece, the piece's outer edge.

        An offset that opens a span comes to stand after what was removed there; one that is `closing` it,
        before.
        """
        index = (bisect_left(self.starts, offset) if closing else bisect_right(self.starts, offset)) - 1
        if index < 0:
            return offset
        edit, piece_end = self.edits[index], self.ends[index]
        if offset >= piece_end:
            return edit.end + offset - piece_end
        return edit.end if closing else edit.start

    def outer(self, start: int, end: int) -> tuple[int, int]:
        """A clean span widened so that it doesn't begin or end inside a replaced piece."""
        first, last = bisect_right(self.starts, start) - 1, bisect_left(self.starts, end) - 1
        if first >= 0 and start < self.ends[first]:
            start = self.starts[first]
        if last >= 0 and end < self.ends[last]:
            end = self.ends[last]
        return start, end

    def to_raw(self, start: int, end: int) -> tuple[int, int] | None:
        """The raw span that a clean span came from.

        None where something was removed in the middle of the span (the raw words then differ), or where the
        span is empty in the raw text.
        """
        first = bisect_right(self.starts, start)
        last = bisect_left(self.starts, end)
        for edit in self.edits[first:last]:
            if edit.kind.is_removal and edit.kind is not EditKind.MARKUP:
                return None
        raw_start, raw_end = self.point(start, closing=False), self.point(end, closing=True)
        return (raw_start, raw_end) if raw_start < raw_end else None


def offset_map(raw_text: str, edits: Sequence[Edit]) -> OffsetMap:
    r"""The map from `apply(raw_text, edits)` back to `raw_text`.

    >>> edits = [Edit(EditKind.BYLINE, 0, 11, "byline.by", "rule", 0.99)]
    >>> offset_map("By Ann Lee\nRain fell.", edits).to_raw(0, 4)
    (11, 15)
    """
    if edits and edits[-1].end > len(raw_text):
        raise ValueError("edits leave the text")
    starts, ends, shift = [], [], 0
    for edit in edits:
        starts.append(edit.start + shift)
        ends.append(starts[-1] + len(edit.replacement))
        shift = ends[-1] - edit.end
    return OffsetMap(tuple(starts), tuple(ends), tuple(edits))


def stack(raw_text: str, first: Sequence[Edit], second: Sequence[Edit]) -> list[Edit]:
    """One edit list for two rounds: `second` has offsets into `apply(raw_text, first)`.

    Where a second edit touches text that the first round put in, the two become one edit.
    """
    if not first or not second:
        return list(first or second)
    middle = apply(raw_text, first)
    spots = offset_map(raw_text, first)
    stacked: list[Edit] = []
    taken = 0
    for group in _groups(second, spots):
        low, high = _first_round(group, spots, taken)
        stacked += first[taken:low]
        stacked += _merged(raw_text, middle, spots, (low, high), group)
        taken = high
    return stacked + list(first[taken:])


def _first_round(group: Sequence[Edit], spots: OffsetMap, taken: int) -> tuple[int, int]:
    """Which first edits lie before a group, and which it touches: `first[low:high]`."""
    start, end = group[0].start, group[-1].end
    low = taken
    while low < len(spots.starts) and not _touches(spots, low, start, end) and spots.ends[low] <= start:
        low += 1
    high = low
    while high < len(spots.starts) and _touches(spots, high, start, end):
        high += 1
    return low, high


def _touches(spots: OffsetMap, index: int, start: int, end: int) -> bool:
    low, high = spots.starts[index], spots.ends[index]
    return low < end and start < high if high > low else start < low < end


def _groups(second: Sequence[Edit], spots: OffsetMap) -> list[list[Edit]]:
    """Second edits, those together that change one and the same piece of the first round."""
    groups: list[list[Edit]] = []
    for edit in second:
        if groups:
            index = bisect_right(spots.starts, edit.start) - 1
            end = groups[-1][-1].end
            if index >= 0 and spots.starts[index] < end and edit.start < spots.ends[index]:
                groups[-1].append(edit)
                continue
        groups.append([edit])
    return groups


def _merged(
    raw_text: str, middle: str, spots: OffsetMap, touched: tuple[int, int], group: Sequence[Edit]
) -> list[Edit]:
    """A group of second edits in raw offsets, as one edit with the first edits that it touches."""
    low, high = touched
    start, end = group[0].start, group[-1].end
    if low == high:
        raw_start = spots.point(start, closing=False)
        return [replace(group[0], start=raw_start, end=raw_start + end - start)]
    start, end = min(start, spots.starts[low]), max(end, spots.ends[high - 1])
    raw_start = min(spots.edits[low].start, spots.point(start, closing=False))
    raw_end = max(spots.edits[high - 1].end, spots.point(end, closing=True))
    moved = [replace(edit, start=edit.start - start, end=edit.end - start) for edit in group]
    text = apply(middle[start:end], moved)
    if text == raw_text[raw_start:raw_end]:
        return []
    lead = next((edit for edit in group if edit.kind.is_removal), spots.edits[low])
    return [replace(lead, start=raw_start, end=raw_end, replacement=text)]
