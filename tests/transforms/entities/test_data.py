"""The bundled lists hang together."""

import re
from pathlib import Path

import pytest

from transforms.entities.aliases import AliasError, load_aliases, read_aliases
from transforms.entities.geography import locate, readings
from transforms.entities.lists import listed_label
from transforms.entities.places import DATA, load_gazetteer, rows


def test_every_alias_of_a_place_leads_to_a_place_that_is_listed() -> None:
    lost = []
    for label, alias, _ in read_aliases(DATA / "aliases.csv"):
        if label == "GPE" and locate(label, alias, {}, None, load_aliases()).place is None:
            lost.append(alias)
    assert lost == []


def test_there_are_no_chains_of_aliases() -> None:
    aliases = load_aliases()
    for (label, _), known in aliases.table.items():
        found = aliases.find(label, known.name)
        assert found is not None
        assert found.name == known.name


def test_wikidata_ids_look_like_ids_and_belong_to_one_name() -> None:
    names: dict[str, set[str]] = {}
    for _, _, known in read_aliases(DATA / "aliases.csv"):
        if known.wikidata:
            assert re.fullmatch(r"Q[1-9]\d*", known.wikidata)
            names.setdefault(known.wikidata, set()).add(known.name)
    assert {item: found for item, found in names.items() if len(found) > 1} == {}


def test_countries_have_codes_of_two_letters_and_points_on_the_globe() -> None:
    for location in load_gazetteer().countries.values():
        assert location.place is not None
        assert re.fullmatch(r"[A-Z]{2}", location.place.country_code)
        if location.place.latitude is not None:
            assert -90 <= location.place.latitude <= 90
            assert -180 <= (location.place.longitude or 0) <= 180


def test_nationalities_use_the_codes_of_countries() -> None:
    codes = {
        location.place.country_code for location in load_gazetteer().countries.values() if location.place
    }
    for people in load_gazetteer().peoples.values():
        assert people.place is None or people.place.country_code in codes


def test_capitals_are_cities_with_coordinates() -> None:
    for name in ("Beijing", "Moscow", "Kyiv", "Washington", "Nairobi", "Brussels", "Canberra", "Ottawa"):
        place = load_gazetteer().cities[name].place
        assert place is not None
        assert place.latitude is not None


def test_an_ambiguous_name_has_one_default_at_most() -> None:
    for name, options in readings().items():
        assert sum(option.is_default for option in options) <= 1, name


def test_tables_have_no_row_twice() -> None:
    for table in ("countries.tsv", "cities.tsv", "regions.tsv", "nationalities.tsv", "institutions.tsv"):
        names = [row["name"] for row in rows(table)]
        assert sorted(names) == sorted(set(names)), table


def test_doubtful_cities_are_never_listed() -> None:
    assert [name for name in ("Nice", "Reading", "Victoria", "Sofia", "Mobile") if listed_label(name)] == []


def test_own_aliases_come_on_top_of_the_shipped_ones(tmp_path: Path) -> None:
    own = tmp_path / "aliases.csv"
    own.write_text("alias,name,label,wikidata\nGrey Fox,Marta Holub,PERSON,\nKiev,Kiew,GPE,\n", "utf-8")
    aliases = load_aliases(own)
    assert [k and k.name for k in (aliases.find("PERSON", "grey fox"), aliases.find("GPE", "Kiev"))] == [
        "Marta Holub",
        "Kiew",
    ]
    assert aliases.find("PERSON", "Wladimir Putin") == load_aliases().find("PERSON", "Wladimir Putin")


@pytest.mark.parametrize(
    "text",
    ["name,alias\n", "alias,name,label,wikidata\nX,,PERSON,\n", "alias,name,label,wikidata\nX,Y,HUMAN,\n"],
)
def test_a_broken_alias_file_is_one_clear_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "aliases.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(AliasError, match=r"aliases\.csv"):
        read_aliases(path)
