"""The spaCy pipeline of Copydesk: an entity model, our entity components, and the date tagger."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import transforms.entities.components  # noqa: F401 -- registers the factories
from transforms.entities.loader import load_model

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language


_AFTER_ABBREVIATION = r"(?<=[A-Z]\.)[-–](?=[A-Za-z])"


def build_pipeline(model: str | None = None, *, gpu: bool = False, aliases: Path | None = None) -> Language:
    """Load a model and add our components behind it.

    Args:
        model: an installed spaCy pipeline or the folder of one; None is the model shipped with the package.
        gpu: whether to run on a GPU.
        aliases: an `aliases.csv` of your own, on top of the shipped one.

    Raises:
        ModelError: the model cannot be used; the message is one line for the user.
        FileNotFoundError, AliasError: the alias file cannot be used.
    """
    return add_components(load_model(model, gpu=gpu), aliases=aliases)


def add_components(nlp: Language, *, aliases: Path | None = None) -> Language:
    """Add sentences, entity rules, entity resolution and dates to a pipeline that finds entities.

    >>> import spacy
    >>> add_components(spacy.blank("en")).pipe_names
    ['copydesk_sentences', 'copydesk_entity_rules', 'copydesk_entity_resolver', 'copydesk_dates']
    """
    import transforms.dates.component  # noqa: F401 -- registers copydesk_dates

    split_abbreviations(nlp)
    nlp.add_pipe("copydesk_sentences", first=True)
    nlp.add_pipe("copydesk_entity_rules")
    nlp.add_pipe("copydesk_entity_resolver", config={"aliases": str(aliases) if aliases else None})
    nlp.add_pipe("copydesk_dates")
    return nlp


def split_abbreviations(nlp: Language) -> None:
    """Let the tokenizer cut "U.S.-led" in three, as it cuts "French-led"; a tokenizer of another kind stays.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> split_abbreviations(nlp)
    >>> [token.text for token in nlp("U.S.-led talks")]
    ['U.S.', '-', 'led', 'talks']
    """
    tokenizer: Any = nlp.tokenizer
    finder = getattr(tokenizer, "infix_finditer", None)
    pattern = getattr(getattr(finder, "__self__", None), "pattern", "")
    if pattern and _AFTER_ABBREVIATION not in pattern:
        tokenizer.infix_finditer = re.compile(f"{pattern}|{_AFTER_ABBREVIATION}").finditer
