import random
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.codes import DuplicateKind
from transforms.dedupe import Duplicate, Fingerprint, find_duplicates, shingles, signature, similarity
from transforms.ingest.identity import text_sha256

WORDS = [f"word{number}" for number in range(500)]


def story(seed: int, length: int = 200) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))  # noqa: S311


def duplicates(texts: dict[str, str], days: dict[str, date] | None = None) -> dict[str, Duplicate]:
    articles = [
        Fingerprint(name, (days or {}).get(name), text_sha256(text), signature(text))
        for name, text in texts.items()
    ]

    def fetch(ids: Sequence[str]) -> dict[str, str]:
        return {name: texts[name] for name in ids}

    return find_duplicates(articles, fetch)


def test_the_same_text_is_an_exact_duplicate_of_the_earlier_article() -> None:
    days = {"a": date(2023, 3, 22), "b": date(2023, 3, 21)}
    assert duplicates({"a": story(1), "b": story(1)}, days) == {"a": Duplicate("b", DuplicateKind.EXACT, 1.0)}


def test_a_slightly_edited_text_is_a_near_duplicate_with_its_exact_similarity() -> None:
    edited = story(1).replace(" ", " inserted ", 1)
    found = duplicates({"a": story(1), "b": edited, "c": story(2)})
    expected = round(similarity(shingles(story(1)), shingles(edited)), 4)
    assert found == {"b": Duplicate("a", DuplicateKind.NEAR, expected)}
    assert expected > 0.95


def test_different_texts_are_no_duplicates() -> None:
    assert duplicates({str(seed): story(seed) for seed in range(50)}) == {}


def test_short_texts_are_compared_as_a_whole_only() -> None:
    found = duplicates({"a": "It rained.", "b": "It rained.", "c": "It rained again."})
    assert found == {"b": Duplicate("a", DuplicateKind.EXACT, 1.0)}


def test_capitals_and_punctuation_do_not_matter_for_near_duplicates() -> None:
    found = duplicates({"a": story(1), "b": story(1).upper().replace(" ", ", ")})
    assert found["b"].kind is DuplicateKind.NEAR
    assert found["b"].similarity == 1.0


def test_an_original_is_never_a_duplicate_itself() -> None:
    words = story(1, 400).split()
    chain = {f"{step:02}": " ".join(words[step * 12 : step * 12 + 200]) for step in range(12)}
    found = duplicates(chain | {"99": chain["05"]})
    assert found
    assert not {duplicate.of for duplicate in found.values()} & set(found)


@given(st.randoms(use_true_random=False))
def test_order_does_not_matter(shuffle: random.Random) -> None:
    texts = {f"{seed}{copy}": story(seed) + f" tail{copy}" * copy for seed in range(4) for copy in range(4)}
    names = list(texts)
    shuffle.shuffle(names)
    assert duplicates({name: texts[name] for name in names}) == duplicates(texts)


@given(st.text())
def test_any_text_has_a_signature_or_none(text: str) -> None:
    found = signature(text)
    assert found is None or len(found) == 256


@pytest.mark.parametrize("share", [0.9, 0.8, 0.7])
def test_nearly_all_pairs_above_the_threshold_are_found(share: float) -> None:
    missed = 0
    for seed in range(40):
        text = story(seed, 300)
        kept = int(300 * share)
        tail = story(seed + 1000, 300 - kept)
        other = " ".join([*text.split()[:kept], tail])
        alike = similarity(shingles(text), shingles(other)) >= 0.6
        missed += alike and not duplicates({"a": text, "b": other})
    assert missed <= 4
