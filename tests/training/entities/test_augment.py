from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.entities.augment import headline, join, rename, vary
from training.entities.corpus import Sample


def rng(seed: int) -> Random:
    return Random(seed)  # noqa: S311 -- seeded, no cryptography


TEXT = "Mayor Ulla Brandt told the Harbour Board that Brandt would leave Kestrel Bay."
SAMPLE = Sample(
    "1", "test", TEXT, ((6, 17, "PERSON"), (27, 40, "ORG"), (46, 52, "PERSON"), (65, 76, "GPE")), ((0, 5),)
)


def texts(sample: Sample, label: str) -> list[str]:
    return [sample.text[start:end] for start, end, found in sample.spans if found == label]


def test_spans_of_the_sample_are_right() -> None:
    assert texts(SAMPLE, "PERSON") == ["Ulla Brandt", "Brandt"]
    assert texts(SAMPLE, "GPE") == ["Kestrel Bay"]


@pytest.mark.parametrize("seed", range(20))
def test_a_renamed_person_keeps_one_family_name(seed: int) -> None:
    full, short = texts(rename(SAMPLE, rng(seed)), "PERSON")
    assert full.split()[-1] == short
    assert "Brandt" not in full


@given(st.integers(0, 10_000))
def test_renaming_moves_all_other_spans_along(seed: int) -> None:
    renamed = rename(SAMPLE, rng(seed))
    assert texts(renamed, "ORG") == ["Harbour Board"]
    assert texts(renamed, "GPE") == ["Kestrel Bay"]
    assert renamed.text[slice(*renamed.missing[0])] == "Mayor"


def test_a_headline_has_capitals_and_no_full_stop() -> None:
    expected = "Mayor Ulla Brandt Told the Harbour Board That Brandt Would Leave Kestrel Bay"
    assert headline(SAMPLE).text == expected


def test_a_headline_keeps_a_full_stop_that_belongs_to_a_name() -> None:
    sample = Sample("1", "test", "They sued Norden Inc.", ((10, 21, "ORG"),))
    assert texts(headline(sample), "ORG") == ["Norden Inc."]


def test_joined_samples_keep_their_spans() -> None:
    joined = join([SAMPLE, SAMPLE], "\n\n")
    assert texts(joined, "GPE") == ["Kestrel Bay", "Kestrel Bay"]
    assert [joined.text[slice(*gap)] for gap in joined.missing] == ["Mayor", "Mayor"]


@given(st.integers(0, 10_000))
def test_every_variant_keeps_every_span(seed: int) -> None:
    varied = list(vary([SAMPLE] * 8, rng(seed)))
    assert sum(len(sample.spans) for sample in varied) == 8 * len(SAMPLE.spans)
    assert {found.casefold() for sample in varied for found in texts(sample, "ORG")} == {"harbour board"}


def test_equal_seeds_give_equal_variants() -> None:
    assert list(vary([SAMPLE] * 30, rng(5))) == list(vary([SAMPLE] * 30, rng(5)))
