"""Words in front of an expression that belong to it: "early", "the end of", "around"."""

import re
from dataclasses import replace
from typing import Final

from transforms.codes import TimexType
from transforms.dates.candidates import Item
from transforms.dates.scan import Tokens
from transforms.dates.vocabulary import VOCABULARY

_LOOK_BACK: Final = 6
_PART: Final = VOCABULARY.compile(
    r"the=(the?) (?:very)? mod=(early|mid|late|earlier|later) (?:hyphen|on)? inn=((?:in)?) $"
)
_EDGE: Final = VOCABULARY.compile(
    r"(?:the)? (?:very)? mod=(endword|startword|middle|rest|(?:latter|early|later|ordword|last|final) "
    r"(?:part|days|units|half)) of $"
)
_AROUND: Final = VOCABULARY.compile(r"mod=(about) (?:dot)? $")
_MODS: Final = {
    "early": "START", "earlier": "START", "mid": "MID", "late": "END", "later": "END", "end": "END",
    "close": "END", "conclusion": "END", "beginning": "START", "start": "START", "outset": "START",
    "middle": "MID", "midpoint": "MID", "latter": "END", "final": "END", "closing": "END", "last": "END",
    "first": "START", "rest": None, "remainder": None,
}  # fmt: skip
_CALENDAR: Final = frozenset({"moment", "shift", "ordinal", "holiday"})


def expand(item: Item, tokens: Tokens, floor: int) -> Item:
    """`item` with its modifiers; `floor` is the first token that it may take."""
    if item.spec.kind not in _CALENDAR:
        return item
    for pattern in (_PART, _EDGE):
        low = max(floor, item.first - _LOOK_BACK)
        match = pattern.search(tokens.kinds, low, item.first)
        if match is None or not _fits(pattern, match, item, tokens):
            continue
        word = tokens.words[match.start("mod")]
        spec = replace(item.spec, mod=_MODS.get(word, item.spec.mod))
        item = Item(match.start(), item.last, spec, item.rule, item.confidence)
    return _around(item, tokens, floor)


def _fits(pattern: re.Pattern[str], match: re.Match[str], item: Item, tokens: Tokens) -> bool:
    if pattern is not _PART:
        return True
    word = tokens.words[match.start("mod")]
    if word in ("earlier", "later"):
        is_weekday = item.spec.moment is not None and bool(item.spec.moment.weekday)
        return not match["the"] and (is_weekday or item.spec.kind == "shift" or bool(match["inn"]))
    return True


def _around(item: Item, tokens: Tokens, floor: int) -> Item:
    spec = item.spec
    clock = spec.timex_type == TimexType.TIME and spec.clock and spec.clock[0].isdigit()
    if not clock and item.rule not in ("date.year", "date.bc"):
        return item
    match = _AROUND.search(tokens.kinds, max(floor, item.first - 2), item.first)
    if match is None:
        return item
    return Item(match.start(), item.last, replace(spec, mod="APPROX"), item.rule, item.confidence)
