"""Tables as the frames that the suites look at: their columns plus derived ones for the invariants.

The reconstruction is computed here from the rows themselves, not by the code that cleaned the text, so that
the audit does not share its mistakes. Every frame has a column `row`, the position in the table.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pandas as pd
import pyarrow as pa

Tables = Mapping[str, pa.Table]
Values = list[bool]

KEPT_SHARE = 0.2


def frame_of(name: str, tables: Tables) -> pd.DataFrame:
    """The frame of one table. Invariants that need an absent table are taken to hold.

    Raises:
        KeyError: `name` is not in `tables`.
    """
    table = tables[name]
    frame: pd.DataFrame = table.to_pandas(types_mapper=_nullable)
    for column, derive in DERIVED.get(name, {}).items():
        frame[column] = pd.Series(derive(tables), index=frame.index, dtype="bool")
    frame["row"] = range(len(frame))
    return frame


def _nullable(kind: pa.DataType) -> Any:
    """Nullable integers would become floats; dates and strings keep pandas' defaults."""
    return {pa.int32(): pd.Int32Dtype(), pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype()}.get(kind)


def _columns(table: pa.Table, *names: str) -> Iterable[tuple[Any, ...]]:
    return zip(*(table.column(name).to_pylist() for name in names), strict=True)


def _lookup(tables: Tables, name: str, key: str, value: str) -> dict[Any, Any]:
    return dict(_columns(tables[name], key, value)) if name in tables else {}


def _is_known(child: str, parent: str, key: str) -> Callable[[Tables], Values]:
    def derive(tables: Tables) -> Values:
        if parent not in tables:
            return [True] * len(tables[child])
        known = set(tables[parent].column(key).to_pylist())
        return [value in known for value in tables[child].column(key).to_pylist()]

    return derive


def _is_faithful(child: str, parent: str, text: str, start: str, end: str) -> Callable[[Tables], Values]:
    """Whether the child's text is what stands at its offsets in the parent's text."""

    def derive(tables: Tables) -> Values:
        if parent not in tables:
            return [True] * len(tables[child])
        texts = _lookup(tables, parent, "article_id", "raw_text" if parent == "raw_articles" else "text")
        rows = _columns(tables[child], "article_id", text, start, end)
        return [texts.get(article, "")[a:b] == words for article, words, a, b in rows]

    return derive


def _is_apart(child: str, number: str, start: str, end: str) -> Callable[[Tables], Values]:
    """Whether a span begins where the one numbered before it has ended, numbers running from 0."""

    def derive(tables: Tables) -> Values:
        ends: dict[str, tuple[int, int]] = defaultdict(lambda: (-1, 0))
        good = [True] * len(tables[child])
        rows = enumerate(_columns(tables[child], "article_id", number, start, end))
        for row, (article, no, a, b) in sorted(rows, key=lambda item: (item[1][0], item[1][1])):
            last_no, last_end = ends[article]
            good[row] = no == last_no + 1 and a >= last_end
            ends[article] = (no, b)
        return good

    return derive


def _is_lossless(tables: Tables) -> Values:
    if "raw_articles" not in tables or "edits" not in tables:
        return [True] * len(tables["articles"])
    raw = _lookup(tables, "raw_articles", "article_id", "raw_text")
    edits: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for article, start, end, new in _columns(
        tables["edits"], "article_id", "raw_start", "raw_end", "replacement"
    ):
        edits[article].append((start, end, new))
    rows = _columns(tables["articles"], "article_id", "text")
    return [_rebuild(raw.get(article, ""), edits[article]) == text for article, text in rows]


def _rebuild(raw: str, edits: list[tuple[int, int, str]]) -> str:
    parts, position = [], 0
    for start, end, new in sorted(edits):
        parts += [raw[position:start], new]
        position = end
    return "".join([*parts, raw[position:]])


def _counts_agree(tables: Tables) -> Values:
    articles = tables["articles"]
    good = [True] * len(articles)
    for child, column in (
        ("mentions", "mention_count"),
        ("dates", "date_count"),
        ("paragraphs", "paragraph_count"),
    ):
        if child not in tables:
            continue
        counted: dict[str, int] = defaultdict(int)
        for article in tables[child].column("article_id").to_pylist():
            counted[article] += 1
        for row, (article, count) in enumerate(_columns(articles, "article_id", column)):
            good[row] &= counted[article] == count
    return good


def _published_is_complete(tables: Tables) -> Values:
    rows = _columns(
        tables["articles"], "published_date", "published_precision", "published_source", "published_at"
    )
    return [
        (day is None) == (prec is None) == (src is None) and (day or not at) for day, prec, src, at in rows
    ]


def _published_is_past(tables: Tables) -> Values:
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)
    return [day is None or day <= tomorrow for day in tables["articles"].column("published_date").to_pylist()]


def _duplicate_is_complete(tables: Tables) -> Values:
    rows = _columns(
        tables["articles"], "article_id", "duplicate_of", "duplicate_kind", "duplicate_similarity"
    )
    return [(of is None) == (kind is None) == (sim is None) and of != own for own, of, kind, sim in rows]


def _keeps_most(tables: Tables) -> Values:
    rows = _columns(tables["articles"], "raw_chars", "removed_chars")
    return [raw - removed >= KEPT_SHARE * raw for raw, removed in rows]


def _action_agrees(tables: Tables) -> Values:
    rows = _columns(tables["edits"], "action", "replacement")
    return [(action == "remove") == (new == "") for action, new in rows]


def _is_accounted(tables: Tables) -> Values:
    rows = _columns(
        tables["runs"],
        "status", "records_seen", "articles_new", "articles_changed", "articles_unchanged", "rejects",
    )  # fmt: skip
    return [
        status != "completed" or seen == new + changed + same + bad
        for status, seen, new, changed, same, bad in rows
    ]


DERIVED: dict[str, dict[str, Callable[[Tables], Values]]] = {
    "articles": {
        "is_lossless": _is_lossless,
        "raw_is_known": _is_known("articles", "raw_articles", "article_id"),
        "counts_agree": _counts_agree,
        "published_is_complete": _published_is_complete,
        "published_is_past": _published_is_past,
        "duplicate_is_complete": _duplicate_is_complete,
        "keeps_most": _keeps_most,
    },
    "raw_articles": {"article_is_known": _is_known("raw_articles", "articles", "article_id")},
    "edits": {
        "is_faithful": _is_faithful("edits", "raw_articles", "raw_text", "raw_start", "raw_end"),
        "is_in_order": _is_apart("edits", "edit_no", "raw_start", "raw_end"),
        "action_agrees": _action_agrees,
        "article_is_known": _is_known("edits", "articles", "article_id"),
    },
    "paragraphs": {
        "is_faithful": _is_faithful("paragraphs", "articles", "text", "start", "end"),
        "article_is_known": _is_known("paragraphs", "articles", "article_id"),
    },
    "mentions": {
        "is_faithful": _is_faithful("mentions", "articles", "text", "start", "end"),
        "is_apart": _is_apart("mentions", "mention_no", "start", "end"),
        "article_is_known": _is_known("mentions", "articles", "article_id"),
        "entity_is_known": _is_known("mentions", "entities", "entity_id"),
    },
    "dates": {
        "is_faithful": _is_faithful("dates", "articles", "text", "start", "end"),
        "is_apart": _is_apart("dates", "date_no", "start", "end"),
        "article_is_known": _is_known("dates", "articles", "article_id"),
    },
    "runs": {"is_accounted": _is_accounted},
}
"""Table name → derived column → how it is computed."""
