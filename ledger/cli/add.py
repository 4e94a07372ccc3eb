"""``factledger add``: documents into the ledger; again is harmless."""

from __future__ import annotations

from typing import Annotated

import typer

from ledger.cli.options import Jobs, LedgerPlace, Paths, Reviewer, one_of, opened
from ledger.printing import many

EXAMPLES = """\
  factledger add seeds/

  factledger add seeds/mind-the-gap.md --by ana
"""


def add(
    paths: Paths,
    ledger: LedgerPlace = "",
    by: Reviewer = "",
    format: Annotated[str, typer.Option(metavar="FORMAT", help="text or json.")] = "text",
    jobs: Jobs = 0,
) -> None:
    """Read documents, extract their claims, and keep both in the ledger; then compare all claims in it.

    What is there already is left as it is. Of a document that was edited, decisions follow the claims whose
    figures are unchanged; the others go back to the queue, saying why. Interrupted, call it again.
    """
    from ledger.cli.terminal import Complaints, progress
    from ledger.pipeline import cores

    one_of("format", format, ("text", "json"))
    complaints = Complaints()
    with opened(ledger, by, create=True) as book, progress(output_at_end=True) as tell:
        added = book.add(paths, complaints, tell, jobs or cores())
    recorded, compared = added.recorded, added.compared
    if format == "json":
        import json

        print(json.dumps({"unchanged": added.unchanged, **recorded._asdict(), **compared._asdict()}))
    else:
        copies = f", {recorded.copies} of a text known already" if recorded.copies else ""
        print(f"{many(recorded.documents, 'document')} added, {recorded.revised} of them edited{copies}, {added.unchanged} unchanged")
        print(f"{many(recorded.claims, 'claim')} added, {recorded.followed} with their decisions, {recorded.changed} with a changed figure")
        print(f"{many(compared.fresh, 'finding')} new or changed, {compared.withdrawn} withdrawn")
    raise typer.Exit(2 if complaints.any else 0)
