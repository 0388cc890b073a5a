"""A user's mistake is one line on stderr and a non-zero exit, never a traceback."""

import os
import subprocess
from pathlib import Path

import pytest
import spacy
from thinc.util import has_cupy_gpu

from tests.flows.conftest import Command
from transforms.dataset import open_dataset


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "a.txt"
    path.parent.mkdir()
    path.write_text("Rain fell on Vienna on Monday.", encoding="utf-8")
    return path


def complaint(ended: "subprocess.CompletedProcess[str]") -> str:
    """The one line that the command said."""
    assert ended.returncode not in {0, -9}
    assert ended.stdout == ""
    assert "Traceback" not in ended.stderr
    (line,) = ended.stderr.strip().splitlines()
    assert line.startswith("copydesk: ")
    return line


def test_a_missing_path(copydesk: Command, tmp_path: Path) -> None:
    ended = copydesk("run", tmp_path / "missing", "--output", tmp_path / "out")
    assert str(tmp_path / "missing") in complaint(ended)
    assert not (tmp_path / "out").exists()


def test_a_pattern_that_matches_nothing(copydesk: Command, tmp_path: Path) -> None:
    assert "nothing matches" in complaint(copydesk("run", tmp_path / "*.txt", "--output", tmp_path / "out"))


def test_an_unknown_model(copydesk: Command, article: Path, tmp_path: Path) -> None:
    ended = copydesk("run", article, "--output", tmp_path / "out", "--quiet", "--model", "no_such_model")
    assert "no_such_model" in complaint(ended)


def test_a_model_that_finds_no_entities(copydesk: Command, article: Path, tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.to_disk(tmp_path / "plain")
    ended = copydesk("run", article, "--output", tmp_path / "out", "--quiet", "--model", tmp_path / "plain")
    assert "no component that finds entities" in complaint(ended)


def test_a_gpu_that_is_not_there(copydesk: Command, article: Path, tmp_path: Path) -> None:
    if has_cupy_gpu:
        pytest.skip("there is a GPU")
    ended = copydesk("run", article, "--output", tmp_path / "out", "--quiet", "--gpu")
    assert "without --gpu" in complaint(ended)


def test_an_output_that_is_a_file(copydesk: Command, article: Path) -> None:
    assert "not a folder" in complaint(copydesk("run", article, "--output", article))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_an_output_without_permission(copydesk: Command, article: Path, tmp_path: Path) -> None:
    tmp_path.joinpath("locked").mkdir(mode=0o500)
    ended = copydesk("run", article, "--output", tmp_path / "locked" / "out", "--quiet")
    assert "can't write" in complaint(ended)


def test_an_output_below_a_file(copydesk: Command, article: Path) -> None:
    assert "can't write" in complaint(copydesk("run", article, "--output", article / "out", "--quiet"))


def test_an_output_in_use(copydesk: Command, article: Path, tmp_path: Path) -> None:
    with open_dataset(tmp_path / "out"):
        ended = copydesk("run", article, "--output", tmp_path / "out", "--quiet")
    assert "another run" in complaint(ended)


def test_a_broken_dataset(copydesk: Command, article: Path, tmp_path: Path) -> None:
    with open_dataset(tmp_path / "out"):
        pass
    (tmp_path / "out" / "articles" / "b.parquet").write_bytes(b"PAR1 no more")
    ended = copydesk("run", article, "--output", tmp_path / "out", "--quiet")
    assert "b.parquet" in complaint(ended)


def test_a_schedule_that_is_none(copydesk: Command, article: Path, tmp_path: Path) -> None:
    ended = copydesk("serve", article, "--cron", "at dawn", "--output", tmp_path / "out")
    assert "not a cron expression: at dawn" in complaint(ended)


def test_missing_aliases(copydesk: Command, article: Path, tmp_path: Path) -> None:
    ended = copydesk("run", article, "--output", tmp_path / "out", "--aliases", tmp_path / "none.csv")
    assert "none.csv" in complaint(ended)


def test_no_arguments_show_the_help(copydesk: Command) -> None:
    ended = copydesk()
    assert "run" in ended.stdout + ended.stderr
    assert "Traceback" not in ended.stderr


def test_version(copydesk: Command) -> None:
    import tomllib

    pyproject = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    assert copydesk("--version").stdout.strip() == f"copydesk {pyproject['project']['version']}"


def test_help_loads_nothing_heavy() -> None:
    import sys

    heavy = ["prefect", "great_expectations", "spacy", "pandas", "pyarrow", "numpy", "pydantic"]
    script = f"import sys, flows.cli; print([name for name in {heavy} if name in sys.modules])"
    ended = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert ended.stdout.strip() == "[]"
