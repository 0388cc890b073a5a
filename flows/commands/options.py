"""Options that commands share."""

from typing import Annotated

import typer

Sources = Annotated[
    list[str], typer.Argument(metavar="SOURCE...", help="Files, folders or quoted glob patterns.")
]
Output = Annotated[str, typer.Option("--output", "-o", metavar="DIR", help="Folder of the dataset.")]
NoClean = Annotated[bool, typer.Option("--no-clean", help="Annotate the text as it is.")]
Model = Annotated[
    str | None, typer.Option("--model", "-m", metavar="NAME", help="Any installed spaCy pipeline, or a path.")
]
Gpu = Annotated[bool, typer.Option("--gpu", help="Use a GPU if there is one.")]
Aliases = Annotated[str | None, typer.Option("--aliases", metavar="FILE", help="Entity aliases of your own.")]
DayFirst = Annotated[bool, typer.Option("--day-first", help="Read 03/04/2023 as 3 April.")]
BatchSize = Annotated[int, typer.Option("--batch-size", min=1, metavar="N", help="Articles in a batch.")]
Refresh = Annotated[bool, typer.Option("--refresh", help="Process unchanged articles again, too.")]
Prune = Annotated[
    bool, typer.Option("--prune", help="Remove articles whose record is no longer in the sources.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing unless something is wrong.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Show the log of Prefect, too.")]
