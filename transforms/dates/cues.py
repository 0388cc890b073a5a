"""Which way an open date points: words and tenses in its sentence that speak of the past or of the future."""

import re
from collections import deque
from typing import Final

_FUTURE: Final = (
    r"(?:will|shall|would|won't|'ll|’ll|to be|going to|about to|plans? to|planned (?:for|to)|planning|likely"
    r"|expects?|(?<!than )(?<!as )expected|expecting|scheduled|(?:is|are|was|were) set"
    r"|set (?:(?:his|her|its|their|the|an?) \w+ )?(?:to|for)"
    r"|due(?! to (?:the|an?|his|her|its|their|concerns?|fears?|snow|weather|lack|high|low)\b)"
    r"|headed for|heading|slated|upcoming|hopes?|hoping|intends?|deadline|forthcoming|proposed|until|till"
    r"|forecasts?|projects|projected|predicts?|predicted"
    r"|(?:is|are|am) (?:[a-z]+ing to|poised|ready|set|on track|preparing)|threatens? to|vows? to|wants? to"
    r"|next|starting|beginning|begins|starts"
    r"|opens|kicks off|returns|arrives|expires?|ends|runs through|takes? place|takes? effect|toward|towards"
    r"|effective|ahead of"
    r"|through(?=\s+(?:at least\s+)?(?:the\s+(?:end|beginning|start|middle)\s+of\s+)?$))"
)
_PAST: Final = (
    r"(?:was|were|had|said|did|told|since|earlier|began|came|went|made|took|won|lost|fell|rose|died|held"
    r"|became|gave|found|saw"
    r"|met|left|got|ran|broke|led|sent|sued|wrote|spoke|hit|kept|brought|bought|sold|paid|drew|grew|flew"
    r"|knew|threw|spent|ago|last"
    r"|(?<!be )(?<!are )(?<!is )[a-z]{2,}ed)"
)
_CUE: Final = re.compile(rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))(?![\w’'])", re.IGNORECASE)
_BY: Final = re.compile(r"\bby\s+(?:the\s+(?:end|beginning|start|middle)\s+of\s+)?$", re.IGNORECASE)
_REACH: Final = 140
_RIGHT: Final = 90
_OPENING: Final = 14  # an expression this near to the start of its sentence looks to the right
# A sentence ends, or a quotation opens: what was said has a tense of its own.
_BREAK: Final = re.compile(r"[.!?;…]['’”\"]?\s(?=[A-Z“\"‘])|\n|“(?=[A-Z])|(?<=\s)\"(?=[A-Z])")


def tense(text: str, start: int, end: int) -> int:
    """Where the sentence around `text[start:end]` points: 1 to the future, -1 to the past, else 0.

    The nearest cue to the left decides; an expression that opens its sentence takes the first to its right.

    >>> tense("They will meet on Friday.", 18, 24), tense("They met on Friday.", 12, 18)
    (1, -1)
    >>> tense("On Friday the court will decide.", 3, 9)
    1
    """
    left = text[max(0, start - _REACH) : start]
    sentence = left[_last_end(_BREAK, left) :]
    cue = _last(_CUE, sentence)
    if cue is None and len(sentence) <= _OPENING:
        right = text[end : end + _RIGHT]
        stop = _BREAK.search(right)
        cue = _CUE.search(right, 0, stop.start() if stop else len(right))
    if cue is None:
        return 1 if _BY.search(sentence) else 0
    return 1 if cue["future"] else -1


def is_deadline(text: str, start: int) -> bool:
    """Whether "by" stands right in front of `text[start:]`.

    >>> is_deadline("They must agree by June 5.", 19)
    True
    """
    return _BY.search(text[max(0, start - _REACH) : start]) is not None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    last = deque(pattern.finditer(text), maxlen=1)
    return last[0] if last else None


def _last_end(pattern: re.Pattern[str], text: str) -> int:
    found = _last(pattern, text)
    return found.end() if found else 0
