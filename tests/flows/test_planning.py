from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from flows.batch_input import read_batch_input
from flows.planning import BatchJob, Planner
from tests.flows.conftest import write_jsonl
from transforms.codes import RejectReason
from transforms.dataset import DatasetState, KnownArticle, KnownReject
from transforms.ingest.discover import discover
from transforms.ingest.identity import make_article_id, record_sha256
from transforms.ingest.read import read_file
from transforms.ingest.record import ReadOptions
from transforms.records import RawArticle

EMPTY = DatasetState({}, {})


def plan(
    folder: Path, records: Sequence[dict[str, Any]], state: DatasetState = EMPTY, **options: Any
) -> tuple[Planner, list[BatchJob]]:
    source = write_jsonl(folder / "feed.jsonl", records)
    planner = Planner(
        state, folder / f"staging{len(list(folder.iterdir()))}", "run", refresh=options.get("refresh", False),
        config_hash="c",
    )  # fmt: skip
    jobs = planner.jobs(discover([str(source)]), ReadOptions(), options.get("batch_size", 2))
    return planner, list(jobs)


def known(folder: Path, records: Sequence[dict[str, Any]], config_hash: str = "c") -> DatasetState:
    source = write_jsonl(folder / "feed.jsonl", records)
    read = read_file(discover([str(source)])[0], ReadOptions())
    articles = {
        article.article_id: KnownArticle(
            "b1", article.source_file, article.raw_sha256, record_sha256(article), config_hash, "1"
        )
        for article in read
        if isinstance(article, RawArticle)
    }
    return DatasetState(articles, {})


def ids(jobs: Sequence[BatchJob]) -> list[list[str]]:
    return [[article.raw_text for article in read_batch_input(job.folder)[0]] for job in jobs]


RECORDS = [
    {"text": letter, "published_at": "2023-03-21T10:00:00Z", "authors": ["Ann Lee"]} for letter in "abcde"
]


def test_new_records_are_staged_in_batches_in_their_order(tmp_path: Path) -> None:
    planner, jobs = plan(tmp_path, RECORDS)
    assert ids(jobs) == [["a", "b"], ["c", "d"], ["e"]]
    assert [job.batch_id for job in jobs] == ["run-00000", "run-00001", "run-00002"]
    assert planner.counts.records_seen == 5


def test_articles_survive_staging_unchanged(tmp_path: Path) -> None:
    _, jobs = plan(tmp_path, RECORDS, batch_size=10)
    direct = list(read_file(discover([str(tmp_path / "feed.jsonl")])[0], ReadOptions()))
    assert read_batch_input(jobs[0].folder)[0] == direct


def test_unchanged_records_are_left_alone(tmp_path: Path) -> None:
    planner, jobs = plan(tmp_path, RECORDS, known(tmp_path, RECORDS))
    assert jobs == []
    assert planner.counts.articles_unchanged == 5


@pytest.mark.parametrize("change", [{"text": "B"}, {"title": "New"}, {"published_at": "2024-01-01"}])
def test_changed_text_or_metadata_makes_a_changed_record(tmp_path: Path, change: dict[str, str]) -> None:
    state = known(tmp_path, RECORDS)
    _, jobs = plan(tmp_path, [RECORDS[0], RECORDS[1] | change, *RECORDS[2:]], state)
    assert len(jobs) == 1
    assert jobs[0].changed == {make_article_id("feed.jsonl", 1): "b1"}


def test_refresh_takes_everything_again(tmp_path: Path) -> None:
    _, jobs = plan(tmp_path, RECORDS, known(tmp_path, RECORDS), refresh=True)
    assert sum(len(job.changed) for job in jobs) == 5


def test_articles_made_with_other_settings_are_counted(tmp_path: Path) -> None:
    planner, _ = plan(tmp_path, RECORDS, known(tmp_path, RECORDS, config_hash="other"))
    assert planner.counts.outdated == 5


def test_gone_records_are_known(tmp_path: Path) -> None:
    state = known(tmp_path, RECORDS)
    planner, _ = plan(tmp_path, RECORDS[:3], state)
    assert planner.gone() == {"b1": [make_article_id("feed.jsonl", number) for number in (3, 4)]}


def test_a_repeated_id_is_rejected_and_the_first_one_kept(tmp_path: Path) -> None:
    planner, jobs = plan(tmp_path, [{"id": 1, "text": "first"}, {"id": 1, "text": "second"}])
    articles, rejects = read_batch_input(jobs[0].folder)
    assert [article.raw_text for article in articles] == ["first"]
    assert [reject.reason for reject in rejects] == [RejectReason.DUPLICATE_ID]
    assert planner.counts.rejects == 1


def test_a_known_reject_is_counted_but_not_written_again(tmp_path: Path) -> None:
    planner, jobs = plan(tmp_path, [{"title": "no text"}])
    _, (reject,) = read_batch_input(jobs[0].folder)
    key = (reject.source_file, reject.source_record)
    again = KnownReject("b1", reject.reason.value, reject.raw_sha256, reject.detail)
    planner, jobs = plan(tmp_path, [{"title": "no text"}], DatasetState({}, {key: again}))
    assert jobs == []
    assert planner.counts.rejects == planner.counts.records_seen == 1


def test_a_mended_record_replaces_its_reject(tmp_path: Path) -> None:
    state = DatasetState({}, {("feed.jsonl", 0): KnownReject("b1", "no_text", None, "")})
    _, jobs = plan(tmp_path, [{"text": "now with text"}], state)
    assert jobs[0].replaced_rejects == {"b1": [("feed.jsonl", 0)]}


def test_every_record_is_counted_once(tmp_path: Path) -> None:
    records = [*RECORDS, {"title": "x"}, {"id": 1, "text": "y"}, {"id": 1, "text": "z"}]
    planner, jobs = plan(tmp_path, records, known(tmp_path, RECORDS[:2]))
    staged = sum(job.articles for job in jobs)
    counts = planner.counts
    assert counts.records_seen == counts.articles_unchanged + counts.rejects + staged == len(records)
