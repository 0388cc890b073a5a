"""`copydesk inspect`: one article with everything that happens to it, in the terminal or as a page."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.commands.errors import friendly_errors
from flows.commands.options import Aliases, Model, NoClean
from flows.errors import RunError

if TYPE_CHECKING:
    from flows.inspect.view import View


def inspect(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A .txt or .jsonl file.")],
    record: Annotated[int, typer.Option("--record", min=0, metavar="N", help="Record of the file.")] = 0,
    html: Annotated[str | None, typer.Option("--html", metavar="PAGE", help="Write a page instead.")] = None,
    no_clean: NoClean = False,
    model: Model = None,
    aliases: Aliases = None,
) -> None:
    """Show an article: what is removed and by which rule, what is repaired, names and dates.

    Nothing is written to a dataset.
    """
    with friendly_errors():
        from flows.inspect.article import view_of_file

        view = view_of_file(Path(file), record, clean=not no_clean, model=model, aliases=aliases)
        if html:
            _write_page(view, Path(html))
            return
    _show(view)


def _show(view: "View") -> None:
    from rich.console import Console

    from flows.inspect.terminal import print_view

    print_view(view, Console(highlight=False))


def _write_page(view: "View", path: Path) -> None:
    from flows.inspect.page import render_page

    try:
        path.write_text(render_page(view), encoding="utf-8")
    except OSError as error:
        raise RunError(f"cannot write {path}: {error.strerror}") from error
    typer.echo(path)
