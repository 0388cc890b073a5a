"""Repairs of letters: mojibake, HTML entities, soft hyphens, invisible characters."""

import html
import re
from collections.abc import Callable, Iterator
from functools import cache

from transforms.cleaning.document import Layer
from transforms.codes import EditKind
from transforms.records import Edit

_REFERENCE = re.compile(
    r"&(?:amp;)?(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}[0-9]{0,2});"
)  # "AT&amp;T"
# Characters without a look: zero-width space, byte order mark, bidi marks, control characters.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f]+")
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_LOOSE_JOINER = re.compile("[\u200c\u200d]+(?!\\S)(?<!\\S\\u200c)(?<!\\S\\u200d)")  # one that joins nothing
_SOFT_HYPHEN = re.compile("\u00ad+")
_HIGH_RUN = re.compile(r"[^\x00-\x7f][^\x00-\x7f]{1,63}")  # "donâ€™t": bytes of one letter read as several
_HIGH_CONTROL = re.compile(r"[\x80-\x9f](?![^\x00-\x7f])(?<![^\x00-\x7f][\x80-\x9f])")
# The closing quote's last byte has no letter in Windows-1252 and is often lost: "â€œYesâ€ he said".
_CUT_QUOTE = re.compile(r"â€(?=[\s.,;:!?)]|\Z)")
_CUT_DASH = re.compile(r"""(?<=\s)â€["”](?=\s)""")  # straightened quotes: "a dash â€" like this"
_SPACED_A = re.compile("(?<=[a-z])Ã (?=\\s)")
_LOST_APOSTROPHE = re.compile("(?<=[A-Za-z])\ufffd(?=(?:s|t|re|ve|ll|d|m)\\b)")  # "don\ufffdt"
_LOST_QUOTES = re.compile("(?<![^\\s(\\[])\ufffd(?=\\w)[^\ufffd\n]{1,300}?(?<=[\\w.,!?])\ufffd(?!\\w)")
_LOST_DASH = re.compile("(?<=\\w )\ufffd(?= \\w)")
_LOW_COMMA = re.compile('(?<=\\w)\u201a(?=[\\s”"’])')  # a low quote for a comma: "so it is‚ he said"
_MIXED_QUOTE = re.compile("‘(?=[^‘’“”\n]{1,200}”)(?<![^\n]‘)")  # "‘Polarize” is a funny word"
# Without one of these nothing of the above can be there: characters that stand for the first byte of a letter
# (in Latin-1, Windows-1252, Mac Roman, DOS, Cyrillic), control characters, and the marks repaired alone.
_SUSPECTS = frozenset(map(chr, (*range(0x80, 0xA0), *range(0xC2, 0xF5)))) | frozenset("‚√ΓвР\ufffd‘")
_UNSEEN = frozenset("\u200b\u2060\ufeff\u200c\u200d\u200e\u200f") | frozenset(
    map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(9), *range(0x0E, 0x1C), 0x7F))
)

_ANY = re.compile(f"[&\u00ad{re.escape(''.join(sorted(_SUSPECTS | _UNSEEN)))}]")

_Found = Iterator[tuple[int, int, str, EditKind, str]]


def encoding_edits(text: str) -> list[Edit]:
    """Edits that put wrongly decoded, escaped and invisible characters right, sorted, not overlapping."""
    found: list[tuple[int, int, str, EditKind, str]] = []
    present = set(_ANY.findall(text))
    if not present:
        return []
    if "&" in present:
        found += _references(text)
    if present & _SUSPECTS:
        found += _mojibake(text, present)
    if "\u00ad" in present:
        found += _plain(_SOFT_HYPHEN, text, "", EditKind.SOFT_HYPHEN, "soft_hyphen.removed")
    if present & _UNSEEN:
        for pattern in (_INVISIBLE, _LOOSE_JOINER, _CONTROL):
            found += _plain(pattern, text, "", EditKind.WHITESPACE, "whitespace.invisible")
    return _disjoint(found)


def _disjoint(found: list[tuple[int, int, str, EditKind, str]]) -> list[Edit]:
    edits: list[Edit] = []
    for start, end, replacement, kind, rule in sorted(found, key=lambda item: (item[0], -item[1])):
        if not edits or start >= edits[-1].end:
            edits.append(Edit(kind, start, end, rule, Layer.REPAIR.value, 0.99, replacement))
    return edits


def _plain(pattern: re.Pattern[str], text: str, replacement: str, kind: EditKind, rule: str) -> _Found:
    for match in pattern.finditer(text):
        yield match.start(), match.end(), replacement, kind, rule


def _references(text: str) -> _Found:
    for match in _REFERENCE.finditer(text):
        plain = html.unescape(html.unescape(match.group()))
        if (
            plain != match.group()
            and not plain.endswith(";")
            and (plain.isprintable() or plain in "\u00a0\u00ad")
        ):
            plain = " " if plain == "\u00a0" else "" if plain == "\u00ad" else plain
            yield match.start(), match.end(), plain, EditKind.ENTITY_REFERENCE, "entity_reference.html"


def _mojibake(text: str, present: set[str]) -> _Found:
    kind = EditKind.MOJIBAKE
    if "â€" in text:
        yield from _plain(_CUT_QUOTE, text, "”", kind, "mojibake.cut_quote")
        yield from _plain(_CUT_DASH, text, "—", kind, "mojibake.cut_dash")
    if "Ã " in text:
        yield from _plain(_SPACED_A, text, "à", kind, "mojibake.spaced_a")
    fix = _fixer()
    for match in (*_HIGH_RUN.finditer(text), *_HIGH_CONTROL.finditer(text)):
        fixed = fix(match.group())
        if fixed != match.group():
            yield match.start(), match.end(), fixed, kind, "mojibake.encoding"
    if "\ufffd" in present:
        yield from _replacement_characters(text)
    if "\u201a" in present:
        yield from _plain(_LOW_COMMA, text, ",", kind, "mojibake.low_comma")
    if "‘" in present:
        yield from _plain(_MIXED_QUOTE, text, "“", kind, "mojibake.mixed_quote")


def _replacement_characters(text: str) -> _Found:
    kind = EditKind.MOJIBAKE
    yield from _plain(_LOST_APOSTROPHE, text, "’", kind, "mojibake.lost_apostrophe")
    yield from _plain(_LOST_DASH, text, "—", kind, "mojibake.lost_dash")
    for match in _LOST_QUOTES.finditer(text):
        yield match.start(), match.start() + 1, "“", kind, "mojibake.lost_quote"
        yield match.end() - 1, match.end(), "”", kind, "mojibake.lost_quote"


@cache
def _fixer() -> Callable[[str], str]:
    """The repair by ftfy of one run of characters, where ftfy finds the run bad; until nothing changes."""
    import ftfy
    from ftfy.badness import is_bad

    def fix(run: str) -> str:
        return ftfy.fix_encoding(run) if is_bad(run) else run

    return fix
