"""Blocks: what follows a cue line ("Related stories"), and the rest of a line that is mostly an artefact.

A cue line opens a block; headline-like lines belong to it; the next body-like paragraph closes it. Behind
the last paragraph of the body a block may run to the end of the text.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from transforms.cleaning.document import Document, Found, Layer, Line, Segment, Span
from transforms.cleaning.furniture import Role, known_line
from transforms.cleaning.phrases import pattern, phrase_table
from transforms.codes import EditKind

HEADLINE_WORDS = 24
OPENER_WORDS = 12
MIDDLE_LIMIT = 8
"""Lines that a block in the middle of the body takes at most."""
TEASER_WORDS = 40
FIRST_LINES = 3
SUBHEAD_WORDS = 5
LINK_SHARE = 0.75
LINKS = 4
MIXED_WORDS = 90
"""Longer lines are never taken out whole because parts of them are artefacts."""
REST_WORDS = 14
EDGE_REST_WORDS = 40
TITLE_WORDS = 3
TITLE_SHARE = 0.8

_COMPLETED = frozenset({EditKind.PROMO, EditKind.BOILERPLATE})
_LONG_WORD = re.compile(r"[^\W\d_][\w'’-]{3,}")


def complete_lines(document: Document, found: Found) -> Iterator[Span]:
    """What is left of a line that is an artefact for the most part ("… Thanks for subscribing!")."""
    for line in document.lines:
        spans = [span for span in found.on_line(line) if _is_whole_piece(document, line, span)]
        if spans and line.words <= MIXED_WORDS and not found.covered(line):
            yield from _rest_of(document, line, found, spans[0].kind)


def _is_whole_piece(document: Document, line: Line, span: Span) -> bool:
    """Whether a span of promotion or boilerplate opens with a piece of the line, not inside a sentence."""
    if span.kind not in _COMPLETED:
        return False
    return any(segment.start == span.start for segment in document.segments_of(line))


def _rest_of(document: Document, line: Line, found: Found, kind: EditKind) -> Iterator[Span]:
    left: list[Segment] = []
    behind = False
    for segment in document.segments_of(line):
        if not found.free_text(segment.start, segment.end):
            behind = True
        elif behind and (spans := _after(document, segment)):
            yield spans
        else:
            left.append(segment)
    words = sum(segment.text.count(" ") + 1 for segment in left)
    taken = line.words - words
    outside = not document.first_body < line.index < document.last_body - 1
    if (words <= REST_WORDS and taken >= 2 * words) or (
        outside and words <= EDGE_REST_WORDS and taken >= words
    ):
        for segment in left:
            yield Span(kind, segment.start, segment.end, f"{kind}.line_rest", 0.9, Layer.BLOCK)


def _after(document: Document, segment: Segment) -> Span | None:
    """The segment as a span, if it only makes sense behind another artefact ("See offers.")."""
    for phrase in phrase_table("promo.tsv"):
        if phrase.scope == "after" and phrase.regex.fullmatch(document.plain[segment.start : segment.end]):
            return Span(phrase.kind, segment.start, segment.end, phrase.rule, phrase.confidence)
    return None


def related_blocks(document: Document, found: Found) -> Iterator[Span]:
    """Headline-like lines behind a cue line, and the cue line itself."""
    body = Body(document, found)
    taken = -1
    for line in document.lines:
        if line.index <= taken or not _opens(line):
            continue
        members = _members(document, found, body, line)
        if not members and not known_line(line):
            continue
        taken = members[-1].index if members else line.index
        for member in (line, *members):
            if not found.covered(member):
                yield Span(EditKind.PROMO, member.start, member.end, "promo.block", 0.95, Layer.BLOCK)


def _opens(line: Line) -> bool:
    known = known_line(line)
    if known:
        return known.role is Role.OPENER
    short = line.words <= OPENER_WORDS and not line.body_like
    return short and bool(pattern("block_opener").fullmatch(line.plain))


class Body:
    """Where the body begins and ends (line numbers), lines that rules found aside."""

    def __init__(self, document: Document, found: Found) -> None:
        body = [line.index for line in document.lines if line.body_like and not found.covered(line)]
        self.first = body[0] if body else len(document.lines)
        self.last = body[-1] if body else -1


def _members(document: Document, found: Found, body: Body, opener: Line) -> Sequence[Line]:
    lines = document.lines[opener.index + 1 :]
    if _is_tail_block(lines, opener, body):
        return lines
    members: list[Line] = []
    limit = MIDDLE_LIMIT if opener.index < body.last else len(lines)
    for line in lines:
        if len(members) >= limit:
            break
        if found.covered(line):
            continue
        if not headline_like(line):
            break
        members.append(line)
    if len(members) > 1 and opener.index < body.last and _is_subhead(members):
        members.pop()
    return members


def _is_tail_block(lines: Sequence[Line], opener: Line, body: Body) -> bool:
    """Whether all lines to the end of the text are links, with short teasers at most."""
    if not lines or opener.index < FIRST_LINES or any(line.words > TEASER_WORDS for line in lines):
        return False
    prose = [line.body_like for line in lines]
    if prose[0] or any(one and two for one, two in pairwise(prose)):
        return False
    links = sum(map(headline_like, lines))
    return opener.index > body.last or (links >= LINKS and links >= LINK_SHARE * len(lines))


def _is_subhead(members: Sequence[Line]) -> bool:
    """Whether the last line of a block in the body is more likely the subhead of what follows."""
    return members[-1].words <= SUBHEAD_WORDS and all(line.words > SUBHEAD_WORDS for line in members[:-1])


def headline_like(line: Line) -> bool:
    """Whether a line could be the headline of another story: short, no full stop, opens with a capital."""
    if line.text.endswith(":"):
        return False
    first = line.text.lstrip("\"'“‘«*•-–— ")[:1]
    stop = line.terminal and line.text.rstrip("\"'”’»)").endswith((".", "…"))
    return line.words <= HEADLINE_WORDS and (not stop or title_case(line)) and not first.islower()


def title_case(line: Line) -> bool:
    """Whether most words of four letters and more open with a capital (at least three such words)."""
    words = _LONG_WORD.findall(line.text)
    return len(words) >= TITLE_WORDS and sum(word[0].isupper() for word in words) >= TITLE_SHARE * len(words)
