"""The command `copydesk`. A new command is one file in `flows/commands` and one line here.

Nothing heavy is imported before a command runs, so that `copydesk --help` answers at once.
"""

import typer

from flows.commands.dictionary import dictionary
from flows.commands.inspect import inspect
from flows.commands.run import run
from flows.commands.serve import serve
from flows.version import VERSION

app = typer.Typer(
    name="copydesk",
    help="Raw news articles in; a clean, validated, explorable Parquet dataset out.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(run)
app.command()(inspect)
app.command()(serve)
app.command()(dictionary)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"copydesk {VERSION}")
        raise typer.Exit


@app.callback()
def options(
    version: bool = typer.Option(
        False, "--version", callback=_show_version, is_eager=True, help="Show the version and exit."
    ),
) -> None:
    """Raw news articles in; a clean, validated, explorable Parquet dataset out."""
    del version


def main() -> None:
    """Entry point of the installed command."""
    app()
