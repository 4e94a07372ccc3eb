"""Made-up articles for the benchmarks: news of events, one to six articles an event, each with names, dates and figures.

The same number of articles gives the same bytes. Most of an article is prose without figures, as in the news. A long one tells of
several events, one after the other, so that it has as many claims a byte as a short one.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

_SYLLABLES = "ba ke li mo nu ra se ti vo za dro fel gan hor jun kal mer nov pas tor vel wen".split()  # noqa: SIM905
_COMMON = ("Russia", "London", "Reuters", "Paris", "Congress", "Berlin", "Moscow", "Washington", "Europe", "the United Nations")
_FIGURES = (
    "At least {0} people were killed and {1} injured when the {thing} near {place} collapsed, {name} said.",
    "The {body} put the cost at ${0} million, up from ${1} million a year earlier.",
    "About {0:,} residents of {place} were moved out by {weekday}, according to {name}.",
    "{name}, {age}, said that {0} of the {1} members had voted for the plan.",
    "The inquiry, which opened on {day}, heard {0} witnesses in {1} days.",
    "Some {0} percent of those asked in {place} were against the {thing}, the {body} found.",
    "{place} has lost {0:,} jobs since 2008, and more than {1} shops stand empty.",
    "Prices of {goods} rose {0} percent in {month}, while output fell by {1:,} tonnes.",
)
_PROSE = (
    "Nobody at the {body} would say what comes next, though {name} promised an answer before the end of the week.",
    "The {thing} has divided {place} for as long as anybody there cares to remember.",
    "In {common} the news was met with a shrug, and with some relief by those who had feared worse.",
    "“We did what we could with what we had,” {name} told reporters outside the {body}, “and we would do it again.”",
    "Critics say that the {body} was warned, that the warnings were clear, and that they were put in a drawer.",
    "The road to {place} winds through fields of {goods}, past a closed mill and a row of houses with boarded windows.",
    "Those who live there speak of it quietly, as one speaks of a relative who has done something unforgivable.",
)
_LENGTH = 3000
"""Bytes on one event at least, if the article has so many."""

_THINGS, _BODIES = ("dam", "bridge", "mine", "harbour", "railway", "stadium"), ("ministry", "council", "commission", "union", "court")
_GOODS = ("wheat", "barley", "coal", "timber", "cotton")


def articles(count: int, size: int) -> Iterator[tuple[str, str, str]]:
    """Of each of ``count`` articles its file name, its ISO date and its text of about ``size`` bytes."""
    chance, made = random.Random(count), 0
    while made < count:
        events = [_Event(chance) for _ in range(max(1, size // _LENGTH))]
        for _ in range(min(count - made, chance.choices((1, 2, 3, 6), (12, 4, 2, 1))[0])):
            published = events[0].day + timedelta(days=chance.randrange(4))
            yield f"{made:06}.txt", published.isoformat(), "\n".join(event.article(chance, size // len(events)) for event in events)
            made += 1


def word(chance: random.Random) -> str:
    """A word that no language has."""
    return "".join(chance.choices(_SYLLABLES, k=3))


class _Event:
    """What the articles on one event have in common: names, a day, and sentences with their figures."""

    def __init__(self, chance: random.Random):
        self.day = date(2020, 1, 1) + timedelta(days=chance.randrange(1500))
        self.names = [f"{word(chance).title()} {word(chance).title()}" for _ in range(3)]
        self.words = {
            "place": word(chance).title(), "thing": chance.choice(_THINGS), "body": chance.choice(_BODIES), "goods": chance.choice(_GOODS),
            "day": f"{self.day:%-d %B}", "month": f"{self.day:%B}", "weekday": f"{self.day:%A}", "age": chance.randrange(25, 80),
        }  # fmt: skip
        self.figures = [(sentence, sorted(chance.sample(range(2, 100), 2))) for sentence in _FIGURES]

    def article(self, chance: random.Random, size: int) -> str:
        """Paragraphs of a few sentences; a figure is now and then another than the event's other articles have."""
        waiting = chance.sample(self.figures, len(self.figures))
        paragraphs, length = list[str](), 0
        while length < size:
            sentences = [self._sentence(chance, waiting) for _ in range(chance.randrange(2, 5))]
            paragraphs.append(" ".join(sentences))
            length += len(paragraphs[-1]) + 2
        return "\n\n".join(paragraphs) + "\n"

    def _sentence(self, chance: random.Random, waiting: list[tuple[str, list[int]]]) -> str:
        """The next of the sentences with figures that are ``waiting``, or one without."""
        name, common = chance.choice(self.names), chance.choice(_COMMON)
        if not waiting or chance.random() < 0.6:
            return chance.choice(_PROSE).format(name=name, common=common, **self.words)
        sentence, figures = waiting.pop()
        if chance.random() < 0.1:
            figures = sorted(chance.sample(range(2, 100), 2))
        return sentence.format(*figures, name=name, common=common, **self.words)
