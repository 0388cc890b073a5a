# ruff: noqa: SIM905 - word lists read better as text
"""Reading numbers, spelled or in digits."""

from typing import Final

from transforms.dates.lexicon import CARDINALS, FRACTIONS, ORDINALS, TENS

_VAGUE: Final = frozenset(
    "few several couple many dozens hundreds thousands millions tens billions number some".split()
)
_SKIPPED: Final = frozenset({"a", "an", "another", "mere", "the", "-", "and", "of", "full", "‑", "‐"})
_MAX_DIGITS: Final = 9
_SCALES: Final = frozenset({"thousand", "million", "billion"})


def read_number(words: list[str]) -> float | None:
    """The value of a spelled number; None where it is vague ("a few") or too large to mean a time.

    >>> read_number(["twenty", "-", "five"]), read_number("two and a half".split()), read_number(["a", "few"])
    (25, 2.5, None)
    """
    if "/" in words:
        return _with_fraction(words)
    words = _last_of_range(words)
    if not words or not _VAGUE.isdisjoint(words):
        return 2 if "couple" in words else None
    number = _sum_up(words)
    if number is None:
        return None
    return int(number) if number == int(number) else number


def _sum_up(words: list[str]) -> float | None:
    total, current, seen = 0.0, 0.0, False
    for index, word in enumerate(words):
        if word in _SKIPPED:
            continue
        value = _value(word)
        if value is None:
            return None
        if word in ("hundred", "dozen"):
            current = (current or 1) * value
        elif word in _SCALES:
            total, current = total + (current or 1) * value, 0
        elif word == "quarters":
            current += value * (_value(words[index - 1]) or 0) - (_value(words[index - 1]) or 0)
        elif word == "half" and not seen and "dozen" in words:
            current = value
        else:
            current += value
        seen = True
    if not seen:
        return 1 if words[0] in ("a", "an", "another") else None
    return total + current


def _with_fraction(words: list[str]) -> float | None:
    """The value of "2-1/2"."""
    *whole, top, _, bottom = words
    number = read_number([word for word in whole if word != "-"])
    if number is None or not (top.isdigit() and bottom.isdigit() and int(bottom)):
        return None
    return number + int(top) / int(bottom)


def _last_of_range(words: list[str]) -> list[str]:
    """Of "two to three", "two or three" the second number."""
    for index, word in enumerate(words):
        if word in ("to", "or", "–", "—") and 0 < index < len(words) - 1:
            return words[index + 1 :]
        if word in ("-", "and") and 0 < index < len(words) - 1 and _both_numbers(words, index):
            return words[index + 1 :]
    return words


def _both_numbers(words: list[str], index: int) -> bool:
    before, after = words[index - 1], words[index + 1]
    if before[0].isdigit() and after[0].isdigit():
        return True
    return before in CARDINALS and after in CARDINALS


def _value(word: str) -> float | None:
    if word[0].isdigit():
        digits = word.replace(",", "")
        return float(digits) if len(digits) <= _MAX_DIGITS else None
    if word in CARDINALS:
        return CARDINALS[word]
    if word in TENS:
        return TENS[word]
    special = {
        "single": 1,
        "hundred": 100,
        "thousand": 1_000,
        "million": 1_000_000,
        "billion": 1_000_000_000,
        "half": 0.5,
        "dozen": 12,
        "quarter": 0.25,
        "quarters": 0.25,
    }
    return FRACTIONS.get(word, special.get(word))


def read_ordinal(words: list[str]) -> int | None:
    """The value of an ordinal.

    >>> read_ordinal(["21st"]), read_ordinal(["twenty", "-", "first"]), read_ordinal(["last"])
    (21, 21, -1)
    """
    if not words:
        return None
    last = words[-1]
    if last in ("last", "final", "closing"):
        return -1
    if last[0].isdigit():
        return int(last[:-2]) if last[-1].isalpha() else int(last)
    value = ORDINALS.get(last, {"opening": 1, "initial": 1}.get(last))
    if value is not None and words[0] in TENS:
        return TENS[words[0]] + value
    return value
