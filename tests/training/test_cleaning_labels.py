"""The hand-made cleaning labels fit the articles they describe."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.shared_data import shared
from training.cleaning.labels import LabelError, iter_jsonl, load_labels, text_sha256

LABELS = sorted(Path(__file__).parents[2].glob("training/cleaning/labels_*.jsonl"))
TEXT = "By Ann Ode\n\nThe bridge opened on Monday."


def _write(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def _label(**changes: object) -> dict[str, Any]:
    label = {
        "id": "x1",
        "sha256": text_sha256(TEXT),
        "outlet": "The Invented Times",
        "spans": [[0, 10, "byline"]],
        "meta": {"authors": ["Ann Ode"]},
    }
    return label | changes


def _load(tmp_path: Path, labels: list[dict[str, Any]]) -> list[dict[str, Any]]:
    raw = _write(tmp_path / "raw.jsonl", [{"id": "x1", "text": TEXT}])
    return load_labels([_write(tmp_path / "labels.jsonl", labels)], raw)


def test_a_label_is_joined_with_its_text(tmp_path: Path) -> None:
    """The joined document carries text, spans, meta, outlet and source."""
    (doc,) = _load(tmp_path, [_label()])
    assert doc["text"][slice(*doc["spans"][0][:2])] == "By Ann Ode"
    assert (doc["outlet"], doc["src"]) == ("The Invented Times", "hand")


@pytest.mark.parametrize(
    ("labels", "reason"),
    [
        ([_label(id="x2")], "no such article"),
        ([_label(sha256="0" * 64)], "not the one that was labelled"),
        ([_label(spans=[[0, 10, "advert"]])], "unknown span type"),
        ([_label(spans=[[5, 5, "promo"]])], "outside the text"),
        ([_label(spans=[[5, 500, "promo"]])], "outside the text"),
        ([_label(), _label()], "labelled twice"),
    ],
)
def test_a_label_that_does_not_fit_is_refused(
    tmp_path: Path,
    labels: list[dict[str, Any]],
    reason: str,
) -> None:
    """Missing articles, other texts, unknown types and bad offsets raise."""
    with pytest.raises(LabelError, match=reason):
        _load(tmp_path, labels)


@pytest.mark.parametrize("path", LABELS, ids=lambda path: path.stem)
def test_the_shipped_labels_fit_the_raw_articles(path: Path) -> None:
    """Every hash matches, every span lies in its text, and none starts or ends on a space."""
    raw = shared("data", "articles", "raw_news.jsonl.gz")
    for doc in load_labels([path], raw):
        for start, end, kind, *_ in doc["spans"]:
            covered = doc["text"][start:end]
            assert kind == "markup" or covered == covered.strip(), (doc["id"], start, end)


@pytest.mark.parametrize("path", LABELS, ids=lambda path: path.stem)
def test_the_shipped_labels_hold_no_text(path: Path) -> None:
    """Only the short right strings of repairs may be spelled out."""
    for label in iter_jsonl(path):
        assert "text" not in label
        for _, _, kind, *extra in label["spans"]:
            to = extra[0].get("to", "") if extra else ""
            assert kind == "repair" or not to
            assert len(to) <= 60
