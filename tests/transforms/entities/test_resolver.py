"""Resolution reads the words around a name, not only the names."""

import pytest

from transforms.entities.aliases import load_aliases
from transforms.entities.resolver import resolve
from transforms.entities.spans import Found, Words


def names(text: str, *people: str) -> list[str]:
    """The resolved names of the people, each found at its next occurrence in a text cut at blanks."""
    texts, spans, position = text.split(), [], 0
    for person in people:
        size = len(person.split())
        start = next(i for i in range(position, len(texts)) if texts[i : i + size] == person.split())
        position = start + size
        spans.append(Found(start, position, "PERSON"))
    return [found.name for found in resolve(Words(texts, [True] * len(texts)), spans, load_aliases())]


@pytest.mark.parametrize("link", ["his father ,", "his late father", "his father , former President"])
def test_a_relative_is_not_the_one_whose_name_holds_his(link: str) -> None:
    text = f"Idris Ali Debo followed {link} Ali Debo"
    assert names(text, "Idris Ali Debo", "Ali Debo") == ["Idris Ali Debo", "Ali Debo"]


def test_a_former_office_is_not_the_one_that_a_title_means() -> None:
    text = "former President Una Holt met Ann Holt ; President Holt"
    assert names(text, "Una Holt", "Ann Holt", "Holt")[-1] == "Holt"


def test_a_title_means_whoever_has_it_in_the_text() -> None:
    text = "President Una Holt met Ann Holt ; President Holt"
    assert names(text, "Una Holt", "Ann Holt", "Holt")[-1] == "Una Holt"
