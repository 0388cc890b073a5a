"""The trainer of the line classifier, on examples made up here."""

import gzip
import json

import pytest

from training.cleaning import train
from training.cleaning.examples import Example, kind_mask, line_examples
from transforms.cleaning.classifier import LineClassifier
from transforms.codes import EditKind

BODY = (
    "The river rose by two metres overnight and flooded the lower part of the town, the fire brigade said, "
    "after three days of rain that the weather service had not foreseen."
)


def corpus() -> train.Corpus:
    """Ten outlets whose adverts say "subscribe" and whose paragraphs say "river"."""
    lines = []
    for number in range(10):
        outlet = f"Outlet {number}"
        lines.append(Example(outlet, ("wsubscribe", "Ss"), goes=True, kind="promo", must=20, article=number))
        lines.append(Example(outlet, ("wphoto", "Ss"), goes=True, kind="caption", must=20, article=number))
        lines.append(Example(outlet, ("wby", "Ss"), goes=True, kind="byline", must=20, article=number))
        lines += [Example(outlet, ("wriver", "Sb"), goes=False, kind="", stay=90, article=number)] * 3
        lines.append(Example(outlet, ("wmixed",), goes=None, kind="promo", must=9, stay=9, article=number))
    return train.Corpus(tuple(lines), ())


def test_the_fit_tells_artefacts_from_body_and_kinds_apart() -> None:
    model = train.fit(corpus())
    assert model.probability(["wsubscribe", "Ss"]) > 0.5 > model.probability(["wriver", "Sb"])
    assert model.kind(["wsubscribe"]) is EditKind.PROMO
    assert model.kind(["wphoto"]) is EditKind.CAPTION


def test_features_of_few_outlets_and_mixed_lines_are_left_out() -> None:
    rare = Example("Outlet 1", ("wrare",), goes=True, kind="promo")
    model = train.fit(train.Corpus((*corpus().gold, rare), ()))
    assert "wrare" not in model.weights
    assert "wmixed" not in model.weights


def test_folds_part_the_outlets() -> None:
    outlets = [one.outlet for one in corpus().gold]
    folds = train.outlet_folds(outlets)
    assert len(folds) == train.FOLDS
    assert sorted(outlet for fold in folds for outlet in fold) == sorted(set(outlets))


def test_the_weights_file_is_repeatable_and_reads_back() -> None:
    model, scores = train.calibrated(corpus(), 0.6)
    packed = train.packed(model, {"seed": 0})
    assert packed == train.packed(train.calibrated(corpus(), 0.6)[0], {"seed": 0})
    again = LineClassifier.from_json(json.loads(gzip.decompress(packed)))
    assert again.threshold == 0.6
    assert again.probability(["wriver"]) == pytest.approx(model.probability(["wriver"]))
    assert len(scores) == len(corpus().gold)


def test_lines_become_examples_with_their_labels() -> None:
    promo = "Sign up for our newsletter"
    text = f"{BODY}\n\n{promo}\n\n{BODY}"
    start = text.index(promo)
    document = {"id": "1", "outlet": "Outlet", "text": text, "spans": [[start, start + len(promo), "promo"]]}

    def masks(gold: dict[str, object]) -> list[str]:
        return ["M" if kind == "promo" else "K" for kind in kind_mask(gold)]

    examples = list(line_examples([document], masks, rules=False))
    assert [(one.goes, one.kind) for one in examples] == [(False, ""), (True, "promo"), (False, "")]
    assert examples[1].must == len(promo)
