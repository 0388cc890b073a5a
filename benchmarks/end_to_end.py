"""What a whole run costs: articles and words a second, peak memory, and the price of the first article.

    python benchmarks/end_to_end.py feed.jsonl --articles 500

Runs `copydesk run` three times in processes of its own: on one article ("hello"), on the first N records of
the file, and again on the same, unchanged.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

import pyarrow.parquet as pq


def main() -> None:
    """Measure and print one line a run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("feed", type=Path, help="a .jsonl file")
    parser.add_argument("--articles", type=int, default=500)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        one, many = folder / "one.jsonl", folder / "many.jsonl"
        with options.feed.open(encoding="utf-8") as lines:
            records = list(islice(lines, options.articles))
        one.write_text(records[0], encoding="utf-8")
        many.write_text("".join(records), encoding="utf-8")
        for label, source, output in (
            ("hello", one, folder / "a"),
            (f"{len(records)} articles", many, folder / "b"),
            ("again, unchanged", many, folder / "b"),
        ):
            print(f"{label:>20}: {_measure(source, output)}", flush=True)


def _measure(source: Path, output: Path) -> str:
    started = time.perf_counter()
    command = [sys.executable, "-m", "flows", "run", str(source), "--output", str(output), "--quiet"]
    subprocess.run(command, check=True, cwd=Path(__file__).parents[1])
    wall = time.perf_counter() - started
    rows = pq.read_table(output / "runs").sort_by("started_at").to_pylist()
    run = rows[-1]
    done = run["articles_new"] + run["articles_changed"]
    return (
        f"{wall:.1f} s in all, {run['seconds']:.1f} s in the flow, {done / run['seconds']:.1f} articles/s, "
        f"{run['words_per_second']:,.0f} words/s, peak {run['peak_rss_mb']:,.0f} MiB"
    )


if __name__ == "__main__":
    main()
