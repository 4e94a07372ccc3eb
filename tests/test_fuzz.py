"""The fuzz targets: they take what is hostile, and say that they skip where atheris is not installed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.readers import FORMATS, target
from tests.hostile import hostile

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("format", FORMATS)
def test_a_target_takes_hostile_bytes(format):
    read = target(format)
    for given in list(hostile())[::5]:
        for data in given.files.values():
            read(data[:4096])


def test_without_atheris_it_says_that_it_skips():
    hidden = f"import sys; sys.modules['atheris'] = None; sys.argv = ['readers.py', 'text', '1']; sys.path.insert(0, {str(ROOT)!r})\n"
    done = subprocess.run([sys.executable, "-c", hidden + "from tests.fuzz.readers import main; main()"], capture_output=True, text=True)
    told = "fuzz text: skipped, atheris is not installed (pip install -r tests/fuzz/requirements.lock)\n"
    assert (done.returncode, done.stdout) == (0, told)
