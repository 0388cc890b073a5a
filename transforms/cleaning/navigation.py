"""Navigation: runs of short lines before or behind the body that hold enough words of a site's navigation."""

from collections.abc import Iterator, Sequence

from transforms.cleaning.blocks import Body, title_case
from transforms.cleaning.document import Document, Found, Layer, Line, Span
from transforms.cleaning.furniture import known_line
from transforms.codes import EditKind

SHORT_WORDS = 5
MENU_WORDS = 16
RUN_LINES = 5
KNOWN_LINES = 2
KNOWN_SHARE = 0.25


def nav_runs(document: Document, found: Found) -> Iterator[Span]:
    """The lines of such runs that no other rule found."""
    body = Body(document, found)
    run: list[Line] = []
    for line in document.lines:
        inside = body.first <= line.index <= body.last
        if not inside and (_is_short(line) or found.covered(line) or _is_menu(document, line)):
            run.append(line)
            continue
        yield from _spans(found, run)
        run = []
    yield from _spans(found, run)


def _is_short(line: Line) -> bool:
    return line.words <= SHORT_WORDS and not line.terminal


def _is_menu(document: Document, line: Line) -> bool:
    """Whether a longer line between two navigation words is a menu: "Africa The Americas Asia Europe"."""
    if line.terminal or line.words > MENU_WORDS:
        return False
    before, after = document.neighbour(line, -1), document.neighbour(line, 1)
    beside = before is not None and after is not None and known_line(before) and known_line(after)
    return bool(beside) and title_case(line)


def _spans(found: Found, run: Sequence[Line]) -> Iterator[Span]:
    known = sum(known_line(line) is not None for line in run)
    if len(run) < RUN_LINES or known < max(KNOWN_LINES, KNOWN_SHARE * len(run)):
        return
    for line in run:
        if not found.covered(line):
            layer = Layer.RULE if known_line(line) else Layer.BLOCK
            yield Span(EditKind.BOILERPLATE, line.start, line.end, "boilerplate.nav_run", 0.95, layer)
