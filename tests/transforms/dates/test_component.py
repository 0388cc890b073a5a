"""The spaCy step: same findings as the plain function, with exact offsets on the spans."""

from datetime import date
from itertools import pairwise

import pytest

from transforms.dates import find_dates

spacy = pytest.importorskip("spacy")


def test_the_factory_tags_documents() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("copydesk_dates")
    doc = nlp.make_doc("They met last Tuesday and stayed for two days.")
    doc._.published = date(2023, 3, 21)
    spans = nlp(doc).spans["dates"]
    assert [span._.date_mention for span in spans] == find_dates(doc.text, date(2023, 3, 21))
    assert [(span.label_, span._.timex_value) for span in spans] == [
        ("DATE", "2023-03-14"),
        ("DURATION", "P2D"),
    ]
    assert (spans[0]._.timex_start, spans[0]._.timex_end) == (date(2023, 3, 14), date(2023, 3, 14))


def test_settings_reach_the_tagger() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("copydesk_dates", config={"day_first": True, "span_group": "times"})
    doc = nlp("Signed on 5/6/2021 here.")
    (span,) = doc.spans["times"]
    assert span._.timex_value == "2021-06-05"


def test_a_document_without_a_date_stays_open() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("copydesk_dates")
    doc = nlp("They met on Monday.")
    (span,) = doc.spans["dates"]
    assert (span._.timex_value, span._.timex_start, span._.timex_mod) == ("XXXX-WXX-1", None, None)


def test_two_dates_in_one_token_both_stay() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("copydesk_dates")
    doc = nlp("The fee for the season 2017–18 was paid.")
    mentions = doc._.date_mentions
    assert list(mentions) == find_dates(doc.text)
    assert all(one.end <= other.start for one, other in pairwise(mentions))
