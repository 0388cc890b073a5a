"""Cases in data files: spans, names, places, and identity across documents."""

import json
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from transforms.entities.aliases import load_aliases
from transforms.entities.components import EntityResolver, set_entities, words_of
from transforms.entities.names import entity_id
from transforms.entities.organisations import resolve_organisations
from transforms.entities.people import resolve_people
from transforms.entities.pipeline import split_abbreviations
from transforms.entities.resolver import resolve
from transforms.entities.spans import Found

Case = dict[str, Any]
FOLDER = Path(__file__).parent / "cases"
LEAST_PRECISION = 0.98


def load(name: str) -> list[Case]:
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()]


def params(name: str) -> list[Any]:
    return [pytest.param(case, id=case["id"]) for case in load(name)]


@pytest.fixture(scope="module")
def nlp() -> Language:
    blank = spacy.blank("en")
    split_abbreviations(blank)
    return blank


def with_entities(nlp: Language, case: Case) -> Doc:
    """The document of a case with the entities a model might have found, each at its next occurrence."""
    doc, spans, position = nlp.make_doc(case["text"]), [], 0
    for text, label in case["ents"]:
        start = case["text"].index(text, position)
        position = start + len(text)
        span = doc.char_span(start, position, label=label, alignment_mode="expand")
        assert span is not None
        spans.append(span)
    doc.set_ents(spans)
    return doc


def check_spans(nlp: Language, case: Case) -> None:
    doc = set_entities(with_entities(nlp, case))
    assert [[ent.text, ent.label_] for ent in doc.ents] == case["expect"]


def check_names(case: Case) -> None:
    assert resolve_names(case) == case["expect"]


def resolve_names(case: Case) -> list[str]:
    if case["label"] == "ORG":
        return resolve_organisations(case["names"], load_aliases())
    return resolve_people(case["names"], load_aliases(), case.get("relatives", ()))


def check_places(nlp: Language, case: Case) -> None:
    doc = EntityResolver(load_aliases())(set_entities(with_entities(nlp, case)))
    codes = {ent.text: place_code(ent) for ent in doc.ents}
    assert {name: codes[name] for name in case["expect"]} == case["expect"]
    if "name" in case:
        assert [e._.copydesk_name for e in doc.ents if e.text in case["expect"]] == [case["name"]]


def place_code(ent: Span) -> str:
    return ent._.copydesk_place.country_code if ent._.copydesk_place else ""


def identity(nlp: Language, label: str, name: str) -> str:
    doc = nlp.make_doc(name)
    resolved = resolve(words_of(doc), [Found(0, len(doc), label)], load_aliases())[0]
    return entity_id(label, resolved.name, resolved.place.country_code if resolved.place else None)


@pytest.mark.parametrize("case", params("spans"))
def test_rules_turn_spans_of_a_model_into_names(nlp: Language, case: Case) -> None:
    check_spans(nlp, case)


@pytest.mark.parametrize("case", params("names"))
def test_names_of_one_document_resolve(case: Case) -> None:
    check_names(case)


@pytest.mark.parametrize("case", params("places"))
def test_places_get_their_country_by_context(nlp: Language, case: Case) -> None:
    check_places(nlp, case)


@pytest.mark.parametrize("case", params("across"))
def test_entities_join_across_documents_only_when_they_are_the_same(nlp: Language, case: Case) -> None:
    same = identity(nlp, case["label"], case["one"]) == identity(nlp, case["label"], case["other"])
    assert same == case["same"]


@pytest.mark.parametrize("case", params("known_failures"))
@pytest.mark.xfail(strict=True, raises=AssertionError)
def test_known_failures(nlp: Language, case: Case) -> None:
    if case["kind"] == "names":
        check_names(case)
    elif case["kind"] == "places":
        check_places(nlp, case)
    else:
        check_spans(nlp, case)


def test_merge_precision_over_all_pairs_of_names() -> None:
    """Of the pairs of names that resolve to one, at least 98 in 100 are meant to."""
    right = merged = 0
    for case in load("names"):
        found = resolve_names(case)
        for i, one in enumerate(found):
            for j in range(i):
                if one == found[j]:
                    merged += 1
                    right += case["expect"][i] == case["expect"][j]
    assert merged > 0
    assert right / merged >= LEAST_PRECISION
