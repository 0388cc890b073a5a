"""Bylines: "By Ann Lee", names on lines of their own, "Reporting by …", biographies, contacts, "(mg)"."""

import re
from collections.abc import Iterator
from functools import cache

from transforms.cleaning.authors import (
    agency_of,
    clean_name,
    is_name,
    is_stop_word,
    name_before_role,
    parse_byline,
)
from transforms.cleaning.document import Document, Found, Layer, Line, Span
from transforms.cleaning.phrases import Hit, expand, plain
from transforms.codes import EditKind

BYLINE_WORDS = 16
BIO_WORDS = 140


@cache
def _by_line() -> re.Pattern[str]:
    return re.compile(
        r"\W*(?:(?:an? )?(?:story|words|report|text|written|posted|reported|commentary|column|analysis|opinion|review|"
        r"essay) )?by ?(?=(?-i:[A-Z])).{3,140}",
        re.IGNORECASE,
    )


@cache
def _bio() -> re.Pattern[str]:
    return re.compile(
        expand(
            r"[\W_]*(?:about the authors?:? )?(?:the (?:author|writer)s?,? )?(?:(?:the )?(?:dr|prof|sen|rep|gov|judge|rev|gen)\.? )?"
            r"(?P<name><person>|(?-i:[A-Z][\w'-]{2,20})(?=, (?:who|author|a|an|the|whose|co-|former|editor)\b| is (?:a|an|the)\b))"
            r"(?:,? and <person>)?(?: \([^()]{2,60}\))?(?: of (?-i:[A-Z])\w+)?(?:,[^.]{2,220}?,)?\*? "
            r"(?:(?:is|are|was|were)(?= (?:also |currently |now )?(?:an?\b|the\b|one of|co-|<proper>|\w+'s|\w+ at\b|<role>\b|(?:(?:senior|staff|chief|associate|assistant|former|national|contributing|managing|executive|deputy|editor|founder|president|professor|director|author|host)\b)))|serves?|served|works?|covers?|writes?|has (?:been|served|worked|written|covered)|hosts?|(?P<plain>teaches|blogs|lectures)|"
            r"reports?|directs|leads|founded|edits|joined|recently|lives|blogs|contributes|studies|holds)\b(?P<rest>.*)"
        ),
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _role() -> re.Pattern[str]:
    return re.compile(expand(r"\b<role>\b|@\w|\.com\b"), re.IGNORECASE)


_TAIL_INITIALS = re.compile(
    r"(?<=[.!?\"'”’)])\s+\(([a-zäöü]{2,4}(?:[/,] ?[a-zäöü]{2,4})*(?:[/,] ?(?:dpa|AFP|Reuters|AP|afp|rtr|ap))*)\)$"
)
_SAID = (" said", " says", " told ", " added.", " according to ")


def find_bylines(document: Document) -> Iterator[Span]:
    """Bylines that stand on their own shape (others are phrases of `data/byline.tsv`)."""
    yield from _by_lines(document)
    yield from _names_with_roles(document)
    yield from _initials(document)


def byline_data(hit: Hit) -> tuple[tuple[str, str], ...]:
    """Authors named in a phrase that names authors."""
    text = hit.match.group()
    name = hit.phrase.rule.partition(".")[2]
    if name in {"author_label", "newsmax_prefix"}:
        return parse_byline(text).data()
    if name == "contributed":
        return parse_byline(re.split(r"\b(?:also )?contributed\b", text, maxsplit=1)[0]).data()
    return ()


def _by_lines(document: Document) -> Iterator[Span]:
    """Lines "By Ann Lee and Ben Okafor, Reuters": nothing but names, agencies and roles behind the "By"."""
    if "by" not in document.lower:
        return
    for line in document.lines:
        if line.words > BYLINE_WORDS or not line.lower.lstrip("*—–- (").startswith(_BY_STARTS):
            continue
        match = _by_line().fullmatch(plain(line.text))
        credits = parse_byline(line.text) if match else None
        if credits and (credits.authors or credits.agencies) and not line.body_like:
            yield Span(EditKind.BYLINE, line.start, line.end, "byline.by", 0.98, data=credits.data())


_BY_STARTS = (
    "by", "story by", "words by", "report by", "text by", "written by", "posted by", "reported by", "a commentary by",
    "commentary by", "column by", "analysis by", "opinion by", "review by", "essay by",
)  # fmt: skip


def _names_with_roles(document: Document) -> Iterator[Span]:
    """Name and role on one line: "Ann Lee Political Correspondent" in the head, mastheads in the tail."""
    tail = [line for line in document.lines if document.in_tail(line)]
    masthead = [line for line in tail if line.words <= 14 and _masthead().fullmatch(plain(line.text))]
    for line in masthead if len(masthead) > 1 else ():
        data = parse_byline(line.text.partition(",")[0]).data()
        yield Span(EditKind.BYLINE, line.start, line.end, "byline.masthead", 0.94, data=data)
    for line in document.lines[: document.first_body]:
        if 3 <= line.words <= 7 and not line.terminal and (name := name_before_role(line.text)):
            data = (("author", name),)
            yield Span(EditKind.BYLINE, line.start, line.end, "byline.name_role", 0.95, data=data)


@cache
def _masthead() -> re.Pattern[str]:
    return re.compile(
        expand(r"<person>, (?:(?:[\w'-]+|&) ){0,8}?<role>(?: (?:and|for|of|at|&) .{2,50})?"), re.IGNORECASE
    )


def _initials(document: Document) -> Iterator[Span]:
    """The author's initials behind the last sentence: "… the war. (mg)"."""
    if not document.lines:
        return
    for line in document.lines[-4:]:
        match = _TAIL_INITIALS.search(line.text[-60:])
        if match and line.words > 6:
            start = line.end - len(line.text[-60:]) + match.start()
            marks = [mark.strip() for mark in re.split(r"[/,]", match[1])]
            data = tuple(("agency" if agency_of(mark) else "initials", mark) for mark in marks)
            yield Span(EditKind.BYLINE, start, line.end, "byline.initials", 0.97, data=data)


def close_bylines(document: Document, found: Found) -> Iterator[Span]:
    """Biographies at the edges of the article, and name lines beside other artefacts of the head."""
    yield from _biographies(document, found)
    yield from _name_lines(document, found)
    yield from _signature(document, found)
    yield from _about_authors(document, found)


def _biographies(document: Document, found: Found) -> Iterator[Span]:
    """Paragraphs that introduce somebody whom the article doesn't speak of, at its start or end."""
    for line in _edge_lines(document, found):
        if line.words > BIO_WORDS or found.covered(line):
            continue
        match = _bio().fullmatch(plain(line.text))
        if match and _is_bio(document, line, match):
            data = (("author", name),) if (name := clean_name(match["name"])) else ()
            yield Span(EditKind.BYLINE, line.start, line.end, "byline.biography", 0.95, data=data)
            yield from _more_biography(document, found, line)


def _more_biography(document: Document, found: Found, line: Line) -> Iterator[Span]:
    """The paragraph behind a biography that goes on about the same person."""
    after = document.neighbour(line, 1)
    if after and not found.covered(after) and after.words <= 80 and _MORE.match(after.text):
        yield Span(EditKind.BYLINE, after.start, after.end, "byline.biography_more", 0.93)


_MORE = re.compile(r"(?:He|She|They|His|Her|Their) (?!said|says|told|added)")


def _edge_lines(document: Document, found: Found) -> Iterator[Line]:
    """The last lines of the text, artefacts aside, from the end; and the first line."""
    free = [line for line in document.lines[-14:] if not found.covered(line)]
    last = free[-4:]
    yield from reversed(last)
    if document.lines and document.lines[0] not in last:
        yield document.lines[0]


def _is_bio(document: Document, line: Line, match: re.Match[str]) -> bool:
    if any(said in line.text for said in _SAID):
        return False
    if not match["plain"] and not _role().search(match["rest"][:150]):
        return False
    surname = match["name"].split()[-1].strip(".,'")
    body = sum(surname in other.text for other in document.lines if other.body_like and other is not line)
    if " " not in match["name"]:
        return body == 0 and line.index > 3 and bool(_STRONG.search(line.text)) and not is_stop_word(surname)
    return clean_name(match["name"]) is not None and len(surname) > 2 and body <= 1


_STRONG = re.compile(
    r"\b(?:is|was) (?:an? |the )?(?:\w+ ){0,4}(?:author|editor|fellow|professor|columnist|writer|contributor|reporter|"
    r"correspondent|native|graduate)\b"
)


def _name_lines(document: Document, found: Found) -> Iterator[Span]:
    """A line that is only a name, in the head beside a timestamp or a role, or the name of a found author."""
    authors = {value for span in found.spans for key, value in span.data if key == "author"}
    for line in document.lines:
        if line.words > 5 or found.covered(line) or not is_name(line.text):
            continue
        beside = _beside_artefact(document, found, line)
        if clean_name(line.text) in authors or (beside and line.index <= document.first_body):
            kind = EditKind.BYLINE if document.in_head(line) or beside else EditKind.CAPTION
            data = (("author", clean_name(line.text) or ""),) if kind is EditKind.BYLINE else ()
            yield Span(kind, line.start, line.end, f"{kind}.name_line", 0.93, Layer.BLOCK, data)
            yield from _role_line(document, found, line)


def _signature(document: Document, found: Found) -> Iterator[Span]:
    """The author's name behind a dash as the last line: "— Ann Lee"."""
    free = [line for line in document.lines[-8:] if not found.covered(line)]
    if free and free[-1].words <= 5 and free[-1].text[0] in "-–—" and is_name(free[-1].text.lstrip("-–— ")):
        line = free[-1]
        data = (("author", line.text.lstrip("-–— ")),)
        yield Span(EditKind.BYLINE, line.start, line.end, "byline.signature", 0.9, data=data)


def _about_authors(document: Document, found: Found) -> Iterator[Span]:
    """What stands behind a line "About the author" to the end of the text, in short paragraphs."""
    openers = [span for span in found.spans if span.rule == "boilerplate.about_author"]
    line = document.line_at(openers[0].start) if openers else None
    behind = document.lines[line.index + 1 :] if line else ()
    if len(behind) > 12 or any(other.words > BIO_WORDS for other in behind):
        return
    for other in behind:
        if not found.covered(other):
            name = _AUTHOR_HEAD.match(other.text)
            data = (("author", author),) if name and (author := clean_name(name[1])) else ()
            yield Span(
                EditKind.BYLINE, other.start, other.end, "byline.about_author", 0.95, Layer.BLOCK, data
            )


_AUTHOR_HEAD = re.compile(r"([^–—,-]{3,50}) [–—-] ")


def _beside_artefact(document: Document, found: Found, line: Line) -> bool:
    """Whether the next line is a timestamp or a role ("Opinion columnist")."""
    after = document.neighbour(line, 1)
    if after is None or after.words > 10:
        return False
    return any(span.kind is EditKind.TIMESTAMP for span in found.on_line(after)) or _is_role_line(after)


def _is_role_line(line: Line) -> bool:
    return line.words <= 6 and not line.terminal and bool(_ROLE_LINE.fullmatch(plain(line.text)))


_ROLE_LINE = re.compile(
    r"(?i:(?:\w+ ){0,4}(?:columnist|contributor|correspondent|reporter|editor|staff writer|writer|blogger|fellow|professor))"
    r"(?:,? (?:of |at |for )?[A-Z].{0,40})?"
)


def _role_line(document: Document, found: Found, line: Line) -> Iterator[Span]:
    after = document.neighbour(line, 1)
    if after and not found.covered(after) and _is_role_line(after):
        yield Span(EditKind.BYLINE, after.start, after.end, "byline.role_line", 0.94, Layer.BLOCK)
