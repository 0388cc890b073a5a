"""The flow in this process, on one temporary server, without model and validation (they have their tests)."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

import flows.batch
import flows.rollup
import flows.run
from expectations.outcome import ValidationOutcome
from flows.clean_articles import clean_articles
from flows.errors import TableValidationError
from flows.report import RunReport
from flows.settings import RunSettings
from tests.flows.conftest import write_jsonl
from transforms.annotate import Annotation
from transforms.codes import Label, MentionSource
from transforms.records import Mention

pytestmark = pytest.mark.usefixtures("server")

WORDS = "Rain fell on the towns of the coast and the ferry to the islands did not leave the harbour at all"
RECORDS = [{"id": number, "text": f"Story {number}. {WORDS} {number}."} for number in range(5)]


@pytest.fixture(autouse=True)
def simple_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    def annotate(_: object, items: Iterable[tuple[str, Any]]) -> Iterator[Annotation]:
        for text, _ in items:
            word = text.split()[1].strip(".")
            mention = Mention(6, 6 + len(word), word, Label.EVENT, MentionSource.RULE, f"e{word}", word)
            yield Annotation((mention,))

    monkeypatch.setattr(flows.batch, "annotate", annotate)
    monkeypatch.setattr(flows.batch, "pipeline_of", lambda _: None)
    monkeypatch.setattr(flows.batch, "_validate", lambda _: ValidationOutcome())
    monkeypatch.setattr(flows.rollup, "_validate", lambda _: ValidationOutcome())
    monkeypatch.setattr(flows.run.Run, "document", lambda _: None)


def run(folder: Path, records: list[dict[str, Any]] = RECORDS, **options: Any) -> RunReport:
    source = write_jsonl(folder / "feed.jsonl", records)
    output = folder / options.pop("output", "out")
    settings = RunSettings(sources=[str(source)], output=output, clean=False, **options)
    return clean_articles(settings)


def rows(output: Path, table: str, leave_out: str = "") -> list[tuple[Any, ...]]:
    columns = f"* exclude ({leave_out})" if leave_out else "*"
    return duckdb.sql(f"select {columns} from '{output}/{table}/*.parquet' order by all").fetchall()  # noqa: S608


def everything(output: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows but for the columns that say which run and batch they are from."""
    return {
        "articles": rows(output, "articles", "run_id, batch_id, processed_at"),
        "raw_articles": rows(output, "raw_articles", "run_id"),
        **{name: rows(output, name) for name in ("edits", "paragraphs", "mentions", "dates", "entities")},
    }


def last_run(output: Path, columns: str) -> tuple[Any, ...]:
    sql = f"select {columns} from '{output}/runs/*.parquet' order by started_at desc limit 1"  # noqa: S608
    return duckdb.sql(sql).fetchall()[0]


def test_batches_make_no_difference(tmp_path: Path) -> None:
    for size in (1, 2, 100):
        assert run(tmp_path, output=f"out{size}", batch_size=size).is_valid
    assert everything(tmp_path / "out1") == everything(tmp_path / "out2") == everything(tmp_path / "out100")
    assert len(rows(tmp_path / "out1", "articles")) == 5


def test_a_flow_run_has_a_name_a_task_run_a_batch_and_artifacts(tmp_path: Path) -> None:
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterId

    report = run(tmp_path, batch_size=2)
    with get_client(sync_client=True) as client:
        flow_run = max(client.read_flow_runs(), key=lambda one: one.created)
        only = FlowRunFilter(id=FlowRunFilterId(any_=[flow_run.id]))
        tasks = [task.name for task in client.read_task_runs(flow_run_filter=only)]
        artifacts = {artifact.key: artifact for artifact in client.read_artifacts(flow_run_filter=only)}
    assert flow_run.name == "feed.jsonl"
    assert {f"{report.run_id}-{number:05}" for number in range(3)} <= set(tasks)
    assert set(artifacts) == {"copydesk-run", "copydesk-counts"}
    assert report.run_id in str(artifacts["copydesk-run"].data)


def test_changed_records_replace_their_rows_and_keep_their_id(tmp_path: Path) -> None:
    run(tmp_path)
    before = {row[0]: row for row in rows(tmp_path / "out", "raw_articles")}
    changed = [RECORDS[0] | {"text": f"Story 9. {WORDS} anew."}, *RECORDS[1:], {"id": 7, "text": "Story 7."}]
    report = run(tmp_path, changed)
    counts = report.counts
    assert (counts.articles_new, counts.articles_changed, counts.articles_unchanged) == (1, 1, 4)
    after = {row[0]: row for row in rows(tmp_path / "out", "raw_articles")}
    assert set(before) < set(after)
    assert sum(before[key] != after[key] for key in before) == 1
    assert [row[1] for row in rows(tmp_path / "out", "entities")] == ["1", "2", "3", "4", "7", "9"]


def test_a_record_that_goes_bad_keeps_its_last_good_version(tmp_path: Path) -> None:
    run(tmp_path)
    report = run(tmp_path, [{"id": 0, "title": "text lost"}, *RECORDS[1:]])
    assert len(rows(tmp_path / "out", "articles")) == 5
    assert (report.counts.articles_unchanged, report.counts.rejects) == (4, 1)


def test_gone_records_stay_unless_pruned(tmp_path: Path) -> None:
    run(tmp_path)
    assert run(tmp_path, RECORDS[:3]).counts.articles_removed == 0
    assert len(rows(tmp_path / "out", "articles")) == 5
    assert run(tmp_path, RECORDS[:3], prune=True).counts.articles_removed == 2
    for table in ("articles", "raw_articles", "mentions", "entities"):
        assert len(rows(tmp_path / "out", table)) == 3


def test_refresh_processes_everything_again(tmp_path: Path) -> None:
    run(tmp_path)
    before = everything(tmp_path / "out")
    assert run(tmp_path, refresh=True, batch_size=3).counts.articles_changed == 5
    assert everything(tmp_path / "out") == before


def test_a_run_that_dies_is_continued_by_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    process = flows.batch.process_batch

    def dies_on_the_third(job: Any, *arguments: Any) -> Any:
        if job.batch_id.endswith("2"):
            raise KeyboardInterrupt
        return process(job, *arguments)

    with monkeypatch.context() as patch:
        patch.setattr("flows.tasks.process_batch", dies_on_the_third)
        with pytest.raises(KeyboardInterrupt):
            run(tmp_path, batch_size=1)
    output = tmp_path / "out"
    assert last_run(output, "status, articles_new") == ("failed", 2)
    orphans = f"select count(*) from '{output}/mentions/*.parquet' anti join '{output}/entities/*.parquet' using (entity_id)"  # noqa: S608, E501
    assert duckdb.sql(orphans).fetchall() == [(0,)]
    report = run(tmp_path)
    assert (report.counts.articles_new, report.counts.articles_unchanged) == (3, 2)
    run(tmp_path, output="at_once")
    assert everything(output) == everything(tmp_path / "at_once")


def test_a_rollup_that_was_missed_is_made_up_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("flows.tasks.stage_rollup", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            run(tmp_path, batch_size=1)
    assert (tmp_path / "out" / "_state" / "pending").exists()
    run(tmp_path)
    assert not (tmp_path / "out" / "_state" / "pending").exists()
    assert len(list((tmp_path / "out" / "entities").glob("*.parquet"))) == 2


def test_a_failing_table_fails_the_run_and_publishes_nothing_of_the_batch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = ValidationOutcome(table_errors=("articles: its schema is not the contract's",))
    monkeypatch.setattr(flows.batch, "_validate", lambda _: wrong)
    with pytest.raises(TableValidationError, match="its schema is not"):
        run(tmp_path)
    assert last_run(tmp_path / "out", "status, validation_success") == ("failed", False)
    assert rows(tmp_path / "out", "articles") == []
