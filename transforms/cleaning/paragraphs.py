"""The paragraphs of a clean text, with their roles."""

import re
from itertools import groupby

from transforms.cleaning.document import ends_sentence
from transforms.cleaning.title import normal_title, without_site
from transforms.codes import ParagraphKind
from transforms.records import Paragraph

_LIST_ITEM = re.compile(r"(?:[•·▪◦*–—-]|\(?[0-9]{1,2}[.)]|\(?[a-z]\))\s+\S")
_QUOTED = re.compile(r"[“\"«][^“”\"«»]{20,}[”\"»][.,]?|“[^“”]{20,}", re.DOTALL)
_WRAP = range(48, 101)
"""Lengths of the lines of hard-wrapped text."""
_LEAST_BROKEN = 2
_LEAD_WORDS = 8
_HEAD_WORDS = 17
_HEAD_CHARS = 130
_ASKING_WORDS = 14
_TITLE_WORDS = 25


def type_paragraphs(text: str, title: str | None = None) -> tuple[Paragraph, ...]:
    r"""The paragraphs of a clean text in order: lines, or blocks of lines where the text is hard-wrapped.

    A title is the record's title, or a first line that looks like one. The lead is the first full paragraph.
    Subheads are short, don't end like a sentence (a question may) and have a full paragraph behind them.

    >>> kinds = type_paragraphs("Rain at last\n\nIt rained on Monday in all the towns of the coast.")
    >>> [paragraph.kind.value for paragraph in kinds]
    ['title', 'lead']
    """
    spans = _paragraph_spans(text)
    texts = [text[start:end] for start, end in spans]
    kinds = _kinds(texts, title)
    return tuple(Paragraph(kind, *span) for kind, span in zip(kinds, spans, strict=True))


def headline_of(text: str) -> str | None:
    """The first line of a text if it looks like a headline over a body; None otherwise."""
    first, _, rest = text.strip().partition("\n")
    following = rest.strip().partition("\n")[0]
    return first if _looks_like_title(first, following) else None


def _paragraph_spans(text: str) -> list[tuple[int, int]]:
    lines: list[tuple[int, int, int]] = []
    position, block = 0, 0
    for piece in text.split("\n"):
        if piece.strip():
            indent = len(piece) - len(piece.lstrip())
            lines.append((block, position + indent, position + len(piece.rstrip())))
        else:
            block += 1
        position += len(piece) + 1
    spans: list[tuple[int, int]] = []
    for _, group in groupby(lines, key=lambda line: line[0]):
        members = [(start, end) for _, start, end in group]
        if _is_wrapped([text[start:end] for start, end in members]):
            members = [(members[0][0], members[-1][1])]
        spans += members
    return spans


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the lines of a block are one paragraph, broken at a column."""
    *inner, _ = lines
    if len(inner) < _LEAST_BROKEN or not all(len(line) in _WRAP for line in inner):
        return False
    return sum(not ends_sentence(line) for line in inner) >= 0.6 * len(inner)


def _kinds(texts: list[str], title: str | None) -> list[ParagraphKind]:
    kinds: list[ParagraphKind] = []
    lead_seen = False
    for number, text in enumerate(texts):
        following = texts[number + 1] if number + 1 < len(texts) else ""
        before = texts[number - 1] if number else ""
        kind = ParagraphKind.BODY
        if number == 0 and _is_title(text, following, title):
            kind = ParagraphKind.TITLE
        elif _is_list_item(text, before, following):
            kind = ParagraphKind.LIST
        elif number and _is_subhead(text, following):
            kind = ParagraphKind.SUBHEAD
        elif not lead_seen and _is_full(text):
            kind, lead_seen = ParagraphKind.LEAD, True
        elif _QUOTED.fullmatch(text):
            kind = ParagraphKind.QUOTE
        kinds.append(kind)
    return kinds


def _is_full(text: str) -> bool:
    return ends_sentence(text) and text.count(" ") >= _LEAD_WORDS - 1


def _is_title(text: str, following: str, title: str | None) -> bool:
    if title and normal_title(text) in (normal_title(title), normal_title(without_site(title))):
        return True
    return _looks_like_title(text, following)


def _looks_like_title(text: str, following: str) -> bool:
    words = text.count(" ") + 1
    first = text.lstrip("“\"‘'")[:1]
    if not 1 < words <= _TITLE_WORDS or not (first.isupper() or first.isdigit()):
        return False
    if text[-1] in ".,;:" or _LIST_ITEM.match(text):
        return False
    return (
        following.count(" ") + 1 > words and ends_sentence(following) and following.count(" ") >= _LEAD_WORDS
    )


def _is_list_item(text: str, before: str, following: str) -> bool:
    if not _LIST_ITEM.match(text):
        return False
    return bool(_LIST_ITEM.match(before) or _LIST_ITEM.match(following)) or not _is_subhead(text, following)


def _is_subhead(text: str, following: str) -> bool:
    words = text.count(" ") + 1
    if not following or words > _HEAD_WORDS or len(text) > _HEAD_CHARS or not _is_full(following):
        return False
    if text[-1] in ".,;" or not (text[0].isupper() or text[0].isdigit() or text[0] in "‘'"):
        return False
    return not ends_sentence(text) or (text[-1] in "?!" and words <= _ASKING_WORDS)
