"""Annotating batches of articles."""

from datetime import date

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from transforms.annotate import Annotation, annotate, cut
from transforms.codes import Label, MentionSource, Precision, PublishedSource
from transforms.entities.pipeline import add_components, build_pipeline
from transforms.records import Published

WORDS = st.sampled_from(
    (  # noqa: SIM905 - easier to read than a list
        "Russia - China the The President Xi Jinping ’s . US and Paris , Texas KREMLIN “ ” ( ) University of "
        "Airport team Hurricane Democrats Senate é 😀 • v. Monday national Ann Lee Bob \n\n \n \t"
    ).split(" ")
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return add_components(spacy.blank("en"))


def published(precision: Precision) -> Published:
    return Published(date(2023, 3, 21), precision, PublishedSource.METADATA)


def test_one_annotation_for_each_text_in_order(nlp: Language) -> None:
    texts = ["Moscow spoke.", "", "Nobody spoke.", "Munich spoke. Berlin too."]
    found = list(annotate(nlp, [(text, None) for text in texts]))
    assert [[m.text for m in a.mentions] for a in found] == [["Moscow"], [], [], ["Munich", "Berlin"]]
    assert found[1] == Annotation()
    assert [m.sentence_no for m in found[3].mentions] == [0, 1]


def test_results_do_not_depend_on_the_batch(nlp: Language) -> None:
    items = [(f"Moscow {number}. The U.S. and Kiev on Monday.", None) for number in range(70)]
    together = list(annotate(nlp, items))
    assert together == [next(annotate(nlp, [item])) for item in items]


def test_mentions_carry_name_place_source_and_id(nlp: Language) -> None:
    kiev, us = next(annotate(nlp, [("Kiev and the U.S. agreed.", None)])).mentions
    assert (kiev.name, kiev.label, kiev.source) == ("Kyiv", Label.GPE, MentionSource.RULE)
    assert kiev.place is not None
    assert (kiev.place.country_code, us.name) == ("UA", "United States")
    assert kiev.entity_id == next(annotate(nlp, [("Kyiv agreed.", None)])).mentions[0].entity_id


def test_relative_dates_resolve_against_an_exact_publication_date(nlp: Language) -> None:
    text = "They met last Monday."
    exact = next(annotate(nlp, [(text, published(Precision.DAY))])).dates[0]
    vague = next(annotate(nlp, [(text, published(Precision.YEAR))])).dates[0]
    assert exact.start_date == date(2023, 3, 20)
    assert vague.start_date is None


def test_very_long_texts_are_annotated_in_pieces(nlp: Language) -> None:
    paragraph = "Moscow was silent on Monday. " * 100 + "\n\n"
    text = paragraph * 60
    found = next(annotate(nlp, [(text, None)]))
    assert len(found.mentions) == len(found.sentences) == 6000
    assert all(text[m.start : m.end] == "Moscow" for m in found.mentions)
    assert [m.sentence_no for m in found.mentions] == list(range(6000))
    assert all(text[d.start : d.end] == d.text for d in found.dates)


def test_a_long_text_without_breaks_is_cut_all_the_same() -> None:
    assert cut("x" * 25, 10) == [(0, 10), (10, 20), (20, 25)]


@given(st.text(alphabet="ab .\n", max_size=200), st.integers(2, 20))
def test_pieces_cover_a_text_exactly(text: str, longest: int) -> None:
    pieces = cut(text, longest)
    assert "".join(text[start:end] for start, end in pieces) == text
    assert all(0 < end - start <= longest for start, end in pieces)


@settings(max_examples=150)
@given(st.lists(WORDS, max_size=30), st.lists(st.tuples(st.integers(0, 29), st.integers(1, 5)), max_size=6))
def test_mentions_are_faithful_whatever_the_model_finds(
    words: list[str], guesses: list[tuple[int, int]]
) -> None:
    """Spans stand in the text, in order, without overlaps, stray edges or line breaks."""
    nlp = add_components(spacy.blank("en"))
    labels = ["PERSON", "ORG", "GPE", "DATE", "EVENT", "PER"]

    @Language.component("guess")
    def guess(doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
        spans = [
            spacy.tokens.Span(doc, start, min(start + size, len(doc)), label=labels[start % len(labels)])
            for start, size in guesses
            if start < len(doc)
        ]
        doc.set_ents(spacy.util.filter_spans(spans))
        return doc

    nlp.add_pipe("guess", before="copydesk_entity_rules")
    text = " ".join(words)
    found = next(annotate(nlp, [(text, None)]))
    edges = [0]
    for m in found.mentions:
        assert text[m.start : m.end] == m.text
        assert m.text == m.text.strip()
        assert "\n" not in m.text
        assert not m.text.lower().startswith(("the ", "“", "(", "•", "-"))
        assert not m.text.endswith(("’s", "”", ")", ",", "-"))
        assert m.name.strip()
        edges += [m.start, m.end]
    assert edges == sorted(edges)
    for start, end in found.sentences:
        assert text[start:end] == text[start:end].strip() != ""


def invented(start: int, count: int) -> list[tuple[str, None]]:
    """Texts whose every word is new."""
    return [
        (f"Zorv{n}a met Quilb{n}o in Treff{n}u, it's said. Moscow didn't speak.", None)
        for n in range(start, start + count)
    ]


def test_words_of_articles_do_not_stay_in_the_vocabulary(nlp: Language) -> None:
    list(annotate(nlp, invented(0, 10)))
    before = len(nlp.vocab.strings)
    list(annotate(nlp, invented(1000, 300)))
    assert len(nlp.vocab.strings) == before


def test_tables_made_anew_change_no_result(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = build_pipeline()
    items = invented(0, 130)
    expected = list(annotate(nlp, items))
    norms = [token.norm_ for token in nlp.make_doc("They don't. It'll be $5.")]
    monkeypatch.setattr("transforms.annotate.MOST_LEXEMES", 0)
    assert list(annotate(nlp, items)) == expected
    assert len(nlp.vocab) == 0
    assert list(annotate(nlp, items)) == expected
    assert [token.norm_ for token in nlp.make_doc("They don't. It'll be $5.")] == norms
