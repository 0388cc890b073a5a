"""A match and the text on its two sides, for the filters to look at."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

REACH: Final = 26  # characters kept on each side


@dataclass(frozen=True, slots=True)
class Around:
    """A match (`text`) with what stands `before` and `after` it."""

    before: str
    text: str
    after: str

    def follows(self, pattern: re.Pattern[str]) -> bool:
        """Whether `pattern` (which ends in `$`) ends the text before the match."""
        return pattern.search(self.before) is not None

    def precedes(self, pattern: re.Pattern[str]) -> bool:
        """Whether `pattern` opens the text after the match."""
        return pattern.match(self.after) is not None


Check = Callable[[Around], bool]


def words(pattern: str, *, ignore_case: bool = True) -> re.Pattern[str]:
    """A readable pattern: plain spaces and line breaks in it mean nothing, `[ ]` is a space."""
    return re.compile(pattern, re.VERBOSE | (re.IGNORECASE if ignore_case else re.NOFLAG))
