"""Whatever the text looks like, a name is a name: nothing stray at its edges, no line break inside."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from transforms.entities.components import set_entities
from transforms.entities.labels import LABELS
from transforms.entities.pipeline import build_pipeline

PIECES_BY_KIND: dict[str, list[str]] = json.loads(
    (Path(__file__).parent / "cases" / "odd_pieces.json").read_text("utf-8")
)
PIECES = st.one_of(
    *(st.sampled_from(pieces) for pieces in PIECES_BY_KIND.values()), st.just(" "), st.just(" ")
)
TEXTS = st.lists(PIECES, max_size=24).map("".join)
OPENERS = ("The Hague", "The Gambia", "The Bahamas")


@pytest.fixture(scope="module")
def nlp() -> Language:
    return build_pipeline()


def check(ents: tuple[Span, ...], text: str) -> None:
    """Every name is trimmed, on one line, and opens and ends in a letter, a digit or an abbreviation."""
    end = 0
    for ent in ents:
        name = ent.text
        assert end <= ent.start_char
        end = ent.end_char
        assert text[ent.start_char : ent.end_char] == name == name.strip()
        assert not {"\n", "\r", "\t"}.intersection(name), name
        assert name[0].isalnum(), name
        assert name[-1].isalnum() or (name[-1] in ".+" and name[-2].isalnum()), name
        assert name.split()[0].lower() not in {"the", "a", "an"} or name.startswith(OPENERS), name
        assert name.split()[-1].lower() not in {"the", "a", "an", "and", "of"}, name
        assert not name.endswith(("'s", "’s")), name


@settings(max_examples=150)
@given(TEXTS)
def test_names_in_odd_texts_are_clean(nlp: Language, text: str) -> None:
    check(nlp(text).ents, text)


@settings(max_examples=150)
@given(TEXTS, st.data())
def test_the_rules_clean_whatever_a_model_finds(nlp: Language, text: str, data: Any) -> None:
    doc = nlp.make_doc(text)
    doc.set_ents(data.draw(wild_spans(doc)))
    check(set_entities(doc).ents, text)


@st.composite
def wild_spans(draw: st.DrawFn, doc: Doc) -> list[Span]:
    """Spans that no sane model would find."""
    if not len(doc):
        return []
    starts = draw(st.lists(st.integers(0, len(doc) - 1), max_size=6))
    spans = []
    for start in starts:
        end = draw(st.integers(start + 1, min(len(doc), start + 6)))
        spans.append(Span(doc, start, end, label=draw(st.sampled_from(sorted(LABELS)))))
    return filter_spans(spans)
