"""Measure the cleaning on whole pages saved as text: menus, share bars, teasers, comments and footers included.

pip download --no-deps --no-binary newspaper4k newspaper4k==0.9.6
python -m benchmarks.eval_cleaning_pages newspaper4k-0.9.6.tar.gz

The pages are the English test pages of that source package; they belong to their publishers and are not here, only
our stand-off labels of their text are (`labels/cleaning_pages.jsonl`). The text is all that a page shows, a block
element a line. These pages are development data: errors on them were read.
"""

import argparse
import json
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.eval_cleaning import load_scorer, predict
from training.cleaning.labels import LabelError, text_sha256
from transforms.cleaning import clean_article

LABELS = Path(__file__).with_name("labels") / "cleaning_pages.jsonl"
_BLOCKS = re.compile(
    "address|article|aside|blockquote|body|br|button|center|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|"
    "header|hr|label|li|main|nav|ol|option|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul"
)
_HIDDEN = re.compile("head|iframe|noscript|script|select|style|svg|template|textarea")


def page_text(markup: bytes) -> str:
    """The text that a page shows, a block element a line."""
    from lxml import html

    tree = html.fromstring(markup)
    body = tree.find("body")
    pieces = "".join(_pieces(tree if body is None else body))
    lines = (re.sub(" +", " ", line).strip() for line in pieces.split("\n"))
    return "\n".join(filter(None, lines))


def _pieces(element: Any) -> Iterator[str]:
    if isinstance(element.tag, str) and not _HIDDEN.fullmatch(element.tag):
        edge = "\n" if _BLOCKS.fullmatch(element.tag) else ""
        yield edge
        yield _spaced(element.text or "")
        for child in element:
            yield from _pieces(child)
        yield edge
    yield _spaced(element.tail or "")


def _spaced(text: str) -> str:
    """White space as one space; a bare line break between two elements stays one."""
    return text if text == "\n" else re.sub(r"\s+", " ", text)


def documents(archive: Path) -> list[dict[str, Any]]:
    """The labelled pages with their text. Raises `LabelError` where a page is not the one that was labelled."""
    labels = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    with tarfile.open(archive) as packed:
        pages = {Path(name).name.removesuffix(".html"): name for name in packed.getnames() if ".html" in name}
        return [_joined(label, _read(packed, pages[label["id"]])) for label in labels]


def _read(packed: tarfile.TarFile, name: str) -> bytes:
    member = packed.extractfile(name)
    if member is None:
        raise LabelError(f"{name} is no file")
    return member.read()


def _joined(label: dict[str, Any], markup: bytes) -> dict[str, Any]:
    text = page_text(markup)
    if text_sha256(text) != label["sha256"]:
        raise LabelError(f"{label['id']}: the text is not the one that was labelled")
    return {**label, "src": "page", "text": text}


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("archive", type=Path, help="source package of newspaper4k 0.9.6")
    docs = documents(parser.parse_args().archive)
    scorer = load_scorer()
    scorer.report(*scorer.score(docs, {doc["id"]: predict(doc, clean_article(doc["text"])) for doc in docs}))


if __name__ == "__main__":
    main()
