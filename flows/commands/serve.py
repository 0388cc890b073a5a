"""`copydesk serve`: runs on a schedule, for as long as the command runs."""

from typing import Annotated

import typer

from flows.commands.errors import friendly_errors
from flows.commands.options import DayFirst, Model, NoClean, Output, Sources


def serve(
    sources: Sources,
    cron: Annotated[str, typer.Option("--cron", help='When to run, for example "0 6 * * *".')],
    output: Output = "output",
    no_clean: NoClean = False,
    model: Model = None,
    day_first: DayFirst = False,
    name: Annotated[str, typer.Option("--name", help="Name of the deployment.")] = "scheduled",
) -> None:
    """Run on a schedule. Each run takes what is new or changed in the sources since the last one."""
    with friendly_errors():
        from flows.commands.settings import make_settings

        settings = make_settings(
            sources=sources, output=output, clean=not no_clean, model=model, day_first=day_first
        )
        from flows.serving import serve_on_schedule

        serve_on_schedule(settings, cron, name)
