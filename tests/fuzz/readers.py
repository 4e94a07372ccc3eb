"""Fuzzes a reader: whatever the bytes, it gives a document whose claims stand where they say, or says why it cannot.

    python tests/fuzz/readers.py FORMAT [RUNS]        text, markdown or html; 15,000 inputs when left out

Needs atheris (Apache-2.0; ``pip install -r tests/fuzz/requirements.lock``), which is no part of the environment; without it nothing
is done, and said so. The inputs are the same each time, whatever the machine's speed. One that breaks a reader is written to the
working directory.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable

_LONGEST = 4096


def target(format: str) -> Callable[[bytes], None]:
    """What is called with every input."""
    from ledger.errors import ReadingError
    from ledger.extraction import extract
    from ledger.reading import read_bytes

    def read(data: bytes) -> None:
        try:
            document = read_bytes(data, "fuzzed", format)
        except ReadingError as error:
            if not str(error).isprintable():
                raise
            return
        for block in document.prose.blocks:
            assert 0 <= block.start < block.end <= len(document.prose.text)
        for claim in extract(document):
            for span in (claim.span, claim.mention, claim.sentence):
                assert document.text[span.start : span.end] == span.quote

    return read


def main() -> None:
    format, runs = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 15_000
    try:
        import atheris
    except ImportError:
        print(f"fuzz {format}: skipped, atheris is not installed (pip install -r tests/fuzz/requirements.lock)")
        return
    logging.disable()
    with atheris.instrument_imports(include=["ledger.reading", "ledger.extraction"]):
        read = target(format)
    atheris.Setup([sys.argv[0], f"-runs={runs}", "-seed=1", f"-max_len={_LONGEST}", "-timeout=10", "-verbosity=0"], read)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
