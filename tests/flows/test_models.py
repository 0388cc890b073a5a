"""`copydesk run --model` takes the pipelines of other people."""

from pathlib import Path

import pyarrow.parquet as pq
import spacy

from tests.flows.conftest import Command


def test_a_pipeline_by_a_relative_path(copydesk: Command, tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PER", "pattern": "Zebulon Quirk"}])
    tmp_path.joinpath("models").mkdir()
    nlp.to_disk(tmp_path / "models" / "ruled")
    (tmp_path / "a.txt").write_text("On Monday Zebulon Quirk left Ostby for Vienna.", encoding="utf-8")
    ended = copydesk("run", "a.txt", "--output", "out", "--quiet", "--model", "models/ruled", cwd=tmp_path)
    assert ended.returncode == 0, ended.stderr
    mentions = pq.read_table(tmp_path / "out" / "mentions").to_pylist()
    found = [(row["text"], row["label"], row["source"]) for row in mentions]
    assert found == [("Zebulon Quirk", "PERSON", "model"), ("Vienna", "GPE", "rule")]
    assert pq.read_table(tmp_path / "out" / "runs")["model"].to_pylist() == ["models/ruled"]
