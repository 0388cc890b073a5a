"""Tables of artefact phrases: rows of TSV files, all found in one scan of the article.

A row says where a phrase may stand (`scope`, `zone`), how long it may be (`words`), which literal substrings
any hit contains (`cues`, lower case, joined by "|", `<bar>` for that sign: what the scan looks for) and the
regex that decides.
Regexes see plain punctuation (straight quotes, hyphens, ordinary spaces) and ignore case unless they say
`(?-i:…)`. `<name>` in a regex stands for a fragment of `macros.tsv`.

Scopes: `line` (the whole line), `segment` (a whole sentence-like piece), `rest` (from the start of a piece to
the end of its line), `prefix` (the start of a line), `inline` (anywhere in a line;
the group `cut` alone if the regex has one), `after` (a whole piece
right behind another artefact of the same line; see `blocks.complete_lines`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from transforms.cleaning.cues import CueScanner
from transforms.cleaning.document import Document, Line, Segment, Span
from transforms.codes import EditKind

TABLES = ("promo.tsv", "boilerplate.tsv", "byline.tsv", "caption.tsv")
MAX_LINE = 2_000
"""Longer pieces are prose or broken input; phrase regexes are not tried on them."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One row of a phrase table."""

    kind: EditKind
    rule: str
    scope: str
    zone: str
    words: int
    confidence: float
    cues: tuple[str, ...]
    regex: re.Pattern[str]
    example: str


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a phrase was found: offsets into the document, the match itself (on plain punctuation)."""

    phrase: Phrase
    line: Line
    start: int
    end: int
    match: re.Match[str]

    def span(self, data: tuple[tuple[str, str], ...] = ()) -> Span:
        """The hit as a span to remove."""
        return Span(
            self.phrase.kind, self.start, self.end, self.phrase.rule, self.phrase.confidence, data=data
        )


def read_table(name: str) -> list[list[str]]:
    """The rows of a TSV file of the data folder, without its header line and comments ("#")."""
    text = resources.files("transforms.cleaning").joinpath("data", name).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return rows[1:]


@cache
def macros() -> dict[str, str]:
    """The regex fragments that tables may use as `<name>`."""
    return {row[0]: row[1] for row in read_table("macros.tsv")}


def expand(pattern: str) -> str:
    """Put the fragments of `macros.tsv` in place of `<name>`. Raises KeyError for an unknown one."""
    return re.sub(r"(?<!\?P)<([a-z_]+)>", lambda match: expand(macros()[match[1]]), pattern)


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A regex of `patterns.tsv`, for rules that need more than a phrase table says."""
    source = next(row[1] for row in read_table("patterns.tsv") if row[0] == name)
    return re.compile(expand(source), re.IGNORECASE | re.DOTALL)


@cache
def phrase_table(name: str) -> tuple[Phrase, ...]:
    """The phrases of one TSV file, compiled."""
    return tuple(_phrase(row) for row in read_table(name))


def _phrase(row: list[str]) -> Phrase:
    kind, rule, scope, zone, words, confidence, cues, pattern, example = row
    return Phrase(
        EditKind(kind),
        f"{kind}.{rule}",
        scope,
        zone,
        int(words),
        float(confidence),
        tuple(cue.replace("<bar>", "|") for cue in cues.split("|")),
        re.compile(expand(pattern), re.IGNORECASE),
        example,
    )


@cache
def _scanner() -> tuple[tuple[Phrase, ...], CueScanner]:
    phrases = tuple(phrase for name in TABLES for phrase in phrase_table(name) if phrase.scope != "after")
    return phrases, CueScanner([phrase.cues for phrase in phrases])


def find(document: Document) -> Iterator[Hit]:
    """All hits of all phrase tables, row by row; every hit lies inside one line."""
    phrases, scanner = _scanner()
    for number, positions in scanner.scan(document.text, document.lower):
        phrase = phrases[number]
        done = -1
        for position in positions:
            line = document.line_at(position)
            if line is None or position < done or not _allowed(document, line, phrase):
                continue
            if phrase.scope in {"segment", "rest"}:
                segment = document.segment_at(line, position)
                done = segment.end
                yield from _in_segment(document, line, segment, phrase)
            else:
                done = line.end
                yield from _in_line(line, phrase)


def _allowed(document: Document, line: Line, phrase: Phrase) -> bool:
    if line.end - line.start > MAX_LINE and phrase.scope not in {"segment", "rest"}:
        return False
    if phrase.scope == "line" and line.words > phrase.words:
        return False
    if phrase.zone == "any":
        return True
    if phrase.zone == "inner":
        return line.index > 0
    head = line.index <= max(document.first_body, 2)
    tail = line.index >= min(document.last_body, len(document.lines) - 5)
    return {"head": head, "tail": tail, "edge": head or tail}[phrase.zone]


def _in_line(line: Line, phrase: Phrase) -> Iterator[Hit]:
    if phrase.scope == "line":
        match = phrase.regex.fullmatch(line.plain)
    elif phrase.scope == "prefix":
        match = phrase.regex.match(line.plain[:400])
    else:
        group = "cut" if "cut" in phrase.regex.groupindex else 0
        for match in phrase.regex.finditer(line.plain):
            yield Hit(phrase, line, line.start + match.start(group), line.start + match.end(group), match)
        return
    if match:
        yield Hit(phrase, line, line.start, line.start + match.end(), match)


def _in_segment(document: Document, line: Line, segment: Segment, phrase: Phrase) -> Iterator[Hit]:
    end = line.end if phrase.scope == "rest" else segment.end
    text = document.plain[segment.start : min(end, segment.start + MAX_LINE)]
    if end - segment.start > MAX_LINE or text.count(" ") >= phrase.words:
        return
    match = phrase.regex.fullmatch(text)
    if match:
        yield Hit(phrase, line, segment.start, end, match)
