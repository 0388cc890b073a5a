"""The line classifier: what it looks at, when it acts, what it leaves."""

from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.cleaning.classifier import LineClassifier, shipped
from transforms.cleaning.document import Document, Found, Layer, Span
from transforms.cleaning.features import candidates, features, view
from transforms.codes import EditKind

BODY = (
    "The council of Norville voted on Tuesday to rebuild the old harbour bridge, which had been closed to "
    "traffic since a barge struck one of its pillars in the spring of last year."
)
QUOTE = (
    "The mayor told reporters after the vote that work on the bridge would begin before winter and that the "
    "costs would be shared between the town, the port and the regional government."
)
LINK = "Ten Quick Dinners You Can Cook Tonight"
TEXT = "\n\n".join([BODY, QUOTE, LINK, QUOTE.replace("mayor", "engineer"), BODY.replace("council", "board")])


def model(weights: dict[str, float], threshold: float = 0.5, margin: float = 0.0) -> LineClassifier:
    kinds = {EditKind.PROMO: {"Sh": 1.0}, EditKind.CAPTION: {"Sb": 1.0}}
    return LineClassifier(weights, -5.0, kinds, dict.fromkeys(kinds, 0.0), threshold, margin)


def test_a_line_above_the_threshold_goes_as_a_whole_with_its_kind() -> None:
    document = Document(TEXT)
    spans = list(model({"Sh": 8.0})(document, Found(document)))
    assert [TEXT[span.start : span.end] for span in spans] == [LINK]
    assert (spans[0].kind, spans[0].layer) == (EditKind.PROMO, Layer.CLASSIFIER)
    assert 0.9 < spans[0].confidence < 1


def test_an_article_without_findings_needs_a_margin_more() -> None:
    document = Document(f"{TEXT}\n\n{BODY}")
    strict = model({"Sh": 5.5}, margin=0.3)
    byline = Span(EditKind.BYLINE, 0, 3, "byline.by", 0.9)
    assert not list(strict(document, Found(document)))
    assert list(strict(document, Found(document, [byline])))


def test_lines_that_rules_took_are_not_looked_at() -> None:
    document = Document(TEXT)
    start = TEXT.index(LINK)
    taken = Span(EditKind.PROMO, start, start + len(LINK), "promo.block", 0.9)
    assert not list(model({"Sh": 8.0})(document, Found(document, [taken])))


def test_a_single_line_is_never_taken() -> None:
    document = Document(LINK)
    assert not list(model({"Sh": 50.0})(document, Found(document)))


def test_paragraphs_in_the_middle_are_not_looked_at() -> None:
    document = Document(TEXT)
    seen = view(document, Found(document))
    assert [line.index for line in candidates(seen)] == [0, 2, 3, 4]


def test_features_tell_place_shape_and_neighbours() -> None:
    document = Document(TEXT)
    seen = view(document, Found(document))
    names = features(seen, document.lines[2])
    assert {"Sh", "t2", "h2", "pmh", "wdinners", "bquick dinners", "ften"} <= set(names)


def test_long_lines_are_read_at_both_ends_only() -> None:
    text = "first " + "middle " * 200_000 + "last"
    document = Document(f"{BODY}\n{text}")
    names = features(view(document, Found(document)), document.lines[1])
    assert len(names) < 200
    assert {"wfirst", "wlast"} <= set(names)


def test_the_shipped_weights_know_kinds_and_a_threshold_for_precision() -> None:
    weights = shipped()
    assert weights.threshold >= 0.5
    assert EditKind.PROMO in weights.kinds
    assert 1_000 < len(weights.weights) < 50_000


def test_plain_prose_is_left_alone() -> None:
    text = "\n\n".join([BODY, QUOTE, BODY.replace("Tuesday", "Monday"), QUOTE.replace("winter", "spring")])
    document = Document(text)
    assert not list(shipped()(document, Found(document)))


@settings(max_examples=60)
@given(st.text(alphabet='abc AB.\n"—#@:1…İ', max_size=200))
def test_any_text_gives_spans_inside_their_lines(text: str) -> None:
    document = Document(text)
    edges = {(line.start, line.end) for line in document.lines}
    for span in shipped()(document, Found(document)):
        assert (span.start, span.end) in edges
        assert 0.5 <= span.confidence <= 1
