"""The fuzz targets: they take what is hostile, and say that they skip where atheris is not installed."""

from __future__ import annotations

import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from tests.fuzz import articles, exports, lines, soup
from tests.fuzz.readers import target
from tests.fuzz.running import FORMATS
from tests.hostile import hostile

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("format", FORMATS)
def test_a_target_takes_hostile_bytes(format):
    read = target(format)
    for given in list(hostile())[::5]:
        for data in given.files.values():
            read(data[:4096])


EDGES = ["the 12th Aİ 3", "triple", "34“", "4: Mr told", "— told: “31 Ana", "24' said that,", "that 4 ”½ ”found, said he,"]
"""A cue as the last word of a text, or the only one."""


@pytest.mark.parametrize("format", FORMATS)
def test_a_cue_may_stand_at_the_edge_of_a_text(format):
    read = target(format)
    for text in (*EDGES, *islice(soup.texts(), FORMATS.index(format), 900, len(FORMATS))):
        read(text.encode())


@pytest.mark.parametrize("format", FORMATS)
def test_a_sentence_may_stand_in_any_structure(format):
    read = target(format)
    for text in islice(lines.texts(), FORMATS.index(format), 600, len(FORMATS)):
        read(text.encode())


def test_strange_articles_are_compared_and_told():
    compare = articles.target()
    assert sum(map(compare, islice(articles.sets(), 40))) > 20


def test_exports_are_refused_or_taken_in(tmp_path):
    assert {*map(exports.target(tmp_path), islice(exports.exports(tmp_path), 12))} == {True, False}


def test_without_atheris_it_says_that_it_skips():
    hidden = f"import sys; sys.modules['atheris'] = None; sys.argv = ['readers.py', 'text', '1']; sys.path.insert(0, {str(ROOT)!r})\n"
    done = subprocess.run([sys.executable, "-c", hidden + "from tests.fuzz.readers import main; main()"], capture_output=True, text=True)
    told = "fuzz text: skipped, atheris is not installed (pip install -r tests/fuzz/requirements.lock)\n"
    assert (done.returncode, done.stdout) == (0, told)
