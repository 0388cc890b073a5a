"""The last layer: a linear classifier of lines, for what the rules leave (adverts, captions, link headlines).

Logistic regression over the features of `features.py`; the weights stand in `data/classifier.json.gz`, with
where they come from (`training/cleaning/train.py`). A line is removed as a whole, above a threshold set for
precision.
"""

import gzip
import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import repeat
from typing import Any, Self

from transforms.cleaning.document import Document, Found, Layer, Line, Span
from transforms.cleaning.features import candidates, setting, view, wording
from transforms.codes import EditKind

WEIGHTS = "classifier.json.gz"
WORDING_REACH = 3.2
"""What the words of a line add to its score at most, but for one removal in a hundred (375 removals in a
fifth of the raw articles): lines further from the threshold are not read, which is half the time."""


CROWD = 12
"""Lines of one article. Where more are doubtful, the article is likely a list: signatories, results, dates."""

SURE_IN_A_CROWD = 0.9


@dataclass(frozen=True, slots=True)
class LineClassifier:
    """Weights of the logistic regression.

    `weights` are those of "goes" by feature, `kinds` those of each kind. `scale` and `shift` turn a score
    into the share of such lines that were rightly removed in held-out outlets. A line goes at `threshold` or
    above; by `margin` more where nothing has been found so far: most such articles are clean.
    """

    weights: Mapping[str, float]
    bias: float
    kinds: Mapping[EditKind, Mapping[str, float]]
    kind_biases: Mapping[EditKind, float]
    threshold: float
    margin: float = 0.0
    scale: float = 1.0
    shift: float = 0.0

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
        )

    def probability(self, names: Iterable[str]) -> float:
        """How likely a line with these features is an artefact, from 0 to 1."""
        return self._share(self.bias + self._sum(names))

    def _sum(self, names: Iterable[str]) -> float:
        return sum(map(self.weights.get, set(names), repeat(0.0)))

    def _share(self, score: float) -> float:
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, self.scale * score + self.shift))))

    def _floor(self, least: float) -> float:
        """The score without words below which hardly any wording reaches the share `least`."""
        return (math.log(least / (1.0 - least)) - self.shift) / self.scale - WORDING_REACH

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
        spans = list(self._find(document, found))
        crowded = len(spans) > CROWD
        yield from (span for span in spans if not crowded or span.confidence >= SURE_IN_A_CROWD)

    def _find(self, document: Document, found: Found) -> Iterator[Span]:
        seen = view(document, found)
        least = self.threshold + (0.0 if found.spans else self.margin)
        floor = self._floor(least)
        for line in candidates(seen):
            around = setting(seen, line)
            score = self.bias + self._sum(around)
            if score < floor:
                continue
            words = wording(line)
            sure = self._share(score + self._sum(words))
            if sure >= least:
                yield _span(line, self.kind(words + around), sure)


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
