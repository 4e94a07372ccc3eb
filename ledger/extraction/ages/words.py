"""The vocabulary beside ages."""

from __future__ import annotations

from ledger.lexicon import classes, words

CLASS = classes("ages.tsv")
"""The words of each class of ``lexicon/ages.tsv``."""

PERSONS, PLURAL_PERSONS = words("persons.txt"), words("persons_plural.txt")
ORGANISATIONS = words("organisations.txt")
EVERYBODY = PERSONS | PLURAL_PERSONS

MARKS = "(,;:“\"'"
"""Punctuation that may be attached to a word."""

OLDEST = 130
"""Only what is called "old" outright, such as a church, is older than a person of so many years."""
