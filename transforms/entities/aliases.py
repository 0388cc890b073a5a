"""The curated spellings that mean one entity: the file shipped with the package, and the user's own."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from transforms.codes import Label
from transforms.entities.names import normalise_name
from transforms.entities.places import DATA

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

COLUMNS = ("alias", "name", "label", "wikidata")
"""Header of an alias file."""


class AliasError(ValueError):
    """A row of an alias file cannot be used; the message names file and line."""


class Known(NamedTuple):
    """The entity an alias stands for; `wikidata` is its item, or empty."""

    name: str
    wikidata: str


@dataclass(frozen=True, slots=True)
class Aliases:
    """Aliases by label and normalised spelling; `spellings` maps each alias as written to its label."""

    table: Mapping[tuple[str, str], Known]
    spellings: Mapping[str, str]

    def find(self, label: str, name: str) -> Known | None:
        """Return the entity of that label that a spelling stands for.

        >>> load_aliases().find("PERSON", "Wladimir PUTIN").name
        'Vladimir Putin'
        >>> load_aliases().find("ORG", "Wladimir Putin") is None
        True
        """
        return self.table.get((label, normalise_name(name)))


def read_aliases(path: Path) -> list[tuple[str, str, Known]]:
    """Return label, alias and entity of the rows of an alias file.

    The file is comma-separated UTF-8 with the header `alias,name,label,wikidata`; lines that begin with # are
    skipped.

    Raises:
        FileNotFoundError: there is no such file.
        AliasError: the header is another one, or a row lacks alias or name or has an unknown label.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(line for line in file if not line.startswith("#"))
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise AliasError(f"{path}: the header must be {','.join(COLUMNS)}")
        return [_read_row(row, f"{path}, row {number}") for number, row in enumerate(reader, start=2)]


def _read_row(row: dict[str, str | None], place: str) -> tuple[str, str, Known]:
    alias, name, label = ((row[column] or "").strip() for column in COLUMNS[:3])
    if not alias or not name or label not in Label.__members__:
        raise AliasError(
            f"{place}: needs an alias, a name and one of the labels {', '.join(Label.__members__)}"
        )
    return label, alias, Known(name, (row["wikidata"] or "").strip())


@cache
def load_aliases(extra: Path | None = None) -> Aliases:
    """Return the shipped aliases, with those of a file of your own on top (yours win).

    Every name is an alias of itself.

    Raises:
        FileNotFoundError, AliasError: as `read_aliases`.
    """
    read = read_aliases(DATA / "aliases.csv") + (read_aliases(extra) if extra else [])
    table = {(label, normalise_name(known.name)): known for label, _, known in read}
    table |= {(label, normalise_name(alias)): known for label, alias, known in read}
    return Aliases(table, {alias: label for label, alias, _ in read})
