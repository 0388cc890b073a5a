"""Where the places and peoples of one document are, and what they are called."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from transforms.entities.names import normalise_name
from transforms.entities.places import METROPOLIS, Location, load_gazetteer, places_by_name, rows
from transforms.entities.spans import Phrases
from transforms.entities.vocabulary import DIRECTIONS, STATE_ABBREVIATIONS, word_set
from transforms.records import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from transforms.entities.aliases import Aliases


_FEDERATIONS = frozenset({"US", "CA", "AU", "IN", "BR", "MX", "DE", "GB"})
"""Countries whose states follow a city's name after a comma ("Paris, Texas")."""

_DIVISIONS = word_set("province state region prefecture oblast governorate canton")
"""Last words that leave a region what it is ("Shandong province")."""

_STRONG = 3
"""Weak cues that a cue of an ambiguous place outweighs."""


class Resolved(NamedTuple):
    """The full name of a mention and, for a place or people, where that is."""

    name: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One meaning of an ambiguous name: its country, and how much each word of the document speaks for it."""

    code: str
    name: str
    cues: Mapping[str, int]
    is_default: bool


@cache
def readings() -> dict[str, tuple[Reading, ...]]:
    """Return ambiguous name → its readings, from `ambiguous.tsv`; a cue behind "~" is a weak one."""
    table: dict[str, tuple[Reading, ...]] = {}
    for row in rows("ambiguous.tsv"):
        written = [cue.strip() for cue in row["cues"].split(";") if cue.strip()]
        cues = {cue.removeprefix("~"): 1 if cue[0] == "~" else _STRONG for cue in written}
        reading = Reading(row["iso2"], row["canonical"] or row["name"], cues, row["default"] == "yes")
        table[row["name"]] = (*table.get(row["name"], ()), reading)
    return table


@cache
def cue_phrases() -> Phrases[str]:
    """Return the cues that are no names ("governor", "foreign minister"), by their words."""
    cues = {cue for options in readings().values() for option in options for cue in option.cues}
    return Phrases({tuple(cue.split()): cue for cue in cues if cue.islower()})


def locate(
    label: str, name: str, context: Mapping[str, int], inside: str | None, aliases: Aliases
) -> Resolved:
    """Return the name to use and the place of a GPE, LOC or NORP.

    `context` counts the names and capitalised words of the document, `inside` the place named right after a
    comma ("Paris, Texas"). An ambiguous name without context keeps no place.

    >>> from transforms.entities.aliases import load_aliases
    >>> locate("GPE", "Georgia", {"Tbilisi": 1, "Georgia": 2}, None, load_aliases()).place.country_code
    'GE'
    >>> locate("GPE", "Georgia", {"Georgia": 2}, None, load_aliases()).place is None
    True
    >>> locate("GPE", "Paris", {"Paris": 1, "Texas": 1}, "Texas", load_aliases())
    Resolved(name='Paris', place=Place(country_code='US', latitude=None, longitude=None))
    """
    known = aliases.find(label, name) or aliases.find("LOC" if label == "GPE" else "GPE", name)
    name = known.name if known else name
    here = _find(label, name)
    whole = _container(here, inside, aliases, context)
    if name in readings():
        return _read(label, name, context, whole)
    if here is None:
        inner = whole or (_part_of(label, name) if label != "NORP" else None)
        return Resolved(name, Place(inner.place.country_code) if inner and inner.place else None)
    if whole and whole.place and whole.name != here.name and not _agree(here, whole):
        return Resolved(here.name, Place(whole.place.country_code))
    return Resolved(here.name, _likely(here, context) if here.rivals else here.place)


def _likely(city: Location, context: Mapping[str, int]) -> Place | None:
    """Return where a city with namesakes is: in the one of their countries that is spoken of most."""
    codes = country_counts(context)
    own = codes.get(city.place.country_code, 0) if city.place else 0
    counts = {code: codes.get(code, 0) for code in city.rivals}
    most = max(counts.values())
    if own >= most:
        return city.place if own or city.population >= METROPOLIS else None
    meant = [code for code, count in counts.items() if count == most]
    return Place(meant[0]) if len(meant) == 1 and not own else None


def country_counts(context: Mapping[str, int]) -> Mapping[str, int]:
    """Return how often the document names each country: itself, its people, its regions."""
    counts: Counter[str] = Counter()
    gazetteer = load_gazetteer()
    for name, count in context.items():
        for table in (gazetteer.countries, gazetteer.peoples, gazetteer.regions):
            if name in table and (place := table[name].place):
                counts[place.country_code] += count
                break
    return counts


def _container(
    here: Location | None, inside: str | None, aliases: Aliases, context: Mapping[str, int]
) -> Location | None:
    """Return the country or region named behind a city; a country has none ("Georgia, Armenia")."""
    if inside is None or (here is not None and here.kind == "country"):
        return None
    state = state_of(inside, aliases)
    if state is None and inside in readings():
        return _namesake(inside, here, context)
    whole = state or _find("GPE", inside)
    return whole if state or (whole and whole.place and whole.kind == "country") else None


def state_of(name: str, aliases: Aliases) -> Location | None:
    """Return the state of a federation that a name means, spelled out or not ("Ontario", "Fla.")."""
    known = aliases.find("GPE", name)
    if name in STATE_ABBREVIATIONS:
        return Location(known.name if known else name, "GPE", "region", Place("US"))
    whole = load_gazetteer().regions.get(known.name if known else name)
    return whole if whole and whole.place and whole.place.country_code in _FEDERATIONS else None


def _namesake(name: str, here: Location | None, context: Mapping[str, int]) -> Location | None:
    """Return the country or the state of that name that a city is in ("Athens, Georgia", "Tbilisi, Georgia").

    The country where the list has the city there, the state where it has the city in a third country and the
    document does not speak for the country ("Baku, Georgia and Armenia" is a list), else what the document speaks for.
    """
    options = readings()[name]
    country = load_gazetteer().countries.get(name)
    if country is None or country.place is None:
        return None
    home = here.place.country_code if here and here.place else ""
    if home == country.place.country_code:
        return country
    supported = _supported(options, context)
    state = next((option for option in options if option.code in _FEDERATIONS), None)
    if home:
        is_list = supported and supported[0].code == country.place.country_code
        code = state.code if state and not is_list else ""
    else:
        code = supported[0].code if supported else ""
    return Location(name, "GPE", "region", Place(code)) if code else None


def _part_of(label: str, name: str) -> Location | None:
    """Return the place that a name is a part of by its first word, or the region it is by its last one."""
    first, _, rest = name.partition(" ")
    if rest and first.lower() in DIRECTIONS and rest not in readings() and (whole := _find(label, rest)):
        return whole
    region, _, last = name.rpartition(" ")
    found = _find(label, region) if last.lower() in _DIVISIONS else None
    return found if found and found.kind == "region" else None


def _agree(here: Location, whole: Location) -> bool:
    return (
        here.place is not None
        and whole.place is not None
        and here.place.country_code == whole.place.country_code
    )


def _find(label: str, name: str) -> Location | None:
    by_name, key = places_by_name(), normalise_name(name)
    if label in {"GPE", "LOC"}:
        return by_name.get(("GPE", key)) or by_name.get(("LOC", key))
    return by_name.get((label, key))


def _read(label: str, name: str, context: Mapping[str, int], whole: Location | None) -> Resolved:
    """Return the reading of an ambiguous name that the document speaks for."""
    options = readings()[name]
    if whole and whole.place:
        chosen = [option for option in options if option.code == whole.place.country_code]
        if not chosen:
            return Resolved(name, Place(whole.place.country_code))
    else:
        chosen = _supported(options, context)
    if not chosen:
        return Resolved(name)
    reading = chosen[0]
    if not reading.code:
        return Resolved(reading.name)
    for here in (_find(label, reading.name), load_gazetteer().regions.get(reading.name)):
        if here and here.place and here.place.country_code == reading.code:
            return Resolved(reading.name, here.place)
    return Resolved(reading.name, Place(reading.code))


def _supported(options: tuple[Reading, ...], context: Mapping[str, int]) -> list[Reading]:
    """Return the one reading with the strongest cues, else the default, else nothing."""
    scores = [sum(weight * context.get(cue, 0) for cue, weight in option.cues.items()) for option in options]
    best = max(scores)
    if best and scores.count(best) == 1:
        return [options[scores.index(best)]]
    return [option for option in options if option.is_default]
