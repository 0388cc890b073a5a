"""Where things stand in an output folder.

<table>/<batch_id>.parquet    the dataset, one folder a table
<table>/schema.parquet        no rows: makes globs work on an empty table
data_docs/                    validation report
_state/                       what the next run needs; readers can ignore it
  lock  redo.json  pending  outlet_memory.parquet
  records/<batch_id>.parquet  fingerprints for change and duplicate detection
  names/<batch_id>.parquet    entity names as the articles give them
  staging/<run_id>/           parts that are not published yet
"""

from dataclasses import dataclass
from pathlib import Path

from transforms.tables import SCHEMAS

STATE_FOLDER = "_state"
MEMORY_FILE = "outlet_memory.parquet"
SCHEMA_PART = "schema.parquet"
STATE_TABLES = ("records", "names")


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths of a dataset."""

    root: Path

    def folder(self, table: str) -> Path:
        """The folder of a table of the contract, or of the state tables."""
        return self.state / table if table in STATE_TABLES else self.root / table

    def part(self, table: str, batch_id: str) -> Path:
        """One part of a table."""
        return self.folder(table) / f"{batch_id}.parquet"

    def parts(self, table: str) -> list[Path]:
        """All parts of a table with rows, sorted by name."""
        found = self.folder(table).glob("*.parquet")
        return sorted(path for path in found if path.name != SCHEMA_PART)

    def staging(self, run_id: str) -> Path:
        """The folder for a run's unpublished parts."""
        return self.staging_root / run_id

    @property
    def staging_root(self) -> Path:
        """The folder that holds nothing a later run needs."""
        return self.state / "staging"

    @property
    def folders(self) -> list[Path]:
        """Every folder that parts are published into."""
        return [self.folder(table) for table in (*SCHEMAS, *STATE_TABLES)]

    @property
    def state(self) -> Path:
        """What is no table."""
        return self.root / STATE_FOLDER

    @property
    def lock(self) -> Path:
        """Held by the writer."""
        return self.state / "lock"

    @property
    def redo(self) -> Path:
        """The redo log of a publish that has been decided on but not finished."""
        return self.state / "redo.json"

    @property
    def pending(self) -> Path:
        """There while articles are published that the roll-up has not seen."""
        return self.state / "pending"

    @property
    def outlet_memory(self) -> Path:
        """What repeats in each outlet."""
        return self.state / MEMORY_FILE

    @property
    def data_docs(self) -> Path:
        """The validation report of the last run."""
        return self.root / "data_docs"
