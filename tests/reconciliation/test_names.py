"""Names in several transliterations are one; different surnames are not."""

from __future__ import annotations

import pytest

from ledger.errors import UsageError
from ledger.reconciliation.names import _read_aliases, key, likeness, name_keys

CASES = [
    ("Alyaksandr Lukashenka", "Alexander Lukashenko", "variant"),
    ("Lukashenka", "Lukashenko", "variant"),
    ("Sviatlana Tsikhanouskaya", "Svetlana Tikhanovskaya", "variant"),
    ("Uladzimir Siamashka", "Vladimir Semashko", "variant"),
    ("Ihar Siarheyenka", "Igor Sergeenko", "variant"),
    ("Raman Halouchanka", "Roman Golovchenko", "variant"),
    ("Natalia Yeremenko", "Natalya Eremenko", "variant"),
    ("Daria Holub", "Darya Golub", "variant"),
    ("Yusuf Hadzhiev", "Yusuf Khadzhiev", "variant"),
    ("Tsvetana Ilieva", "Cvetana Ilieva", "variant"),
    ("Yulia Andreichuk", "Iuliia Andriichuk", "variant"),
    ("Aleksei Marchenko", "Oleksiy Marchenko", "variant"),
    ("Giorgi Beridze", "Georgi Beridze", "variant"),
    ("Amira Dosova", "Amira Dossova", "variant"),
    ("Pavel Marchand", "Pavol Marchand", "variant"),
    ("Téo Marchand", "Teo Marchand", "exact"),
    ("Dr Nadezhda Fedorova", "Nadezda Fyodorova", "variant"),
    ("Mr G. Beridze", "Georgi Beridze", "partial"),
    ("Ts. Ilieva", "Cvetana Ilieva", "partial"),
    ("Marchenko", "Aleksei Marchenko", "partial"),
    ("Siarhei Tsikhanouski", "Sviatlana Tsikhanouskaya", "different"),
    ("Tsikhanouski", "Tsikhanouskaya", "different"),
    ("Ivanov", "Ivanova", "different"),
    ("Ana Ruiz", "Eva Ruiz", "different"),
    ("Mario Ruiz", "Maria Ruiz", "different"),
    ("Antonia Ruiz", "Antonio Ruiz", "different"),
    ("Ivan Ruiz", "Evan Ruiz", "different"),
    ("Jan Ruiz", "Jon Ruiz", "different"),
    ("Petra Ruiz", "Pelra Ruiz", "different"),
    ("A. Ruiz", "Eva Ruiz", "different"),
    ("John Gill", "John Hill", "different"),
    ("Hall", "Hill", "different"),
    ("Marchenko", "Marchuk", "different"),
    ("Kravchenko", "Kravchuk", "different"),
    ("Karlov", "Kirilov", "different"),
    ("Volkov", "Vulkov", "different"),
    ("Levin", "Lavin", "different"),
    ("Robin", "Rubin", "different"),
    ("Baker", "Becker", "different"),
    ("Kim Yong", "Kim Jong", "different"),
    ("Johnson", "Jonson", "different"),
]


@pytest.mark.parametrize(("one", "other", "expected"), CASES)
def test_likeness(one, other, expected):
    assert likeness(one, other) == expected
    assert likeness(other, one) == expected


@pytest.mark.parametrize(("one", "other"), [(one, other) for one, other, expected in CASES if expected in ("variant", "exact")])
def test_one_name_has_one_key(one, other):
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("name", "alias"), [("Kyiv", "Kiev"), ("United Kingdom", "Britain"), ("Saint Petersburg", "St. Petersburg"), ("Mumbai", "Bombay")]
)
def test_an_alias_stands_for_its_name(name, alias):
    assert name_keys(alias) == name_keys(name)


def test_a_file_of_aliases_that_cannot_be_used_is_named(tmp_path):
    path = tmp_path / "names.tsv"
    path.write_text("# names\nOld Velm Mills\tOVM, The Mills\nTamm\n")
    with pytest.raises(UsageError, match=r"names\.tsv:3: expected a name, a tab"):
        _read_aliases(path)
    with pytest.raises(UsageError, match=r"none\.tsv: the file of aliases cannot be read"):
        _read_aliases(tmp_path / "none.tsv")


@pytest.mark.parametrize(
    ("one", "other", "same"), [("Ruvarian", "Ruvaria", True), ("Vivian", "Vivia", False), ("Ruvarian", "Ruvia", False)]
)
def test_who_is_of_a_country_has_its_key(one, other, same):
    assert (name_keys(one) == name_keys(other)) is same
