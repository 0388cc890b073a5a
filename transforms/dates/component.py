"""The tagger as a step of any spaCy pipeline."""

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from transforms.dates.tagger import find_dates
from transforms.records import DateMention

SPAN_GROUP = "dates"


@Language.factory("copydesk_dates", default_config={"day_first": False, "span_group": SPAN_GROUP})
def make_dates(
    nlp: Language,  # noqa: ARG001 - spaCy passes it to every factory
    name: str,  # noqa: ARG001 - spaCy passes it to every factory
    *,
    day_first: bool,
    span_group: str,
) -> "DatesComponent":
    """Build the `copydesk_dates` step.

    >>> import spacy
    >>> from datetime import date
    >>> nlp = spacy.blank("en")
    >>> _ = nlp.add_pipe("copydesk_dates")
    >>> doc = nlp.make_doc("They met last Tuesday.")
    >>> doc._.published = date(2023, 3, 21)
    >>> [(span.text, span._.timex_value, span._.timex_start) for span in nlp(doc).spans["dates"]]
    [('last Tuesday', '2023-03-14', datetime.date(2023, 3, 14))]
    """
    return DatesComponent(day_first=day_first, span_group=span_group)


def _register() -> None:
    if Doc.has_extension("published"):
        return
    Doc.set_extension("published", default=None)
    Doc.set_extension("date_mentions", default=())
    Span.set_extension("date_mention", default=None)
    Span.set_extension("timex_type", getter=_attribute("timex_type"))
    Span.set_extension("timex_value", getter=_attribute("value"))
    Span.set_extension("timex_mod", getter=_attribute("mod"))
    Span.set_extension("timex_start", getter=_attribute("start_date"))
    Span.set_extension("timex_end", getter=_attribute("end_date"))


def _attribute(name: str) -> Any:
    def get(span: Span) -> Any:
        mention = span._.date_mention
        return None if mention is None else getattr(mention, name)

    return get


class DatesComponent:
    """Finds the dates of a document and stores them as `doc.spans["dates"]`.

    Relative dates resolve against `doc._.published`. Every span carries its `DateMention` as
    `span._.date_mention`, with exact character offsets (a span covers whole tokens), and what one asks for
    most as `span._.timex_type`, `timex_value`, `timex_mod`, `timex_start` and `timex_end`. Two dates in one
    token ("2017–18") share these attributes; `doc._.date_mentions` has every mention.
    """

    def __init__(self, *, day_first: bool = False, span_group: str = SPAN_GROUP) -> None:
        _register()
        self.day_first = day_first
        self.span_group = span_group

    def __call__(self, doc: Doc) -> Doc:
        """Tag one document."""
        mentions = find_dates(doc.text, doc._.published, day_first=self.day_first)
        doc._.date_mentions = tuple(mentions)
        doc.spans[self.span_group] = [
            span for mention in mentions if (span := _span(doc, mention)) is not None
        ]
        return doc


def _span(doc: Doc, mention: DateMention) -> Span | None:
    span = doc.char_span(mention.start, mention.end, label=str(mention.timex_type), alignment_mode="expand")
    if span is not None:
        span._.date_mention = mention
    return span
