"""Timestamps: published, updated and scrape dates that are no prose."""

import re
from collections.abc import Iterator
from dataclasses import replace

from transforms.cleaning.document import Document, Line, Span
from transforms.cleaning.stamps import AGO, CLOCK, DAY_MONTH, FULL_DATE, WEEKDAY, parse_stamp
from transforms.codes import EditKind, Precision

_SEPARATOR = r"[\s,|•·/–—:@-]"
_ATOM = rf"(?:{FULL_DATE}|{DAY_MONTH}|{WEEKDAY}|{CLOCK}|{AGO}|today|\b(?:on|at|the|and)\b|{_SEPARATOR})"
_LABEL = (
    r"(?:(?:first |originally |last |latest )?(?:published|updated?|posted|modified|created|uploaded|"
    r"submitted|issued|revised|aired)(?: date| time)?|publish(?:ing|ed)? date|date published|pub date|date|"
    r"release date|last edited|time of publication)"
)
# "Published on Oct 3, 2016", "Updated at 4:56 p.m. ET", "(This article was published on November 16, 2017)",
# "Posted: 3 hours ago | Updated: 1 hour ago", "This post was updated at 10:10 p.m. for clarity."
_LABELLED = re.compile(
    rf"[(\[*]{{0,2}}(?:this (?:article|story|post|piece|report|page|column) (?:was|has been) )?"
    rf"(?P<label>{_LABEL})\b(?P<when>{_ATOM}{{1,24}}?)(?:{_LABEL}\b{_ATOM}{{1,24}}?)?"
    r"(?:(?:with|for|to (?:add|include|reflect|correct|clarify)) [^.]{3,60})?[.)\]*]{0,3}",
    re.IGNORECASE,
)
# "on December 27, 2014 at 12:06 PM, updated December 27, 2014 at 12:10 PM", "May 3, 2013 -- Updated 0203 GMT"
_FIRST_AND_UPDATED = re.compile(
    rf"(?:on )?(?P<first>{_ATOM}{{1,24}}?)(?:last )?updated?:?\b{_ATOM}{{1,24}}(?:GMT|HKT|UTC|[(), ]|{_ATOM}){{0,8}}",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"[(\[]?(?:{WEEKDAY},? )?{FULL_DATE}(?:{_SEPARATOR}|{CLOCK}|at|GMT|UTC){{0,8}}[)\]]?\.?", re.IGNORECASE
)
_TIME_FIRST = re.compile(rf"{CLOCK}(?:{_SEPARATOR}|on){{0,4}}{FULL_DATE}", re.IGNORECASE)
_AGO_LINE = re.compile(rf"{AGO}\.?", re.IGNORECASE)
_GLUED_DATE = re.compile(
    r"(?:(?<=\s)|^)[Dd]ate:? [0-9]{4}-[0-9]{2}-[0-9]{2}(?=\s+[^\W\d_a-z]|\s*$|\s+[“\"‘'(])", re.MULTILINE
)
_ISO_MOMENT = re.compile(
    r"(?<=\s)[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?Z?(?=\s|$)"
)
_LINE_END = re.compile(
    rf"(?:(?<= )[|•·,–—-] ?|(?<=[a-z]), |(?<=[a-z])(?=[A-Z])){FULL_DATE}"
    rf"(?:{_SEPARATOR}|{CLOCK}|GMT|UTC){{0,6}}$"
)
_LINE_START = re.compile(
    rf"(?P<label>(?:Last |First )?(?:Published|Updated|Posted))(?: on| at)?:? {{0,2}}"
    rf"(?:{FULL_DATE}(?:{_SEPARATOR}{{1,3}}(?:at )?{CLOCK})?|"
    rf"{CLOCK}(?:{_SEPARATOR}{{1,3}}(?:on )?{FULL_DATE})?)"
    rf"[.:|–—-]?\s+(?=[^\W\d_a-z]|[“\"‘'])"
)
_BAR = re.compile(r" [•|·] ")  # "Latin America • April 10, 2015 • Ann Lee"
SHORT = 14
"""Words in the longest line that can be a stamp or a byline with one."""
_MANY_BARE = 3
_HINT = re.compile("publish|updat|post|modif|creat|upload|submit|issue|revis|air|date|edited")
"""What a line with a label of a stamp contains."""
_DIGIT = re.compile(r"\d")


def timestamp(document: Document) -> Iterator[Span]:
    """Lines, line ends and glued marks that only say when the article was published or changed."""
    text, lower = document.text, document.lower
    if "date 1" in lower or "date 2" in lower or "date: " in lower:
        for match in _GLUED_DATE.finditer(text):
            yield _span(document, match.start(), match.end(), "timestamp.glued_date", 0.99)
    if "t0" in lower or "t1" in lower or "t2" in lower:
        for match in _ISO_MOMENT.finditer(text):  # of an embedded clip, not of the article
            yield Span(EditKind.TIMESTAMP, match.start(), match.end(), "timestamp.moment", 0.98)
    bare = [line for line in document.lines if line.words <= SHORT and _is_bare(line.text)]
    for line in bare:
        edge = line.index <= document.first_body or line.index >= document.last_body
        if edge or len(bare) < _MANY_BARE:
            yield _span(document, line.start, line.end, "timestamp.date_line", 0.97)
    for line in document.lines:
        if line.words <= 2 * SHORT and (found := _labelled(document, line)):
            yield found
        elif document.in_head(line) or line.index <= document.first_body:
            yield from _in_head(document, line)


def _is_bare(text: str) -> bool:
    if not _DIGIT.search(text):
        return False
    return _BARE.fullmatch(text) is not None or _TIME_FIRST.fullmatch(text) is not None


def _labelled(document: Document, line: Line) -> Span | None:
    if not _HINT.search(line.lower):
        return None
    both = _FIRST_AND_UPDATED.fullmatch(line.text) if "update" in line.lower else None
    if both and (stamp := parse_stamp(both["first"])):
        data = (("published", stamp.day.isoformat()),)
        return Span(EditKind.TIMESTAMP, line.start, line.end, "timestamp.and_updated", 0.97, data=data)
    match = _LABELLED.fullmatch(line.text)
    if match is None or not any(char.isalnum() for char in match["when"]):
        return None
    return _span(document, line.start, line.end, "timestamp.labelled", 0.97, match["label"])


def _in_head(document: Document, line: Line) -> Iterator[Span]:
    if line.words <= SHORT:
        if _AGO_LINE.fullmatch(line.text):
            yield _span(document, line.start, line.end, "timestamp.ago", 0.97)
        elif match := _LINE_END.search(line.text):
            yield _span(document, line.start + match.start(), line.end, "timestamp.line_end", 0.95)
        elif (dated := [piece for piece in _BAR.split(line.text) if _is_bare(piece)]) and dated != [
            line.text
        ]:
            at = line.start + line.text.index(dated[0])
            stamp = _span(document, at, at + len(dated[0]), "timestamp.in_a_bar", 0.94)
            yield replace(stamp, start=line.start, end=line.end)
    elif match := _LINE_START.match(line.text):
        end = line.start + match.end()
        yield _span(document, line.start, end, "timestamp.line_start", 0.95, match["label"])


def _span(document: Document, start: int, end: int, rule: str, confidence: float, label: str = "") -> Span:
    stamp = parse_stamp(document.text[start:end])
    data: tuple[tuple[str, str], ...] = ()
    if stamp:
        key = "updated" if re.search("updat|modif|revis|edit", label, re.IGNORECASE) else "published"
        exact = stamp.precision is Precision.MINUTE and stamp.at
        value = stamp.at.strftime("%Y-%m-%dT%H:%MZ") if exact and stamp.at else stamp.day.isoformat()
        data = ((key, value),)
    return Span(EditKind.TIMESTAMP, start, end, rule, confidence, data=data)
