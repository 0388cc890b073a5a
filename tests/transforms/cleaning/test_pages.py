"""Whole pages are cleaned to title and body; texts of short lines that only look like menus stay."""

from itertools import product

import pytest

from transforms.cleaning import clean_article
from transforms.codes import EditKind
from transforms.records import CleanArticle

TITLE = "Old fish market to close for good"
BODY = (
    "The harbour council voted on Tuesday to close the old fish market after engineers found cracks.",
    "Traders said they had been told only hours before the vote, and several vowed to stay anyway.",
    "The mayor defended the decision, saying that no roof was worth the life of a single porter.",
    "A new hall is to open beside the station next spring, if the regional bank approves a loan.",
    "The porters' union has asked the court to stop the closure, and a judge will hear both sides.",
    "Until then the stalls stay where they are, and the night watch has been doubled, Holm said.",
)
MENU = """Skip to main content
Home
News
Politics
Business
Sport
Weather
Culture
Subscribe
Sign in
Search
Harbour Post"""
SHARE = """By Ida Holm
Published 3 May 2023, 9:15 am
Share on Facebook
Share on Twitter
Copy link
Save"""
FOOTER = """Sign up for our newsletter
Related stories
Ferry crews vote on a longer strike
Ten ways to cook a herring at home
Tunnel under the bay delayed again
Most read
Why the lighthouse keeper would not leave
Storm takes the roof off the sailing school
Comments
Advertisement
About us
Contact
Privacy policy
Terms of use
© 2023 Harbour Post. All rights reserved."""

CHRONICLE = """March 3, 1911 - The union is founded in a bakery.
May 9, 1914 - The first strike lasts eleven days.
June 1, 1940 - The harbour is bombed and the market burns.
April 2, 1952 - The new hall opens.
October 7, 1978 - The ferry line is closed.
January 30, 1996 - The port is sold to the region.
August 12, 2014 - Cracks are found in two pillars."""
YEARS = """1911
The union is founded in a bakery by eleven dockers.
1940
Bombs fall on the harbour and the market burns.
1952
The new hall opens.
1978
The ferry line is closed."""
RESULTS = """Men's 100 metres
1. Ole Berg (Bergvik) 10.41
2. Per Dahl (Holmsund) 10.52
3. Nils Vik (Eastquay) 10.60
Women's 100 metres
1. Ida Holm (Bergvik) 11.38
2. Anna Lind (Holmsund) 11.44
3. Eva Moe (Eastquay) 11.71
Relay
1. Bergvik 41.02
2. Holmsund 41.77
3. Eastquay 42.10"""
POEM = """The lamps go out along the quay,
the gulls are folded, one by one,
and nobody is left but me
to tell the tide the day is done.

I counted ropes, I counted sails,
I counted every boat but yours;
the harbour master shuts his tales
and turns the key in all the doors."""
QUESTIONS = """Q: When will the market close?
A: At the end of May, the council says.
Q: Where will the traders go?
A: To tents beside the station.
Q: Who pays for it?
A: The port, for the first year.
Q: Can I still buy fish on Sunday?
A: Yes, from the boats."""
INTERVIEW = """What did you see?
A crane that leaned.
And then?
It fell.
Were you afraid?
Not at first. Then yes.
Who helped you?
Two porters."""
RECIPE = """Ingredients
2 herrings, gutted
1 lemon, sliced
3 tbsp oil
A pinch of salt
Method
Heat the oil.
Fry the fish for four minutes.
Serve with lemon."""
TOWNS = """City of Bergvik
Town of Holmsund
Port of Eastquay
Parish of Norville
County of Marlow
District of Stonefield"""

FIRST = ("Ida", "Ole", "Anna", "Per", "Nils", "Eva", "Karl", "Mia")
LAST = ("Holm", "Berg", "Lind", "Dahl", "Strand", "Vik", "Moe", "Lunde", "Hagen", "Sund")
NAMES = [" ".join(name) for name in product(FIRST, LAST)]
OFFICES = ("Professor of Law, Bergvik University", "Former harbour master", "Nurse, Holmsund Clinic", "Poet")


def removed(text: str) -> list[str]:
    article = clean_article(text)
    return [text[edit.start : edit.end] for edit in article.edits if edit.kind is not EditKind.WHITESPACE]


@pytest.fixture(scope="module", params=["\n", "\n\n"], ids=["single", "spaced"])
def page(request: pytest.FixtureRequest) -> tuple[CleanArticle, str]:
    """A page dump made up here, cleaned, and how its lines are parted."""
    lines = "\n".join([MENU, TITLE, SHARE, *BODY, FOOTER]).replace("\n", request.param)
    return clean_article(lines), request.param


def test_a_page_is_cleaned_to_its_title_and_body(page: tuple[CleanArticle, str]) -> None:
    article, parted = page
    assert article.text == parted.join([TITLE, *BODY])


def test_author_and_date_of_a_page_become_metadata(page: tuple[CleanArticle, str]) -> None:
    article, _ = page
    assert article.metadata.authors == ("Ida Holm",)
    assert article.metadata.published
    assert article.metadata.published.day.isoformat() == "2023-05-03"


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(CHRONICLE, id="chronicle"),
        pytest.param(YEARS, id="years"),
        pytest.param(RESULTS, id="results"),
        pytest.param(POEM, id="poem"),
        pytest.param(QUESTIONS, id="questions"),
        pytest.param(INTERVIEW, id="interview"),
        pytest.param(RECIPE, id="recipe"),
        pytest.param(TOWNS, id="towns"),
    ],
)
@pytest.mark.parametrize("parted", ["\n", "\n\n"], ids=["single", "spaced"])
def test_short_lines_amid_prose_stay(lines: str, parted: str) -> None:
    text = "\n\n".join([*BODY[:2], lines.replace("\n", parted), *BODY[2:]])
    assert removed(text) == []


def test_a_poem_alone_stays() -> None:
    assert removed(POEM) == []


@pytest.mark.parametrize("count", [3, 6, 40])
def test_signatories_under_a_letter_stay(count: int) -> None:
    assert (
        removed("\n".join(["To the council", *BODY[:4], "The undersigned:", *NAMES[: count * 2 : 2]])) == []
    )


def test_signatories_in_a_line_stay() -> None:
    assert removed("\n\n".join([*BODY[:4], "Signed: " + ", ".join(NAMES[::8])])) == []


@pytest.mark.xfail(strict=True, reason="byline.masthead takes a name with an office for a masthead")
def test_signatories_with_their_offices_stay() -> None:
    signed = [f"{name}, {OFFICES[at % len(OFFICES)]}" for at, name in enumerate(NAMES[::7])]
    assert removed("\n".join(["To the council", *BODY[:4], "The undersigned:", *signed])) == []


@pytest.mark.parametrize(
    "last",
    [
        pytest.param("For the latest war news she would go to the harbour cafe every day.", id="up_to_date"),
        pytest.param("All photos by Ida Holm were sold at the auction.", id="all_photos"),
        pytest.param("All pictures taken by the divers show the wreck on its side.", id="taken_by_divers"),
        pytest.param("Ida Holm's first novel was a story of a keeper, and it sold badly.", id="latest_book"),
    ],
)
def test_a_sentence_that_opens_like_a_promo_stays(last: str) -> None:
    assert removed("\n\n".join([*BODY, last])) == []


def test_a_name_and_an_agency_behind_a_dash_are_a_credit() -> None:
    assert removed("\n\n".join([BODY[0], "Ida Holm — AP", *BODY[1:]])) == ["Ida Holm — AP"]
