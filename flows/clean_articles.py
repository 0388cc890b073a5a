"""The flow: raw news articles in, a validated Parquet dataset out."""

from prefect import flow

from flows.artifacts import show_artifacts
from flows.progress import reporter
from flows.report import RunReport
from flows.run import recorded_run
from flows.settings import RunSettings
from flows.tasks import clean_annotate_validate, find_new_records, roll_up


@flow(name="clean_articles", flow_run_name="{settings.label}", persist_result=False, retries=0)
def clean_articles(settings: RunSettings) -> RunReport:
    """Clean and annotate the new and changed articles of some sources.

    The flow process is the dataset's only writer: tasks stage files, and only what passed validation is
    published, batch by batch, all or nothing.

    Raises:
        SourceNotFoundError: there is nothing to read.
        DatasetError: the output can't be written, is in use, or is broken.
        ModelError: there is no such spaCy pipeline.
        TableValidationError: a whole table failed validation.
    """
    with recorded_run(settings, on_end=show_artifacts) as run:
        reporter().step("looking for new articles")
        plan = find_new_records(settings, run.run_id)
        run.begin(plan)
        for job in plan.jobs:
            run.publish(clean_annotate_validate(job, settings, run.run_id, plan.memory), job)
        run.remove(plan.removed)
        if run.needs_rollup:
            reporter().step("rolling up entities and duplicates")
            run.publish_rollup(*roll_up(settings, run.run_id))
    return run.report
