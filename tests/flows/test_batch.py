"""One batch without Prefect: what one bad record does, and what a failing table does."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

import flows.batch
from expectations.outcome import RowFailure, ValidationOutcome
from flows.batch import BatchSummary, process_batch
from flows.batch_input import write_batch_input
from flows.planning import BatchJob
from flows.settings import RunSettings
from transforms.annotate import Annotation
from transforms.records import CleanArticle, RawArticle

Texts = Iterable[tuple[str, Any]]


@pytest.fixture(autouse=True)
def simple_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """No model and no validation: both have tests of their own."""

    def annotate(_: object, items: Texts) -> Iterator[Annotation]:
        for text, _ in items:
            if "explode" in text:
                raise ValueError("a model's\nhiccup")
            yield Annotation()

    monkeypatch.setattr(flows.batch, "annotate", annotate)
    monkeypatch.setattr(flows.batch, "pipeline_of", lambda _: None)
    monkeypatch.setattr(flows.batch, "_validate", lambda _: ValidationOutcome())


def process(folder: Path, *texts: str, clean: bool = False) -> BatchSummary:
    articles = [
        RawArticle(f"{number:016}", "a.jsonl", number, "jsonl", text, "0" * 64, "utf-8", len(text))
        for number, text in enumerate(texts)
    ]
    write_batch_input(folder / "b1", articles, [])
    settings = RunSettings(sources=["a.jsonl"], output=folder, clean=clean)
    return process_batch(BatchJob("b1", folder / "b1", len(articles)), settings, "run", None)


def column(folder: Path, table: str, name: str) -> list[Any]:
    rows = duckdb.sql(f"select {name} from '{folder}/b1/{table}.parquet' order by 1").fetchall()  # noqa: S608
    return [row[0] for row in rows]


def test_an_article_that_breaks_the_annotation_is_rejected_alone(tmp_path: Path) -> None:
    summary = process(tmp_path, "fine", "explode", "also fine")
    assert column(tmp_path, "articles", "text") == ["also fine", "fine"]
    assert summary.refused == ("0000000000000001",)
    assert column(tmp_path, "rejects", "concat(stage, ' ', reason, ' ', detail)") == [
        "annotate processing_error ValueError: a model's"
    ]


def test_an_article_that_breaks_the_cleaning_is_rejected_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def clean_raw(article: RawArticle, _: object) -> CleanArticle:
        if article.source_record == 0:
            raise RuntimeError("odd text")
        return CleanArticle("" if article.source_record == 1 else article.raw_text, (), ())

    monkeypatch.setattr(flows.batch, "clean_raw", clean_raw)
    summary = process(tmp_path, "one", "two", "three", clean=True)
    assert summary.articles == 1
    assert summary.rejects == {"processing_error": 1, "nothing_left": 1}


def test_a_quarantined_article_takes_all_its_rows_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failure = RowFailure("mentions", 0, "0000000000000000", "mentions: `text` is odd")
    monkeypatch.setattr(
        flows.batch,
        "_validate",
        lambda tables: ValidationOutcome(failures=(failure,) * ("articles" in tables)),
    )
    summary = process(tmp_path, "one", "two")
    for table in ("articles", "raw_articles", "records"):
        assert column(tmp_path, table, "article_id") == ["0000000000000001"]
    assert column(tmp_path, "rejects", "detail") == ["mentions: `text` is odd"]
    assert summary.rejects == {"failed_expectation": 1}


def test_nothing_is_staged_for_publishing_where_a_table_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = ValidationOutcome(table_errors=("articles: empty",))
    monkeypatch.setattr(flows.batch, "_validate", lambda _: wrong)
    assert process(tmp_path, "one").table_errors == ("articles: empty", "articles: empty")
    assert not (tmp_path / "b1" / "articles.parquet").exists()
