"""Reads every quantitative claim out of a document.

``extract(document)`` is the whole of it; a kind of quantity is a file in ``quantities``,
a construction that claims nothing a file in ``exclusions``, and ``context`` says what a
figure is about and who says so.
"""

from ledger.extraction.extractor import extract

__all__ = ["extract"]
