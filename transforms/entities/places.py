"""Countries, nationalities, cities and regions from the bundled open data."""

from __future__ import annotations

import csv
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from transforms.entities.names import normalise_name
from transforms.entities.spans import Phrases, split_words
from transforms.records import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parent / "data"

METROPOLIS = 300_000
"""Inhabitants of a city that is meant by its bare name, whatever else bears it."""


@dataclass(frozen=True, slots=True)
class Location:
    """A listed place: the name to use, its label, where it is.

    `kind` is country, nation (a nationality), group (another kind of people), city or region. `population`
    is 0 unless it is a city; `rivals` are the codes of other countries with a city of that name.
    """

    name: str
    label: str
    kind: str
    place: Place | None
    population: int = 0
    rivals: tuple[str, ...] = ()


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a bundled tab-separated table, comments left out."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(
            (line for line in file if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE
        )


def _place(row: dict[str, str]) -> Place | None:
    if not row["iso2"]:
        return None
    latitude, longitude = row.get("latitude"), row.get("longitude")
    if not latitude or not longitude:
        return Place(row["iso2"])
    return Place(row["iso2"], float(latitude), float(longitude))


@dataclass(frozen=True)
class Gazetteer:
    """The bundled places by spelling. `by_name` is keyed by normalised name and label."""

    countries: dict[str, Location]
    peoples: dict[str, Location]
    cities: dict[str, Location]
    regions: dict[str, Location]
    capitals: dict[str, str] = field(default_factory=dict)

    def tables(self) -> tuple[dict[str, Location], ...]:
        """All spellings, the most certain table first."""
        return self.countries, self.peoples, self.regions, self.cities

    def spelled(self, name: str) -> Location | None:
        """Return the place that is spelled exactly so.

        >>> load_gazetteer().spelled("US").name, load_gazetteer().spelled("us")
        ('United States', None)
        """
        return next((table[name] for table in self.tables() if name in table), None)


def plain_spelling(name: str) -> str:
    """Return a name without accents.

    >>> plain_spelling("Kandahār")
    'Kandahar'
    """
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


@cache
def load_gazetteer() -> Gazetteer:
    """Read the bundled places (once a process).

    >>> load_gazetteer().countries["Britain"].place.country_code
    'GB'
    """
    countries, capitals = {}, {}
    for row in rows("countries.tsv"):
        countries[row["name"]] = Location(row["canonical"], "GPE", "country", _place(row))
        capitals[row["iso2"]] = row["capital"].strip()
    peoples = {
        row["name"]: Location(row["canonical"], "NORP", row["kind"], _place(row))
        for row in rows("nationalities.tsv")
    }
    cities = {
        row["name"]: Location(
            row["name"], "GPE", "city", _place(row), int(row["population"]), tuple(row["rivals"].split())
        )
        for row in rows("cities.tsv")
    }
    large = {plain_spelling(name): city for name, city in cities.items() if city.population >= METROPOLIS}
    cities = large | cities
    regions = {
        row["name"]: Location(row["name"], row["label"], "region", _place(row)) for row in rows("regions.tsv")
    }
    return Gazetteer(countries, peoples, cities, regions, capitals)


@cache
def places_by_name() -> dict[tuple[str, str], Location]:
    """Return the places by label and normalised name; a country beats a region beats a city.

    >>> places_by_name()["GPE", normalise_name("COTE D'IVOIRE")].name
    'Ivory Coast'
    """
    found: dict[tuple[str, str], Location] = {}
    for table in load_gazetteer().tables():
        for name, location in table.items():
            found.setdefault((location.label, normalise_name(name)), location)
    return found


@cache
def nations() -> Phrases[Location]:
    """Return the phrase table of countries, nationalities and other peoples."""
    gazetteer = load_gazetteer()
    return Phrases(
        {split_words(n): where for t in (gazetteer.peoples, gazetteer.countries) for n, where in t.items()}
    )


@cache
def first_names() -> frozenset[str]:
    """Return common first names in lower case.

    >>> "debbie" in first_names(), "crooked" in first_names()
    (True, False)
    """
    return frozenset((DATA / "first_names.txt").read_text(encoding="utf-8").split())


class Sex(NamedTuple):
    """The sex of a first name: f or m, and whether it is that of a person everybody knows."""

    sex: str
    is_sure: bool


@cache
def sexes() -> dict[str, Sex]:
    """Return first names in lower case → their sex, where hardly anybody of the other sex bears them.

    >>> sexes()["hillary"].sex, sexes().get("kim")
    ('f', None)
    """
    return {row["name"]: Sex(row["sex"], row["sure"] == "yes") for row in rows("sexes.tsv")}


@cache
def doubtful_cities() -> frozenset[str]:
    """Return the cities whose name is also a personal name or word: the list alone never marks them."""
    return frozenset(row["name"] for row in rows("doubtful_cities.tsv"))
