"""The command line in a process of its own, and what other tools read from its output."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest

from tests.flows.conftest import CAPTION, STORY, Command, write_jsonl
from transforms.tables import KEYS, SCHEMAS

if TYPE_CHECKING:
    import subprocess

Finished = tuple["subprocess.CompletedProcess[str]", Path]


def query(output: Path, sql: str) -> list[tuple[Any, ...]]:
    """Rows of a query, in which `{articles}` and so on stand for the tables."""
    return duckdb.sql(sql.format(**{name: f"'{output}/{name}/*.parquet'" for name in SCHEMAS})).fetchall()


def test_the_run_ends_well_and_says_what_it_did(finished: Finished) -> None:
    ended, output = finished
    assert ended.returncode == 0, ended.stderr
    for words in ("4 new", "rejects", "empty_file 1", "broken_json 1", str(output), "index.html"):
        assert words in ended.stdout
    assert "Traceback" not in ended.stderr
    assert "batch 1 of 1" in ended.stderr


@pytest.mark.parametrize("table", sorted(SCHEMAS))
def test_every_table_has_the_contracts_schema_and_unique_keys(finished: Finished, table: str) -> None:
    parts = sorted((finished[1] / table).glob("*.parquet"))
    assert all(pq.read_schema(part).equals(SCHEMAS[table], check_metadata=True) for part in parts)
    keys = ", ".join(KEYS[table])
    rows, distinct = query(
        finished[1],
        f"select count(*), count(distinct ({keys})) from {{{table}}}",  # noqa: S608
    )[0]
    assert rows == distinct
    assert rows > 0


def test_every_record_is_accounted_for(finished: Finished) -> None:
    row = query(
        finished[1],
        "select files_seen, records_seen, articles_new, articles_changed, articles_unchanged, rejects,"
        " status, validation_success from {runs}",
    )
    assert row == [(4, 9, 4, 0, 0, 5, "completed", True)]
    reasons = query(finished[1], "select source_file, source_record, reason from {rejects} order by all")
    assert reasons == [
        ("empty.txt", 0, "empty_file"),
        ("feed.jsonl", 3, "duplicate_id"),
        ("feed.jsonl", 4, "no_text"),
        ("feed.jsonl", 5, "broken_json"),
        ("junk.txt", 0, "binary_content"),
    ]


def test_articles_are_clean_and_lossless(finished: Finished) -> None:
    (text, raw), *_ = query(
        finished[1],
        "select a.text, r.raw_text from {articles} a join {raw_articles} r using (article_id)"
        " where outlet = 'The Gull'",
    )
    assert raw == CAPTION + STORY
    assert "©" not in text
    assert "The city council said on Tuesday" in text
    edits = query(
        finished[1],
        "select raw_start, raw_end, replacement from {edits} join {articles} using (article_id)"
        " where outlet = 'The Gull' order by edit_no",
    )
    rebuilt, position = "", 0
    for start, end, new in edits:
        rebuilt += raw[position:start] + new
        position = end
    assert rebuilt + raw[position:] == text


def test_other_encodings_and_folders_keep_their_name(finished: Finished) -> None:
    rows = query(
        finished[1],
        "select source_file, encoding, text from {articles} join {raw_articles} using (article_id)"
        " where source_format = 'txt'",
    )
    assert rows == [("deep/ferry.txt", "cp1252", "The café’s ferry left Zürich on Friday.")]


def test_the_copy_is_marked_as_a_duplicate_of_the_earlier_article(finished: Finished) -> None:
    rows = query(
        finished[1],
        "select a.outlet, b.outlet from {articles} a join {articles} b on a.duplicate_of = b.article_id",
    )
    assert rows == [("The Heron", "The Gull")]


def test_duckdb_joins_articles_with_mentions_and_entities(finished: Finished) -> None:
    rows = query(
        finished[1],
        "select distinct a.outlet, e.name, e.country_code from {articles} a"
        " join {mentions} m using (article_id) join {entities} e using (entity_id)"
        " where m.label = 'GPE' and a.outlet = 'The Gull' order by all",
    )
    assert ("The Gull", "Germany", "DE") in rows
    orphans = (
        "select count(*) from {mentions} m left join {entities} e using (entity_id) where e.name is null"
    )
    assert query(finished[1], orphans) == [(0,)]


def test_pandas_reads_the_folders_and_joins(finished: Finished) -> None:
    articles, mentions = (
        pd.read_parquet(finished[1] / name, dtype_backend="pyarrow") for name in ("articles", "mentions")
    )
    joined = mentions.merge(articles, on="article_id", suffixes=("_mention", ""))
    assert len(joined) == len(mentions) > 0
    cut = [row.text[row.start : row.end] for row in joined.itertuples()]
    assert cut == joined["text_mention"].tolist()


def test_polars_reads_by_glob_and_counts_alike(finished: Finished) -> None:
    counts = [pl.scan_parquet(f"{finished[1]}/{name}/*.parquet").collect().height for name in SCHEMAS]
    assert counts == [query(finished[1], f"select count(*) from {{{name}}}")[0][0] for name in SCHEMAS]  # noqa: S608


def test_dates_are_resolved_against_the_publication_date(finished: Finished) -> None:
    rows = query(
        finished[1],
        "select d.text, cast(start_date as varchar) from {dates} d join {articles} using (article_id)"
        " where outlet = 'The Gull'",
    )
    assert ("Tuesday", "2023-03-21") in rows


def test_data_docs_need_no_network(finished: Finished) -> None:
    page = (finished[1] / "data_docs" / "index.html").read_text(encoding="utf-8")
    assert "articles" in page
    assert "src=" not in page.replace('src="data:', "")


def test_a_second_run_changes_nothing_but_the_list_of_runs(
    finished: Finished, copydesk: Command, sources: Path
) -> None:
    output = finished[1]

    def fingerprints() -> dict[str, tuple[int, int]]:
        found = ((path, path.stat()) for path in output.rglob("*") if path.is_file())
        kept = ((path.relative_to(output), stat) for path, stat in found)
        return {
            path.as_posix(): (stat.st_mtime_ns, stat.st_size)
            for path, stat in kept
            if path.parts[0] != "runs" and path.name != "lock"
        }

    before = fingerprints()
    ended = copydesk("run", sources, "--output", output, "--quiet")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    assert fingerprints() == before
    sql = "select articles_new, articles_unchanged, rejects, records_seen from {runs} order by started_at"
    assert query(output, sql)[-1] == (0, 4, 5, 9)


def test_no_clean_keeps_the_raw_text_to_the_letter(copydesk: Command, tmp_path: Path) -> None:
    text = "  " + CAPTION + "\n\n" + STORY + " \n"
    source = write_jsonl(tmp_path / "a.jsonl", [{"text": text, "outlet": "x", "published_at": "2023-03-21"}])
    ended = copydesk("run", source, "--output", tmp_path / "out", "--no-clean", "--quiet")
    assert ended.returncode == 0, ended.stderr
    assert query(tmp_path / "out", "select text from {articles}") == [(text,)]
    assert query(tmp_path / "out", "select count(*) from {edits}") == [(0,)]
    assert query(tmp_path / "out", "select count(*) > 0 from {mentions}") == [(True,)]


def test_settings_are_recorded(finished: Finished) -> None:
    settings, cores = query(finished[1], "select settings_json, host_cores from {runs} limit 1")[0]
    assert json.loads(settings)["batch_size"] == 250
    assert cores >= 1
