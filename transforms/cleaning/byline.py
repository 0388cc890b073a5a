"""Bylines that stand on their own shape: "By Ann Lee, Reuters", name and role on a line, mastheads, "(mg)".

Bylines that are phrases ("Reporting by …", "… contributed to this report", contacts) stand in
`data/byline.tsv`; biographies and signatures in `biography.py`.
"""

import re
from collections.abc import Iterator

from transforms.cleaning.authors import agency_of, name_before_role, parse_byline
from transforms.cleaning.document import Document, Span
from transforms.cleaning.furniture import is_opener
from transforms.cleaning.phrases import Hit, pattern
from transforms.codes import EditKind

BYLINE_WORDS = 16
MASTHEAD_WORDS = 14
NAME_ROLE_WORDS = range(3, 8)
LAST_LINES = 4
"""Initials stand on one of the last lines (adverts and links may follow them)."""
INITIALS_REACH = 60

_BY_STARTS = (
    "by", "story by", "words by", "report by", "text by", "written by", "posted by", "reported by",
    "a commentary by", "commentary by", "column by", "analysis by", "opinion by", "review by", "essay by",
)  # fmt: skip


def find_bylines(document: Document) -> Iterator[Span]:
    """Byline lines, lines of name and role, initials behind the last sentence; with the names in them."""
    yield from _by_lines(document)
    yield from _names_with_roles(document)
    yield from _mastheads(document)
    yield from _initials(document)


def byline_data(hit: Hit) -> tuple[tuple[str, str], ...]:
    """Authors named in a hit of `data/byline.tsv` that names authors."""
    text = hit.match.group()
    name = hit.phrase.rule.partition(".")[2]
    if name in NAMING and not text.lower().startswith("posted by"):
        return parse_byline(text).data()
    if name == "agencies_tail":
        initials, _, agencies = text.partition("(")
        return (*_pairs("initials", initials), *_pairs("agency", agencies))
    if name in AUTHORING:
        return tuple(
            pair for match in _AUTHORED.finditer(text) for pair in parse_byline(match[1] or match[2]).data()
        )
    if name == "contributed":
        return parse_byline(re.split(r"\b(?:also )?contributed\b", text, maxsplit=1)[0]).data()
    return ()


def _pairs(key: str, marks: str) -> tuple[tuple[str, str], ...]:
    return tuple((key, mark) for mark in re.split(r"[\s/,()]+", marks) if mark)


_AUTHORED = re.compile(
    r"(?i:\b(?:reporting|writing|written|reported|report)(?: and \w+)? by ([^;.()]{3,120}))|"
    r"((?:[A-Z][\w'-]+ ){1,3}[A-Z][\w'-]+)(?= (?:wrote|adapted|reported|produced)\b)",
)
AUTHORING = frozenset({"reporting_by", "wrote_this"})
"""Rules of `data/byline.tsv` that name authors beside editors and others."""
NAMING = frozenset({"author_label", "by_bar_prefix", "by_date", "outlet_line"})
"""Rules of `data/byline.tsv` whose whole text is a byline."""


def _by_lines(document: Document) -> Iterator[Span]:
    """Lines "By Ann Lee and Ben Okafor, Reuters": nothing but names, agencies and roles behind the "By".

    Behind a cue line of related links they name the authors of other stories: then they carry no data.
    """
    linked = False
    for line in document.lines:
        linked = linked or (document.in_tail(line) and is_opener(line))
        if line.words > BYLINE_WORDS or not line.lower.lstrip("*—–- (").startswith(_BY_STARTS):
            continue
        if not line.body_like and pattern("by_line").fullmatch(line.plain):
            named = parse_byline(line.text)
            if named.authors or named.agencies:
                data = () if linked else named.data()
                yield Span(EditKind.BYLINE, line.start, line.end, "byline.by", 0.98, data=data)


def _names_with_roles(document: Document) -> Iterator[Span]:
    """Name and role on one line of the head: "Ann Lee Political Correspondent"."""
    for line in document.lines[: document.first_body]:
        if line.words in NAME_ROLE_WORDS and not line.terminal and (name := name_before_role(line.text)):
            data = (("author", name),)
            yield Span(EditKind.BYLINE, line.start, line.end, "byline.name_role", 0.95, data=data)


def _mastheads(document: Document) -> Iterator[Span]:
    """Two or more lines "Ann Lee, opinion editor" behind the body: who signs an editorial."""
    tail = [line for line in document.lines[document.last_body + 1 :] if line.words <= MASTHEAD_WORDS]
    signed = [line for line in tail if pattern("masthead").fullmatch(line.plain)]
    for line in signed if len(signed) > 1 else ():
        yield Span(EditKind.BYLINE, line.start, line.end, "byline.masthead", 0.94)


def _initials(document: Document) -> Iterator[Span]:
    """The author's initials behind the last sentence: "… the war. (mg)"."""
    for line in document.lines[-LAST_LINES:]:
        offset = max(0, len(line.text) - INITIALS_REACH)
        match = pattern("tail_initials").search(line.text, offset) if line.text.endswith(")") else None
        if match:
            marks = [mark.strip() for mark in re.split(r"[/,]", match["marks"])]
            data = tuple(("agency" if agency_of(mark) else "initials", mark) for mark in marks)
            start = line.start + match.start()
            yield Span(EditKind.BYLINE, start, line.end, "byline.initials", 0.97, data=data)
