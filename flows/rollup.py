"""What is computed over the whole dataset once a run's batches are published: entities and duplicates."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from expectations.outcome import ValidationOutcome
from transforms.codes import DuplicateKind
from transforms.dataset import StagedBatch
from transforms.dataset.layout import Layout
from transforms.dataset.parts import read_parts, write_part
from transforms.dedupe import Duplicate, Fingerprint, find_duplicates
from transforms.rollup import roll_up_entities

DUPLICATE_COLUMNS = ("duplicate_of", "duplicate_kind", "duplicate_similarity")


def stage_rollup(layout: Layout, run_id: str) -> tuple[StagedBatch, ValidationOutcome]:
    """Stage the entities table and the articles parts whose duplicates changed.

    Raises:
        CorruptDatasetError: a part can't be read.
    """
    batch = StagedBatch(f"{run_id}-rollup", layout.staging(run_id) / "rollup")
    batch.folder.mkdir(parents=True, exist_ok=True)
    entities = _entities(layout)
    outcome = _validate(entities)
    if outcome.success and len(entities):
        write_part("entities", entities, batch.folder / "entities.parquet")
    _stage_duplicates(layout, batch.folder / "articles")
    return batch, outcome


def _entities(layout: Layout) -> pa.Table:
    return roll_up_entities(
        read_parts("mentions", layout.parts("mentions"), ["article_id", "entity_id", "text"]),
        read_parts("names", layout.parts("names")),
        read_parts("articles", layout.parts("articles"), ["article_id", "published_date"]),
    )


def _validate(entities: pa.Table) -> ValidationOutcome:
    from expectations.validate import validate_tables

    return validate_tables({"entities": entities})


def _stage_duplicates(layout: Layout, folder: Path) -> None:
    """Stage a new version of each articles part in which a duplicate came, went or changed."""
    columns = ["article_id", "published_date", "text_sha256", "batch_id", *DUPLICATE_COLUMNS]
    articles = read_parts("articles", layout.parts("articles"), columns).to_pylist()
    duplicates = find_duplicates(_fingerprints(layout, articles), lambda ids: _texts(layout, ids))
    stale: dict[str, list[str]] = defaultdict(list)
    for row in articles:
        found = duplicates.get(row["article_id"])
        if _values(found) != tuple(row[column] for column in DUPLICATE_COLUMNS):
            stale[row["batch_id"]].append(row["article_id"])
    for batch_id in stale:
        part = read_parts("articles", [layout.part("articles", batch_id)])
        write_part("articles", _marked(part, duplicates), folder / f"{batch_id}.parquet")


def _fingerprints(layout: Layout, articles: Sequence[dict[str, Any]]) -> list[Fingerprint]:
    records = read_parts("records", layout.parts("records"), ["article_id", "signature"])
    signatures = dict(zip(*(records.column(number).to_pylist() for number in (0, 1)), strict=True))
    return [
        Fingerprint(
            row["article_id"], row["published_date"], row["text_sha256"], signatures.get(row["article_id"])
        )
        for row in articles
    ]


def _texts(layout: Layout, article_ids: Sequence[str]) -> dict[str, str]:
    wanted = pa.array(article_ids, pa.string())
    texts: dict[str, str] = {}
    for part in layout.parts("articles"):
        table = read_parts("articles", [part], ["article_id", "text"])
        table = table.filter(pc.is_in(table.column("article_id"), wanted))
        texts |= dict(
            zip(table.column("article_id").to_pylist(), table.column("text").to_pylist(), strict=True)
        )
    return texts


def _values(duplicate: Duplicate | None) -> tuple[str | None, str | None, float | None]:
    if duplicate is None:
        return (None, None, None)
    return (duplicate.of, DuplicateKind(duplicate.kind).value, duplicate.similarity)


def _marked(part: pa.Table, duplicates: dict[str, Duplicate]) -> pa.Table:
    rows = [_values(duplicates.get(article_id)) for article_id in part.column("article_id").to_pylist()]
    for number, name in enumerate(DUPLICATE_COLUMNS):
        index = part.schema.get_field_index(name)
        values = pa.array([row[number] for row in rows], part.schema.field(index).type)
        part = part.set_column(index, part.schema.field(index), values)
    return part
