"""Where a reviewer left off: kept outside the ledger, for it is nobody else's business."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import NamedTuple


class Place(NamedTuple):
    """The id under the cursor, the words that were searched for, and the lines ``above`` the cursor on the screen."""

    id: str = ""
    words: str = ""
    above: int = 0


def recall(ledger: str, reviewer: str) -> Place:
    """The place where ``reviewer`` left ``ledger``; the beginning when it is not known."""
    try:
        held = json.loads(_file(ledger, reviewer).read_text("utf-8"))
        return Place(str(held["id"]), str(held["words"]), int(held["above"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Place()


def remember(ledger: str, reviewer: str, place: Place) -> None:
    """Keep ``place``; a folder that cannot be written costs only the place."""
    file = _file(ledger, reviewer)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(place._asdict()), "utf-8")
    except OSError:
        return


def _file(ledger: str, reviewer: str) -> Path:
    base = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    name = hashlib.sha256(f"{ledger}\n{reviewer}".encode()).hexdigest()[:16]
    return Path(base, "factledger", f"review-{name}.json")
