"""The chain of lines in the classifier, and the cases in which it takes more or fewer lines."""

import math
from collections.abc import Sequence
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.cleaning.classifier import (
    CROWD,
    FEW,
    FURNISHED,
    OUTSIDE_ON_A_PAGE,
    WORDING_REACH,
    LineClassifier,
    smoothed,
)
from transforms.cleaning.document import Document, Found, Span
from transforms.codes import EditKind

ODDS = st.lists(st.floats(-12, 12), max_size=8)
COHESIONS = st.floats(0, 4)
BODY = "The council of Norville voted on Tuesday to rebuild the harbour bridge, closed since the spring of last year."
LINK = "Ten Quick Dinners You Can Cook"


def marginals(odds: Sequence[float], cohesion: float) -> list[float]:
    """Log-odds of each line by summing over all ways to take and keep lines."""
    sums = [{True: 0.0, False: 0.0} for _ in odds]
    for fates in product((True, False), repeat=len(odds)):
        alike = sum(1 if one == two else -1 for one, two in pairwise(fates))
        own = sum(value if fate else -value for value, fate in zip(odds, fates, strict=True))
        for at, fate in enumerate(fates):
            sums[at][fate] += math.exp((own + cohesion * alike) / 2)
    return [math.log(one[True] / one[False]) for one in sums]


@given(ODDS, COHESIONS)
def test_smoothed_odds_are_the_exact_marginals(odds: list[float], cohesion: float) -> None:
    assert smoothed(odds, cohesion) == pytest.approx(marginals(odds, cohesion), abs=1e-6)


@given(ODDS)
def test_without_cohesion_lines_keep_their_own_odds(odds: list[float]) -> None:
    assert smoothed(odds, 0.0) == odds


@given(ODDS, COHESIONS)
def test_both_directions_of_the_chain_are_alike(odds: list[float], cohesion: float) -> None:
    assert smoothed(odds[::-1], cohesion)[::-1] == pytest.approx(smoothed(odds, cohesion))


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30), COHESIONS)
def test_each_neighbour_moves_a_line_by_the_cohesion_at_most(odds: list[float], cohesion: float) -> None:
    for at, (own, shared) in enumerate(zip(odds, smoothed(odds, cohesion), strict=True)):
        neighbours = (at > 0) + (at < len(odds) - 1)
        assert abs(shared - own) <= neighbours * cohesion + 1e-6


@given(ODDS, COHESIONS, st.integers(0, 7), st.floats(0, 9))
def test_a_more_likely_line_never_makes_another_less_likely(
    odds: list[float], cohesion: float, at: int, more: float
) -> None:
    raised = [value + more * (index == at) for index, value in enumerate(odds)]
    for before, after in zip(smoothed(odds, cohesion), smoothed(raised, cohesion), strict=True):
        assert after >= before - 1e-9


def model(link: float, word: float = 0.0, cohesion: float = 0.0) -> LineClassifier:
    """Link headlines have the log-odds `link`, lines with "dinners" `word` more, all others are sure to stay."""
    kinds = {EditKind.PROMO: {"Sh": 1.0}}
    weights = {"Sh": link + 20.0, "wdinners": word}
    return LineClassifier(weights, -20.0, kinds, {EditKind.PROMO: 0.0}, 0.5, cohesion=cohesion)


def taken(text: str, one: LineClassifier, rules: int = 0) -> list[str]:
    """The lines that the classifier takes, after rules that took the first `rules` lines."""
    document = Document(text)
    spans = [Span(EditKind.PROMO, line.start, line.end, "promo.x", 0.9) for line in document.lines[:rules]]
    return [text[span.start : span.end] for span in one(document, Found(document, spans))]


def test_a_doubtful_line_goes_between_lines_that_go() -> None:
    text = "\n".join([*[BODY] * 3, LINK, "Nine Dinners of Old Harbour Cooks", LINK, *[BODY] * 3])
    assert LINK not in taken(text, model(-0.3))
    assert len(taken(text, model(-0.3, 3.1, cohesion=0.8))) == 3


def test_words_bring_a_line_over_the_threshold_within_their_reach() -> None:
    text = "\n".join([*[BODY] * 3, LINK, *[BODY] * 3])
    assert taken(text, model(-3.0, WORDING_REACH)) == [LINK]
    assert taken(text, model(-WORDING_REACH - 0.1, 9.0)) == []


def test_in_a_text_of_few_lines_only_a_sure_line_goes() -> None:
    lines = [*[BODY] * (FEW - 2), LINK]
    assert not taken("\n".join(lines), model(1.5))
    assert taken("\n".join(lines), model(3.5)) == [LINK]
    assert taken("\n".join([BODY, *lines]), model(1.5)) == [LINK]


def test_many_doubtful_lines_are_a_list_and_stay() -> None:
    links = [f"{LINK} {number}" for number in range(CROWD + 1)]
    page = [BODY, *links, BODY, BODY, BODY]
    assert not taken("\n".join(page), model(1.5))
    assert len(taken("\n".join(page[:CROWD] + page[-3:]), model(1.5))) == CROWD - 1
    assert len(taken("\n".join(page), model(3.5))) == CROWD + 1


def test_on_a_page_with_menus_a_line_behind_the_main_block_goes_sooner() -> None:
    text = "\n".join([*["Menu"] * FURNISHED, *[BODY] * 3, LINK])
    assert taken(text, model(0.1 - OUTSIDE_ON_A_PAGE), FURNISHED) == [LINK]
    assert not taken(text, model(0.1 - OUTSIDE_ON_A_PAGE), FURNISHED - 1)


def test_on_a_page_with_menus_a_line_inside_of_the_main_block_goes_no_sooner() -> None:
    text = "\n".join([*["Menu"] * FURNISHED, BODY, LINK, *[BODY] * 3])
    assert not taken(text, model(0.1 - OUTSIDE_ON_A_PAGE), FURNISHED)
