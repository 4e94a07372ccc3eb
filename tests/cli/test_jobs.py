"""Many documents by many processes: the same results in the same order, and a clean end however it comes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ledger.pipeline import each

ROOT = Path(__file__).parents[2]
SENTENCE = "On day {0} the mayor of Velm said that {0} houses and about {1} barns had burned.\n\n"
PROSE = "Nobody there had seen the like of it, and nobody wished to see it again.\n\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder of 40 articles of 32 KB with few figures, more than a few batches, one of which cannot be read."""
    folder = tmp_path_factory.mktemp("many")
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(SENTENCE.format(number + 2, number + 300) + PROSE * 400, "utf-8")
    (folder / "17.txt").write_bytes(b"")
    return folder


@pytest.mark.parametrize("format", ["jsonl", "json", "csv", "table"])
def test_two_processes_write_what_one_writes(factledger, folder, format):
    runs = [factledger("extract", str(folder), "--format", format, "--jobs", jobs) for jobs in ("1", "2")]
    assert runs[0].stdout == runs[1].stdout
    assert [run.stderr.splitlines() for run in runs] == [[f"factledger: {folder}/17.txt: is empty; expected an article"]] * 2
    assert runs[0].stdout.count("houses") >= 39
    assert [run.returncode for run in runs] == [2, 2]


def test_two_processes_find_what_one_finds(factledger, folder):
    runs = [factledger("check", str(folder), "--format", "json", "--verdict", "all", "--jobs", jobs).stdout for jobs in ("1", "2")]
    assert runs[0] == runs[1]
    assert '"claims":' in runs[0]


def test_each_document_and_each_error_has_its_turn(folder):
    told: list[str] = []
    for path in each(_path, [str(folder)], lambda error: told.append(error.path), jobs=2):
        told.append(path)
    assert [Path(path).name for path in told] == [f"{number:02}.txt" for number in range(40)]


def _heed_interrupts() -> None:
    """What a shell starts in the background without job control is told to ignore them, and hands that on."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL, signal.SIGPIPE])
def test_no_process_is_left_behind(folder, ending):
    command = [sys.executable, "-m", "ledger", "extract", str(folder), "--format", "jsonl", "--jobs", "2"]
    environment, piped = os.environ | {"PYTHONPATH": str(ROOT)}, subprocess.PIPE
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=piped, stderr=piped, start_new_session=True, preexec_fn=_heed_interrupts
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        if ending == signal.SIGINT:
            os.killpg(process.pid, ending)  # as a terminal does: to all of them
        elif ending != signal.SIGPIPE:
            process.send_signal(ending)
        if ending == signal.SIGPIPE:
            process.stdout.close()
        else:
            process.stdout.read()
        complaint = process.stderr.read().decode()
        process.wait(20)
        left = _wait_for_the_end_of(process.pid)
    assert (left, "Traceback" in complaint) == (False, False)
    assert process.returncode == (130 if ending == signal.SIGINT else -ending)


def _wait_for_the_end_of(group: int) -> bool:
    """Whether any process of the group is left after a while."""
    for _ in range(200):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.05)
    return True


def _path(document, claims):
    return document.path
