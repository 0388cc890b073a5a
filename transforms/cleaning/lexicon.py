"""Word lists of the repairs, datelines and timestamps. Each list stands in a file under `data/`."""

from functools import cache
from importlib import resources


def read_lines(name: str) -> list[str]:
    """The lines of a data file, without blank ones and comments ("#")."""
    text = resources.files("transforms.cleaning").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def common_words() -> frozenset[str]:
    """Common English words, lower case (counted by `training/cleaning/common_words.py`)."""
    return frozenset(read_lines("common_words.txt"))


def is_word(text: str) -> bool:
    """Whether a string is a common English word, in any case.

    >>> is_word("When"), is_word("aybe")
    (True, False)
    """
    return text.lower() in common_words()
