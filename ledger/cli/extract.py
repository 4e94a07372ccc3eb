"""``factledger extract``: every figure of the documents, as typed claims."""

from __future__ import annotations

from typing import Annotated

import typer

from ledger.cli.options import Jobs, Paths

EXAMPLES = """\
  factledger extract seeds/ --summary

  factledger extract seeds/mind-the-gap.md

  factledger extract seeds/ --format jsonl
"""


def extract(
    paths: Paths,
    format: Annotated[str, typer.Option(metavar="FORMAT", help="table, jsonl (a claim a line), json or csv.")] = "",
    summary: Annotated[bool, typer.Option("--summary", help="Only count the claims, by kind and by document (table or json).")] = False,
    jobs: Jobs = 0,
) -> None:
    """Extract every figure with its kind, value, unit, what is counted, and who says so.

    Claims are written document by document as they are found, in the order of the text.
    """
    from ledger.cli.extracted import FORMATS, SUMMARIES
    from ledger.cli.terminal import Complaints, progress, utf8
    from ledger.pipeline import cores, each
    from ledger.settings import settings

    formats = SUMMARIES if summary else FORMATS
    asked = settings().with_options({"extract_format": format or ("table" if summary else ""), "jobs": jobs})
    word = asked.chosen("extract_format", tuple(formats))
    chosen = formats[word]
    if word != "table":
        utf8()

    complaints = Complaints()
    with progress(output_at_end=summary) as tell:
        chosen.write(each(chosen.make, paths, complaints, tell, asked.jobs or cores()))
    raise typer.Exit(2 if complaints.any else 0)
