"""Runs on a schedule, inside one long-running process."""

from flows.clean_articles import clean_articles
from flows.settings import RunSettings


def serve_on_schedule(settings: RunSettings, cron: str, name: str) -> None:
    """Serve the flow until the process is stopped. A run that is due while one is running is skipped."""
    clean_articles.serve(
        name=name,
        cron=cron,
        parameters={"settings": settings.model_dump(mode="json")},
        tags=["copydesk"],
        description="Cleans and annotates what is new in the sources.",
    )
