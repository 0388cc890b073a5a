"""The last layer: a linear classifier of lines, for what the rules leave (adverts, captions, link headlines).

Logistic regression over the features of `features.py`; the weights stand in `data/classifier.json.gz`, with
where they come from (`training/cleaning/train.py`). A line is removed as a whole, above a threshold set for
precision.
"""

import gzip
import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import repeat
from typing import Any, Self

from transforms.cleaning.document import Document, Found, Layer, Line, Span
from transforms.cleaning.features import View, candidates, setting, view, wording
from transforms.cleaning.title import headline_above
from transforms.codes import EditKind

WEIGHTS = "classifier.json.gz"
WORDING_REACH, WORDING_USUAL = 4.0, -1.0
"""What the words of a line add to its score at most (99 % of the lines of raw articles), and what they add to a
neighbour's, on the high side (the median is -2.7): a line further from the threshold than that is not read."""


CROWD = 12
"""Lines of one article. Where more are doubtful, the article is likely a list: signatories, results, dates."""

FEW = 6
"""A text of fewer lines says too little of what is usual in it."""
SURE = 0.95
"""Where lines are crowded or few, only those go that are at least so sure."""
SURE_OF_PROSE = 0.8
"""What reads like a paragraph of the body needs so much, unless it stands outside of the body of a whole page."""
ITEMS, ITEM_WORDS = 3, 5
"""So many lines of so few words in a row are a list, which is the author's. …"""
FURNISHED = 10
"""All this holds unless the rules took so many lines: then it is a whole page with its menus, …"""
OUTSIDE_ON_A_PAGE = 1.5
"""… and lines outside of its main block have these log-odds more: most of them are no part of the article."""

TAKEN, KEPT = 1.0, -6.0
"""Log-odds with which a line that rules took whole, and one that is not looked at, speak to its neighbours."""


@dataclass(frozen=True, slots=True)
class LineClassifier:
    """Weights of the logistic regression.

    `weights` are those of "goes" by feature, `kinds` those of each kind. `scale` and `shift` turn a score into
    the log-odds that such a line is rightly removed (in held-out outlets, before neighbours are heard). A line goes
    at `threshold` or above; by `margin` more where nothing has been found so far: most such articles are clean.
    `cohesion` is how far a neighbour moves a line's log-odds at most.
    """

    weights: Mapping[str, float]
    bias: float
    kinds: Mapping[EditKind, Mapping[str, float]]
    kind_biases: Mapping[EditKind, float]
    threshold: float
    margin: float = 0.0
    scale: float = 1.0
    shift: float = 0.0
    cohesion: float = 0.0

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Build from the layout of the weights file. Raises KeyError where a part is missing."""
        return cls(
            weights=data["weights"],
            bias=data["bias"],
            kinds={EditKind(kind): part["weights"] for kind, part in data["kinds"].items()},
            kind_biases={EditKind(kind): part["bias"] for kind, part in data["kinds"].items()},
            threshold=data["threshold"],
            margin=data["margin"],
            scale=data["scale"],
            shift=data["shift"],
            cohesion=data["cohesion"],
        )

    def probability(self, names: Iterable[str]) -> float:
        """How likely a line with these features is an artefact, from 0 to 1."""
        return _share(self.scale * (self.bias + self._sum(names)) + self.shift)

    def _sum(self, names: Iterable[str]) -> float:
        return math.fsum(map(self.weights.get, set(names), repeat(0.0)))  # exact, in whatever order

    def kind(self, names: Iterable[str]) -> EditKind:
        """What kind of artefact a line with these features would be."""
        present = set(names)

        def score(kind: EditKind) -> float:
            weights = self.kinds[kind]
            return self.kind_biases[kind] + sum(weights.get(name, 0.0) for name in present)

        return max(self.kinds, key=score)

    def __call__(self, document: Document, found: Found) -> Iterator[Span]:
        """The lines that go, among those that nothing before has taken whole (a follower)."""
        if len(document.lines) <= 1:
            return
        seen = view(document, found)
        page = seen.shapes.count("#") >= FURNISHED
        least = self.threshold + (0.0 if found.spans else self.margin)
        spans = list(self._find(seen, least, OUTSIDE_ON_A_PAGE if page else 0.0))
        if page and (headline := headline_above(document, found)):
            spans = [span for span in spans if span.start != headline.start]
        unsure = len(document.lines) < FEW or (len(spans) > CROWD and not page)
        listed = frozenset() if page else _listed(seen)
        for span in spans:
            if span.start not in listed and (not unsure or span.confidence >= SURE):
                yield span

    def _find(self, seen: View, least: float, outside: float) -> Iterator[Span]:
        """The lines whose share is at `least`; those outside of the main block have `outside` added."""
        start, end = seen.document.main_block
        lines = candidates(seen)
        around = {line.index: setting(seen, line) for line in lines}
        odds = [TAKEN if shape == "#" else KEPT for shape in seen.shapes]
        for index, names in around.items():
            more = 0.0 if start <= index < end else outside
            odds[index] = self.scale * (self.bias + self._sum(names)) + self.shift + more
        words = {line.index: wording(line) for line in self._open(lines, odds, least)}
        for index, names in words.items():
            odds[index] += self.scale * self._sum(names)
        shared = smoothed(odds, self.cohesion)
        for index, names in words.items():
            sure = _share(shared[index])
            prose = seen.document.lines[index].body_like and not (outside and not start <= index < end)
            if sure >= (max(least, SURE_OF_PROSE) if prose else least):
                yield _span(seen.document.lines[index], self.kind(names + around[index]), sure)

    def _open(self, lines: Sequence[Line], odds: Sequence[float], least: float) -> list[Line]:
        """The lines that their words and neighbours may still bring to `least`; only these are read."""
        usual = list(odds)
        for line in lines:
            usual[line.index] += self.scale * WORDING_USUAL
        shared = smoothed(usual, self.cohesion)
        more = self.scale * (WORDING_REACH - WORDING_USUAL)
        return [line for line in lines if _share(shared[line.index] + more) >= least]


def _listed(seen: View) -> frozenset[int]:
    """Where the lines of lists start: runs of short lines that no rule touched, such as names under a letter."""
    found: list[int] = []
    run: list[Line] = []
    for line in (*seen.document.lines, None):
        if line and line.words <= ITEM_WORDS and not line.terminal and not seen.taken[line.index]:
            run.append(line)
            continue
        found += [item.start for item in run] if len(run) >= ITEMS else []
        run = []
    return frozenset(found)


def smoothed(odds: Sequence[float], cohesion: float) -> list[float]:
    """Log-odds of each line in a chain in which neighbours tend to share their fate (a linear-chain model).

    `odds` are each line's own log-odds; a neighbour moves them by at most `cohesion`. Exact marginals, by the
    forward-backward algorithm.

    >>> [round(value, 1) for value in smoothed([3.0, 0.0, 3.0], 1.0)]
    [3.4, 1.8, 3.4]
    """
    pull = min(math.tanh(cohesion / 2), 1 - 1e-12)
    ahead = _messages(odds, pull)
    back = _messages(odds[::-1], pull)[::-1]
    return [own + one + two for own, one, two in zip(odds, ahead, back, strict=True)]


def _messages(odds: Sequence[float], pull: float) -> list[float]:
    """What each line hears from the one before it."""
    told, messages = 0.0, []
    for own in odds:
        messages.append(told)
        told = 2 * math.atanh(pull * math.tanh((own + told) / 2))
    return messages


def _share(odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))


def _span(line: Line, kind: EditKind, sure: float) -> Span:
    return Span(kind, line.start, line.end, f"{kind}.line_model", round(sure, 3), Layer.CLASSIFIER)


@cache
def shipped() -> LineClassifier:
    """The classifier that comes with the package."""
    packed = resources.files("transforms.cleaning").joinpath("data", WEIGHTS).read_bytes()
    return LineClassifier.from_json(json.loads(gzip.decompress(packed)))


def classify(document: Document, found: Found) -> Iterator[Span]:
    """Lines that the shipped classifier takes for artefacts; runs after all other rules."""
    return shipped()(document, found)
