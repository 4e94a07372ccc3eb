#!/usr/bin/env python3
"""``factledger check`` of a folder of articles: from nothing, again, and again after one edit, each a process of its own.

    python benchmarks/folder.py [ARTICLES [BYTES]]      10000 articles of 5000 bytes when left out

An edit may cost a twentieth of the first check.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from articles import articles


def main() -> None:
    count, size = (*map(int, sys.argv[1:]), *(10_000, 5_000)[len(sys.argv) - 1 :])
    with tempfile.TemporaryDirectory() as scratch:
        folder, cache = Path(scratch, "articles"), Path(scratch, "cache")
        folder.mkdir()
        sources = []
        for name, published, text in articles(count, size):
            (folder / name).write_text(text, "utf-8")
            sources.append(f'[[source]]\nfile = "{name}"\npublished = "{published}"\n')
        (folder / "sources.toml").write_text("\n".join(sources), "utf-8")
        first = _checked("from nothing", folder, cache)
        _checked("again", folder, cache)
        edited = folder / f"{count // 2:06}.txt"
        text = edited.read_text("utf-8")
        digit = next(at for at, character in enumerate(text) if character.isdigit())
        edited.write_text(f"{text[:digit]}{9 - int(text[digit])}{text[digit + 1 :]}", "utf-8")
        after = _checked("after an edit", folder, cache)
        print(f"{'an edit, of the first check':<28}{after[0] / first[0]:>9.1%}{after[1] / first[1]:>11.1%}")


def _checked(name: str, folder: Path, cache: Path) -> tuple[float, float]:
    """Seconds by the clock, and of the processors."""
    start, used = time.perf_counter(), _used()
    command = [sys.executable, "-m", "ledger", "check", str(folder), "--format", "concise", "--cache-dir", str(cache)]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    seconds, worked = time.perf_counter() - start, _used() - used
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr)
    print(f"{name:<28}{seconds:>8.2f} s{worked:>8.2f} s of work   {done.stderr.strip()}", flush=True)
    return seconds, worked


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
