import os
from pathlib import Path

import pytest

from transforms.ingest.discover import UNSUPPORTED, SourceNotFoundError, discover


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")


def names(*sources: Path | str, exclude: Path | None = None) -> list[str]:
    return [file.name for file in discover([str(source) for source in sources], exclude=exclude)]


def test_a_folder_is_searched_in_depth_and_sorted(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/z.jsonl", "a/b/y.txt.gz", "c.jsonl.gz", "notes.pdf")
    assert names(tmp_path) == ["a/b/y.txt.gz", "a/z.jsonl", "b.txt", "c.jsonl.gz"]


def test_hidden_files_and_the_output_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", ".hidden.txt", ".git/b.txt", "out/c.txt")
    assert names(tmp_path, exclude=tmp_path / "out") == ["a.txt"]


def test_a_single_file_goes_by_its_name(tmp_path: Path) -> None:
    write(tmp_path, "deep/down/a.txt")
    assert names(tmp_path / "deep/down/a.txt") == ["a.txt"]


def test_a_pattern_names_files_from_its_fixed_part_on(tmp_path: Path) -> None:
    write(tmp_path, "in/2023/a.txt", "in/2024/a.txt", "in/b.txt")
    assert names(f"{tmp_path}/in/**/*.txt") == ["2023/a.txt", "2024/a.txt", "b.txt"]
    assert names(f"{tmp_path}/in/20*") == ["2023/a.txt", "2024/a.txt"]


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(tmp_path: Path) -> None:
    write(tmp_path, "a[1].txt")
    assert names(tmp_path / "a[1].txt") == ["a[1].txt"]


def test_a_file_that_is_given_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    assert names(tmp_path, tmp_path / "a.txt") == ["a.txt"]


def test_a_named_file_of_another_format_is_listed_for_rejection(tmp_path: Path) -> None:
    write(tmp_path, "a.pdf")
    assert discover([str(tmp_path / "a.pdf")])[0].format == UNSUPPORTED


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    write(tmp_path, "in/a.txt")
    (tmp_path / "in/loop").symlink_to(tmp_path / "in", target_is_directory=True)
    assert names(tmp_path / "in") == ["a.txt"]


@pytest.mark.parametrize("source", ["missing.txt", "missing/*.txt", "empty"])
def test_nothing_to_read_is_an_error_that_names_the_source(tmp_path: Path, source: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceNotFoundError, match=source.split("/", maxsplit=1)[0]):
        names(tmp_path / source)


def test_relative_sources_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "in/a.txt")
    monkeypatch.chdir(tmp_path)
    assert names("in") == names(os.path.join("in", "*.txt")) == ["a.txt"]  # noqa: PTH118
