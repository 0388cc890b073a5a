"""Texts written for training: whole page dumps and article extracts, every line with its label.

`written/*.txt` holds one document after the other::

    ##### id | outlet | title
    boilerplate<TAB>Skip to main content
    keep<TAB>The bridge is closed until further notice.
    mixed<TAB>Rain fell on Monday. {{promo:Read more: Ten umbrellas compared}}

Outlets, stories and names are invented. `keep` is body text, `mixed` a line with artefacts in double braces, any
other word a span type of `labels.py`.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from training.cleaning.labels import SPAN_TYPES, LabelError

SOURCE = "written"
_PART = re.compile(r"\{\{(\w+):(.*?)\}\}")


def load_written(paths: Iterable[Path]) -> list[dict[str, Any]]:
    """The documents of the files in the layout of the development set; `meta` is empty.

    Raises `LabelError` for a line without a known label.
    """
    return [document for path in paths for document in _documents(path.read_text(encoding="utf-8"))]


def _documents(text: str) -> Iterator[dict[str, Any]]:
    for block in re.split(r"^##### ", text, flags=re.MULTILINE)[1:]:
        head, _, body = block.partition("\n")
        name, *rest = (part.strip() for part in head.split(" | "))
        if not rest:
            raise LabelError(f"{name}: no outlet")
        yield _document(name, rest[0], [line for line in body.split("\n") if line.strip()])


def _document(name: str, outlet: str, rows: Iterable[str]) -> dict[str, Any]:
    lines: list[str] = []
    spans: list[list[Any]] = []
    position = 0
    for row in rows:
        label, _, content = row.partition("\t")
        line, found = _line(name, label, content.strip())
        spans += [[position + start, position + end, kind] for start, end, kind in found]
        lines.append(line)
        position += len(line) + 1
    return {
        "id": name,
        "outlet": outlet,
        "src": SOURCE,
        "spans": spans,
        "meta": {},
        "text": "\n".join(lines),
    }


def _line(name: str, label: str, content: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The bare line, and the spans in it."""
    if label == "keep":
        return content, []
    if label != "mixed":
        _check(name, label)
        return content, [(0, len(content), label)]
    line, spans, position = "", [], 0
    for match in _PART.finditer(content):
        _check(name, match[1])
        line += content[position : match.start()]
        spans.append((len(line), len(line) + len(match[2]), match[1]))
        line += match[2]
        position = match.end()
    return line + content[position:], spans


def _check(name: str, label: str) -> None:
    if label not in SPAN_TYPES:
        raise LabelError(f"{name}: unknown label {label!r}")
