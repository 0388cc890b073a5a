"""The entities of the whole dataset, rolled up from the mentions and names of its articles."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import pyarrow as pa

from transforms.tables import make_table

MAX_ALIASES = 20
"""The most frequent spellings are kept; an entity of a hundred spellings is a mistake of the model."""

Row = dict[str, Any]


def roll_up_entities(mentions: pa.Table, names: pa.Table, articles: pa.Table) -> pa.Table:
    """One row per entity. The name, place and aliases that most mentions give win, the first of equals.

    `mentions` needs article_id, entity_id and text; `names` is the state table; `articles` needs article_id
    and published_date.
    """
    counts = _counts(mentions)
    spans = _published_spans(names, articles)
    spellings = _ranked(mentions.group_by(["entity_id", "text"]).aggregate([("text", "count")]), "text_count")
    chosen = _chosen_names(names)
    rows = (
        {**chosen[entity_id], **counts[entity_id], **spans.get(entity_id, {}),
         "aliases": _aliases(chosen[entity_id]["name"], (row["text"] for row in spellings[entity_id]))}
        for entity_id in sorted(counts)
    )  # fmt: skip
    return make_table("entities", rows)


def entities_of(names: pa.Table, known: set[str]) -> pa.Table:
    """Provisional rows for the entities of a batch that the dataset does not have yet, until the roll-up."""
    new = [row for row in names.to_pylist() if row["entity_id"] not in known]
    table = pa.Table.from_pylist(new, names.schema)
    counts = table.group_by("entity_id").aggregate([("mentions", "sum"), ("article_id", "count_distinct")])
    totals = {row["entity_id"]: row for row in counts.to_pylist()}
    chosen = _chosen_names(table)
    rows = (
        {**chosen[entity_id], "mention_count": totals[entity_id]["mentions_sum"],
         "article_count": totals[entity_id]["article_id_count_distinct"]}
        for entity_id in sorted(chosen)
    )  # fmt: skip
    return make_table("entities", rows)


def _counts(mentions: pa.Table) -> dict[str, Row]:
    aggregates = [("article_id", "count"), ("article_id", "count_distinct")]
    rows = mentions.group_by("entity_id").aggregate(aggregates).to_pylist()
    return {
        row["entity_id"]: {
            "mention_count": row["article_id_count"],
            "article_count": row["article_id_count_distinct"],
        }
        for row in rows
    }


def _published_spans(names: pa.Table, articles: pa.Table) -> dict[str, Row]:
    pairs = names.select(["article_id", "entity_id"]).join(articles, "article_id")
    days = [("published_date", "min"), ("published_date", "max")]
    rows = pairs.group_by("entity_id").aggregate(days).to_pylist()
    return {
        row["entity_id"]: {
            "first_published": row["published_date_min"],
            "last_published": row["published_date_max"],
        }
        for row in rows
    }


def _chosen_names(names: pa.Table) -> dict[str, Row]:
    columns = ["entity_id", "name", "label", "country_code", "latitude", "longitude"]
    ranked = _ranked(names.group_by(columns).aggregate([("mentions", "sum")]), "mentions_sum")
    return {entity_id: {name: rows[0][name] for name in columns} for entity_id, rows in ranked.items()}


def _ranked(table: pa.Table, count: str) -> dict[str, list[Row]]:
    """entity_id → its rows, the most frequent first, then by spelling."""
    rows = sorted(table.to_pylist(), key=lambda row: (-row[count], str(row.get("name") or row.get("text"))))
    ranked: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        ranked[row["entity_id"]].append(row)
    return ranked


def _aliases(name: str, spellings: Iterable[str]) -> str | None:
    cleaned = (" ".join(text.replace(";", " ").split()) for text in spellings)
    others = dict.fromkeys(text for text in cleaned if text and text != name)
    return "; ".join(list(others)[:MAX_ALIASES]) or None
