import json
from pathlib import Path

import duckdb
import polars as pl
import pyarrow.parquet as pq
import pytest

from tests.transforms.dataset.conftest import content, rows_for, stage
from transforms.dataset import CorruptDatasetError, OutputNotWritableError, open_dataset
from transforms.dataset.parts import write_part
from transforms.tables import SCHEMAS, make_table


@pytest.mark.parametrize("table", sorted(SCHEMAS))
def test_every_table_can_be_read_before_anything_is_in_it(tmp_path: Path, table: str) -> None:
    with open_dataset(tmp_path):
        pass
    pattern = str(tmp_path / table / "*.parquet")
    assert duckdb.sql(f"select count(*) from '{pattern}'").fetchall() == [(0,)]  # noqa: S608
    assert pl.scan_parquet(pattern).collect().columns == SCHEMAS[table].names


def test_a_published_batch_can_be_read_and_leaves_no_staged_files(tmp_path: Path) -> None:
    with open_dataset(tmp_path) as dataset:
        dataset.publish(stage(dataset, "b1", ["a", "b"]))
    assert content(tmp_path) == {"articles": ["a", "b"], "mentions": ["a", "b"], "rejects": ["b1"]}
    assert not (tmp_path / "_state" / "staging").exists()


def test_changed_articles_and_mended_rejects_replace_their_rows(tmp_path: Path) -> None:
    with open_dataset(tmp_path) as dataset:
        dataset.publish(stage(dataset, "b1", ["a", "b"]))
        dataset.publish(
            stage(dataset, "b2", ["b"], replaced_articles={"b1": ["b"]}, replaced_rejects={"b1": [("b1", 0)]})
        )
        state = dataset.state()
    assert content(tmp_path) == {"articles": ["a", "b"], "mentions": ["a", "b"], "rejects": ["b2"]}
    assert {name: known.batch_id for name, known in state.articles.items()} == {"a": "b1", "b": "b2"}
    assert state.articles["b"].record_sha256 == "b b2"
    assert list(state.rejects) == [("b2", 0)]


def test_a_part_without_rows_left_is_deleted(tmp_path: Path) -> None:
    with open_dataset(tmp_path) as dataset:
        dataset.publish(stage(dataset, "b1", ["a"]))
        dataset.publish(stage(dataset, "b2", ["a"], replaced_articles={"b1": ["a"]}))
    assert [path.name for path in sorted((tmp_path / "mentions").iterdir())] == [
        "b2.parquet",
        "schema.parquet",
    ]


def test_parts_have_exactly_the_contracts_schema_with_descriptions(tmp_path: Path) -> None:
    with open_dataset(tmp_path) as dataset:
        dataset.publish(stage(dataset, "b1", ["a"]))
    file = pq.ParquetFile(tmp_path / "articles" / "b1.parquet")
    assert file.schema_arrow.equals(SCHEMAS["articles"], check_metadata=True)
    assert file.metadata.row_group(0).column(0).compression == "ZSTD"
    described = json.loads(file.metadata.metadata[b"copydesk.columns"])
    assert list(described) == SCHEMAS["articles"].names
    assert b"pandas" not in file.metadata.metadata


def test_the_rollup_replaces_entities_and_marks_articles(tmp_path: Path) -> None:
    with open_dataset(tmp_path) as dataset:
        dataset.publish(stage(dataset, "b1", ["a", "b"]))
        assert dataset.layout.pending.exists()
        rollup = stage(dataset, "roll", [])
        for path in rollup.folder.iterdir():
            path.unlink()
        entities = [rows_for("entities", entity_id="e", mention_count=2, article_count=2)]
        write_part("entities", make_table("entities", entities), rollup.folder / "entities.parquet")
        marked = [rows_for("articles", article_id=i, duplicate_of="a" if i == "b" else None) for i in "ab"]
        write_part("articles", make_table("articles", marked), rollup.folder / "articles" / "b1.parquet")
        dataset.publish_rollup(rollup)
        assert not dataset.layout.pending.exists()
        assert dataset.read("entities", ["mention_count"]).to_pylist() == [{"mention_count": 2}]
        assert dataset.read("articles", ["duplicate_of"]).column(0).to_pylist() == [None, "a"]


def test_a_broken_part_is_an_error_that_names_it(tmp_path: Path) -> None:
    with open_dataset(tmp_path) as dataset:
        dataset.publish(stage(dataset, "b1", ["a"]))
        part = tmp_path / "articles" / "b1.parquet"
        part.write_bytes(part.read_bytes()[:-20])
        with pytest.raises(CorruptDatasetError, match=r"b1\.parquet"):
            dataset.state()


def test_a_dataset_of_another_contract_is_refused(tmp_path: Path) -> None:
    with open_dataset(tmp_path):
        pass
    pq.write_table(SCHEMAS["runs"].empty_table(), tmp_path / "articles" / "schema.parquet")
    with pytest.raises(CorruptDatasetError, match="contract"), open_dataset(tmp_path):
        pass


def test_an_output_that_can_not_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputNotWritableError, match="can't write"), open_dataset(tmp_path / "file" / "out"):
        pass
