"""Names that may be one entity: a list for a person to read. Nothing is ever merged by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from transforms.entities.names import normalise_name

if TYPE_CHECKING:
    import pyarrow as pa

DEFAULT_SCORE = 85.0
_LONGEST_BLOCK = 400


class Proposal(NamedTuple):
    """Two entities whose names are alike; `score` is 0 to 100, the rarer entity comes second."""

    label: str
    name: str
    other: str
    entity_id: str
    other_id: str
    score: float


def propose_merges(entities: pa.Table, *, min_score: float = DEFAULT_SCORE) -> list[Proposal]:
    """Return pairs of entities with similar names, the most similar first, for a review.

    Only names of one label and one initial letter are compared. The score is a plain edit similarity:
    it finds "Angela Merkel" and "Angela Merkle" but as well two brothers, so that a person must decide
    and write the pair into an alias file. Scores of subsets, which make "Xi" equal to any other Xi, are
    not used.

    >>> import pyarrow as pa
    >>> names = ["Angela Merkel", "Angela Merkle", "Anna Lind"]
    >>> table = pa.table({"entity_id": ["1", "2", "3"], "name": names, "label": ["PERSON"] * 3,
    ...                   "mention_count": [9, 1, 4]})
    >>> [(p.name, p.other, round(p.score)) for p in propose_merges(table)]
    [('Angela Merkel', 'Angela Merkle', 92)]
    """
    blocks: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    columns = ["entity_id", "name", "label", "mention_count"]
    rows = entities.select(columns).to_pylist()
    for row in sorted(rows, key=lambda row: (-row["mention_count"], row["entity_id"])):
        plain = normalise_name(row["name"])
        if " " in plain:
            blocks.setdefault((row["label"], plain[0]), []).append((plain, row["name"], row["entity_id"]))
    found = [pair for (label, _), block in blocks.items() for pair in _pairs(label, block, min_score)]
    return sorted(found, key=lambda p: (-p.score, p.label, p.name, p.other, p.entity_id, p.other_id))


def _pairs(label: str, block: list[tuple[str, str, str]], min_score: float) -> list[Proposal]:
    from rapidfuzz import fuzz, process

    plains = [plain for plain, _, _ in block]
    pairs = []
    for i, (plain, name, entity) in enumerate(block):
        # Rows of the score matrix, one at a time: memory stays linear in the size of the block.
        for _, score, offset in process.extract(
            plain, plains[i + 1 :], scorer=fuzz.ratio, score_cutoff=min_score, limit=_LONGEST_BLOCK
        ):
            _, other, other_id = block[i + 1 + offset]
            pairs.append(Proposal(label, name, other, entity, other_id, float(score)))
    return pairs
