"""``python -m ledger`` is the command ``factledger``."""

from ledger.cli import main

main()
