from pathlib import Path

import pytest
import spacy
import thinc.api

from transforms.entities import loader
from transforms.entities.labels import LABELS, label_table
from transforms.entities.loader import (
    GpuUnavailableError,
    ModelError,
    ModelNotFoundError,
    load_model,
    pipeline_labels,
)


def test_the_shipped_model_finds_entities_and_does_nothing_else() -> None:
    nlp = load_model()
    assert nlp.pipe_names == ["ner"]
    assert set(pipeline_labels(nlp)) == LABELS
    doc = nlp("Angela Merkel met Emmanuel Macron in Berlin on Monday.")
    assert {("Angela Merkel", "PERSON"), ("Emmanuel Macron", "PERSON"), ("Berlin", "GPE")} <= {
        (ent.text, ent.label_) for ent in doc.ents
    }


def test_the_shipped_model_is_small() -> None:
    size = sum(path.stat().st_size for path in loader.SHIPPED.rglob("*") if path.is_file())
    assert size <= 15 * 2**20


def test_equal_texts_get_equal_entities_in_any_company() -> None:
    nlp = load_model()
    text = "Ngozi Adeyemi left Lagos for the World Bank in Washington."
    alone = [(ent.text, ent.label_) for ent in nlp(text).ents]
    crowd = list(nlp.pipe([text, "A short one.", text], batch_size=3))
    assert [[(ent.text, ent.label_) for ent in doc.ents] for doc in (crowd[0], crowd[2])] == [alone, alone]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "x"])
def test_texts_without_words_pass(text: str) -> None:
    assert load_model()(text).text == text


def test_a_model_that_is_not_installed_is_one_clear_line() -> None:
    with pytest.raises(ModelNotFoundError, match="spacy download en_core_web_absent") as caught:
        load_model("en_core_web_absent")
    assert "\n" not in str(caught.value)


def test_a_missing_folder_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(ModelNotFoundError, match="does not exist"):
        load_model(str(tmp_path / "absent"))


def test_a_pipeline_without_entities_is_refused(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.to_disk(tmp_path / "plain")
    with pytest.raises(ModelError, match="no component that finds entities"):
        load_model(str(tmp_path / "plain"))


def test_a_damaged_model_is_one_clear_line(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("ner").add_label("PER")
    nlp.initialize()
    nlp.to_disk(tmp_path / "broken")
    (tmp_path / "broken" / "ner" / "model").write_bytes(b"")
    with pytest.raises(ModelError, match="cannot be loaded") as caught:
        load_model(str(tmp_path / "broken"))
    assert "\n" not in str(caught.value)


def test_components_that_entities_do_not_need_stay_out(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PER", "pattern": "Alma"}])
    nlp.to_disk(tmp_path / "ruled")
    loaded = load_model(str(tmp_path / "ruled"))
    assert loaded.pipe_names == ["entity_ruler"]
    assert [ent.label_ for ent in loaded("Alma left.").ents] == ["PER"]


def test_labels_of_other_schemes_become_ours() -> None:
    table = label_table(["PER", "LOC", "ORG", "MISC", "PERSON", "GPE", "DATE", "CARDINAL", "LAW", "FACILITY"])
    assert {label for label in table.values() if label} <= LABELS
    assert [name for name, label in table.items() if label is None] == ["MISC", "DATE", "CARDINAL", "LAW"]


def test_a_gpu_that_is_not_there_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise ValueError("no GPU\nat all")

    monkeypatch.setattr(thinc.api, "require_gpu", refuse)
    with pytest.raises(GpuUnavailableError, match="run without --gpu") as caught:
        load_model(gpu=True)
    assert "\n" not in str(caught.value)
