"""Which way an open date points: words and tenses near it that speak of the past or of the future."""

import re
from typing import Final

_FUTURE: Final = re.compile(
    r"\b(?:will|would|shall|'ll|to be|going to|plans?|planned|planning|expect(?:s|ed|ing)?|schedul(?:ed|es?)|due|set|upcoming|until|till|next|"
    r"slated|hopes?|hoping|intends?|deadline|forthcoming|proposed|ahead|begins|starts|opens|kicks off|returns|arrives|runs through|"
    r"by(?=\\s+(?:the\\s+(?:end|beginning|start|middle)\\s+of\\s+)?$))\b",
    re.IGNORECASE,
)
_PAST: Final = re.compile(
    r"\b(?:was|were|had|said|did|told|announced|reported|since|last|earlier|began|came|went|made|took|won|lost|fell|rose|ended|died|"
    r"killed|held|closed|started|opened|launched|released|signed|became|gave|found|saw|met|left|got|\w{3,}ed)\b",
    re.IGNORECASE,
)
_REACH: Final = 60
_BREAK: Final = re.compile(r"[.!?;]\s|\n")


def tense(text: str, start: int, end: int) -> int:
    """1 where the words near `text[start:end]` point to the future, -1 for the past, 0 where they do not say.

    >>> tense("They will meet on Friday.", 18, 24), tense("They met on Friday.", 12, 18)
    (1, -1)
    """
    left = text[max(0, start - _REACH) : start]
    breaks = [match.end() for match in _BREAK.finditer(left)]
    left = left[breaks[-1] :] if breaks else left
    future = _last(_FUTURE, left)
    past = _last(_PAST, left)
    if future > past:
        return 1
    return -1 if past > future else 0


def _last(pattern: re.Pattern[str], text: str) -> int:
    position = -1
    for match in pattern.finditer(text):
        position = match.start()
    return position
