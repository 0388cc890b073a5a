"""A user's mistake is one line on the terminal and a non-zero exit, never a traceback."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

MISTAKE, INTERRUPTED = 1, 130


@contextmanager
def friendly_errors() -> Iterator[None]:
    """Turn the errors that a user can cure into one line; others are bugs and keep their traceback."""
    try:
        yield
    except KeyboardInterrupt:
        typer.echo("copydesk: interrupted; what was published so far is whole", err=True)
        raise typer.Exit(INTERRUPTED) from None
    except _known_errors() as error:
        typer.echo(f"copydesk: {' '.join(str(error).split())}", err=True)
        raise typer.Exit(MISTAKE) from None


def _known_errors() -> tuple[type[Exception], ...]:
    """Looked up when something went wrong: some of them live in modules that are slow to import."""
    from flows.errors import RunError
    from transforms.dataset.errors import DatasetError
    from transforms.entities.aliases import AliasError
    from transforms.entities.loader import ModelError
    from transforms.ingest.discover import SourceNotFoundError

    return (RunError, DatasetError, ModelError, AliasError, SourceNotFoundError)
