"""The data contract as a page that people read."""

from collections.abc import Iterable
from enum import StrEnum

from transforms.codes import (
    DuplicateKind,
    EditAction,
    EditKind,
    Label,
    MentionSource,
    ParagraphKind,
    Precision,
    PublishedSource,
    RejectReason,
    Stage,
    TimexType,
)
from transforms.tables import CONTRACT, KEYS, Column

CODES: dict[str, type[StrEnum]] = {
    "articles.published_precision": Precision,
    "articles.published_source": PublishedSource,
    "articles.duplicate_kind": DuplicateKind,
    "edits.kind": EditKind,
    "edits.action": EditAction,
    "paragraphs.kind": ParagraphKind,
    "mentions.label": Label,
    "mentions.source": MentionSource,
    "dates.timex_type": TimexType,
    "rejects.stage": Stage,
    "rejects.reason": RejectReason,
}
"""Column → the closed vocabulary of its values."""

HEAD = """# Data dictionary

Made by `copydesk dictionary`. The same descriptions stand in the Parquet files: in the Arrow field metadata, and
as JSON under the file metadata key `copydesk.columns`. Offsets are code points, half open.
"""


def data_dictionary() -> str:
    """The page as Markdown: every table with its key and columns, every vocabulary with its values.

    >>> data_dictionary().splitlines()[0]
    '# Data dictionary'
    """
    tables = (_table(name, columns) for name, columns in CONTRACT.items())
    return "\n".join([HEAD, *tables, _vocabularies()])


def _table(name: str, columns: Iterable[Column]) -> str:
    rows = "".join(
        f"| `{column}` | {kind} | {'yes' if nullable else ''} | {description} |\n"
        for column, kind, nullable, description in columns
    )
    key = ", ".join(f"`{column}`" for column in KEYS[name])
    head = "| column | type | may be null | meaning |\n| --- | --- | --- | --- |\n"
    return f"## {name}\n\nKey: {key}.\n\n{head}{rows}"


def _vocabularies() -> str:
    rows = "".join(
        f"| `{column}` | {', '.join(f'`{code}`' for code in codes)} |\n" for column, codes in CODES.items()
    )
    return f"## Vocabularies\n\n| column | values |\n| --- | --- |\n{rows}"
