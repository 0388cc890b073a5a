"""A run's summary in Prefect's interface."""

from prefect.artifacts import create_markdown_artifact, create_table_artifact

from flows.report import RunReport


def show_artifacts(report: RunReport) -> None:
    """Attach the summary to the flow run, as a page and as a table of counts."""
    create_markdown_artifact(report.markdown(), key="copydesk-run", description=f"Run {report.run_id}")
    counts = [{"what": what, "kind": kind, "number": number} for what, kind, number in report.numbers()]
    create_table_artifact(counts, key="copydesk-counts", description=f"Counts of run {report.run_id}")
