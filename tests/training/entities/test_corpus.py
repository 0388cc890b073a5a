import gzip
import json
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from training.entities.corpus import Sample, read_samples, to_example
from training.entities.score import trim


@pytest.fixture
def nlp() -> Language:
    return spacy.blank("en")


def iob(nlp: Language, sample: Sample) -> list[str]:
    return to_example(nlp, sample).get_aligned_ner()


def test_spans_become_entities_and_the_rest_is_outside(nlp: Language) -> None:
    sample = Sample("1", "test", "Ulla Brandt left Oslo", ((0, 11, "PERSON"), (17, 21, "GPE")))
    assert iob(nlp, sample) == ["B-PERSON", "L-PERSON", "O", "U-GPE"]


def test_missing_regions_are_unknown_not_outside(nlp: Language) -> None:
    sample = Sample("1", "test", "Ulla left Oslo", (), ((10, 14),))
    assert iob(nlp, sample) == ["O", "O", None]


def test_a_span_that_cuts_a_token_becomes_unknown(nlp: Language) -> None:
    sample = Sample("1", "test", "Anglophile readers", ((0, 5, "NORP"),))
    assert iob(nlp, sample) == [None, "O"]


def test_overlapping_missing_regions_are_joined(nlp: Language) -> None:
    sample = Sample("1", "test", "one two three four", (), ((0, 7), (4, 13), (5, 6)))
    assert iob(nlp, sample) == [None, None, None, "O"]


def test_a_known_span_inside_a_missing_region_is_unknown(nlp: Language) -> None:
    sample = Sample("1", "test", "Bank of Oslo", ((8, 12, "GPE"),), ((0, 12),))
    assert iob(nlp, sample) == [None, None, None]


def test_samples_are_read_with_and_without_missing_regions(tmp_path: Path) -> None:
    rows = [
        {"id": "a", "source": "x", "text": "Oslo", "spans": [[0, 4, "GPE"]]},
        {"id": "b", "source": "x", "text": "Oslo", "spans": [], "missing": [[0, 4]]},
    ]
    with gzip.open(tmp_path / "s.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)
    first, second = read_samples(tmp_path / "s.jsonl.gz")
    assert (first.spans, first.missing) == (((0, 4, "GPE"),), ())
    assert (second.spans, second.missing) == ((), ((0, 4),))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Harbour Board's", "Harbour Board"),
        ("“Kestrel”,", "Kestrel"),
        ("U.S.", "U.S."),
        ("Norden Inc.", "Norden Inc"),
    ],
)
def test_articles_possessives_and_punctuation_are_trimmed(text: str, expected: str) -> None:
    start, end = trim(text, 0, len(text))
    assert text[start:end] == expected
