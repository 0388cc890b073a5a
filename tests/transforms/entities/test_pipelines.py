"""Pipelines of other people: tiny real ones, trained here, saved, and loaded by path."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.util import fix_random_seed, minibatch

from transforms.annotate import annotate
from transforms.entities.loader import ModelError, load_model, pipeline_labels
from transforms.entities.pipeline import build_pipeline

PEOPLE = ["Marta Holub", "Jukka Salo", "Una Brandl", "Rufus Calloway"]
TOWNS = ["Ostby", "Tarnholm", "Quillen", "Brundorf"]
FIRMS = ["Acme Turbines", "Zorvex", "Kiln Works", "Dunmark Steel"]
ONTONOTES = ("PERSON", "GPE", "ORG", "DATE")
CONLL = ("PER", "LOC", "ORG", "MISC")
TEXT = "Marta Holub left Zorvex in Ostby on Monday."


def examples(nlp: Language, labels: tuple[str, ...]) -> list[Example]:
    """Forty sentences with a person, a firm, a town and a fourth name."""
    chance = random.Random(0)  # noqa: S311 -- no secret
    made = []
    for _ in range(40):
        names = [chance.choice(PEOPLE), chance.choice(FIRMS), chance.choice(TOWNS), "Monday"]
        text = "{} left {} in {} on {}.".format(*names)
        starts = [text.index(name) for name in names]
        kinds = [labels[0], labels[2], labels[1], labels[3]]
        spans = [(i, i + len(name), kind) for i, name, kind in zip(starts, names, kinds, strict=True)]
        made.append(
            Example.from_dict(
                nlp.make_doc(text), {"entities": spans, "tags": ["X"] * len(nlp.make_doc(text))}
            )
        )
    return made


def trained(nlp: Language, labels: tuple[str, ...]) -> Language:
    """The pipeline after a few passes over the sentences."""
    fix_random_seed(0)
    data = examples(nlp, labels)
    optimizer = nlp.initialize(lambda: data)
    for _ in range(6):
        for batch in minibatch(data, 4):
            nlp.update(batch, sgd=optimizer, drop=0.0)
    return nlp


def with_ner(labels: tuple[str, ...]) -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("ner")
    return trained(nlp, labels)


def with_shared_encoder(labels: tuple[str, ...]) -> Language:
    """A tagger and a recogniser that listen to one encoder, as in spaCy's own pipelines."""
    nlp = spacy.blank("en")
    width = nlp.add_pipe("tok2vec").model.get_dim("nO")
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": width, "upstream": "tok2vec"}
    tagger = {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}
    ner = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 32,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": listener,
    }
    nlp.add_pipe("tagger", config={"model": tagger})
    nlp.add_pipe("ner", config={"model": ner})
    return trained(nlp, labels)


def with_ruler(labels: tuple[str, ...]) -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    ruler = nlp.add_pipe("entity_ruler")
    kinds = zip((labels[0], labels[2], labels[1]), ("Marta Holub", "Zorvex", "Ostby"), strict=True)
    ruler.add_patterns([{"label": label, "pattern": name} for label, name in kinds])
    return nlp


Make = Callable[[tuple[str, ...]], Language]
MAKERS: list[tuple[Make, tuple[str, ...], str]] = [
    (with_ner, ONTONOTES, "GPE"),
    (with_ner, CONLL, "LOC"),
    (with_shared_encoder, ONTONOTES, "GPE"),
    (with_ruler, CONLL, "LOC"),
]


@pytest.fixture(scope="module", params=MAKERS, ids=["ontonotes", "conll", "shared encoder", "ruler"])
def saved(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of a pipeline and the label that it should give a town."""
    make, labels, town = request.param
    folder = tmp_path_factory.mktemp("pipeline") / "model"
    make(labels).to_disk(folder)
    return folder, town


def test_its_entities_get_our_labels(saved: tuple[Path, str]) -> None:
    folder, town = saved
    (annotation,) = annotate(build_pipeline(str(folder)), [(TEXT, None)])
    labels = {mention.text: str(mention.label) for mention in annotation.mentions}
    assert labels == {"Marta Holub": "PERSON", "Zorvex": "ORG", "Ostby": town}


def test_only_what_entities_need_is_loaded(saved: tuple[Path, str]) -> None:
    nlp = load_model(str(saved[0]))
    assert set(nlp.component_names) <= {"tok2vec", "ner", "entity_ruler"}
    assert set(pipeline_labels(nlp)) <= {*ONTONOTES, *CONLL}


def test_a_shared_encoder_gives_the_same_entities_as_the_whole_pipeline(tmp_path: Path) -> None:
    nlp = with_shared_encoder(ONTONOTES)
    nlp.to_disk(tmp_path / "model")
    assert nlp.pipe_names == ["tok2vec", "tagger", "ner"]
    whole = [(ent.text, ent.label_) for ent in nlp(TEXT).ents]
    assert whole
    assert [(ent.text, ent.label_) for ent in load_model(str(tmp_path / "model"))(TEXT).ents] == whole


def test_labels_without_counterpart_are_no_mentions(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "MISC", "pattern": "Ostby Prize"}])
    nlp.to_disk(tmp_path / "model")
    (annotation,) = annotate(build_pipeline(str(tmp_path / "model")), [("The Ostby Prize in France.", None)])
    assert [(mention.text, str(mention.label)) for mention in annotation.mentions] == [("France", "GPE")]


def test_a_pipeline_for_many_languages_is_taken(tmp_path: Path) -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PER", "pattern": "Marta Holub"}])
    nlp.to_disk(tmp_path / "model")
    (annotation,) = annotate(build_pipeline(str(tmp_path / "model")), [(TEXT, None)])
    assert annotation.mentions[0].text == "Marta Holub"


def test_another_language_is_one_clear_line(tmp_path: Path) -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("entity_ruler")
    nlp.to_disk(tmp_path / "model")
    with pytest.raises(ModelError, match="language 'de'") as caught:
        load_model(str(tmp_path / "model"))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("config", ["", "[nlp\n", '[nlp]\nlang = "en"\n'])
def test_a_config_that_is_none_is_one_clear_line(tmp_path: Path, config: str) -> None:
    (tmp_path / "config.cfg").write_text(config, "utf-8")
    with pytest.raises(ModelError, match=r"config\.cfg") as caught:
        load_model(str(tmp_path))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["", " ", "en core", "../en_core_web_sm", "no.such.model", "README.md"])
def test_odd_names_are_one_clear_line(name: str) -> None:
    with pytest.raises(ModelError) as caught:
        load_model(name)
    assert "\n" not in str(caught.value)
