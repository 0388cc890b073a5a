import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from expectations.data_docs import write_data_docs
from expectations.validate import validate_tables
from transforms.tables import CONTRACT

Batch = dict[str, list[dict[str, Any]]]
ToTables = Callable[[Batch], dict[str, pa.Table]]


@pytest.fixture
def page(batch: Batch, tables: ToTables, tmp_path: Path) -> str:
    batch["edits"][0]["kind"] = "<script>"
    outcome = validate_tables(tables(batch))
    index = write_data_docs(tmp_path, outcome, batch["runs"][0], {"articles": 41})
    return index.read_text(encoding="utf-8")


def test_the_page_names_every_table_and_its_rows(page: str) -> None:
    assert all(f'id="{name}"' in page for name in CONTRACT)
    assert '<td class="n">41</td>' in page


def test_the_page_loads_nothing_from_anywhere(page: str) -> None:
    assert not re.search(r"(?:src|href)=[\"'](?!#)|@import|url\(|https?://", page)


def test_values_from_the_data_are_escaped(page: str) -> None:
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_each_run_keeps_its_page(batch: Batch, tables: ToTables, tmp_path: Path) -> None:
    outcome = validate_tables(tables(batch))
    index = write_data_docs(tmp_path, outcome, batch["runs"][0], {})
    assert (tmp_path / "runs" / "r1.html").read_text() == index.read_text()
    assert "every row met every expectation" in index.read_text()
