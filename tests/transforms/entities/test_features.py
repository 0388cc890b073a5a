from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.strings import get_string_id
from spacy.util import load_config
from thinc.api import Model

from transforms.entities.features import (
    CITY,
    DEMONYM,
    Lexicon,
    lexeme_embed,
    lexeme_extractor,
    set_lexicon,
    word_key,
)

WORDS = {
    "Harbour": (1, CITY, 5, 2),
    "harbour": (2, 0, 6, 2),
    "Norlandic": (0, DEMONYM, 0, 0),
    "Obrecht": (1, 0, 7, 3),
}


@pytest.fixture
def lexicon() -> Lexicon:
    return Lexicon.build(WORDS, [0, 0b1011, 0b0111])


def columns(lexicon: Lexicon, *words: str) -> list[list[int]]:
    orth = np.array([get_string_id(word) for word in words], dtype=np.uint64)
    lower = np.array([get_string_id(word.lower()) for word in words], dtype=np.uint64)
    return lexicon.columns(orth, lower).tolist()


def test_a_listed_word_has_its_columns(lexicon: Lexicon) -> None:
    assert columns(lexicon, "Harbour", "harbour") == [[1, CITY, 5, 2], [2, 0, 6, 2]]


def test_capitals_fall_back_to_the_commonest_form(lexicon: Lexicon) -> None:
    assert columns(lexicon, "OBRECHT", "HARBOUR") == [[1, 0, 7, 3], [1, CITY, 5, 2]]


def test_an_unknown_word_has_zeros(lexicon: Lexicon) -> None:
    assert columns(lexicon, "Qwertz") == [[0, 0, 0, 0]]


def test_an_empty_lexicon_knows_nothing() -> None:
    assert columns(Lexicon(), "Harbour") == [[0, 0, 0, 0]]


@given(st.dictionaries(st.text(min_size=1), st.tuples(*[st.integers(0, 60_000)] * 4), max_size=30))
def test_bytes_bring_the_lexicon_back(words: dict[str, tuple[int, int, int, int]]) -> None:
    lexicon = Lexicon.build(words, [0])
    again = Lexicon.from_bytes(lexicon.to_bytes())
    assert len(again) == len({word_key(word) for word in words})
    assert all(np.array_equal(getattr(again, name), getattr(lexicon, name)) for name in Lexicon.__slots__)


def test_cluster_prefixes_keep_the_low_bits(lexicon: Lexicon) -> None:
    """The root of a bit-reversed Brown path is in its low bits; one is added, so that 0 stays unknown."""
    extractor = lexeme_extractor(["LOWER"], [0, 2])
    set_lexicon(extractor, lexicon)
    doc = spacy.blank("en")("Harbour Qwertz")
    rows = extractor.predict([doc])[0].tolist()
    assert [row[2:4] for row in rows] == [[0b1011 + 1, 0b11 + 1], [0, 0]]


def embedder(lexicon: Lexicon) -> Model:
    model = lexeme_embed(8, 4, ["LOWER", "SHAPE"], [50, 50], [0, 4], [20, 20], 10, 10, 10)
    set_lexicon(model, lexicon)
    model.initialize([spacy.blank("en")("One Harbour")])
    return model


def test_a_word_is_embedded_alike_wherever_it_stands(lexicon: Lexicon) -> None:
    nlp, model = spacy.blank("en"), embedder(lexicon)
    first, second = model.predict([nlp("Harbour of Harbour"), nlp("a Harbour")])
    assert np.allclose(first[0], first[2])
    assert np.allclose(first[0], second[1])


def test_a_doc_without_words_has_no_rows(lexicon: Lexicon) -> None:
    nlp, model = spacy.blank("en"), embedder(lexicon)
    assert [len(array) for array in model.predict([nlp(""), nlp("Harbour")])] == [0, 1]


def test_rows_must_match_attributes() -> None:
    with pytest.raises(ValueError, match="number of rows"):
        lexeme_embed(8, 4, ["LOWER"], [50, 50], [], [], 10, 10, 10)


def test_a_model_without_extractor_takes_no_lexicon(lexicon: Lexicon) -> None:
    with pytest.raises(ValueError, match="no lexeme extractor"):
        set_lexicon(Model("plain", lambda _model, x, _is_train: (x, lambda dx: dx)), lexicon)


def test_the_lexicon_travels_with_the_pipeline(lexicon: Lexicon, tmp_path: Path, entity_config: str) -> None:
    nlp = pipeline(entity_config, lexicon)
    nlp.to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model")
    extractor = next(node for node in again.get_pipe("ner").model.walk() if node.name == "lexeme_extractor")
    assert np.array_equal(extractor.attrs["lexicon"].keys, lexicon.keys)


def pipeline(config: str, lexicon: Lexicon) -> Language:
    from thinc.api import Config

    nlp = spacy.util.load_model_from_config(Config().from_str(config), auto_fill=True)
    nlp.get_pipe("ner").add_label("PERSON")
    nlp.initialize()
    set_lexicon(nlp.get_pipe("ner").model, lexicon)
    return nlp


@pytest.fixture
def entity_config() -> str:
    from training.entities.run import CONFIG

    return load_config(CONFIG).to_str()
