"""Gold documents as line examples: the features of every line that the classifier would look at, and its label."""

import importlib.util
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.cleaning.labels import LabelError, iter_jsonl, load_labels, text_sha256
from transforms.cleaning.apply import apply
from transforms.cleaning.document import Document, Found
from transforms.cleaning.engine import find_spans
from transforms.cleaning.features import candidates, features, view
from transforms.cleaning.repairs import repair_edits

LABELS = ("labels_a.jsonl", "labels_b.jsonl", "labels_c.jsonl")
GOES = 0.7
"""A line is a positive example if at least this share of it must go, …"""
STAYS = 0.1
"""… a negative one if at most this share must go, and none in between."""
MUST_GO = frozenset({"caption", "credit", "byline", "timestamp", "promo", "boilerplate", "markup"})


@dataclass(frozen=True, slots=True)
class Example:
    """One line: its features, whether it goes (None: mixed), its kind; characters that must go or stay.

    `article` is the number of the document among all documents; -1 for silver.
    """

    outlet: str
    names: tuple[str, ...]
    goes: bool | None
    kind: str
    must: int = 0
    stay: int = 0
    article: int = -1


def gold_documents(development: Path, raw_news: Path) -> list[dict[str, Any]]:
    """The development set, and the hand-labelled articles that are not in it.

    Raises `LabelError` where labels don't fit the articles.
    """
    documents = list(iter_jsonl(development))
    known = {text_sha256(document["text"]) for document in documents}
    here = Path(__file__).parent
    labelled = load_labels([here / name for name in LABELS], raw_news)
    return documents + [document for document in labelled if text_sha256(document["text"]) not in known]


def load_scorer(development: Path) -> Any:
    """The scorer that stands beside the development set, as a module."""
    spec = importlib.util.spec_from_file_location(
        "score_cleaning", development.with_name("score_cleaning.py")
    )
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"no scorer beside {development}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def parsed(
    document: dict[str, Any], masks: Callable[[dict[str, Any]], list[str]]
) -> tuple[Document, list[str]]:
    """The repaired document, and per character: M must go, K stays, N neither, blank white space."""
    text = document["text"]
    edits = repair_edits(text)
    raw_mask, mask, position = with_title(masks, document), list[str](), 0
    for edit in edits:
        mask += raw_mask[position : edit.start] + ["N"] * len(edit.replacement)
        position = edit.end
    mask += raw_mask[position:]
    return Document(apply(text, edits), document.get("outlet")), mask


def with_title(masks: Callable[[dict[str, Any]], list[str]], document: dict[str, Any]) -> list[str]:
    """The mask of a document, in which the title of the article (its first `headline`) stays.

    For the scorer titles are neutral; to a reader the first one belongs to the article.
    """
    mask = masks(document)
    for start, end, kind, *_ in document["spans"]:
        if kind == "headline":
            mask[start:end] = ["K"] * (end - start)
            break
    return mask


def kind_mask(document: dict[str, Any]) -> list[str]:
    """Per raw character: the kind of what must go, "N" for all else (the layout that `parsed` maps)."""
    kinds = ["N"] * len(document["text"])
    for start, end, kind, *extra in document["spans"]:
        if kind in MUST_GO and not (extra and extra[0].get("optional")):
            kinds[start:end] = [kind] * (end - start)
    return kinds


def line_examples(
    documents: Sequence[dict[str, Any]], masks: Callable[[dict[str, Any]], list[str]], *, rules: bool
) -> Iterator[Example]:
    """Every line that the classifier looks at, after the rules or, with `rules=False`, as if there were none.

    Of a document with `judged` spans only these lines. Raises `LabelError` where a repair moved them.
    """
    for number, gold in enumerate(documents):
        judged = {(start, end) for start, end in gold["judged"]} if "judged" in gold else None
        if judged and len(gold["text"]) != len(parsed(gold, masks)[0].text):
            raise LabelError(f"{gold['id']}: a repair moves the judged lines")
        document, mask = parsed(gold, masks)
        _, kinds = parsed(gold, kind_mask)
        found = find_spans(document, last=()) if rules else Found(document)
        seen = view(document, found)
        for line in candidates(seen):
            if judged is not None and (line.start, line.end) not in judged:
                continue
            free = _free(found, line.start, line.end, line.index)
            counts = Counter(mask[at] for at in free)
            kind = Counter(kinds[at] for at in free if mask[at] == "M").most_common(1)
            must, stay = counts["M"], counts["K"]
            yield Example(
                gold.get("outlet") or gold["id"],
                tuple(dict.fromkeys(features(seen, line))),
                _label(must, stay),
                kind[0][0] if kind else "",
                must,
                stay,
                number,
            )


def _free(found: Found, start: int, end: int, index: int) -> list[int]:
    """The offsets of a line that no span has taken."""
    taken: set[int] = set()
    for span in found.on_line(found.document.lines[index]):
        taken.update(range(max(start, span.start), min(end, span.end)))
    return [at for at in range(start, end) if at not in taken]


def _label(must: int, stay: int) -> bool | None:
    share = must / (must + stay) if must + stay else 0.5
    return True if share >= GOES else False if share <= STAYS else None


def kinds_of(examples: Iterable[Example]) -> list[str]:
    """The kinds that occur, sorted."""
    return sorted({example.kind for example in examples if example.goes and example.kind})
