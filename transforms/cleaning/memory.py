"""Outlet memory: what repeats in other articles of the same outlet."""

from collections.abc import Iterable

from transforms.cleaning.document import Document, Follower, Found, Span


class OutletMemory:
    """Segments seen in an outlet, counted over articles."""

    def follower(self, article_id: str | None) -> Follower:
        """The rule that removes what other articles of the document's outlet repeat."""
        del article_id

        def remembered(document: Document, found: Found) -> Iterable[Span]:
            del document, found
            return ()

        return remembered
