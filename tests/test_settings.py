"""Settings: the nearest file counts, and a wrong key is named."""

from __future__ import annotations

import pytest

from ledger.errors import UsageError
from ledger.settings import Settings, known_settings, settings


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, Settings()),
        ({"pyproject.toml": '[project]\nname = "x"\n'}, Settings()),
        ({"pyproject.toml": '[tool.factledger]\nverdict = "all"\n'}, Settings(verdict="all")),
        ({"factledger.toml": 'verdict = "all"\n', "pyproject.toml": "[tool.factledger]\n"}, Settings(verdict="all")),
        ({"a/factledger.toml": 'check-format = "json"\n', "factledger.toml": 'verdict = "all"\n'}, Settings(check_format="json")),
        ({"a/pyproject.toml": "", "factledger.toml": 'extract-format = "csv"\n'}, Settings(extract_format="csv")),
    ],
)
def test_the_nearest_file_counts(tmp_path, files, expected):
    folder = tmp_path / "a"
    folder.mkdir()
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    assert settings(folder) == expected


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("format = 1\n", "unknown key 'format'; did you mean 'check-format'?"),
        ("\ncolour = 1\n", "unknown key 'colour'; there are extract-format, check-format, verdict"),
        ("verdict = 1\n", "verdict must be a text in quotes, not 1"),
        ('verdict = "conflicts"\n', "verdict: 'conflicts' is unknown; did you mean 'conflict'?"),
        ('fail-level = "err"\n', "fail-level: 'err' is unknown; did you mean 'error'?"),
        ('jobs = 2\nselect = "X101"\n', "select must be a list of texts"),
        ("ignore = [1]\n", "ignore must be a list of texts"),
        ("jobs = -1\n", "jobs must be a whole number, 0 or more, not -1"),
        ("jobs = true\n", "jobs must be a whole number"),
        ("cache = 0\n", "cache must be true or false, not 0"),
        ('jobs = 1\nper-path-ignores = ["X"]\n', "per-path-ignores must be a table of paths with lists of codes"),
        ("jobs = 1\n\n[per-path-ignore]\n", "unknown key 'per-path-ignore'; did you mean 'per-path-ignores'?"),
        ('keymap = "emacs"\n', "keymap: 'emacs' is unknown; there are default, vim"),
        ('theme = "contrasty"\n', "theme: 'contrasty' is unknown; did you mean 'contrast'?"),
        ("jobs = 1\nkeys = 1\n", "keys must be a table of actions with a key or a list of keys"),
        ("jobs = 1\nkeys = {verify = 1}\n", "keys must be a table of actions with a key or a list of keys"),
        ("verdict\n", "cannot be read as TOML"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path, text, complaint):
    path = tmp_path / "factledger.toml"
    path.write_text(text)
    with pytest.raises(UsageError) as caught:
        settings(tmp_path)
    assert str(caught.value).startswith(f"{path}:{text.count(chr(10))}: ")
    assert complaint in str(caught.value)


def test_settings_that_are_no_table_and_no_file_are_named(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[tool]\nfactledger = 3\n")
    with pytest.raises(UsageError, match=r"pyproject.toml:2: factledger must be a table of settings, \[tool.factledger\], not 3"):
        settings(tmp_path)
    (tmp_path / "factledger.toml").mkdir()
    with pytest.raises(UsageError, match=r"factledger.toml: is a folder; expected a file of settings"):
        settings(tmp_path)


def test_a_key_of_pyproject_is_found_below_its_header(tmp_path):
    path = tmp_path / "pyproject.toml"
    path.write_text('[project]\nverdict = "x"\n\n[ tool . factledger ]\nselect = [\n  "X"\n]\n"verdict" = "x"\n')
    with pytest.raises(UsageError) as caught:
        settings(tmp_path)
    assert str(caught.value) == f"{path}:8: verdict: 'x' is unknown; there are conflict, all"


EVERY = """
check-format = "json"
extract-format = "csv"
verdict = "all"
fail-level = "warning"
select = ["X", "A101"]
ignore = ["X301"]
baseline = "accepted.toml"
against = ["verified.json", "/other.json"]
inline-suppressions = false
exit-zero = true
statistics = true
jobs = 2
cache = false
cache-dir = ".cache"
ledger = "figures.db"
reviewer = "A. Ruiz"
aliases = "names.tsv"
keymap = "vim"
theme = "plain"

[per-path-ignores]
"archive/**" = ["X"]

[keys]
verify = "v"
skip = ["n", "space"]
"""


def test_every_setting_can_be_set_and_says_where(tmp_path):
    path = tmp_path / "factledger.toml"
    path.write_text(EVERY)
    found = settings(tmp_path)
    assert found == Settings(
        check_format="json", extract_format="csv", verdict="all", fail_level="warning", select=("X", "A101"), ignore=("X301",),
        baseline=str(tmp_path / "accepted.toml"), against=(str(tmp_path / "verified.json"), "/other.json"),
        inline_suppressions=False, exit_zero=True, statistics=True, jobs=2, cache=False,
        cache_dir=str(tmp_path / ".cache"), ledger="figures.db", reviewer="A. Ruiz", aliases=str(tmp_path / "names.tsv"),
        per_path_ignores={"archive/**": ("X",)}, keymap="vim", theme="plain", keys={"verify": ("v",), "skip": ("n", "space")},
    )  # fmt: skip
    lines = [line.partition(" ")[0].strip("[]") for line in EVERY.splitlines()]
    assert {key: found.origin(each.name) for key, each in known_settings().items()} == {
        key: f"{path}:{lines.index(key) + 1}" for key in known_settings()
    }
    assert found.origin("keys.skip") == f"{path}:{lines.index('skip') + 1}"


def test_the_command_line_counts_more(tmp_path):
    (tmp_path / "factledger.toml").write_text('verdict = "all"\njobs = 2\ncache = true\nselect = ["X"]\n')
    found = settings(tmp_path).with_options({"verdict": "", "jobs": 3, "cache": False, "select": None, "exit_zero": None})
    assert (found.verdict, found.jobs, found.cache, found.select) == ("all", 3, False, ("X",))
    assert [found.origin(name) for name in ("jobs", "cache", "exit_zero")] == ["--jobs", "--cache", "default"]
