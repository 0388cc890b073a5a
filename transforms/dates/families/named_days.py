"""Holidays ("Christmas Eve", "Labor Day 2012"), named dates ("9/11") and parts of the day without a day."""

import re
from typing import Final

from transforms.codes import TimexType
from transforms.dates.families.units import part_of_day
from transforms.dates.grammar import Hit, Rule, rule
from transforms.dates.holidays import HOLIDAYS
from transforms.dates.scan import Tokens
from transforms.dates.values import Moment, Spec
from transforms.dates.vocabulary import VOCABULARY

_BY_FIRST_WORD: Final[dict[str, list[tuple[str, ...]]]] = {}
for _name in sorted(HOLIDAYS, key=len, reverse=True):
    _words = tuple(_name.split())
    _BY_FIRST_WORD.setdefault(_words[0], []).append(_words)


def _normal(word: str) -> str:
    return word.replace("’", "'")


def _holiday_at(tokens: Tokens, index: int) -> tuple[str, int] | None:
    for words in _BY_FIRST_WORD.get(tokens.words[index], ()):
        end = index + len(words)
        if [_normal(word) for word in tokens.words[index:end]] == list(words):
            return " ".join(words), end
    return None


def _bare_part(hit: Hit) -> Spec | None:
    code = part_of_day(hit.word("p"))
    return Spec("shift", TimexType.TIME, unit="day", amount=0, anaphoric=True, clock=code) if code else None


_OPENERS: Final = re.compile("[" + "".join(VOCABULARY.klass(word) for word in _BY_FIRST_WORD) + "]")


def holidays(tokens: Tokens) -> list[tuple[int, int, str]]:
    """The holidays named in the tokens, with a capital letter: first token, end token, name."""
    found = []
    for match in _OPENERS.finditer(tokens.kinds):
        index = match.start()
        if tokens.text[tokens.starts[index]].isupper():
            hit = _holiday_at(tokens, index)
            if hit is not None:
                found.append((index, hit[1], hit[0]))
    return found


def _nine_eleven(_: Hit) -> Spec | None:
    return Spec("moment", moment=Moment("day", 2001, 9, 11))


RULES: Final[list[Rule]] = [
    rule("part.bare", "p=(?:part|night|overnight)", _bare_part, "part night overnight", 0.6),
    rule("date.nine_eleven", "nine_eleven", _nine_eleven, "nine_eleven", 0.9),
]
