import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.ingest.decode import BinaryContentError, decode

SENTENCES = {
    "cp1252": "The café’s owner – a “regular” – paid £20 in Zürich.",
    "cp1250": "Wysłannik powiedział, że rząd nie będzie płacił za most, który miał być gotowy w grudniu.",
    "cp1251": "Совет города сообщил в понедельник, что мост через реку будет закрыт до весны.",
    "shift_jis": "市議会は月曜日、橋を春まで閉鎖すると発表した。住民は反対している。",
}


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf8_is_read_as_it_is(text: str) -> None:
    decoded = decode(text.encode())
    assert decoded.text == text.removeprefix("\ufeff")
    assert decoded.encoding == "utf-8"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_dropped(encoding: str) -> None:
    assert decode("Žluťoučký kůň".encode(encoding)).text == "Žluťoučký kůň"


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE])
def test_half_a_character_after_a_mark_is_binary(mark: bytes) -> None:
    with pytest.raises(BinaryContentError):
        decode(mark + b"abc")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_recognised(encoding: str) -> None:
    assert decode("Plain words, no mark.".encode(encoding)).text == "Plain words, no mark."


@pytest.mark.parametrize("encoding", sorted(SENTENCES))
def test_older_encodings_are_recognised_from_a_sentence(encoding: str) -> None:
    text = (SENTENCES[encoding] + "\n") * 5
    assert decode(text.encode(encoding)).text == text


def test_line_ends_stay() -> None:
    assert decode(b"one\r\ntwo\rthree\n").text == "one\r\ntwo\rthree\n"


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\x7fELF\x02\x01\x01\0", bytes(range(1, 9)) * 20]
)
def test_binary_content_is_refused(data: bytes) -> None:
    with pytest.raises(BinaryContentError):
        decode(data)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with suppress(BinaryContentError):
        assert isinstance(decode(data).text, str)
