"""Options to settings, with the mistakes that can be seen before anything slow is loaded."""

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from flows.errors import RunError
from flows.settings import RunSettings
from transforms.ingest.discover import discover


def make_settings(**options: Any) -> RunSettings:
    """The settings for some options.

    Raises:
        RunError: an option has no sensible value.
        SourceNotFoundError: there is nothing to read.
    """
    try:
        settings = RunSettings(**options)
    except ValidationError as error:
        first = error.errors()[0]
        raise RunError(f"{first['loc'][0]}: {first['msg']}") from error
    if settings.aliases and not settings.aliases.is_file():
        raise RunError(f"no such file: {settings.aliases}")
    discover(settings.sources, exclude=settings.output)
    _check_output(settings.output)
    return settings


def _check_output(output: Path) -> None:
    if output.exists() and not output.is_dir():
        raise RunError(f"not a folder: {output}")
