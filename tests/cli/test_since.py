"""``check --since REV``: everything is checked, and what was not there at REV fails."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess

import pytest

AUTHOR = ("-c", "user.name=Ash", "-c", "user.email=ash@example.org", "-c", "init.defaultBranch=main")
NEW = "Between 50 and 40 people came to the harbour in Velm.\n"


def git(folder, *arguments):
    subprocess.run(["git", *AUTHOR, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def kept(articles):
    """``articles``, committed."""
    git(articles, "init", "-q")
    git(articles, "add", ".")
    git(articles, "commit", "-q", "-m", "Articles")
    return articles


@pytest.fixture
def since(factledger):
    """Status, codes of findings, and of what is known, of a check since HEAD."""

    def run(folder, *paths, options=(), revision="HEAD", **environment):
        done = factledger("check", *(paths or ["."]), "--since", revision, "--format", "json", *options, cwd=folder, **environment)
        report = json.loads(done.stdout)
        known = [each["finding"]["code"] for each in report.get("excused", []) if each["by"] == "revision"]
        return done.returncode, [finding["code"] for finding in report["findings"]], known

    return run


def test_what_was_there_is_known_and_counted(factledger, kept):
    done = factledger("check", ".", "--since", "HEAD", cwd=kept)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "3 documents, 4 claims, 0 conflicts; besides 1 known before\n"


def test_what_is_new_fails_though_only_one_side_has_changed(since, kept):
    (kept / "third.txt").write_text(NEW, "utf-8")
    assert since(kept) == (1, ["A112"], ["X101"])
    (kept / "third.txt").write_text("Nobody was there.\n", "utf-8")
    path = kept / "second.txt"
    path.write_text(path.read_text("utf-8").replace("65", "66"), "utf-8")
    assert since(kept) == (1, ["X101"], [])
    git(kept, "commit", "-q", "-a", "-m", "Changed")
    assert since(kept) == (0, [], ["X101"])
    assert since(kept, revision="HEAD~1") == (1, ["X101"], [])


def test_moved_lines_and_renamed_files_are_not_new(since, kept):
    text = (kept / "second.txt").read_text("utf-8")
    (kept / "second.txt").unlink()
    (kept / "other.txt").write_text("It rained.\n\n" + text.replace(" were", "\nwere"), "utf-8")
    sources = kept / "sources.toml"
    sources.write_text(sources.read_text("utf-8").replace("second", "other"), "utf-8")
    assert since(kept) == (0, [], ["X101"])


@pytest.mark.parametrize("paths", [["first.txt", "second.txt"], ["../{name}/"], ["{folder}"], ["./first.txt", "{folder}/second.txt"]])
def test_paths_are_found_however_they_are_given(since, kept, paths):
    given = [path.format(name=kept.name, folder=kept) for path in paths]
    assert since(kept, *given) == (0, [], ["X101"])


def test_a_subfolder_and_a_link_to_it(since, kept, tmp_path_factory):
    git(kept, "mv", "-k", "first.txt", "second.txt", "third.txt", "sources.toml", ".")
    inner = kept / "in ner"
    inner.mkdir()
    for name in ("first.txt", "second.txt", "sources.toml"):
        (kept / name).rename(inner / name)
    git(kept, "add", "-A")
    git(kept, "commit", "-q", "-m", "Moved")
    assert since(inner) == (0, [], ["X101"])
    link = tmp_path_factory.mktemp("elsewhere") / "link"
    link.symlink_to(inner)
    assert since(link.parent, "link") == (0, [], ["X101"])


ODD = ["a b.txt", "-n.txt", ":(top)x.txt", "*.txt", "a\nb.txt", "a\tb.txt", "'\"$(x).txt", "é\u202e.txt", "a\\b.txt", b"\xff\xfe.txt"]


@pytest.mark.parametrize("name", ODD, ids=repr)
def test_odd_names_are_names(since, kept, name):
    path = os.path.join(os.fsencode(kept), os.fsencode(name))
    with open(path, "w", encoding="utf-8") as file:
        file.write(NEW)
    assert since(kept) == (1, ["A112"], ["X101"])
    git(kept, "add", "-A")
    git(kept, "commit", "-q", "-m", "Odd")
    assert since(kept) == (0, [], ["X101", "A112"])
    assert since(kept, os.path.join(".", os.fsdecode(name))) == (0, [], ["A112"])


def test_a_suppression_that_was_idle_before_is_known(since, kept):
    (kept / "third.md").write_text("It rained. <!-- factledger: ignore X101 -- why not -->\n", "utf-8")
    (kept / ".factledger-ignore.toml").write_text('[[ignore]]\nfile = "third.md"\ncodes = ["X101"]\nreason = "x"\n', "utf-8")
    assert since(kept) == (1, ["H102", "H102"], ["X101"])
    git(kept, "add", "-A")
    git(kept, "commit", "-q", "-m", "Idle")
    assert since(kept) == (0, [], ["X101", "H102", "H102"])


def test_a_hook_that_tells_of_another_repository_is_not_misled(since, kept, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    git(other, "init", "-q")
    assert since(kept, GIT_DIR=str(other / ".git"), GIT_INDEX_FILE="x") == (0, [], ["X101"])


def test_what_was_not_readable_then_is_no_complaint(factledger, since, kept):
    (kept / "bad.txt").write_bytes(bytes(range(256)))
    git(kept, "add", "-A")
    git(kept, "commit", "-q", "-m", "Bad")
    (kept / "bad.txt").unlink()
    assert since(kept) == (0, [], ["X101"])


@pytest.mark.parametrize("revision", ["nope", "HEAD^{tree}", "--help", "HEAD:first.txt", "$(touch x)", "a b", "HEAD\n", ""])
def test_a_revision_that_is_none_is_one_line(factledger, kept, revision):
    done = factledger("check", ".", f"--since={revision}", cwd=kept)
    if not revision:
        assert done.returncode == 1  # as if it were not given
        return
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("factledger: --since: ")
    assert "is no revision of" in done.stderr
    assert not (kept / "x").exists()


def test_no_repository_and_no_git_are_one_line(factledger, articles, tmp_path_factory):
    done = factledger("check", ".", "--since", "HEAD", cwd=articles, GIT_CEILING_DIRECTORIES=str(articles.parent))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "--since: . is in no git repository that can be read" in done.stderr
    done = factledger("check", ".", "--since", "HEAD", cwd=articles, PATH=str(tmp_path_factory.mktemp("bin")))
    assert (done.returncode, done.stderr.count("\n"), "git is not installed" in done.stderr) == (2, 1, True)


def test_what_the_documents_said_then_is_kept_with_the_rest(factledger, kept, tmp_path_factory):
    cache = tmp_path_factory.mktemp("cache")
    (kept / "first.txt").write_text(NEW, "utf-8")
    reports = [factledger("check", ".", "--since", "HEAD", "--cache-dir", str(cache), cwd=kept).stdout for _ in range(2)]
    assert reports[0] == reports[1] == factledger("check", ".", "--since", "HEAD", "--no-cache", cwd=kept).stdout
    (path,) = cache.glob("*.sqlite")
    with sqlite3.connect(path) as connection:
        counts = [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("runs", "documents")]
    connection.close()
    assert counts == [1, len(list(kept.glob("*.txt"))) + 1]


def test_nothing_is_left_behind(factledger, kept, tmp_path_factory):
    place = tmp_path_factory.mktemp("tmp")
    assert factledger("check", ".", "--since", "HEAD", cwd=kept, TMPDIR=str(place)).returncode == 0
    assert list(place.iterdir()) == []
