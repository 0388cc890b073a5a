"""Repetitions: "every Tuesday", "twice a week", "daily", "weekends"."""

from typing import Final

from transforms.codes import TimexType
from transforms.dates.families.units import named_moment, part_of_day, unit_of
from transforms.dates.grammar import Hit, Rule, rule
from transforms.dates.lexicon import FREQUENCIES, WEEKDAYS
from transforms.dates.numbers import read_number
from transforms.dates.timex3 import duration, render
from transforms.dates.values import Spec


def _repeated(value: str) -> Spec:
    return Spec("literal", TimexType.SET, value=value)


def _every_unit(hit: Hit) -> Spec | None:
    amount = 2 if hit.has("other") else read_number(hit.words("n")) if hit.has("n") else 1
    return _repeated(duration(amount, unit_of(hit.word("u"))))


def _every_name(hit: Hit) -> Spec | None:
    word = hit.word("n").removesuffix("s")
    if word == "weekend":
        return _repeated("XXXX-WXX-WE")
    if word in WEEKDAYS:
        return _repeated(f"XXXX-WXX-{WEEKDAYS[word]}")
    if code := part_of_day(word):
        return _repeated(f"XXXX-XX-XXT{code}")
    moment = named_moment(word)
    return _repeated(render(moment)) if moment is not None else None


def _frequency(hit: Hit) -> Spec | None:
    return _repeated(FREQUENCIES[hit.word("n")])


def _per_unit(hit: Hit) -> Spec | None:
    return _repeated(duration(1, unit_of(hit.word("u"))))


RULES: Final[list[Rule]] = [
    # "every year", "each and every day", "every other week", "every four years"
    rule(
        "set.every_unit",
        "(?:each|every) (?:and every)? (?:other=other|n=(?:{NUM}|few|ord))? (?:single|working|passing)? "
        "u={ANYUNIT}",
        _every_unit,
        "each every",
        0.95,
    ),
    # "every Tuesday", "each summer"
    rule(
        "set.every_name",
        "(?:each|every) other? n=(?:weekday|month|season|part|night)",
        _every_name,
        "each every",
        0.95,
    ),
    # "Tuesdays", "mornings", "weekends"
    rule("set.plural_names", "n=(?:weekdays|parts|weekends)", _every_name, "weekdays parts weekends", 0.8),
    # "daily"
    rule("set.frequency", "n=frequency", _frequency, "frequency", 0.9),
    # "twice a week", "several times per day"
    rule(
        "set.times_per",
        "(?:once|twice|(?:{NUM}|several|many|few) times) (?:art|per|each|every) u=one_unit",
        _per_unit,
        "once twice times",
        0.95,
    ),
    # "per year"
    rule("set.per_unit", "per u=(?:yearword|unit|day|quarter|night)", _per_unit, "per", 0.7),
]  # fmt: skip
