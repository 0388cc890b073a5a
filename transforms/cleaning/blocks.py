"""Blocks: what follows a cue line ("Related stories", a share bar), and runs of navigation words.

A cue line opens a block; headline-like lines belong to it; the next body-like paragraph closes it. Behind the last
paragraph of the body a block may run to the end of the text.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from transforms.cleaning.document import Document, Found, Layer, Line, Span
from transforms.cleaning.phrases import expand, phrase_table, plain, read_table
from transforms.codes import EditKind

HEADLINE_WORDS = 24
MIDDLE_LIMIT = 8
"""Lines that a block in the middle of the body takes at most."""
TEASER_WORDS = 40
GALLERY_LINES = 4
OPENING = 20
NAV_WORDS = 5
NAV_RUN = 5
NAV_SHARE = 0.25
_STRIP = " \t:.…!»>«<|•·*-–—[]()"

_OPENER = (
    r"\W*(?:(?:see |read |get |view )?(?:more|other|latest|top|related|recommended|popular|trending|similar|further|"
    r"today's top|this week's top|must-read|most (?:read|popular|viewed|shared))(?: great)?(?: <proper>)? "
    r"(?:stories|news|articles|reading|coverage|posts|headlines|videos|columns|opinions?|content|links|topics|reads|"
    r"from|in|on|about|for you)\b.{0,60}|related(?: - .{2,40})?|you (?:may|might) (?:also )?(?:be interested in|like|"
    r"enjoy).{0,20}|see more (?:coverage|stories).{0,80}|<proper> (?:top stories|headlines)|what to read next.{0,20}|"
    r"(?:read|watch)(?: or watch)? more.{0,30}|full coverage.{0,40}|recommended (?:for you|stories|reading).{0,20}|"
    r"(?:stories|articles) (?:you may|like this).{0,40}|on our (?:site|radar).{0,30}|popular (?:on|in|now).{0,40})\W*"
)


@cache
def opener_pattern() -> re.Pattern[str]:
    """Cue lines that open a block of related links, beside those that `lines.tsv` spells out."""
    return re.compile(expand(_OPENER), re.IGNORECASE)


@cache
def known_lines() -> dict[str, tuple[EditKind, str]]:
    """Whole lines that are furniture of a page: kind and role (alone, nav, opener)."""
    return {row[0]: (EditKind(row[1]), row[2]) for row in read_table("lines.tsv")}


def role_of(line: Line) -> tuple[EditKind, str] | None:
    """Kind and role of a line that `lines.tsv` knows, punctuation around it aside."""
    if line.words > 6:
        return None
    text = plain(line.lower)
    return known_lines().get(text) or known_lines().get(text.strip(_STRIP))


def furniture(document: Document) -> Iterator[Span]:
    """Lines that are page furniture wherever they stand alone ("Share", "Read more", "Back to top")."""
    for line in document.lines:
        known = role_of(line)
        if known and known[1] != "nav":
            yield Span(known[0], line.start, line.end, f"{known[0]}.line", 0.96)
        elif (
            8 <= line.words <= 30
            and line.text.isupper()
            and not line.text.endswith((":", ".", "!", "?"))
            and _between(document, line)
        ):
            yield Span(EditKind.PROMO, line.start, line.end, "promo.caps_headline", 0.93)
        elif line.words <= 20 and not line.terminal and len(_GLUED.findall(line.text)) >= 3:
            yield Span(EditKind.BOILERPLATE, line.start, line.end, "boilerplate.glued_menu", 0.96)
    yield from galleries(document)


def _between(document: Document, line: Line) -> bool:
    """Whether a line stands between two paragraphs of prose."""
    before, after = document.neighbour(line, -1), document.neighbour(line, 1)
    return before is not None and after is not None and before.body_like and after.body_like


_GLUED = re.compile(r"[a-z]{3}[A-Z][a-z]{2}")


def galleries(document: Document) -> Iterator[Span]:
    """Picture galleries dumped into the text: four or more lines running that open with the same words."""
    group: list[Line] = []
    for line in (*document.lines, None):
        if line is not None and group and _shared_opening(group[-1], line):
            group.append(line)
            continue
        for member in group if len(group) >= GALLERY_LINES else ():
            yield Span(EditKind.CAPTION, member.start, member.end, "caption.gallery_title", 0.96)
        group = [line] if line is not None else []


def _shared_opening(one: Line, two: Line) -> bool:
    """Whether two lines open with the same title: five words, some of them capitalised, then different text."""
    if one.text[:OPENING] != two.text[:OPENING] or one.text == two.text:
        return False
    words = one.text.split(maxsplit=5)[:5]
    same = words == two.text.split(maxsplit=5)[:5]
    return same and sum(word[0].isupper() or word[0].isdigit() for word in words) >= 3


def complete_lines(document: Document, found: Found) -> Iterator[Span]:
    """What is left of a line that is an artefact for the most part ("… Thanks for subscribing!")."""
    for line in document.lines:
        spans = [span for span in found.on_line(line) if span.kind in _COMPLETED]
        if spans and line.words <= 90 and not found.covered(line):
            yield from _rest_of(document, line, found, spans)


_COMPLETED = frozenset({EditKind.PROMO, EditKind.BOILERPLATE})


def _rest_of(document: Document, line: Line, found: Found, spans: Sequence[Span]) -> Iterator[Span]:
    after = [phrase for phrase in phrase_table("promo.tsv") if phrase.scope == "after"]
    left: list[tuple[int, int]] = []
    behind = False
    for segment in document.segments_of(line):
        if not found.free_text(segment.start, segment.end):
            behind = True
            continue
        text = plain(segment.text)
        if behind and any(phrase.regex.fullmatch(text) for phrase in after):
            yield Span(EditKind.PROMO, segment.start, segment.end, after[0].rule, after[0].confidence)
        else:
            left.append((segment.start, segment.end))
    words = sum(document.text.count(" ", start, end) + 1 for start, end in left)
    taken = line.words - words
    outside = not document.first_body < line.index < document.last_body - 1
    if left and ((words <= 14 and taken >= 2 * words) or (outside and words <= 40 and taken >= words)):
        for start, end in left:
            yield Span(spans[0].kind, start, end, f"{spans[0].kind}.line_rest", 0.9, Layer.BLOCK)


def related_blocks(document: Document, found: Found) -> Iterator[Span]:
    """Headline-like lines behind a cue line, and the cue line itself."""
    lines = document.lines
    body = _Body(document, found)
    taken = -1
    for line in lines:
        if line.index <= taken or not _opens(line):
            continue
        members = list(_members(document, found, body, line))
        if not members and not role_of(line):
            continue
        for member in (line, *members):
            taken = member.index
            if not found.covered(member):
                yield Span(EditKind.PROMO, member.start, member.end, "promo.block", 0.95, Layer.BLOCK)


def _opens(line: Line) -> bool:
    known = role_of(line)
    if known:
        return known[1] == "opener"
    return line.words <= 12 and not line.body_like and bool(opener_pattern().fullmatch(plain(line.text)))


class _Body:
    """Where the body begins and ends, lines that rules found aside."""

    def __init__(self, document: Document, found: Found) -> None:
        body = [line.index for line in document.lines if line.body_like and not found.covered(line)]
        self.first = body[0] if body else len(document.lines)
        self.last = body[-1] if body else -1


def _members(document: Document, found: Found, body: _Body, opener: Line) -> Iterator[Line]:
    lines = document.lines[opener.index + 1 :]
    if _is_tail_block(lines, opener, body):
        yield from lines
        return
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
    yield from members


def _is_tail_block(lines: Sequence[Line], opener: Line, body: _Body) -> bool:
    """Whether all lines to the end of the text are links, with short teasers at most."""
    if not lines or opener.index < 3 or any(line.words > TEASER_WORDS for line in lines):
        return False
    prose = [line.body_like for line in lines]
    if any(one and two for one, two in pairwise(prose)) or prose[0]:
        return False
    return opener.index > body.last or sum(map(headline_like, lines)) >= max(4, 0.75 * len(lines))


def _is_subhead(members: Sequence[Line]) -> bool:
    """Whether the last line of a block in the body is more likely the subhead of what follows."""
    return members[-1].words <= 5 and all(line.words >= 6 for line in members[:-1])


def headline_like(line: Line) -> bool:
    """Whether a line could be the headline of another story: short, no full stop, opens with a capital."""
    if line.text.endswith(":"):
        return False
    first = line.text.lstrip("\"'“‘«*•-–— ")[:1]
    stop = line.terminal and line.text.rstrip("\"'”’»)").endswith((".", "…"))
    return line.words <= HEADLINE_WORDS and (not stop or title_case(line)) and not first.islower()


def title_case(line: Line) -> bool:
    """Whether most longer words of a line open with a capital (at least four words).

    Lower-case words of fewer than four letters don't count: "The Art of the Deal" is title case.
    """
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", line.text) if len(word) > 3]
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def nav_runs(document: Document, found: Found) -> Iterator[Span]:
    """Runs of short lines before or behind the body that hold enough words of a site's navigation."""
    body = _Body(document, found)
    run: list[Line] = []
    for line in (*document.lines, None):
        outside = line is not None and not body.first <= line.index <= body.last
        if line is not None and outside and (_nav_like(line) or found.covered(line) or _menu(document, line)):
            run.append(line)
            continue
        yield from _nav_spans(found, run)
        run = []


def _menu(document: Document, line: Line) -> bool:
    """Whether a longer line between two navigation words is a menu: "Africa The Americas East Asia Europe"."""
    before, after = document.neighbour(line, -1), document.neighbour(line, 1)
    beside = before is not None and after is not None and bool(role_of(before)) and bool(role_of(after))
    return beside and not line.terminal and line.words <= 16 and title_case(line)


def _nav_like(line: Line) -> bool:
    return line.words <= NAV_WORDS and not line.terminal


def _nav_spans(found: Found, run: Sequence[Line]) -> Iterator[Span]:
    hits = sum(1 for line in run if role_of(line))
    if len(run) < NAV_RUN or hits < max(2, NAV_SHARE * len(run)):
        return
    for line in run:
        if not found.covered(line):
            yield Span(EditKind.BOILERPLATE, line.start, line.end, "boilerplate.nav_run", 0.95, Layer.BLOCK)
