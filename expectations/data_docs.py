"""Data docs: what was validated and what was found, as one page a run that needs no network.

Great Expectations' own pages load their styles and scripts from public hosts, so these are ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from expectations.outcome import Check, Severity, ValidationOutcome
from transforms.tables import CONTRACT


@dataclass(frozen=True, slots=True)
class TableDocs:
    """What the page says of one table: `columns` are name, type, whether it may be null, description."""

    name: str
    rows: int
    checks: tuple[Check, ...]
    columns: tuple[tuple[str, str, bool, str], ...]

    @property
    def failed(self) -> int:
        """Expectations that some row failed."""
        return sum(check.failed > 0 for check in self.checks)


def write_data_docs(
    folder: Path, outcome: ValidationOutcome, run: Mapping[str, Any], row_counts: Mapping[str, int]
) -> Path:
    """Write `runs/<run_id>.html` and the same page as `index.html`; return the latter's path.

    `run` is the row of the runs table; `row_counts` are the rows of each table in the dataset.

    Raises:
        OSError: the folder cannot be written.
    """
    page = render(outcome, run, row_counts)
    runs = folder / "runs"
    runs.mkdir(parents=True, exist_ok=True)
    _replace(runs / f"{run['run_id']}.html", page)
    index = folder / "index.html"
    _replace(index, page)
    return index


def render(outcome: ValidationOutcome, run: Mapping[str, Any], row_counts: Mapping[str, int]) -> str:
    """The page as HTML, with everything it needs inside."""
    environment = Environment(
        loader=PackageLoader("expectations"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["code"] = _code
    return environment.get_template("data_docs.html.j2").render(
        run=run,
        outcome=outcome,
        tables=[_table_docs(name, outcome, row_counts) for name in CONTRACT],
        failing=[check for check in outcome.checks if check.failed],
        quarantined=len(outcome.failing_articles),
        severities=list(Severity),
    )


def _code(text: str) -> Markup:
    """Backquoted words as HTML code, the rest escaped."""
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if number % 2 else part
        for number, part in enumerate(text.split("`"))
    )


def _table_docs(name: str, outcome: ValidationOutcome, row_counts: Mapping[str, int]) -> TableDocs:
    worst_first = sorted(
        (check for check in outcome.checks if check.table == name), key=lambda check: check.failed == 0
    )
    columns = tuple((column, str(kind), null, text) for column, kind, null, text in CONTRACT[name])
    return TableDocs(name, row_counts.get(name, 0), tuple(worst_first), columns)


def _replace(path: Path, text: str) -> None:
    """Write beside the final name first: a reader never sees half a page."""
    draft = path.with_suffix(".html.tmp")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)
