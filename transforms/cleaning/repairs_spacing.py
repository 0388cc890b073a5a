"""Repairs of spacing: drop capitals, glued sentences and words, blanks before punctuation."""

import re
from collections.abc import Iterator
from functools import cache, cached_property

from transforms.cleaning.document import Layer
from transforms.cleaning.lexicon import is_word, read_lines
from transforms.codes import EditKind
from transforms.records import Edit

# Every pattern begins with a literal or a small set, so that the search skips quickly over clean text.
_SPLIT_WORD = re.compile(r" ([B-HJ-Zb-hj-z]) ([a-z]{2,20})(?![\w’'&])")  # "; e xecutive director"
_SPLIT_FIRST = re.compile(r"(\n[“\"]?)([A-Z]) ([a-z]{1,20})(?![\w&]|[’'](?!s\b))")  # "A fter", "I t’s"
_DOUBLED = r"([A-Z])([A-Z])([a-z]{1,20})(?= ([\w(]))"  # "WLadimir", "THe"
_DOUBLE_CAPITALS = (re.compile(rf"\n{_DOUBLED}"), re.compile(rf"-[0-9][0-9] {_DOUBLED}"))
_DOUBLE_KEPT = frozenset(
    {"US", "EU", "UK", "UN", "TV", "JP", "PC", "DJ", "IT", "AI", "AP", "DC", "LA", "NY", "ID"}
)
_ALONE = frozenset("stdm")
"""Letters that stand alone where an apostrophe was lost ("it s"): never joined to a short piece."""
_LONG = 5
_WORD = re.compile(r"[^\W\d_]+")

# "in that instance.But whether", "said."He", "election,the", "bias.“Pinterest"
_GLUE = re.compile(r"""[.?!,;]["”’)]?(?=["“‘(]?[A-Za-z])""")
_GOES_ON = frozenset(
    {"it", "he", "she", "who", "which", "and", "but", "the", "they", "we", "as", "in", "with", "said"}
)
_GLUE_BEFORE = re.compile(r"(?:[a-z]{2}|[a-z0-9][)\]”’\"%]|[0-9]{2})$")
_GLUED_CLITICS = tuple(
    re.compile(rf"({mark}(?:s|d|ll|re|ve))([a-z]{{3,20}})(?![\w’'])") for mark in "’'"
)  # "Trump’sresponses"
_WORD_AFTER = re.compile(r"[\"“‘(]?([A-Za-z]+)([.’']?)")
_WORD_BEFORE = re.compile(r"([A-Za-z]+)[)\]”’\"%]?$")
_WEB = re.compile(r"://|www\.|@|/|\\|=|#|\.\w+\.\w")
# "Kazakhstan , but", "people .", "Angola 's", "understated, ”", "2017 )"; never the spaced ". . ."
_BLANK = re.compile(
    r"""[,;.:?!'’”)](?<=[ ].)(?:(?<=[,;])(?=[\s”"’]|$)
      | (?<=[.:?!])(?!(?<=\.)[ ]?\.)(?=[.?!]?(?:[\s”"’)]|$))
      | (?<=['’])(?=s[ ]) | (?<=”) | (?<=\))(?=\W|$))""",
    re.VERBOSE | re.MULTILINE,
)
_BLANK_BEFORE = re.compile(r"[\w)”\"'’%.,!?]$")
_OPEN_BLANK = re.compile(r"“( +)(?=\w)")  # "“ But"
_LOOSE_OPEN = re.compile(r'" (?=\w)(?<![^ (\n]" )')
_LOOSE_CLOSE = re.compile(r' "(?=[ .,;:\n]|\Z)(?<=[\w.,!?] ")')


def spacing_edits(text: str) -> list[Edit]:
    """Edits that join what a drop capital or a lost link split and split what was glued; sorted."""
    found = [*_split_words(text), *_double_capitals(text), *_glued(text), *_blanks(text)]
    found.sort(key=lambda edit: (edit.start, -edit.end))
    kept: list[Edit] = []
    for edit in found:
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def _repair(kind: EditKind, start: int, end: int, rule: str, replacement: str) -> Edit:
    return Edit(kind, start, end, rule, Layer.REPAIR.value, 0.97, replacement)


def _split_words(text: str) -> Iterator[Edit]:
    words: frozenset[str] = frozenset()
    for match in _SPLIT_WORD.finditer(text):
        letter, rest = match.groups()
        if is_word(rest) or (letter in _ALONE and len(rest) < _LONG):
            continue
        words = words or frozenset(_WORD.findall(text.lower()))
        if is_word(letter + rest) or (letter + rest).lower() in words:
            span = (match.start(1), match.end())
            yield _repair(EditKind.DROP_CAP, *span, "drop_cap.split", letter + rest)
    for match in _SPLIT_FIRST.finditer("\n" + text):
        _, letter, rest = match.groups()
        joined = letter + rest
        if (
            not is_word(joined)
            or (letter in "AI" and is_word(rest))
            or (letter == "O" and rest in ("n", "f"))
        ):
            continue
        span = (match.start(2) - 1, match.end() - 1)
        yield _repair(EditKind.DROP_CAP, *span, "drop_cap.first", joined)


def _double_capitals(text: str) -> Iterator[Edit]:
    headed = "\n" + text
    for match in (match for pattern in _DOUBLE_CAPITALS for match in pattern.finditer(headed)):
        first, second, rest, after = match.groups()
        name = after.isupper() and not is_word(rest) and not is_word(second + rest)
        if first + second not in _DOUBLE_KEPT and (name or is_word(first + second.lower() + rest)):
            span = (match.start(2) - 1, match.end(2) - 1)
            yield _repair(EditKind.DROP_CAP, *span, "drop_cap.double", second.lower())


def _glued(text: str) -> Iterator[Edit]:
    words = _Words(text)
    for match in _GLUE.finditer(text):
        if _is_glue(text, match, words):
            at = _split_point(text, match)
            yield _repair(EditKind.GLUED_SENTENCE, at - 1, at, "glued_sentence.stop", text[at - 1] + " ")
    for match in (match for pattern in _GLUED_CLITICS for match in pattern.finditer(text)):
        before = text[max(0, match.start() - 2) : match.start()]
        if before.isalpha() and before.islower() and is_word(match.group(2)):
            span = (match.end(1) - 1, match.end(1))
            yield _repair(EditKind.GLUED_SENTENCE, *span, "glued_sentence.clitic", text[span[0]] + " ")


def _split_point(text: str, match: re.Match[str]) -> int:
    """Where the blank belongs: behind the mark and its closing quote, before an opening straight quote."""
    opens = match.group().endswith('"') and not _inside_quote(text, match.end() - 1)
    return match.end() - opens


def _inside_quote(text: str, offset: int) -> bool:
    """Whether a straight quote at the offset closes one opened in the same paragraph."""
    start = max(text.rfind("\n", 0, offset) + 1, offset - 5_000)
    return text.count('"', start, offset) % 2 == 1


def _is_glue(text: str, match: re.Match[str], words: "_Words") -> bool:
    if text[match.end()].islower() and match.group()[0] not in ",;":
        return False
    if not _GLUE_BEFORE.search(text, max(0, match.start() - 2), match.start()):
        return False
    before = text[max(0, match.start() - 40) : match.start()].rsplit(None, 1)[-1:]
    token = (before[0] if before else "") + text[match.start() : match.end() + 40].split(None, 1)[0]
    after = _WORD_AFTER.match(text, match.end())
    if after is None or _WEB.search(token):
        return False
    word, mark = after.groups()
    previous = _WORD_BEFORE.search(text, max(0, match.start() - 30), match.start())
    if match.group()[0] in ",;":
        return _is_comma_glue(match.group(), previous.group(1) if previous else "", word)
    if (
        word[0].islower()
        or word.lower() in _not_glued("after")
        or (previous and previous.group(1).lower() in _not_glued("before"))
    ):
        return False
    sure = (previous is not None and previous.group(1).islower()) or words.stands_alone(word)
    opens = word in "AI" if len(word) == 1 else word[1:].islower() and (is_word(word) or sure)
    titled = word.lower() in _not_glued("before")  # "the report.Rep. Holm"
    return opens and (mark != "." or titled or (len(word) > 1 and is_word(word)))


class _Words:
    """The words of a text between white space, split when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _all(self) -> frozenset[str]:
        return frozenset(self._text.split())

    def stands_alone(self, word: str) -> bool:
        """Whether the text has the word elsewhere too: a name, no end of a web address."""
        return len(word) >= _LONG and word in self._all


def _is_comma_glue(mark: str, previous: str, word: str) -> bool:
    """Two words of prose, a name before a word that goes on ("Lee,who"), or a quote that opens a name."""
    goes_on = previous.istitle() and len(previous) >= _LONG and word in _GOES_ON
    return goes_on or (is_word(previous) and is_word(word)) or (len(mark) > 1 and word.istitle())


@cache
def _not_glued(side: str) -> frozenset[str]:
    rows = (line.split("\t") for line in read_lines("not_glued.tsv"))
    return frozenset(word for word, where in rows if where == side)


def _blanks(text: str) -> Iterator[Edit]:
    rule = "whitespace.before_punctuation"
    for match in _BLANK.finditer(text):
        start = end = match.start()
        while start and text[start - 1] == " ":
            start -= 1
        if _BLANK_BEFORE.search(text, max(0, start - 1), start):
            yield _repair(EditKind.WHITESPACE, start, end, rule, "")
    for match in _OPEN_BLANK.finditer(text):
        yield _repair(EditKind.WHITESPACE, *match.span(1), rule, "")
    for match in _LOOSE_OPEN.finditer(text):
        if not _inside_quote(text, match.start()):
            yield _repair(EditKind.WHITESPACE, match.start() + 1, match.end(), "whitespace.loose_quote", "")
    for match in _LOOSE_CLOSE.finditer(text):
        if _inside_quote(text, match.start() + 1):
            yield _repair(EditKind.WHITESPACE, match.start(), match.start() + 1, "whitespace.loose_quote", "")
