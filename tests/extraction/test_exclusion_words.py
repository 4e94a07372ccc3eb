"""Every word of a list beside figures does there what the list is for, and a word that is in none of them does not."""

from __future__ import annotations

import pytest

from ledger.extraction.beside import CLASSES
from tests.extraction.test_exclusions import figures, passed_over

NAMING = """
    clock_ride              The [7.15] {} was late.
    clock_catch             They {} the [7.12] to school.
    clock_ride_behind       She took the [7.12] {} work.
    clock_comes             They were {} at [six].
    clock_event             It was {} at [10.30].
    clock_on_a_day          It {} on 9 March at [10.30].
    clock_zone              It came at [1617] {}.
    clock_cue               It came by [10.35] {} in all.
    open_day                The desk ({}, [8-16]) is near.
    open_until              It goes {} until [8].
    stamped                 {} [16.05]
    graded                  {}: [3/5]
    grade_behind            Rating: [3/5] {} it
    rated_by                Rated [4.7/5] by 2,318 {}.
    binding                 Full text: [412] pages, {}.
    button                  Old · [11] min | {}
    other_page              [3 of 12] · {}
    readers_button          Thank you. {} ([31])
    counter                 [21] {}
    code_of                 His {} code [20-41-18] is known.
    identifier              The {} is [992816], they said.
    versioned               It runs the [2.0] {} now.
    scoring                 {}: Holm [12]; Osei [81]
    lined_up                {}: Osei, Kone [71].
    heads_results           {}: Ashby [2] Loxton [2]
    drawn_to_scale          The {}, [1:5000] here, is old.
    statistic               It fell ({} < [0.01]).
    ratio_of_risks          It fell ({} [0.81]) there.
    road_before             They went {} B [118].
    paper_founded           {} [1871] · Friday, 6 June 2031
    paper_issue             The Tarn Post | {} [12] | Friday, 6 June 2031
    paper_part              {} [11] of 20 | 8 May 2034
    street                  She lives at [12] Velm {Aa} now.
    software                The {} dropped it in [4.0].
"""
COUNTING = """
    clock_until_several     and     They waited until [ten] {} hungry.
    clock_at_no_hour        and     They met at [six] {} these.
    clock_rate              and     Doors open at [4.50] {} shut.
    market                  school  The {} closed at [nine].
    market_moves            left    The euro, weak for days against its rivals, {} at [nine].
"""
OTHER = "blue"
"""A word of no list; those of ``COUNTING`` have one each, beside which the figure is an hour."""


def lines(table: str) -> list[list[str]]:
    return [line.split(maxsplit=2 if table is COUNTING else 1) for line in table.strip().splitlines()]


def marked(sentence: str, word: str) -> tuple[str, set[int]]:
    """The sentence with ``word`` and without its brackets, and where the figures in them begin."""
    first, *parts = sentence.replace("{}", word).replace("{Aa}", word.title()).split("[")
    text, begins = first, set()
    for part in parts:
        begins.add(len(text))
        text += part.replace("]", "", 1)
    return text, begins


def silent(text: str) -> set[int]:
    return {start for start, _ in passed_over(text)}


NAMED = [pytest.param(line, word, id=f"{name}: {word}") for name, line in lines(NAMING) for word in sorted(CLASSES[name])]
COUNTED = [pytest.param(line, word, id=f"{name}: {word}") for name, _, line in lines(COUNTING) for word in sorted(CLASSES[name])]


@pytest.mark.parametrize(("sentence", "word"), NAMED)
def test_beside_it_a_figure_claims_nothing(sentence: str, word: str) -> None:
    text, begins = marked(sentence, word)
    assert begins <= {start for start, _ in figures(text)}
    assert begins <= silent(text)


@pytest.mark.parametrize(("name", "sentence"), lines(NAMING))
def test_beside_another_word_it_claims(name: str, sentence: str) -> None:
    text, begins = marked(sentence, OTHER)
    assert not begins <= silent(text), name


@pytest.mark.parametrize(("sentence", "word"), COUNTED)
def test_beside_it_a_figure_claims(sentence: str, word: str) -> None:
    text, begins = marked(sentence, word)
    assert begins.isdisjoint(silent(text))


@pytest.mark.parametrize(("name", "other", "sentence"), lines(COUNTING))
def test_beside_another_word_it_claims_nothing(name: str, other: str, sentence: str) -> None:
    text, begins = marked(sentence, other)
    assert begins <= silent(text), name
