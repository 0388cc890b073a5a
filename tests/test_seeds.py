"""The sample articles show what the pipeline does: they are the first thing that a new user runs."""

from collections import Counter
from pathlib import Path

import pytest

from transforms.cleaning.article import clean_raw
from transforms.codes import EditKind
from transforms.ingest.discover import discover
from transforms.ingest.read import read_file
from transforms.ingest.record import ReadOptions
from transforms.records import CleanArticle, RawArticle

SEEDS = Path(__file__).resolve().parent.parent / "seeds"


@pytest.fixture(scope="module")
def cleaned() -> dict[str, CleanArticle]:
    """Sample → its clean article; records of a JSONL file are numbered."""
    found = {}
    for file in discover([str(SEEDS)]):
        for item in read_file(file, ReadOptions()):
            assert isinstance(item, RawArticle)
            number = f"#{item.source_record}" if item.source_format == "jsonl" else ""
            found[item.source_file + number] = clean_raw(item)
    return found


def test_there_are_a_dozen_samples(cleaned: dict[str, CleanArticle]) -> None:
    assert len(cleaned) >= 12


@pytest.mark.parametrize("kind", list(EditKind))
def test_every_kind_of_edit_is_shown(cleaned: dict[str, CleanArticle], kind: EditKind) -> None:
    shown = Counter(edit.kind for article in cleaned.values() for edit in article.edits)
    assert shown[kind] > 0


@pytest.mark.parametrize("name", ["local/clean_library.txt", "agency/clean_satellite.txt"])
def test_clean_samples_are_left_alone(cleaned: dict[str, CleanArticle], name: str) -> None:
    assert [edit for edit in cleaned[name].edits if edit.kind is not EditKind.WHITESPACE] == []


GONE = {
    "translated/rhine_bridge.txt": ["Shoulder to shoulder", "©", "Cologne –", "(kl)"],
    "translated/seed_vault.txt": ["date 2024", "THe door", "Cold welcome", "Image: AFP"],
    "agency/fuel_protest.txt": ["LAGOS", "Reporting by", "Our Standards"],
    "agency/lake_ice.txt": ["MARTA", "DULUTH", "AP Photo", "A snowplow", "___", "@marta", "All rights"],
    "local/market_hall.txt": ["Share on", "Updated", "READ MORE", "ADVERT", "Sign up", "Related", "canal"],
    "local/opera_season.txt": ["Ã", "â€", "\u00ad", "\u200b", "&amp;"],
    "local/river_cleanup.txt": ["<p>", "[caption", "shopping trolley", "<a href", "Sunday.The", "Water.She"],
    "local/vineyards_latin1.txt": ["Photograph:"],
    "harbour_and_wire.jsonl#0": ["By Ines", "Published 3 June", "example.com"],
    "harbour_and_wire.jsonl#1": ["CAIRO", "Advertisement", "comment policy"],
    "harbour_and_wire.jsonl#2": ["W hen"],
    "harbour_and_wire.jsonl#3": ["WATCH", "©", "light”\n\n"],
}

KEPT = {
    "translated/rhine_bridge.txt": ["Detour via Düsseldorf", "timetable by 15 June", "Clara Hoffmann once"],
    "translated/seed_vault.txt": ["The door", "Peru relies on old potatoes"],
    "local/market_hall.txt": ["Leeds market hall to open again", "free bag of apples."],
    "local/opera_season.txt": ["Zürich’s opera house", "conductor", "Winterthur", "Prices & dates"],
    "local/river_cleanup.txt": ["Sunday. The oldest", "Clear Water. She"],
    "local/vineyards_latin1.txt": ["María Ibáñez"],
    "harbour_and_wire.jsonl#2": ["When the whistle"],
    "harbour_and_wire.jsonl#3": ["“We will have light,” Zelensky said."],
}


@pytest.mark.parametrize("name", GONE)
def test_what_is_no_part_of_the_article_goes(cleaned: dict[str, CleanArticle], name: str) -> None:
    assert [words for words in GONE[name] if words in cleaned[name].text] == []


@pytest.mark.parametrize("name", KEPT)
def test_what_belongs_to_the_article_stays(cleaned: dict[str, CleanArticle], name: str) -> None:
    assert [words for words in KEPT[name] if words not in cleaned[name].text] == []


def test_what_was_removed_becomes_data(cleaned: dict[str, CleanArticle]) -> None:
    ice = cleaned["agency/lake_ice.txt"].metadata
    assert (ice.authors, ice.agencies, ice.dateline_place) == (("Marta Jensen",), ("AP",), "Duluth")
    assert "Jim Olsen" in ice.image_credits
    bridge = cleaned["translated/rhine_bridge.txt"].metadata
    assert (bridge.initials, bridge.dateline_place, bridge.dateline_country) == (("kl",), "Cologne", "DE")
    vault = cleaned["translated/seed_vault.txt"].metadata
    assert vault.published
    assert vault.published.day.isoformat() == "2024-02-28"
