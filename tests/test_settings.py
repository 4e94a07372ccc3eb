"""Settings: the nearest file counts, and a wrong key is named."""

from __future__ import annotations

import pytest

from ledger.errors import UsageError
from ledger.settings import Settings, settings


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
        ("colour = 1\n", "unknown key 'colour'; there are extract-format, check-format, verdict"),
        ("verdict = 1\n", "verdict must be a text in quotes, not 1"),
        ("verdict\n", "cannot be read as TOML"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path, text, complaint):
    path = tmp_path / "factledger.toml"
    path.write_text(text)
    with pytest.raises(UsageError) as caught:
        settings(tmp_path)
    assert str(caught.value).startswith(f"{path}: ")
    assert complaint in str(caught.value)
