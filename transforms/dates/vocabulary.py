# ruff: noqa: SIM905 - word lists read better as text
"""Text windows as strings of token kinds, so that a grammar rule is a short regular expression over kinds.

A token is a word, a number or a mark; its kind is one character. Rules are written with the names of kinds
(`month day (?:comma? year)?`) and compiled to character classes, so that a rule never sees spelling, and
matching costs one step per token.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from transforms.dates.lexicon import KINDS

_FIRST_CODE: Final = 0xE000  # private use area: no such character has a meaning in a regular expression
BARRIER: Final = "\uf8ff"
OTHER: Final = "\uf8fe"

# Kinds of tokens that are told by shape.
SHAPES: Final = (
    "n0 n12 n24 n31 n59 n99 year4 bigint decimal ordnum ordbig iso ymd dmy clock decade4 decade2 "
    "apostrophe_year comma dot hyphen dash slash lparen rparen poss plus quote semicolon"
).split()
# Classes of kinds.
SETS: Final[dict[str, str]] = {
    "dom": "n12 n24 n31",
    "hour": "n0 n12 n24",
    "int": "n0 n12 n24 n31 n59 n99 year4 bigint",
    "num": "n0 n12 n24 n31 n59 n99 year4 bigint decimal frac",
    "numword": "card tens scale",
    "year": "year4",
    "dayord": "ordnum ordword second",
    "ord": "ordnum ordbig ordword second",
    "tick": "hyphen dash",
    "one_unit": "unit yearword centuryword day second quarter weekend night",
    "auxiliary": "to will would could might can should must that not they may",
    "over_cue": "in for after of to from at than by within spent took lasted been was is well just art the "
    "with",
    "at_cue": "at by until from to before about since and between hyphen dash comma",
    "dayparts": "part night",
}


@dataclass(slots=True)
class Vocabulary:
    """The kinds in use: one for each shape, one for each word of the lexicon, one for each word a rule names.

    The words of one lexicon entry get neighbouring characters, so that its class is a range.
    """

    chars: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    _next: int = _FIRST_CODE

    def __post_init__(self) -> None:
        for name in SHAPES:
            self.chars[name] = self._new()
        for name, words in KINDS.items():
            self.chars[name] = "".join(self._word(word) for word in words.split())

    def _new(self) -> str:
        self._next += 1
        return chr(self._next)

    def _word(self, word: str) -> str:
        if word not in self.words:
            self.words[word] = self._new()
        return self.words[word]

    def klass(self, name: str) -> str:
        """The kinds, as characters, that `name` stands for: a set, a lexicon entry, a shape or a word."""
        if name in ("other_word", "barrier"):
            return OTHER if name == "other_word" else BARRIER
        if name in SETS:
            return "".join(self.klass(part) for part in SETS[name].split())
        return self.chars.get(name) or self._word(LITERALS.get(name, name))

    def compile(self, pattern: str) -> re.Pattern[str]:
        """A rule over kinds. `x=name` and `x=( … )` make the group `x`; other syntax is that of `re`."""
        return re.compile(_TERM.sub(self._term, pattern), re.VERBOSE)

    def _term(self, match: re.Match[str]) -> str:
        group, name = match["group"], match["name"]
        if not name:
            return f"(?P<{group}>"
        body = f"[{self.klass(name)}]"
        return f"(?P<{group}>{body})" if group else body


LITERALS: Final[dict[str, str]] = {
    "month_unit": "month",
    "nine_eleven": "9/11",
    "oclock": "o'clock",
    "present_word": "present",
}
_TERM: Final = re.compile(r"(?:(?P<group>[a-z]\w*)=)?(?:(?P<name>[a-z]\w*)|(?<==)\((?:\?:)?)")
VOCABULARY: Final = Vocabulary()
