"""Datelines: the place, agency and date before the first sentence of a story."""

import re
from collections.abc import Iterator
from functools import cache

from transforms.cleaning.authors import agency_of
from transforms.cleaning.document import Document, Line, Span
from transforms.cleaning.gazetteer import cities, countries, country_of, fold, regions
from transforms.cleaning.lexicon import read_lines
from transforms.cleaning.stamps import DAY_MONTH, FULL_DATE, parse_stamp
from transforms.codes import EditKind

_UPPER = "A-ZÀ-ÖØ-Þ"
_WORD = rf"[{_UPPER}][\w.'’]*(?:-[\w.'’]+)*"
_BARE_AGENCY = "(?:CNN|AP|AFP|Reuters|NPR)"
_PLACE = (
    rf"{_WORD}(?:[ /]{{1,2}}(?!{_BARE_AGENCY}\b)"
    rf"(?:(?:de|di|da|do|del|al|la|el|the|of|sur|upon) ){{0,2}}{_WORD}){{0,3}}"
)
_DASH = r"(?: ?(?:-{1,3}|[–—―]-?)(?=[ \u00a0]|$|[\"“‘(]|[^\W\d_a-z]))"
# "LONDON (Reuters) —", "Munich –", "CAIRO- 24 July 2022:", "WASHINGTON, March 3 (AP) -", "AUBURN, Wash. —",
# "STANFORD, Calif.--(BUSINESS WIRE)--", "New York (CNN Business) In …", "PROVIDENCE, R.I. [A University] —",
# "New York CNN —"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE})(?:, ?(?P<region>{_WORD}(?: {_WORD}){{0,2}}))??"
    rf"(?P<date>(?:[,.|]|,? ?\(|{_DASH})? ?(?:{FULL_DATE}|{DAY_MONTH})\)?[.,]?)?"
    rf"(?P<agency>{_DASH}? ?(?:\((?P<a1>[^()\n]{{2,40}})\)|/(?P<a2>[A-Z][A-Za-z .]{{1,30}})/\.?|"
    rf"\[(?P<a3>[^\[\]\n]{{2,40}})\]| (?P<a4>{_BARE_AGENCY})(?= ?[—–-])))?"
    rf"(?P<end> ?{_DASH}| ?:(?= |$)| \|(?= ))?(?=\s|$|[\"“‘(]|[^\W\d_a-z])"
)
# "(CNN) --", "(Kyiv) –", "(RNS) America …"
_BRACKET = re.compile(rf"\((?P<what>[^()\n]{{2,40}})\)(?P<end>{_DASH})?(?=\s)")
_SENTENCE = re.compile(r"\s*[\"“‘'(\[]?[^\W_a-z]")
_SITE = re.compile(r"[A-Z][\w.]*\.(?:com|org|net)|[A-Z]{2,5}[0-9]?(?: [A-Z][A-Za-z]{1,9}){0,2}")
_WIRE = re.compile(r"(?!USA?\b|UK\b|EU\b|UN\b)[A-Z]{3,5}")
_MARK = re.compile(r"[(—–:|/\[―-]")
_SHORTEST = 3
_PEEK = 120
"""Characters of a line in which a dateline must end."""
_BEHIND_BODY = 8
"""Datelines are looked for down to this many lines behind the first body-like one."""
_WORDS_AFTER = 5


def dateline(document: Document) -> Iterator[Span]:
    """The article's dateline: the first in its head, at the start of a line, with a sentence behind it."""
    for line in document.lines[: document.first_body + _BEHIND_BODY + 1]:
        if line.text[0] == "(":
            found = _bracketed(document, line)
        elif line.text[0].isupper() and _MARK.search(line.text, 0, _PEEK):
            found = _placed(document, line)
        else:
            continue
        if found:
            yield found
            return


def _bracketed(document: Document, line: Line) -> Span | None:
    match = _BRACKET.match(line.text)
    if match is None or not _opens_sentence(document, line, match.end()):
        return None
    what, dash = match["what"], match["end"]
    if agency_of(what) or _WIRE.fullmatch(what) or (dash and _SITE.fullmatch(what)):
        return _span(line, match.end(), "dateline.agency", 0.98, (("agency", what),))
    if dash and _known(what):
        return _span(line, match.end(), "dateline.bracketed_place", 0.97, _place_data(what, None))
    return None


def _placed(document: Document, line: Line) -> Span | None:
    match = _DATELINE.match(line.text[:_PEEK])
    if match is None or not _opens_sentence(document, line, match.end()):
        return None
    place, region = match["place"].rstrip(" ,"), match["region"]
    agency = match["a1"] or match["a2"] or match["a3"] or match["a4"]
    confidence = _confidence(document, match, line)
    if not confidence:
        return None
    data = _place_data(place, region)
    if agency:
        data += (("agency", agency),)
    stamp = parse_stamp(match["date"]) if match["date"] else None
    if stamp:
        data += (("published", stamp.day.isoformat()),)
    return _span(line, match.end(), "dateline.place", confidence, data)


def _confidence(document: Document, match: re.Match[str], line: Line) -> float:
    """How sure a match is a dateline, by its parts; 0.0 if it is none."""
    place, region, end = match["place"], match["region"], (match["end"] or "").strip()
    agency = match["a1"] or match["a2"] or match["a3"] or match["a4"]
    capitals = place.isupper() and len(place) >= _SHORTEST
    listed = fold(place) in _not_places()
    known = _known(place)
    if listed or (region and not (_known(region) or fold(region) in regions())):
        return 0.0
    if agency and (agency_of(agency) or (_SITE.fullmatch(agency) and (known or end != ":"))):
        return 0.99 if known or capitals or end else 0.0
    if not end:
        return 0.97 if match["a2"] and capitals else 0.0
    if end == ":":
        return _colon_confidence(document, match, line, known=known)
    if match["date"] or region or agency:
        sure = capitals or known or bool(region)
    else:
        sure = known or (capitals and len(place) > _SHORTEST)
    return (0.97 if capitals else 0.95) if sure else 0.0


def _colon_confidence(document: Document, match: re.Match[str], line: Line, *, known: bool) -> float:
    """A place with a colon: only a city, and only where no other line opens so (speakers, sections)."""
    place = match["place"]
    if match["date"]:
        return 0.97 if known or place.isupper() else 0.0
    if fold(place) not in cities():
        return 0.0
    others = sum(1 for other in document.lines if other is not line and _opens_with_colon(other.text))
    return 0.0 if others else 0.97 if place.isupper() else 0.9


def _opens_with_colon(text: str) -> bool:
    return re.match(rf"{_PLACE}: ", text) is not None


def _opens_sentence(document: Document, line: Line, at: int) -> bool:
    """Whether a sentence follows: in the same line, or, where the line ends there, in the next."""
    rest = line.text[at:]
    if not rest.strip():
        following = document.neighbour(line, 1)
        return following is not None and following.body_like
    return _SENTENCE.match(rest) is not None and rest.count(" ") >= _WORDS_AFTER - 1


def _span(line: Line, length: int, rule: str, confidence: float, data: tuple[tuple[str, str], ...]) -> Span:
    return Span(EditKind.DATELINE, line.start, line.start + length, rule, confidence, data=data)


def _known(place: str) -> bool:
    key = fold(place.partition("/")[0])
    return key in cities() or key in countries() or key in regions()


@cache
def _not_places() -> frozenset[str]:
    return frozenset(fold(line) for line in read_lines("not_datelines.txt"))


def _place_data(place: str, region: str | None) -> tuple[tuple[str, str], ...]:
    """The place with capitals put right ("NEW YORK" is "New York"), and its country where it is known."""
    name = place.strip()
    if name.isupper():
        name = re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name)
        name = re.sub(r"(?<=['’])S\b", "s", name)
    if re.fullmatch(r"(?:[A-Za-z]\.){2,}", name):
        name = name.upper()
    code = country_of(name, region)
    return (("place", name), ("country", code)) if code else (("place", name),)
