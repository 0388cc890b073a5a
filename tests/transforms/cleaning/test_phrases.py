"""The tables of phrases and credits: every row does what its example shows, and no row is a trap."""

import re

import pytest

from transforms.cleaning.authors import parse_byline
from transforms.cleaning.credit import credit_names, find_credits, shapes
from transforms.cleaning.document import Document
from transforms.cleaning.furniture import known_line
from transforms.cleaning.phrases import TABLES, Phrase, find, pattern, phrase_table, read_table
from transforms.text import plain

PHRASES = [phrase for name in TABLES for phrase in phrase_table(name)]
SHAPES = [shape for group in shapes().values() for shape in group]
PROSE = "The crane fell onto the quay shortly before noon, and the port was closed until the next morning."


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.rule)
def test_phrase_finds_its_example(phrase: Phrase) -> None:
    if phrase.scope == "after":
        assert phrase.regex.fullmatch(plain(phrase.example))
    else:
        text = phrase.example if phrase.zone != "inner" else f"{PROSE}\n\n{phrase.example}"
        assert phrase.rule in {hit.phrase.rule for hit in find(Document(text))}


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.rule)
def test_phrase_example_holds_one_of_the_cues(phrase: Phrase) -> None:
    example = phrase.example
    assert any(cue in (example.lower() if cue == cue.lower() else example) for cue in phrase.cues)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.rule)
def test_credit_finds_its_example(shape: object) -> None:
    example = getattr(shape, "example", "")
    assert getattr(shape, "rule", None) in {span.rule for span in find_credits(Document(example))}


@pytest.mark.parametrize("row", read_table("patterns.tsv"), ids=lambda row: row[0])
def test_pattern_finds_its_example(row: list[str]) -> None:
    assert pattern(row[0]).search(row[2])


def test_rules_are_unique() -> None:
    rules = [item.rule for item in (*PHRASES, *SHAPES)]
    assert len(rules) == len(set(rules))


def test_regexes_have_no_unbounded_nested_repeat() -> None:
    """(a+)+ and the like take exponential time."""
    nested = re.compile(r"\([^()]*[+*]\)[+*]")
    assert [phrase.rule for phrase in PHRASES if nested.search(phrase.regex.pattern)] == []


def test_prose_has_no_hit() -> None:
    assert list(find(Document("\n\n".join([PROSE] * 5)))) == []


def test_known_lines_ignore_punctuation_around_them() -> None:
    lines = Document("« Back to top »\n\nRead more...\n\nThe crane fell").lines
    assert [known_line(line) is not None for line in lines] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "authors", "agencies"),
    [
        ("By Ida Holm", ("Ida Holm",), ()),
        ("BY IDA HOLM AND OLE MCBERG", ("Ida Holm", "Ole McBerg"), ()),
        ("By Dr. Ida Holm, Ole de la Cruz and Reuters", ("Ida Holm", "Ole de la Cruz"), ("Reuters",)),
        ("By Ida Holm, Political Correspondent", ("Ida Holm",), ()),
        ("By The Associated Press", (), ("The Associated Press",)),
        ("By Ida Holm Associated Press", ("Ida Holm",), ()),
        ("Author: Ida Holm / ih", ("Ida Holm",), ()),
        ("By Tuesday", (), ()),
        ("By Email The Author", (), ()),
        ("By 5 Minutes Ago", (), ()),
        ("By Early July When Holm Was Asking", (), ()),
        ("By Staff", (), ()),
        ("By The Numbers", (), ()),
    ],
)
def test_byline_gives_names(text: str, authors: tuple[str, ...], agencies: tuple[str, ...]) -> None:
    named = parse_byline(text)
    assert (named.authors, named.agencies) == (authors, agencies)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Image: Reuters", ["Reuters"]),
        ("© 2019 Kyodo via AP Images", ["Kyodo", "AP Images"]),
        ("(Reuters photo: Ida Holm)", ["Reuters", "Ida Holm"]),
        ("(Photo by Ida Holm/Getty Images)", ["Ida Holm", "Getty Images"]),
        ("Photo Credit: iStock/Getty Images", ["iStock", "Getty Images"]),
    ],
)
def test_credit_gives_names(text: str, names: list[str]) -> None:
    assert credit_names(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "(" * 20000,
        "a" * 200000,
        "Photo: " * 20000,
        "Read more: " * 20000,
        "By Ida Holm, " * 20000,
        "Ida Holm/" * 20000,
        "sign up for the newsletter " * 5000,
        "\n".join(["Share"] * 5000),
    ],
    ids=lambda text: text[:12].strip(),
)
def test_rules_get_through_hostile_text(text: str) -> None:
    """Regexes are bounded: these inputs would take hours otherwise."""
    document = Document(text)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in find(document))
    assert all(0 <= span.start < span.end <= len(text) for span in find_credits(document))
