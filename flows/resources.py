"""What is slow to load, loaded once a process: the spaCy pipeline, Great Expectations, the outlet memory."""

import logging
import threading
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from flows.settings import RunSettings

if TYPE_CHECKING:
    from spacy.language import Language

    from transforms.cleaning.memory import OutletMemory
    from transforms.dates.component import DatesComponent

_LOADING = threading.RLock()


def warm_up(settings: RunSettings) -> threading.Thread:
    """Load everything in the background, while Prefect waits for its temporary server.

    An error is met again, and reported, by the batch that needs what failed to load.
    """

    def load() -> None:
        with _LOADING:
            pipeline_of(settings)
            load_validation()

    thread = threading.Thread(target=load, name="warm-up", daemon=True)
    thread.start()
    return thread


def pipeline_of(settings: RunSettings) -> "Language":
    """The spaCy pipeline for a run.

    Raises:
        ModelError: there is no such model.
    """
    with _LOADING:
        return load_pipeline(settings.model, settings.gpu, settings.aliases, settings.day_first)


@cache
def load_pipeline(model: str | None, gpu: bool, aliases: Path | None, day_first: bool = False) -> "Language":
    """Build a pipeline, once a process."""
    from transforms.entities.pipeline import build_pipeline

    nlp = build_pipeline(model, gpu=gpu, aliases=aliases)
    dates = cast("DatesComponent", nlp.get_pipe("copydesk_dates"))
    dates.day_first = day_first
    return nlp


@cache
def load_validation() -> None:
    """Import Great Expectations, and keep it from announcing its temporary folder."""
    import expectations.validate  # noqa: F401 - imported for the time that it takes

    logging.getLogger("great_expectations.data_context.types.base").setLevel(logging.WARNING)


@cache
def load_memory(path: Path | None) -> "OutletMemory | None":
    """Read the outlet memory that a run works with."""
    from flows.memory import load_memory_file

    return None if path is None else load_memory_file(path)
