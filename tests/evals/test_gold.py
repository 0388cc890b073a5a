"""The gold labels are well formed and fit the texts they were made on."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest

from tests.evals.gold import LABELS, load_gold, read_labels
from training.cleaning.labels import SPAN_TYPES, iter_jsonl

NAMES = sorted(path.stem for path in LABELS.glob("*.jsonl"))
ENTITY_SETS = ["entities_news", "entities_blind"]
TIMEX_TYPES = {"DATE", "TIME", "DURATION", "SET"}
TRAINING = LABELS.parents[2] / "training" / "cleaning"
CLEANING_EXTRAS = {"to": str, "sub": str, "optional": bool}
ENTITY_LABELS = {"PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT"}


def spans(row: dict[str, Any]) -> list[tuple[int, int]]:
    """Every labelled span of a document, in text order."""
    found = [(timex["start"], timex["end"]) for timex in row.get("timexes", ())]
    found += [(span[0], span[1]) for span in row.get("spans", ())]
    found += [(start, end) for start, end in row.get("ignore", ())]
    return sorted(found)


def disjoint(found: Sequence[tuple[int, int]]) -> bool:
    """Whether no two of the sorted spans share a character."""
    return all(before[1] <= after[0] for before, after in pairwise(found))


@pytest.mark.parametrize("name", NAMES)
def test_documents_are_unique_and_spans_do_not_overlap(name: str) -> None:
    rows = read_labels(name)
    assert len({row["id"] for row in rows}) == len(rows)
    assert all(disjoint(spans(row)) for row in rows)


@pytest.mark.parametrize("name", NAMES)
def test_labels_hold_no_text_of_the_articles(name: str) -> None:
    """A person's full name is the longest string that labels may carry."""
    for row in read_labels(name):
        strings = [value for value in row.values() if isinstance(value, str)] + row.get("people", [])
        assert max(map(len, strings)) <= 64


@pytest.mark.parametrize("name", NAMES)
def test_spans_lie_on_words_of_the_labelled_text(name: str) -> None:
    for row in load_gold(name):
        text = row["text"]
        glued = {(start, end) for start, end, kind, *_ in row.get("spans", ()) if kind == "markup"}
        for start, end in sorted({*spans(row)} - glued):
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
            assert not re.match(r"\w\w", text[start - 1 : start + 1]) or start == 0
            assert not re.match(r"\w\w", text[end - 1 : end + 1])


def test_timexes_have_known_types_and_a_value() -> None:
    for row in read_labels("dates_news"):
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", row["dct"])
        for timex in row["timexes"]:
            assert timex["type"] in TIMEX_TYPES
            assert re.fullmatch(r"[0-9A-Z_:./-]+", timex["value"])
            assert timex["value"] not in timex.get("alt", ())


@pytest.mark.parametrize("name", ENTITY_SETS)
def test_entities_have_known_labels_and_no_article(name: str) -> None:
    for row in load_gold(name):
        assert {label for _, _, label in row["spans"]} <= ENTITY_LABELS
        assert not any(
            re.match(r"(?:the|an?)\s", row["text"][start:], re.IGNORECASE) for start, _, _ in row["spans"]
        )


@pytest.mark.parametrize("name", ENTITY_SETS)
def test_countries_are_codes_and_people_are_unique(name: str) -> None:
    for row in read_labels(name):
        codes = [*row["countries"], *row.get("optional_countries", ())]
        assert all(re.fullmatch(r"[A-Z]{2}", code) for code in codes)
        assert len(set(codes)) == len(codes)
        assert len(set(row["people"])) == len(row["people"])


def test_cleaning_spans_have_known_types_and_extras() -> None:
    for row in read_labels("cleaning_blind"):
        for _, _, kind, *extras in row["spans"]:
            assert kind in SPAN_TYPES
            extra = extras[0] if extras else {}
            assert all(isinstance(value, CLEANING_EXTRAS[key]) for key, value in extra.items())
            assert (kind == "repair") == ("to" in extra)
            assert len(extra.get("to", "")) <= 24


def test_cleaning_metadata_is_complete_and_short() -> None:
    for row in read_labels("cleaning_blind"):
        meta = row["meta"]
        names = [*meta["authors"], *meta["initials"], *meta["agency"], *meta["image_credits"]]
        assert all(0 < len(name) <= 64 for name in names)
        assert meta["published"] is None or re.fullmatch(r"\d{4}-\d\d-\d\d", meta["published"])
        assert meta["dateline_place"] is None or len(meta["dateline_place"]) <= 64


def test_blind_articles_are_not_labelled_for_training() -> None:
    seen = {row["id"] for path in TRAINING.glob("*.jsonl") for row in iter_jsonl(path)}
    assert seen
    assert seen.isdisjoint(row["id"] for row in read_labels("cleaning_blind"))
