"""From raw text to tokens: find the words that announce a time, tokenise around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from transforms.dates.holidays import HOLIDAY_OPENERS, HOLIDAYS
from transforms.dates.shapes import MARKS, TOKEN, kind_of_number, kind_of_shape
from transforms.dates.triggers import CAPITAL_ONLY, TRIGGER, TRIGGER_WORDS
from transforms.dates.vocabulary import BARRIER, OTHER, VOCABULARY
from transforms.text import lower

_LEFT: Final = 36  # characters kept before a trigger: room for "slightly more than one and a half"
_RIGHT: Final = 24  # and behind it: "Friday, the twenty-first of …" brings a trigger of its own
_MAX_WORD: Final = 60  # a window is stretched to whole words, unless they are longer than this


@dataclass(slots=True)
class Tokens:
    """The tokens around the triggers of a text: `kinds[i]` is the kind of `words[i]`, at `starts[i]:ends[i]`.

    A `BARRIER` stands wherever something was left out (with an empty word, at 0:0), and between paragraphs.
    """

    text: str
    kinds: str = ""
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    day_first: bool = False


def windows(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of text around triggers, stretched to whole words and merged where they touch."""
    start = end = -1
    for match in TRIGGER.finditer("\n" + text):  # a trigger starts behind a mark or space
        left, right = match.start() - _LEFT, match.end() - 1 + _RIGHT
        if left > end:
            if end >= 0:
                yield _whole_words(text, start, end)
            start = max(left, 0)
        end = right
    if end >= 0:
        yield _whole_words(text, start, end)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    low, high = max(start - _MAX_WORD, 0), min(end + _MAX_WORD, len(text))
    end = min(end, len(text))
    while start > low and not text[start - 1].isspace():
        start -= 1
    while end < high and not text[end].isspace():
        end += 1
    return start, end


def tokenize(text: str) -> Tokens:
    """The tokens around every trigger of `text`."""
    kept: list[re.Match[str] | None] = []
    kinds: list[str] = []
    lowered = ""
    done = 0
    for start, end in windows(text):
        lowered = lowered or lower(text)
        matches = list(TOKEN.finditer(lowered, max(start, done), end))
        done = end
        window_kinds = _kinds(matches, text)
        for segment in _SEGMENT.finditer(window_kinds):
            first, last = segment.span()
            if _ANCHOR.search(window_kinds, first, last):
                kept += matches[first:last]
                kept.append(None)
                kinds += (segment[0], BARRIER)
    return _tokens(text, "".join(kinds), kept)


def _tokens(text: str, kinds: str, kept: list[re.Match[str] | None]) -> Tokens:
    return Tokens(
        text,
        kinds,
        [match[0] if match else "" for match in kept],
        [match.start() if match else 0 for match in kept],
        [match.end() if match else 0 for match in kept],
    )


def _kinds(matches: list[re.Match[str]], text: str) -> str:
    kinds = "".join(
        [
            _KNOWN.get(word := match[0]) or (OTHER if word.isalpha() else kind_of_shape(word))
            for match in matches
        ]
    )
    if _NEEDS_CAPITAL.search(kinds) is None:
        return kinds
    return "".join(
        OTHER if kind in _CAPITAL_KINDS and not text[match.start()].isupper() else kind
        for kind, match in zip(kinds, matches, strict=True)
    )


# The words of holidays get kinds of their own, so that no name is cut as a run of unknown words.
for _word in sorted({word for name in HOLIDAYS for word in name.split() if word.isalpha()}):
    VOCABULARY.klass(_word)

_KNOWN: Final = VOCABULARY.words  # filled with the words of the rules as these are read
_KNOWN.update({mark: VOCABULARY.chars[kind] for mark, kind in MARKS.items()})
_KNOWN.update({str(number): kind_of_number(str(number)) for number in range(2100)})
_KNOWN.update({f"0{number}": kind_of_number(f"0{number}") for number in range(10)})
_KNOWN["o’clock"] = VOCABULARY.klass("oclock")
_CAPITAL_KINDS: Final = "".join(_KNOWN[word] for word in CAPITAL_ONLY)
_NEEDS_CAPITAL: Final = re.compile(f"[{_CAPITAL_KINDS}]")
# Of the tokens, only runs without two unknown words in a row can hold an expression …
_SEGMENT: Final = re.compile(f"[^{OTHER}]+(?:{OTHER}[^{OTHER}]+)*")
# … and of these only the ones with a word or number that names a time.
_ANCHOR_KINDS: Final = (
    "year4 iso ymd dmy clock decade4 decade2 apostrophe_year ampm oclock quartercode q gmt utc bc ad "
    "nine_eleven being moment second term present_word"
)
_ANCHOR: Final = re.compile(
    "[{}{}]".format(
        "".join(
            _KNOWN.get(word) or VOCABULARY.klass(word)
            for word in (*TRIGGER_WORDS, *HOLIDAY_OPENERS)
            if word.isalpha()
        ),
        "".join(VOCABULARY.klass(kind) for kind in _ANCHOR_KINDS.split()),
    )
)
