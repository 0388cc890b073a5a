"""Options to settings, with the mistakes that can be seen before anything slow is loaded."""

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
    if settings.output.exists() and not settings.output.is_dir():
        raise RunError(f"not a folder: {settings.output}")
    discover(settings.sources, exclude=settings.output)
    return settings


def check_before_start(settings: RunSettings) -> None:
    """Meet the likely mistakes now, and not after Prefect's server has started.

    Raises:
        DatasetError: the output can't be written, is in use, or is broken.
        ModelError, AliasError: what is not the default can't be loaded.
    """
    from transforms.dataset import open_dataset

    with open_dataset(settings.output):
        pass
    if settings.model or settings.gpu or settings.aliases:
        from flows.resources import pipeline_of

        pipeline_of(settings)
