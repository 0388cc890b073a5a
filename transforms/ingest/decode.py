"""Bytes to text: byte order marks, strict UTF-8, then the likeliest older encoding."""

import codecs
import re
import unicodedata
from dataclasses import dataclass

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; those of UTF-32 first, because they begin like those of UTF-16."""

SAMPLE_BYTES = 65_536
MAX_CONTROL_SHARE = 0.02
MIN_UTF16_ZEROS = 0.3
MAX_WESTERN_SHARE = 0.35

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_WESTERN_SIGNS = frozenset("‘’‚“”„‹›«»–—…•·©®™°§¶€£¥¢½¼¾¹²³±×÷¡¿ªº´¨¸ˆ˜†‡‰ \xad")
_SIGN_IN_WORD = re.compile(r"[^\W\d_][²³¹ªº¼½¾¿¡£¥§¶±×÷¨´¸][^\W\d_]")
"""What Central European letters look like in Windows-1252: "p³yn¹æ" for "płynąć"."""

_CANDIDATES = [
    "cp1252", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "mac_roman",
    "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr",
]  # fmt: skip


class BinaryContentError(Exception):
    """The bytes are no text in any encoding that we know."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was read with."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """Decode a whole record or file. Line ends and every other character are kept as they are.

    Raises:
        BinaryContentError: no text.

    >>> decode("Zürich – “Tag”".encode("cp1252"))
    Decoded(text='Zürich – “Tag”', encoding='cp1252')
    """
    encoding = encoding_of(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BinaryContentError(f"not valid {encoding}: {error.reason} at byte {error.start}") from error
    if _looks_binary(text):
        raise BinaryContentError("control characters of a binary file")
    return Decoded(text, "utf-8" if encoding == "utf-8-sig" else encoding)


def encoding_of(data: bytes) -> str:
    r"""The encoding of some bytes, as a Python codec name.

    Raises:
        BinaryContentError: no text.

    >>> encoding_of(b"plain"), encoding_of(b"\xff\xfea\0"), encoding_of(b"a\0b\0")
    ('utf-8', 'utf-16', 'utf-16-le')
    """
    marked = next((name for mark, name in BOMS if data.startswith(mark)), None)
    if marked is not None:
        return marked
    if b"\0" in data:
        return _unmarked_utf16(data)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _older_encoding(data)
    return "utf-8"


def _unmarked_utf16(data: bytes) -> str:
    """Zero bytes belong in text only as every other byte of UTF-16 in a Western language."""
    even, odd = data[0:SAMPLE_BYTES:2], data[1:SAMPLE_BYTES:2]
    shares = even.count(0) / max(len(even), 1), odd.count(0) / max(len(odd), 1)
    if shares[0] == 0 and shares[1] > MIN_UTF16_ZEROS:
        return "utf-16-le"
    if shares[1] == 0 and shares[0] > MIN_UTF16_ZEROS:
        return "utf-16-be"
    raise BinaryContentError("zero bytes")


def _older_encoding(data: bytes) -> str:
    """Windows-1252 if that gives Western letters and typographic signs only, else a guess by frequencies."""
    try:
        if _looks_western(data.decode("cp1252")):
            return "cp1252"
    except UnicodeDecodeError:
        pass
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE_BYTES], cp_isolation=_CANDIDATES).best()
    if best is None:
        raise BinaryContentError("no known text encoding")
    return str(best.encoding)


def _looks_western(text: str) -> bool:
    foreign = [char for char in text if ord(char) > 0x7F]  # noqa: PLR2004 - the end of ASCII
    fits = all(char in _WESTERN_SIGNS or unicodedata.category(char) in {"Lu", "Ll"} for char in foreign)
    return fits and len(foreign) <= MAX_WESTERN_SHARE * len(text) and not _SIGN_IN_WORD.search(text)


def _looks_binary(text: str) -> bool:
    sample = text[:SAMPLE_BYTES]
    return len(_CONTROL.findall(sample)) > MAX_CONTROL_SHARE * len(sample)
