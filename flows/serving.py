"""Runs on a schedule, inside one long-running process."""

from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.client.schemas.schedules import CronSchedule
from pydantic import ValidationError

from flows.clean_articles import clean_articles
from flows.errors import RunError
from flows.settings import RunSettings


def serve_on_schedule(settings: RunSettings, cron: str, name: str) -> None:
    """Serve the flow until the process is stopped. A run that is due while one is running is skipped.

    Raises:
        RunError: `cron` is no cron expression.
    """
    try:
        CronSchedule(cron=cron)
    except ValidationError as error:
        raise RunError(f"not a cron expression: {cron}") from error
    clean_articles.serve(
        name=name,
        cron=cron,
        global_limit=ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW),
        parameters={"settings": settings.model_dump(mode="json")},
        tags=["copydesk"],
        description="Cleans and annotates what is new in the sources.",
    )
