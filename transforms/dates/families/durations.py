"""Lengths of time ("two and a half years", "a 12-hour", "decades") and repetitions ("every Tuesday", "daily")."""

from typing import Final

from transforms.codes import TimexType
from transforms.dates.families.relative import quantity_mod
from transforms.dates.families.units import named_moment, part_of_day, unit_of
from transforms.dates.grammar import Hit, Rule, rule
from transforms.dates.lexicon import FREQUENCIES, WEEKDAYS
from transforms.dates.numbers import read_number
from transforms.dates.timex3 import duration
from transforms.dates.values import Spec


def _duration(hit: Hit) -> Spec | None:
    amount = read_number(hit.words("n"))
    if hit.has("extra") and amount is not None:
        amount += 0.5
    return Spec("literal", TimexType.DURATION, value=duration(amount, unit_of(hit.word("u"))), mod=quantity_mod(hit.words("q")))


def _vague_units(hit: Hit) -> Spec | None:
    return Spec("literal", TimexType.DURATION, value=duration(None, unit_of(hit.word("u"))))


def _last_units(hit: Hit) -> Spec | None:
    amount = read_number(hit.words("n")) if hit.has("n") else None
    return Spec("literal", TimexType.DURATION, value=duration(amount, unit_of(hit.word("u"))), mod=quantity_mod(hit.words("q")))


def _recent_units(hit: Hit) -> Spec | None:
    future = hit.word("r") in ("coming", "upcoming")
    return Spec("literal", value="FUTURE_REF" if future else "PAST_REF")


def _long(hit: Hit) -> Spec | None:
    word = hit.word("u")
    amount = None if word.endswith("s") else 1
    return Spec("literal", TimexType.DURATION, value=duration(amount, unit_of(word)))


def _every_unit(hit: Hit) -> Spec | None:
    amount = read_number(hit.words("n")) if hit.has("n") else 1
    if hit.has("other"):
        amount = 2
    return Spec("literal", TimexType.SET, value=duration(amount, unit_of(hit.word("u"))))


def _every_name(hit: Hit) -> Spec | None:
    word = hit.word("n").removesuffix("s")
    return _set_of(word)


def _set_of(word: str) -> Spec | None:
    if word == "weekend":
        value = "XXXX-WXX-WE"
    elif word in WEEKDAYS:
        value = f"XXXX-WXX-{WEEKDAYS[word]}"
    elif code := part_of_day(word):
        value = f"XXXX-XX-XXT{code}"
    else:
        moment = named_moment(word)
        if moment is None:
            return None
        value = f"XXXX-{moment.index:02d}" if moment.unit == "month" else f"XXXX-{('SP', 'SU', 'FA', 'WI')[moment.index or 0]}"
    return Spec("literal", TimexType.SET, value=value)


def _frequency(hit: Hit) -> Spec | None:
    return Spec("literal", TimexType.SET, value=FREQUENCIES[hit.word("n")])


def _times_per(hit: Hit) -> Spec | None:
    return Spec("literal", TimexType.SET, value=duration(1, unit_of(hit.word("u"))))


def _a_unit(hit: Hit) -> Spec | None:
    amount = 0.5 if hit.has("half") else 1.5 if hit.has("plus") else 1
    return Spec("literal", TimexType.DURATION, value=duration(amount, unit_of(hit.word("u"))))


def _more_than_unit(hit: Hit) -> Spec | None:
    amount = 1.5 if hit.has("plus") else 1
    mod = quantity_mod(hit.words("q"))
    return Spec("literal", TimexType.DURATION, value=duration(amount, unit_of(hit.word("u"))), mod=mod)


RULES: Final[list[Rule]] = [
    rule("duration.attributive", "(?:{APPROX})? n=(?:{RANGE}|{NUM}|several|few|half|single) hyphen u={ANYUNIT} (?:hyphen long|long)?",
         _duration, "one_unit units", 0.95),
    rule("duration.count", "(?:{APPROX})? {COUNT} {ADJ}? {ADJ}? u=(?:units|quarters) (?:extra=(?:and art half))?", _duration, "units", 0.9),
    rule("duration.count_adjective", "(?:{APPROX})? n=(?:{NUM}) (?!one_unit)other_word u=(?:units) (?!ago|earlier|later|before|after|old)",
         _duration, "units", 0.7),
    rule("duration.one", "(?:{APPROX})? n=(?:{NUM}|half art) {ADJ}? u=one_unit (?:extra=(?:and art half))?", _duration, "one_unit", 0.85),
    rule("duration.more_than_unit", "q=(?:over|under|more than|fewer than|nearly|about|at least|just over|just under|well over|up to|endword to) art (?:full)? u=one_unit",
         _more_than_unit, "one_unit", 0.9),
    rule("duration.a_unit", "(?:art|another) (?:full)? (?:half=half)? u=(?:yearword|unit|day|quarter|centuryword|weekend)"
         "(?:plus=(?:and art half))?", _a_unit, "yearword unit day quarter centuryword", 0.8),
    rule("duration.half_unit", "half (?:hyphen)? (?:art|the)? hyphen? u=(?:yearword|unit|day|centuryword)", lambda hit: Spec(
        "literal", TimexType.DURATION, value=duration(0.5, unit_of(hit.word("u")))), "yearword unit day centuryword", 0.9),
    rule("duration.vague", "u=units", _vague_units, "units", 0.7),
    rule("duration.last_units", "(?:the|(?<!auxiliary)) (?:last|past|next|previous|coming|following|ordword|final|opening) {COUNT} {ADJ}? u={ANYUNIT}", _last_units, "last past next previous coming following ordword final opening", 0.9),
    rule("duration.number_last_units", "the {COUNT} (?:previous|following|coming|past|intervening) u=units", _last_units, "previous following coming past intervening", 0.9),
    rule("duration.last_plain_units", "the (?:last|past|next|previous|coming|following|intervening) u=units", _last_units, "last past next previous coming following intervening", 0.8),
    rule("duration.recent_units", "(?:the)? (?:more|most)? r=(?:recent|coming|past) u=units", _recent_units, "recent coming past", 0.8),
    rule("duration.long", "u=(?:{ANYUNIT}) hyphen long", _long, "long", 0.9),
    rule("duration.long_closed", "u=longword", lambda hit: Spec("literal", TimexType.DURATION, value=duration(
        None, unit_of(hit.word("u").removesuffix("long")))), "longword", 0.9),
    rule("set.every_unit", "(?:each|every) (?:and every)? (?:other=other|n=(?:{NUM}|few|ord))? (?:single|working|passing)? u={ANYUNIT}", _every_unit, "each every", 0.95),
    rule("set.every_name", "(?:each|every) (?:other)? n=(?:weekday|month|season|part|night)", _every_name, "each every", 0.95),
    rule("set.plural_names", "n=(?:weekdays|parts|weekends)", _every_name, "weekdays parts weekends", 0.8),
    rule("set.frequency", "n=frequency", _frequency, "frequency", 0.9),
    rule("set.times_per", "(?:once|twice|(?:{NUM}|several|many|few) times) (?:art|per|each|every) u=one_unit", _times_per, "once twice times", 0.95),
    rule("set.per_unit", "(?:per) u=(?:yearword|unit|day|quarter|night)", _times_per, "per", 0.7),
]  # fmt: skip
