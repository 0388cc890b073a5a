"""Score what readers of the dataset count: the countries and the people of an article, and its spans.

    python -m benchmarks.eval_entities_news [--model NAME_OR_PATH] [--errors | --blind]

60 news articles labelled by us, or with `--blind` 40 others whose errors nobody has read (`tests/evals/labels`);
their texts lie outside the repository (`COPYDESK_SHARED`, by default `../shared`). Printed, each over all
articles at once (micro):

- countries: ISO codes of the countries named as a place, by nationality or by its adjective, one a country and
  article; those that are optional count neither way;
- people: full names, one a person and article, equal when the aliases or their normalised forms make them so; a
  lone surname that was found and not resolved counts as wrong;
- spans: strict span and label, as in `benchmarks.eval_entities`.

The 60 articles are development data: rules were chosen by them.
"""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from spacy.language import Language

from benchmarks.eval_entities import REPOSITORY, load_scorer, score, shared_folder
from training.cleaning.labels import iter_jsonl, text_sha256
from transforms.annotate import annotate
from transforms.entities.aliases import load_aliases
from transforms.entities.names import normalise_name
from transforms.entities.pipeline import build_pipeline
from transforms.entities.places import load_gazetteer
from transforms.records import Mention

_FOLDER: Final = REPOSITORY / "tests" / "evals" / "labels"
LABELS: Final = _FOLDER / "entities_news.jsonl"
BLIND: Final = _FOLDER / "entities_blind.jsonl"

Row = dict[str, Any]


class Counts(NamedTuple):
    """What was found of what was there, over all articles."""

    right: int
    found: int
    there: int

    @property
    def percent(self) -> dict[str, float]:
        """Precision, recall and F1 in per cent."""
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.there)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return {name: round(100 * value, 1) for name, value in (("p", precision), ("r", recall), ("f1", f1))}


def read_articles(labels: Path = LABELS) -> list[Row]:
    """The labelled articles with their `text`.

    Raises:
        ValueError: the text of an article is not the one that was labelled.
    """
    rows = list(iter_jsonl(labels))
    wanted = {row["id"] for row in rows}
    corpus = shared_folder() / "data" / "articles" / "raw_news.jsonl.gz"
    texts = {row["id"]: row["text"] for row in iter_jsonl(corpus) if row["id"] in wanted}
    for row in rows:
        if text_sha256(texts[row["id"]]) != row["sha256"]:
            raise ValueError(f"the text of {row['id']} is not the one that was labelled")
    return [{**row, "text": texts[row["id"]]} for row in rows]


def find_mentions(nlp: Language, articles: Sequence[Row]) -> list[tuple[Mention, ...]]:
    """The mentions of every article, found in its raw text."""
    return [found.mentions for found in annotate(nlp, ((row["text"], None) for row in articles))]


def countries_of(mentions: Iterable[Mention]) -> set[str]:
    """The codes of the countries that are named themselves, as a place or a nation: no cities, no states."""
    gazetteer = load_gazetteer()
    named = {
        (where.name, where.place.country_code)
        for table in (gazetteer.countries, gazetteer.peoples)
        for where in table.values()
        if where.place
    }
    return {
        mention.place.country_code
        for mention in mentions
        if mention.place and (mention.name, mention.place.country_code) in named
    }


def people_of(mentions: Iterable[Mention]) -> set[str]:
    """The normalised names of the people."""
    return {normalise_name(mention.name) for mention in mentions if mention.label == "PERSON"}


def count_countries(row: Row, mentions: Iterable[Mention]) -> tuple[set[str], set[str]]:
    """The codes found and those that are there, without the optional ones."""
    optional = set(row.get("optional_countries", ()))
    return countries_of(mentions) - optional, set(row["countries"]) - optional


def count_people(row: Row, mentions: Iterable[Mention]) -> tuple[set[str], set[str]]:
    """The names found and those that are there, normalised; a known spelling counts as its person."""
    known = ((load_aliases().find("PERSON", name), name) for name in row["people"])
    return people_of(mentions), {normalise_name(entity.name if entity else name) for entity, name in known}


PARTS: Final = {"countries": count_countries, "people": count_people}


def measure(articles: Sequence[Row], found: Sequence[tuple[Mention, ...]]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of countries and people, in per cent."""
    result = {}
    for name, part in PARTS.items():
        sets = [part(row, mentions) for row, mentions in zip(articles, found, strict=True)]
        counts = Counts(
            sum(len(ours & gold) for ours, gold in sets),
            sum(len(ours) for ours, _ in sets),
            sum(len(gold) for _, gold in sets),
        )
        result[name] = counts.percent
    return result


def measure_spans(articles: Sequence[Row], found: Sequence[tuple[Mention, ...]]) -> Row:
    """Strict span and label scores by label and over all, in per cent."""
    predicted = [
        {"id": row["id"], "spans": [[m.start, m.end, str(m.label)] for m in mentions]}
        for row, mentions in zip(articles, found, strict=True)
    ]
    return score(load_scorer(shared_folder()), list(articles), predicted)


def print_errors(articles: Sequence[Row], found: Sequence[tuple[Mention, ...]]) -> None:
    """Print what is missing and what is too much, article by article."""
    for row, mentions in zip(articles, found, strict=True):
        for name, part in PARTS.items():
            ours, gold = part(row, mentions)
            if ours != gold:
                print(f"{row['id']} {name:<9} missing {sorted(gold - ours)} wrong {sorted(ours - gold)}")


def main() -> None:
    """Print one line a part."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model")
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--errors", action="store_true", help="list the countries and people that differ")
    either.add_argument("--blind", action="store_true", help="score the articles whose errors stay unread")
    arguments = parser.parse_args()
    articles = read_articles(BLIND if arguments.blind else LABELS)
    found = find_mentions(build_pipeline(arguments.model), articles)
    for name, percent in measure(articles, found).items():
        print(f"{name:<9} {percent}")
    for label, percent in measure_spans(articles, found).items():
        print(f"spans {label:<9} {percent}")
    if arguments.errors:
        print_errors(articles, found)


if __name__ == "__main__":
    main()
