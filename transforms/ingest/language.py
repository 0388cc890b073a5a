"""Which language a text is in: by its script, then by how many of its words are function words.

Function words make up 35 to 55 % of running text in the European languages below, and hardly any of them is
frequent in another one, so a page of news is told apart reliably; a headline alone is not, and then the
answer is `None`.
"""

import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

SAMPLE_CHARS = 6_000
SAMPLE_WORDS = 600
MIN_WORDS = 8
MIN_SHARE = 0.12
"""Below this share of function words, the language is one that we have no list for (or a table, or code)."""

FULL_SHARE = 0.3
"""From this share on, only the distance to the second-best language counts for the confidence."""

MIN_SCRIPT_SHARE = 0.3

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af\u1100-\u11ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
"""Scripts that mean one language in news; Japanese comes first, because it also uses Chinese characters."""

_BEYOND_EUROPE = re.compile("[\u0590-\u1fff\u3000-\ud7af]")


@dataclass(frozen=True, slots=True)
class Language:
    """ISO 639-1 code, None when undecided, and how sure that is (0 to 1)."""

    code: str | None
    confidence: float


UNDECIDED = Language(None, 0.0)


def detect_language(text: str) -> Language:
    """The language of a text.

    >>> detect_language("The council said on Monday that it would not raise the fee for the ferry.").code
    'en'
    >>> detect_language("Der Rat teilte mit, dass die Gebühr für die Fähre nicht steigen wird.").code
    'de'
    >>> detect_language("Rain 4:2 Kiel").code is None
    True
    """
    sample = text[:SAMPLE_CHARS]
    by_script = _by_script(sample)
    if by_script is not None:
        return by_script
    words = [match.group().lower().replace("’", "'") for match in _WORD.finditer(sample)][:SAMPLE_WORDS]
    if len(words) < MIN_WORDS:
        return UNDECIDED
    return _by_function_words(words)


def _by_script(sample: str) -> Language | None:
    if not _BEYOND_EUROPE.search(sample):
        return None
    letters = sum(map(str.isalpha, sample)) or 1
    for code, script in _SCRIPTS:
        share = len(script.findall(sample)) / letters
        if share >= (MIN_SCRIPT_SHARE if code != "ja" else MIN_SCRIPT_SHARE / 2):
            return Language(code, round(min(1.0, 0.5 + share / 2), 3))
    return None


def _by_function_words(words: list[str]) -> Language:
    """Every word counts for each language that has it, less for one that many have ("de", "a", "en")."""
    counts = Counter(words)
    scores: dict[str, float] = {}
    shares: Counter[str] = Counter()
    owners = _owners()
    for word, count in counts.items():
        for code in owners.get(word, ()):
            scores[code] = scores.get(code, 0.0) + count / len(owners[word])
            shares[code] += count
    if not scores:
        return UNDECIDED
    best, *others = sorted(scores, key=lambda code: (-scores[code], code))
    share = shares[best] / len(words)
    if share < MIN_SHARE:
        return UNDECIDED
    margin = 1 - (scores[others[0]] / scores[best] if others else 0.0)
    return Language(best, round(min(1.0, share / FULL_SHARE) * min(1.0, 0.25 + margin), 3))


@cache
def _owners() -> dict[str, tuple[str, ...]]:
    """Function word → the languages that have it."""
    path = files("transforms.ingest") / "data" / "stopwords.json"
    lists: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    owners: dict[str, tuple[str, ...]] = {}
    for code, words in sorted(lists.items()):
        for word in set(words.split()):
            owners[word] = (*owners.get(word, ()), code)
    return owners
