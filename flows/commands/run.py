"""`copydesk run`: one run over some sources."""

import os
from typing import TYPE_CHECKING

import typer

from flows import QUIET_DEFAULTS
from flows.commands.errors import friendly_errors
from flows.commands.options import (
    Aliases,
    BatchSize,
    DayFirst,
    Gpu,
    Model,
    NoClean,
    Output,
    Prune,
    Quiet,
    Refresh,
    Sources,
    Verbose,
)

if TYPE_CHECKING:
    from flows.report import RunReport


def run(  # noqa: PLR0913, PLR0917 - one parameter an option
    sources: Sources,
    output: Output = "output",
    no_clean: NoClean = False,
    model: Model = None,
    gpu: Gpu = False,
    aliases: Aliases = None,
    day_first: DayFirst = False,
    batch_size: BatchSize = 250,
    refresh: Refresh = False,
    prune: Prune = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Clean and annotate news articles into the dataset in DIR.

    Unchanged articles of earlier runs are left alone. Ends with 0 only if the run is valid.
    """
    if not verbose:
        _be_quiet()
    with friendly_errors():
        from flows.commands.settings import check_before_start, make_settings

        settings = make_settings(
            sources=sources,
            output=output,
            clean=not no_clean,
            model=model,
            gpu=gpu,
            aliases=aliases,
            day_first=day_first,
            batch_size=batch_size,
            refresh=refresh,
            prune=prune,
        )
        check_before_start(settings)
        from flows.start import start

        report = start(settings, quiet=quiet)
    if not quiet:
        _print(report)
    if not report.is_valid:
        raise typer.Exit(1)


def _be_quiet() -> None:
    for name, value in QUIET_DEFAULTS.items():
        if name != "PREFECT_LOGGING_TO_API_ENABLED" or "PREFECT_API_URL" not in os.environ:
            os.environ.setdefault(name, value)


def _print(report: "RunReport") -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table.grid(padding=(0, 2))
    for name, value in report.table():
        table.add_row(name, value)
    console = Console(highlight=False, soft_wrap=True)
    console.print(table)
    if report.counts.outdated:
        console.print(
            f"{report.counts.outdated:,} unchanged articles were made with other settings: "
            "--refresh processes them again"
        )
