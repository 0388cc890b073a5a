"""Who wrote it, at the edges of the article: biographies, name lines, signatures, "About the author".

These rules run after the others, because what counts as the edge is what other rules left over.
"""

import re
from collections.abc import Iterator

from transforms.cleaning.authors import clean_name, is_name, is_stop_word, names_only
from transforms.cleaning.document import Document, Found, Layer, Line, Span
from transforms.cleaning.phrases import pattern
from transforms.codes import EditKind

BIO_WORDS = 140
MORE_WORDS = 80
ROLE_WITHIN = 150
"""Characters behind the verb in which a biography names a profession."""
EDGE_LINES = 4
NAME_WORDS = 5
NAMES_WORDS = 10
ROLE_WORDS = 6
ABOUT_LINES = 12
HEAD_LINES = 3
FIRST_LINES = 6

_SAID = (" said", " says", " told ", " added.", " according to ")
_MORE = re.compile(r"(?:He|She|They|His|Her|Their) (?!said|says|told|added)")
_AUTHOR_HEAD = re.compile(r"([^–—,-]{3,50}) [–—-] ")


def find_biographies(document: Document, found: Found) -> Iterator[Span]:
    """Biographies, name lines, signatures and what stands behind "About the author"."""
    yield from _biographies(document, found)
    yield from _name_lines(document, found)
    yield from _signature(document, found)
    yield from _about_authors(document, found)


def _biographies(document: Document, found: Found) -> Iterator[Span]:
    """Paragraphs that introduce somebody whom the article doesn't speak of, at its start or end."""
    last = _last_lines(document, found)
    free = (line for line in document.lines[:FIRST_LINES] if not found.covered(line))
    first = [line for line in free if line not in last]
    for line in (*last, *first):
        match = pattern("biography").fullmatch(line.plain) if line.words <= BIO_WORDS else None
        if match and _is_biography(document, line, match) and (line in last or _in_present(match)):
            yield _span(line, "byline.biography", 0.95, clean_name(match["name"]))
            after = document.neighbour(line, 1)
            if after and not found.covered(after) and after.words <= MORE_WORDS and _MORE.match(after.text):
                yield _span(after, "byline.biography_more", 0.93)


def _last_lines(document: Document, found: Found) -> list[Line]:
    """The last lines of the text, artefacts aside, from the end."""
    free = [line for line in document.lines[-14:] if not found.covered(line)]
    return list(reversed(free[-EDGE_LINES:]))


def _in_present(match: re.Match[str]) -> bool:
    """Whether a paragraph at the start of an article says what somebody is: "was" opens stories."""
    return " was " not in match.group()[: match.start("rest") + 1]


def _is_biography(document: Document, line: Line, match: re.Match[str]) -> bool:
    """Whether a paragraph of that form names a profession, reports no speech, and is about a new person."""
    if any(said in line.text for said in _SAID):
        return False
    if not match["plain"] and not pattern("role_word").search(match["rest"], 0, ROLE_WITHIN):
        return False
    surname = match["name"].split()[-1].strip(".,'")
    elsewhere = sum(
        surname in other.text for other in document.lines if other.body_like and other is not line
    )
    if " " in match["name"]:
        return clean_name(match["name"]) is not None and elsewhere <= 1
    alone = elsewhere == 0 and line.index > HEAD_LINES and not is_stop_word(surname)
    return alone and bool(pattern("biography_strong").search(line.text))


def _name_lines(document: Document, found: Found) -> Iterator[Span]:
    """Lines that are only a name: in the head beside a timestamp or a role, or of an author found elsewhere.

    In the middle of the article the author's bare name is the caption of a portrait.
    """
    authors = {value for span in found.spans for key, value in span.data if key == "author"}
    for line in document.lines:
        if line.words > NAMES_WORDS or found.covered(line) or not (names := names_only(line.text)):
            continue
        name = names[0] if len(names) == 1 else None
        beside = line.index <= document.first_body and _beside_artefact(document, found, line)
        if beside or (document.in_head(line) and name in authors):
            data = tuple(("author", author) for author in names)
            yield Span(EditKind.BYLINE, line.start, line.end, "byline.name_line", 0.93, data=data)
            yield from _role_line(document, found, line)
        elif name in authors:
            yield Span(EditKind.CAPTION, line.start, line.end, "caption.name_line", 0.93, Layer.BLOCK)


def _beside_artefact(document: Document, found: Found, line: Line) -> bool:
    """Whether the next line is a timestamp or a role ("Opinion columnist")."""
    after = document.neighbour(line, 1)
    if after is None:
        return False
    return any(span.kind is EditKind.TIMESTAMP for span in found.on_line(after)) or _is_role(after)


def _role_line(document: Document, found: Found, line: Line) -> Iterator[Span]:
    after = document.neighbour(line, 1)
    if after and not found.covered(after) and _is_role(after):
        yield _span(after, "byline.role_line", 0.94)


def _is_role(line: Line) -> bool:
    short = line.words <= ROLE_WORDS and not line.terminal
    return short and bool(pattern("role_line").fullmatch(line.plain))


def _signature(document: Document, found: Found) -> Iterator[Span]:
    """The author's name behind a dash as the last line: "— Ann Lee"."""
    free = [line for line in document.lines[-8:] if not found.covered(line)]
    line = free[-1] if free else None
    if line and line.words <= NAME_WORDS and line.text[0] in "-–—":
        name = line.text.lstrip("-–— ")
        if is_name(name):
            yield _span(line, "byline.signature", 0.9, clean_name(name))


def _about_authors(document: Document, found: Found) -> Iterator[Span]:
    """What stands behind a line "About the author" to the end of the text, in short paragraphs."""
    openers = [span for span in found.spans if span.rule == "boilerplate.about_author"]
    line = document.line_at(openers[0].start) if openers else None
    behind = document.lines[line.index + 1 :] if line else ()
    if len(behind) > ABOUT_LINES or any(other.words > BIO_WORDS for other in behind):
        return
    for other in behind:
        if not found.covered(other):
            head = _AUTHOR_HEAD.match(other.text)
            yield _span(
                other, "byline.about_author", 0.95, clean_name(head[1]) if head else None, Layer.BLOCK
            )


def _span(
    line: Line, rule: str, confidence: float, author: str | None = None, layer: Layer = Layer.RULE
) -> Span:
    data = (("author", author),) if author else ()
    return Span(EditKind.BYLINE, line.start, line.end, rule, confidence, layer, data)
