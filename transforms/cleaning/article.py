"""A raw article to a clean one: cleaned with what its record says, or left as it is."""

from transforms.cleaning.clean import clean_article
from transforms.cleaning.memory import OutletMemory
from transforms.cleaning.paragraphs import type_paragraphs
from transforms.records import CleanArticle, Metadata, RawArticle


def clean_raw(article: RawArticle, memory: OutletMemory | None = None) -> CleanArticle:
    """Clean an article, knowing the fields of its record and, if given, what its outlet repeats."""
    return clean_article(
        article.raw_text,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        authors=article.authors,
        memory=memory,
        article_id=article.article_id,
    )


def leave_as_is(article: RawArticle) -> CleanArticle:
    """The raw text as the clean one, to the letter, with its paragraphs and the fields of its record."""
    metadata = Metadata(title=article.title, published=article.published, authors=article.authors)
    return CleanArticle(article.raw_text, (), type_paragraphs(article.raw_text, article.title), metadata)
