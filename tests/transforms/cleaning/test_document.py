"""The main block of a text: its longest stretch of paragraphs, short interruptions included."""

from collections.abc import Sequence
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from transforms.cleaning.document import BODY_WORDS, GAP_WORDS, MOST_WORDS, Document

WORTH = st.one_of(st.none(), st.integers(BODY_WORDS, MOST_WORDS + 30))
"""A paragraph of so many words, or (none) a line of a menu."""


def text_of(lines: Sequence[int | None]) -> str:
    return "\n".join(
        "Share this page" if words is None else "wave " * (words - 1) + "broke." for words in lines
    )


def worth(lines: Sequence[int | None]) -> list[int]:
    return [-GAP_WORDS if words is None else min(words, MOST_WORDS) for words in lines]


@given(st.lists(WORTH, max_size=14))
def test_main_block_is_the_run_of_lines_worth_most(lines: list[int | None]) -> None:
    start, end = Document(text_of(lines)).main_block
    values = worth(lines)
    assert 0 <= start <= end <= len(lines)
    best = max((max(accumulate(values[first:])) for first in range(len(values))), default=0)
    assert sum(values[start:end]) == max(best, 0)


@given(st.lists(WORTH, max_size=14))
def test_main_block_opens_and_closes_with_a_paragraph(lines: list[int | None]) -> None:
    document = Document(text_of(lines))
    inside = document.lines[slice(*document.main_block)]
    assert not inside or (inside[0].body_like and inside[-1].body_like)
    assert bool(inside) == any(line.body_like for line in document.lines)


@given(st.integers(0, 40), st.integers(1, 12), st.integers(0, 40))
def test_main_block_of_a_page_is_its_body(menu: int, body: int, footer: int) -> None:
    lines = [*[None] * menu, *[BODY_WORDS] * body, *[None] * footer]
    assert Document(text_of(lines)).main_block == (menu, menu + body)


@given(teaser=st.integers(1, 4), gap=st.integers(6, 20), body=st.integers(5, 8), first=st.booleans())
def test_a_teaser_far_from_the_body_is_outside(teaser: int, gap: int, body: int, *, first: bool) -> None:
    lines = [*[BODY_WORDS] * teaser, *[None] * (gap + 2 * teaser), *[BODY_WORDS] * body]
    start, end = Document(text_of(lines if first else lines[::-1])).main_block
    assert end - start == body
    assert (end == len(lines)) == first


def test_a_subhead_between_paragraphs_is_inside() -> None:
    assert Document(text_of([None, 30, None, 30, None])).main_block == (1, 4)


def test_no_paragraph_outweighs_a_menu_by_its_length_alone() -> None:
    lines = [5_000, *[None] * 8, 40, 40]
    assert Document(text_of(lines)).main_block == (9, 11)


def test_a_text_without_paragraphs_has_no_main_block() -> None:
    assert Document("").main_block == Document(text_of([None, None])).main_block == (0, 0)


@given(st.text("aB .\n\r\x0b\u2028“’—İ\u00a0", max_size=60))
def test_lower_and_plain_lines_keep_the_offsets(text: str) -> None:
    for line in Document(text).lines:
        assert text[line.start : line.end] == line.text
        assert len(line.text) == len(line.lower) == len(line.plain) == line.end - line.start
