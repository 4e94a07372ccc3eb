"""Which day it is, for what expires."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from ledger.errors import UsageError


def today() -> date:
    """The day in UTC: that of SOURCE_DATE_EPOCH (seconds since 1970, as reproducible builds set it), else the clock's.

    Raises UsageError for a SOURCE_DATE_EPOCH that is no such number.
    """
    said = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return (datetime.fromtimestamp(int(said), UTC) if said else datetime.now(UTC)).date()
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(f"SOURCE_DATE_EPOCH={said!r} is no number of seconds since 1970") from error
