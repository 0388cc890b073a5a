"""The guard: what is left of an article whatever the rules and models say."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from transforms.cleaning.classifier import FURNISHED
from transforms.cleaning.document import Document, Layer, Span
from transforms.cleaning.guards import DOUBTFUL, LEAST_WORDS, guard
from transforms.codes import EditKind

BODY = (
    "The river rose by two metres overnight and flooded the lower part of the town before the rain stopped."
)
MENU = "Share this page"
LAYERS = st.sampled_from([Layer.RULE, Layer.BLOCK, Layer.MEMORY, Layer.CLASSIFIER])
FATES = st.one_of(st.none(), st.tuples(LAYERS, st.floats(0, 1)))
"""A line that nothing takes, or one that a layer takes with some confidence."""
PAGES = st.lists(st.tuples(st.sampled_from([BODY, MENU]), FATES), max_size=12)


def spans_of(document: Document, fates: Sequence[tuple[Layer, float] | None]) -> list[Span]:
    return [
        Span(EditKind.PROMO, line.start, line.end, "promo.test", fate[1], fate[0])
        for line, fate in zip(document.lines, fates, strict=True)
        if fate
    ]


def left(text: str, spans: Sequence[Span]) -> str:
    for span in reversed(spans):
        text = text[: span.start] + text[span.end :]
    return text


@given(PAGES)
def test_something_is_always_left(page: list[tuple[str, tuple[Layer, float] | None]]) -> None:
    document = Document("\n".join(line for line, _ in page))
    kept = guard(document, spans_of(document, [fate for _, fate in page]))
    assert not page or left(document.text, kept).strip()


@given(PAGES)
def test_the_guard_only_drops_spans_and_has_nothing_to_add(
    page: list[tuple[str, tuple[Layer, float] | None]],
) -> None:
    document = Document("\n".join(line for line, _ in page))
    spans = spans_of(document, [fate for _, fate in page])
    kept = guard(document, spans)
    assert kept == [span for span in spans if span in kept]
    assert all(span.confidence >= DOUBTFUL for span in kept)
    assert guard(document, kept) == kept


@given(
    st.lists(st.tuples(LAYERS.filter(lambda layer: layer is not Layer.RULE), st.floats(0.5, 1)), min_size=1)
)
def test_models_leave_a_share_of_the_main_block(fates: list[tuple[Layer, float]]) -> None:
    document = Document("\n".join([BODY] * len(fates)))
    kept = guard(document, spans_of(document, fates))
    assert len(left(document.text, kept).split()) >= LEAST_WORDS * len(document.text.split())


def test_the_weakest_spans_are_given_up_first() -> None:
    document = Document("\n".join([BODY] * 4))
    strengths = [0.9, 0.6, 0.8, 0.7]
    kept = guard(document, spans_of(document, [(Layer.CLASSIFIER, sure) for sure in strengths]))
    assert [span.confidence for span in kept] == [0.9, 0.8]


def test_on_a_page_models_may_take_all_menus_around_the_body_however_many() -> None:
    document = Document("\n".join([*[MENU] * 400, BODY, *[MENU] * 400]))
    fates = [None if line.body_like else (Layer.CLASSIFIER, 0.6) for line in document.lines]
    fates[:FURNISHED] = [(Layer.RULE, 0.9)] * FURNISHED
    assert left(document.text, guard(document, spans_of(document, fates))).strip() == BODY


def test_menus_that_stay_do_not_excuse_a_loss_of_the_body() -> None:
    document = Document("\n".join([*[MENU] * 90, BODY, BODY, BODY]))
    fates = [(Layer.MEMORY, 0.9) if line.body_like else None for line in document.lines]
    assert BODY in left(document.text, guard(document, spans_of(document, fates)))


def test_exact_rules_may_take_all_paragraphs_but_not_everything() -> None:
    document = Document(f"{MENU}\n{BODY}\n{BODY}")
    rule = (Layer.RULE, 0.9)
    assert left(document.text, guard(document, spans_of(document, [None, rule, rule]))).strip() == MENU
    assert guard(document, spans_of(document, [rule, rule, rule])) == []


def test_a_text_of_short_lines_keeps_a_share_of_its_words() -> None:
    document = Document("\n".join([MENU] * 10))
    kept = guard(document, spans_of(document, [(Layer.BLOCK, 0.8)] * 10))
    assert len(kept) == 7


def test_an_empty_text_has_nothing_to_guard() -> None:
    assert guard(Document(" \n"), []) == []
