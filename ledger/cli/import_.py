"""``factledger import``: what another ledger has verified, merged into this one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ledger.cli.options import LedgerPlace, Reviewer, one_of, opened
from ledger.errors import UsageError

EXAMPLES = """\
  factledger import verified.json

  factledger import verified.json --as velm-post --format json
"""


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What the other ledger has written with factledger export.")],
    called: Annotated[str, typer.Option("--as", metavar="NAME", help="What the other ledger is called here (the file's name).")] = "",
    ledger: LedgerPlace = "",
    by: Reviewer = "",
    format: Annotated[str, typer.Option(metavar="FORMAT", help="text or json.")] = "text",
) -> None:
    """Merge another ledger's verified claims into this one, once the file is proved; again is harmless.

    Its decisions stand beside those taken here, each in the name of who took it there: where reviewers differ, the claim
    is a disagreement and comes up for review, and a figure that contradicts one of this ledger is a finding. What was
    imported is never exported as this ledger's own.

    Status: 0 done, 2 it cannot be read, 3 the file does not hold.
    """
    from ledger.exports.verification import verified

    one_of("format", format, ("text", "json"))
    export = verified(file)
    name = " ".join((called or file.stem).split())
    if not name:
        raise UsageError("--as: expected a name for the other ledger")
    with opened(ledger, by, create=True) as book:
        merged, compared = book.merge(export, name)
    if format == "json":
        import json

        print(json.dumps({"name": name, **merged._asdict(), **compared._asdict()}))
        return
    from ledger.printing import many, one_line

    print(f"{many(len(export.claims), 'verified claim')} of {one_line(name)}, {merged.known} known here")
    print(f"{many(merged.documents, 'document')} and {many(merged.claims, 'claim')} added, {merged.otherwise} judged otherwise here")
    print(f"{many(compared.fresh, 'finding')} new or changed, {compared.withdrawn} withdrawn")
