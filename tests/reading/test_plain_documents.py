"""What is told in documents of many kinds stays told, though lines of the page stand among it."""

from __future__ import annotations

import re

import pytest

from tests.reading.plain_documents import DOCUMENTS
from tests.reading.shown import blocks


def taken(document: str, format: str, parting: str) -> list[str]:
    """The lines with a figure that are read as furniture, though the document says that they tell something."""
    lines = document.split("\n")
    told = parting.join(line.removeprefix("~") for line in lines)
    if format == "html":
        told = "".join(f"<p>{line.removeprefix('~')}</p>" for line in lines)
    kept = {line.removeprefix("- ") for line in lines if not line.startswith("~")}
    return [
        line for line in blocks(told, format) if line.startswith("~") and re.search(r"\d", line) and any(line[1:] in told for told in kept)
    ]


@pytest.mark.parametrize("parting", ["\n", "\n\n"])
@pytest.mark.parametrize("format", ["text", "markdown", "html"])
@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=list(DOCUMENTS))
def test_all_that_is_told_is_read(document: str, format: str, parting: str) -> None:
    assert not taken(document, format, parting)


@pytest.mark.parametrize("page", ["~Share this", "~3 min read"])
@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=list(DOCUMENTS))
def test_one_line_of_the_page_takes_nothing_along_wherever_it_stands(document: str, page: str) -> None:
    lines = [line for line in document.split("\n") if not line.startswith("~")]
    for at in range(len(lines)):
        assert not taken("\n".join([*lines[:at], page, *lines[at:]]), "text", "\n")
