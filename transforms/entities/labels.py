"""Labels of other pipelines in our scheme."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LABELS = frozenset({"PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART"})
"""Our labels: OntoNotes 5 (spaCy's English pipelines) without numbers, dates, laws and languages."""

CONLL = {"PER": "PERSON", "LOC": "LOC", "ORG": "ORG"}
"""CoNLL-2003, WikiNER (spaCy's other pipelines); MISC has no counterpart, our lists make countries GPE."""

LONG_NAMES = {
    "PERS": "PERSON",
    "LOCATION": "LOC",
    "ORGANIZATION": "ORG",
    "ORGANISATION": "ORG",
    "FACILITY": "FAC",
    "GEO": "LOC",
    "GEOPOLITICAL": "GPE",
    "WORK": "WORK_OF_ART",
    "EVT": "EVENT",
    "PROD": "PRODUCT",
}
"""Spellings of other data sets (ACE, MUC, DBpedia)."""


def our_label(label: str) -> str | None:
    """Return our label for a label of another scheme, None where it has no counterpart.

    >>> our_label("PER"), our_label("GPE"), our_label("B-LOC"), our_label("CARDINAL")
    ('PERSON', 'GPE', 'LOC', None)
    """
    name = label.upper().removeprefix("B-").removeprefix("I-")
    return name if name in LABELS else CONLL.get(name) or LONG_NAMES.get(name)


def label_table(labels: Iterable[str]) -> dict[str, str | None]:
    """Return our label for each label of a pipeline, None for those that have no counterpart.

    >>> label_table(["PER", "MISC", "LOC"])
    {'PER': 'PERSON', 'MISC': None, 'LOC': 'LOC'}
    """
    return {label: our_label(label) for label in labels}
