"""The paragraphs of a clean text, with their roles."""

import re

from transforms.codes import ParagraphKind
from transforms.records import Paragraph

_BLOCK = re.compile(r"[^\n]+")


def type_paragraphs(text: str, title: str | None = None) -> tuple[Paragraph, ...]:
    """The paragraphs (lines) of a clean text, in order."""
    del title
    return tuple(Paragraph(ParagraphKind.BODY, match.start(), match.end()) for match in _BLOCK.finditer(text))
