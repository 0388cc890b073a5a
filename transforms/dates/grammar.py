"""Rules over token kinds, and what a rule's builder may ask of a match."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from transforms.dates.scan import Tokens
from transforms.dates.values import Spec  # noqa: TC001 - evaluated: `Builder` names it
from transforms.dates.vocabulary import VOCABULARY

# Fragments shared by the families; `{NAME}` in a rule is replaced by them.
FRAGMENTS: Final[dict[str, str]] = {
    # "two", "twenty-five", "one hundred and fifty", "2.5", "two and a half"
    "NUM": "(?:(?:num (?:hyphen? n12 slash n12|frac)? (?:scale)?"
    "|numword(?:(?:hyphen|and(?=numword))?numword){0,5})"
    "(?:hyphen? and hyphen? (?:art hyphen? half|half|art quarter|card quarters))?)",
    "RANGE": "{NUM} (?:to|or|tick) {NUM}",
    # "two or three", "a few", "half a dozen"
    "COUNT": "n=(?:{RANGE}|(?:another|art (?:mere|full|additional|(?=scale)))?{NUM}|art (?:good)? (?:few"
    "|couple of|couple|dozen|half hyphen? dozen)"
    "|few|several|couple of|couple|many|dozens of|hundreds of|thousands of|half hyphen? art|half hyphen? "
    "art? dozen)",
    # "two", "a", "another": the counts that may stand before "ago" and "later"
    "AMOUNT": "n=(?:{RANGE}|(?:another|art (?:mere|full|(?=scale)))?(?:full)?{NUM}|art|another|art (?:good)? "
    "(?:few|couple of|couple|dozen|half hyphen? dozen)"
    "|few|several|couple of|many|dozens of|hundreds of|half hyphen? art|half hyphen? art? dozen)",
    # "about", "more than", "at least"
    "APPROX": "q=(?:about|nearly|(?<=over_cue)over|under|more than|fewer than|at least|at most|up to|just "
    "over|just under"
    "|well over|some|no more than|no fewer than|as many as|as much as|endword to|art little more than"
    "|little more than|slightly more than|slightly fewer than|art little over|slightly over|just about|just "
    "nearly"
    "|not more than|just more than|just fewer than|somewhere about|only about)",
    # "2019-20", of a season or a fiscal year
    "YEARPAIR": "(?:year (?:tick|slash) (?:year|dom|n0|n59|n99))",
    # the same before "ago" and "later", where "over" can only mean "more than"
    "APPROXAGO": "q=(?:over|well over|just over|about|nearly|under|more than|fewer than|at least|up to|some"
    "|no more than|just under|endword to|art little more than|art little over|little more than"
    "|slightly more than|just about|only about|just more than|as many as|not more than)",
    # adjectives that may stand between a number and its unit
    "ADJ": "(?:straight|full|working|schoolyear|fiscal|additional|more|long|other|solid|different|short)",
    "ANYUNIT": "(?:one_unit|units)",
    # what points: "this", "the same", "the previous"
    "DIR": "dir=(?:(?:the|that very)? (?:same|last|past|next|previous|coming|following)|the latest"
    "|the? current hyphen?|(?:this|that) (?:same|past|coming|very|next|last|current)"
    "|this|that|last|next|past)",
}


def _fragment(pattern: str) -> str:
    while True:
        filled = re.sub(r"\{([A-Z]+)\}", lambda match: FRAGMENTS[match[1]], pattern)
        if filled == pattern:
            return pattern
        pattern = filled


@dataclass(frozen=True, slots=True)
class Hit:
    """A match of a rule over the kinds of `tokens`."""

    tokens: Tokens
    match: re.Match[str]

    def words(self, group: str) -> list[str]:
        """The words of a group, lower case; empty where the group took no part."""
        if group not in self.match.re.groupindex:
            return []
        start, end = self.match.span(group)
        return self.tokens.words[start:end] if start >= 0 else []

    def word(self, group: str) -> str:
        """The first word of a group, lower case; "" where the group took no part."""
        words = self.words(group)
        return words[0] if words else ""

    def has(self, group: str) -> bool:
        """Whether a group took part in the match."""
        return bool(self.words(group))


Builder = Callable[[Hit], "Spec | None"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over token kinds and the function that reads its matches."""

    name: str
    pattern: re.Pattern[str]
    build: Builder
    needs: frozenset[str]
    confidence: float = 0.9


def rule(name: str, pattern: str, build: Builder, needs: str, confidence: float = 0.9) -> Rule:
    """A `Rule`; `needs` names the kinds of which one must be in the text for the rule to be tried."""
    chars = frozenset("".join(VOCABULARY.klass(kind) for kind in needs.split()))
    return Rule(name, VOCABULARY.compile(_fragment(pattern)), build, chars, confidence)
