from pathlib import Path

from transforms.dictionary import CODES, data_dictionary
from transforms.tables import CONTRACT

PAGE = Path(__file__).parents[2] / "docs" / "data-dictionary.md"


def test_the_page_in_docs_is_current() -> None:
    """`copydesk dictionary > docs/data-dictionary.md` makes it so."""
    assert PAGE.read_text(encoding="utf-8") == data_dictionary()


def test_every_vocabulary_belongs_to_a_column() -> None:
    columns = {f"{table}.{column}" for table, rows in CONTRACT.items() for column, *_ in rows}
    assert set(CODES) <= columns
