"""Which files are read, in which order, and what is said of the others."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from ledger.errors import ReadingError
from ledger.reading import documents, find, read


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.md", "sub/c.html", "sub/.hidden.txt", ".git/d.txt", "README.md", "LICENSE.txt", "data.csv", "sub2/e.TXT"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{name}: 40 people.", "utf-8")
    return tmp_path


def found(*paths: str) -> tuple[list[str], list[str]]:
    errors: list[ReadingError] = []
    return list(find(paths, errors.append)), [str(error) for error in errors]


def test_a_folder_gives_what_can_be_read_sorted_and_hidden_files_not(folder):
    assert found(".") == (["a.md", "b.txt", "sub/c.html", "sub2/e.TXT"], [])
    assert found(str(folder)) == ([str(folder / name) for name in ("a.md", "b.txt", "sub/c.html", "sub2/e.TXT")], [])


def test_a_file_is_read_once_however_often_and_however_it_is_named(folder):
    os.symlink("b.txt", "z.txt")
    assert found("b.txt", "./b.txt", str(folder / "b.txt"), "sub", "sub/c.html", ".")[0] == ["b.txt", "sub/c.html", "a.md", "sub2/e.TXT"]


def test_a_link_in_a_circle_ends(folder):
    os.symlink("..", "sub/up")
    os.symlink("sub", "sub/self")
    assert found("sub")[0] == ["sub/c.html", "sub/up/a.md", "sub/up/b.txt", "sub/up/sub2/e.TXT"]


def test_a_file_given_by_name_is_read_whatever_it_is_called(folder):
    assert [document.text for document in documents(["README.md", "sub/.hidden.txt"], pytest.fail)] == [
        "README.md: 40 people.",
        "sub/.hidden.txt: 40 people.",
    ]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("missing.txt", "does not exist"),
        ("data.csv", "the format .csv is not read; expected one of .htm"),
        ("nothing", "holds no document that is read"),
        ("loop.txt", "cannot be read: too many levels of symbolic links"),
        ("a\0b.txt", "cannot be read: embedded null byte"),
        ("x" * 5000, "cannot be read: file name too long"),
        ("empty.txt", "is empty"),
        ("blank.txt", "holds nothing but white space"),
        ("dangling.txt", "does not exist"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line_and_the_rest_is_read(folder, path, reason):
    Path("nothing").mkdir()
    os.symlink("loop.txt", "loop.txt")
    os.symlink("nowhere", "dangling.txt")
    Path("empty.txt").touch()
    Path("blank.txt").write_text(" \n")
    errors: list[ReadingError] = []
    assert [document.path for document in documents(["b.txt", path, "a.md"], errors.append)] == ["b.txt", "a.md"]
    assert [str(error).startswith(f"{path}: {reason}") and "\n" not in str(error) for error in errors] == [True]


def test_a_file_larger_than_the_limit_is_refused_unread(folder, monkeypatch):
    monkeypatch.setattr("ledger.reading.files.LIMIT", 10)
    with pytest.raises(ReadingError, match=r"b\.txt: is larger than"):
        read("b.txt")


@pytest.mark.parametrize(("data", "format"), [(b"# 40 people.", "text"), (b" <!DOCTYPE html><p>40 people.", "html")])
def test_standard_input_is_text_unless_it_looks_like_a_page(monkeypatch, data, format):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    (document,) = documents(["-", "-"], pytest.fail)
    assert (document.path, document.format, document.text) == ("-", format, data.decode())


def test_a_page_in_a_text_file_is_read_as_a_page(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("<html><body><p>40 people.</p></body></html>")
    assert read(str(path)).format == "html"


def test_a_name_that_is_not_utf_8_can_be_printed(tmp_path):
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    Path(os.fsdecode(path)).write_text("40 people.")
    (document,) = documents([os.fsdecode(path)], pytest.fail)
    assert document.path == f"{tmp_path}/caf\\xe9.txt"


def test_the_identity_of_a_document_is_that_of_its_bytes(folder):
    Path("copy.txt").write_bytes(Path("b.txt").read_bytes())
    assert read("copy.txt").id == read("b.txt").id != read("a.md").id
