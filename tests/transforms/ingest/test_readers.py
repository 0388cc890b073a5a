import gzip
import json
import os
from pathlib import Path

import pytest

from tests.transforms.ingest.conftest import Read
from transforms.codes import RejectReason
from transforms.records import RawArticle, Reject


def texts(records: list[RawArticle | Reject]) -> list[str]:
    return [record.raw_text for record in records if isinstance(record, RawArticle)]


def reasons(records: list[RawArticle | Reject]) -> list[tuple[int, RejectReason]]:
    return [(record.source_record, record.reason) for record in records if isinstance(record, Reject)]


def test_a_text_file_is_one_article_as_it_stands(read: Read) -> None:
    (article,) = read("a.txt", "One.\r\n\r\n  Two. \n")
    assert isinstance(article, RawArticle)
    assert article.raw_text == "One.\r\n\r\n  Two. \n"
    assert (article.source_file, article.source_record, article.source_bytes) == ("a.txt", 0, 16)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", RejectReason.EMPTY_FILE),
        (b" \n\t\n", RejectReason.EMPTY_FILE),
        ("\ufeff".encode(), RejectReason.NO_TEXT),
        (b"\x89PNG\r\n\x1a\n\0\0\0\r", RejectReason.BINARY_CONTENT),
        (b"x" * 101, RejectReason.TOO_LARGE),
        (b"x" * 60, RejectReason.TOO_LARGE),
    ],
)
def test_bad_text_files_have_a_reason(read: Read, data: bytes, reason: RejectReason) -> None:
    assert reasons(read("a.txt", data, record_bytes=100, text_chars=50)) == [(0, reason)]


def test_bad_lines_are_rejected_and_their_neighbours_are_read(read: Read) -> None:
    lines = [
        json.dumps({"text": "First."}),
        "{broken",
        "",
        "[1, 2]",
        '"only a string"',
        json.dumps({"title": "No text here"}),
        json.dumps({"text": "   "}),
        json.dumps({"text": 42}),
        "[" * 100_000,
        "x" * 200_001,
        "\x00\x01\x02\x03",
        json.dumps({"Body": "Last."}),
    ]
    records = read("feed.jsonl", "\n".join(lines), record_bytes=200_000)
    assert texts(records) == ["First.", "Last."]
    assert reasons(records) == [
        (1, RejectReason.BROKEN_JSON),
        (3, RejectReason.NOT_A_RECORD),
        (4, RejectReason.NOT_A_RECORD),
        (5, RejectReason.NO_TEXT),
        (6, RejectReason.NO_TEXT),
        (7, RejectReason.NO_TEXT),
        (8, RejectReason.BROKEN_JSON),
        (9, RejectReason.TOO_LARGE),
        (10, RejectReason.BINARY_CONTENT),
    ]


def test_a_line_far_beyond_the_limit_costs_its_neighbours_nothing(read: Read) -> None:
    data = b'{"text": "a"}\n' + b"x" * 5_000_000 + b'\n{"text": "b"}'
    records = read("feed.jsonl", data, record_bytes=1000)
    assert texts(records) == ["a", "b"]
    assert reasons(records) == [(1, RejectReason.TOO_LARGE)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_json_lines_are_read_in_any_encoding(read: Read, encoding: str) -> None:
    lines = "\n".join(json.dumps({"text": text}, ensure_ascii=False) for text in ("Ÿ ’ Ċ"[:3], "Zürich"))
    assert texts(read("feed.jsonl", lines.encode(encoding))) == ["Ÿ ’", "Zürich"]


def test_one_line_in_another_encoding_does_not_spoil_the_file(read: Read) -> None:
    data = '{"text": "Zürich"}\n'.encode() + '{"text": "Genève"}\n'.encode("cp1252")
    records = read("feed.jsonl", data)
    assert texts(records) == ["Zürich", "Genève"]
    assert [record.encoding for record in records if isinstance(record, RawArticle)] == ["utf-8", "cp1252"]


def test_metadata_is_read_under_its_usual_names(read: Read) -> None:
    record = {
        "content": "It rained.", "headline": "Rain\n again", "link": "https://gull.example/1",
        "publisher": "The Gull", "authors": ["Ann Lee", "By Bo Day", "Published on Monday", "Ann Lee"],
        "date": "2023-03-21", "unknown": {"deep": [1]}, "id": 17,
    }  # fmt: skip
    (article,) = read("feed.jsonl", json.dumps(record))
    assert isinstance(article, RawArticle)
    assert (article.title, article.url, article.outlet) == (
        "Rain again",
        "https://gull.example/1",
        "The Gull",
    )
    assert article.authors == ("Ann Lee", "Bo Day")
    assert article.published is not None


def test_half_a_surrogate_pair_does_not_reach_the_tables(read: Read) -> None:
    (article,) = read("feed.jsonl", r'{"text": "odd \ud83d end", "title": "\udc00"}')
    assert isinstance(article, RawArticle)
    assert article.raw_text.encode() == "odd \ufffd end".encode()


def test_ids_follow_the_records_own_id_or_else_its_place(read: Read) -> None:
    own = read("feed.jsonl", '{"id": "a", "text": "1"}\n{"id": "b", "text": "2"}')
    swapped = read("feed.jsonl", '{"id": "b", "text": "2 new"}\n{"id": "a", "text": "1"}')
    ids = [[r.article_id for r in records if isinstance(r, RawArticle)] for records in (own, swapped)]
    assert ids[0] == ids[1][::-1]
    (first,) = read("a.txt", "one")
    (second,) = read("a.txt", "two")
    assert isinstance(first, RawArticle)
    assert isinstance(second, RawArticle)
    assert first.article_id == second.article_id


@pytest.mark.parametrize("name", ["a.txt.gz", "feed.jsonl.gz"])
def test_compressed_files_are_read(read: Read, name: str) -> None:
    text = json.dumps({"text": "It rained."}) if "jsonl" in name else "It rained."
    assert texts(read(name, gzip.compress(text.encode()))) == ["It rained."]


def test_a_compressed_file_that_breaks_off_keeps_what_came_before(read: Read) -> None:
    lines = "\n".join(json.dumps({"text": f"{number} {os.urandom(3000).hex()}"}) for number in range(1000))
    records = read("feed.jsonl.gz", gzip.compress(lines.encode())[:-100_000])
    assert len(texts(records)) > 100
    assert [reason for _, reason in reasons(records)] == [RejectReason.UNREADABLE_FILE]


@pytest.mark.parametrize("name", ["a.txt.gz", "feed.jsonl.gz"])
def test_what_only_claims_to_be_compressed_is_unreadable(read: Read, name: str) -> None:
    assert reasons(read(name, b"plain text")) == [(0, RejectReason.UNREADABLE_FILE)]


def test_a_small_file_that_unpacks_to_a_huge_one_is_too_large(read: Read) -> None:
    bomb = gzip.compress(b"a" * 20_000_000)
    assert reasons(read("a.txt.gz", bomb, record_bytes=1_000_000)) == [(0, RejectReason.TOO_LARGE)]


def test_an_unknown_format_is_rejected(read: Read) -> None:
    assert reasons(read("a.pdf", b"%PDF")) == [(0, RejectReason.UNSUPPORTED_FORMAT)]


def test_a_file_that_vanished_or_is_forbidden_is_unreadable(tmp_path: Path) -> None:
    from transforms.ingest.discover import SourceFile
    from transforms.ingest.read import read_file
    from transforms.ingest.record import ReadOptions

    (reject,) = read_file(SourceFile(tmp_path / "gone.txt", "gone.txt", "txt"), ReadOptions())
    assert isinstance(reject, Reject)
    assert reject.reason is RejectReason.UNREADABLE_FILE
    assert "No such file" in reject.detail
