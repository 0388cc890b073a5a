"""`copydesk dictionary`: the data contract as a page."""

import typer


def dictionary() -> None:
    """Print the data dictionary: tables, columns, types and meanings, as Markdown."""
    from transforms.dictionary import data_dictionary

    typer.echo(data_dictionary(), nl=False)
