"""Places that open a dateline: cities, countries and the regions that outlets write behind a city."""

from functools import cache
from importlib import resources

from transforms.cleaning.lexicon import read_lines


def _table(name: str) -> list[list[str]]:
    path = resources.files("transforms").joinpath("entities", "data", name)
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return [line.split("\t") for line in lines[1:]]


def fold(name: str) -> str:
    """The key of a place: lower case, one apostrophe, no full stops.

    >>> fold("ST. LOUIS")
    'st louis'
    """
    return " ".join(name.lower().replace(".", "").replace("’", "'").split())


@cache
def cities() -> dict[str, str]:
    """Country codes by the key of the city; our additions are smaller towns of many datelines."""
    found = {fold(row[0]): row[1] for row in _table("cities.tsv")}
    for line in read_lines("dateline_places.tsv"):
        name, code = line.split("\t")
        found[fold(name)] = code
    return found


@cache
def countries() -> dict[str, str]:
    """Country codes by the key of the country."""
    return {fold(row[0]): row[1] for row in _table("countries.tsv")}


@cache
def regions() -> dict[str, str]:
    """Country codes by the key of a state, province or its abbreviation ("calif", "n h", "ontario")."""
    return {
        fold(name): code for name, code in (line.split("\t") for line in read_lines("dateline_regions.tsv"))
    }


def country_of(place: str, region: str | None) -> str | None:
    """The country of a dateline: of its region, else of its city; None if neither is known.

    >>> country_of("Paris", None), country_of("Paris", "Texas"), country_of("Springfield", "Ill.")
    ('FR', 'US', 'US')
    """
    if region:
        key = fold(region)
        code = regions().get(key) or countries().get(key)
        if code:
            return code
    key = fold(place.partition("/")[0])
    return cities().get(key) or countries().get(key) or regions().get(key)
