"""Progress: what is done and left, how fast, how far reviewers agree, and the figures of a topic over time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.widgets import Static

from ledger.service import Pace, Statistics, Topic
from tui import actions
from tui.actions import ACTIONS, Action
from tui.docket import UNDECIDED, Docket
from tui.plot import plot
from tui.screens.desk import Desk
from tui.styled import Line, Run, abreast, ending, fitted, line, lines_of, ruled
from tui.widgets.keys import Keys
from tui.widgets.lines import Lines
from tui.wrapping import shown

_TOPICS = 30
"""Topics that can be looked through, those with most figures."""

_PLOT = 14
"""Lines of a plot."""

_MOST = 20
"""Documents that are listed: those with most to do."""

_FIGURES = 200
"""Figures that are listed below their plot, the latest."""

_BESIDE = 100
"""Cells from which on tables stand side by side."""


class Progress(Desk):
    """How the work stands."""

    NAME = "progress"
    CSS_PATH = ["desk.tcss", "progress.tcss"]  # noqa: RUF012
    BINDINGS: ClassVar = actions.bindings("progress")

    def __init__(self, docket: Docket, table: tuple[Action, ...] = ACTIONS):
        super().__init__(docket, table)
        self._counted: tuple[Statistics, list[Pace]] | None = None
        self._topics: list[Topic] | None = None
        self._topic = 0
        self._counting = False

    def compose(self) -> ComposeResult:
        yield Lines(id="told")
        yield Static("", id="standing", markup=False)
        yield Keys()

    def on_screen_resume(self) -> None:
        self.action_reload()

    def on_screen_suspend(self) -> None:
        self.workers.cancel_group(self, "thing")  # of a large ledger counting takes its time, which keys elsewhere should have

    def action_reload(self) -> None:
        self._counting = True
        self._tell()
        self._read()

    @work(thread=True, exclusive=True, group="thing")
    def _read(self) -> None:
        """Counts first, for they are quick; topics behind them."""
        self.ask(lambda: (self.docket.ledger.statistics(), self.docket.ledger.paces()), self._show_counts)
        self.ask(lambda: self.docket.ledger.topics(_TOPICS), self._show_topics)

    def _show_counts(self, counted: tuple[Statistics, list[Pace]]) -> None:
        self._counted = counted
        self._tell()

    def _show_topics(self, topics: list[Topic]) -> None:
        self._counting = False
        self._topics, self._topic = topics, min(self._topic, max(len(topics) - 1, 0))
        self.refresh_bindings()
        self._tell()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return len(self._topics or ()) > 1 if action == "topic" else super().check_action(action, parameters)

    def action_topic(self, by: int) -> None:
        if self._topics:
            self._topic = (self._topic + by) % len(self._topics)
            self._tell()

    def _tell(self) -> None:
        self.query_one(Lines).show(self._lines, stay=True)
        self.say(f" {self.docket.ledger.by} at {self.docket.ledger.name}{'  counting ...' * self._counting}")

    def _lines(self, width: int) -> list[Line]:
        counts = counted(*self._counted, width) if self._counted is not None else [line("Counting ...")]
        return [*counts, line(), *told(self._topics, self._topic, width)]


def counted(numbers: Statistics, paces: Sequence[Pace], width: int) -> list[Line]:
    """What is done and left in all, by kind and by document; each reviewer's pace; agreement."""
    left = sum(each.left for each in numbers.by_kind)
    done = sum(each.done for each in numbers.by_kind)
    open_findings = sum(count for (_, _, status), count in numbers.findings.items() if status in UNDECIDED)
    head = f"{numbers.documents} documents, {done + left} claims: {done} done, {left} left; {open_findings} findings open"
    beside = width >= _BESIDE
    column = (width - 3) // 2 if beside else width
    kinds = _done("by kind", [(each.name, each.done, each.left) for each in numbers.by_kind], column)
    most = sorted(numbers.by_document, key=lambda each: -each.left)
    documents = _done("by document", [(each.name, each.done, each.left) for each in most], column)
    tables = abreast([kinds, documents], column) if beside else [*kinds, line(), *documents]
    return [
        *lines_of([Run(head, "bold")], width), _bar(done, left, min(width, 60)), line(), *tables, line(), *_paces(paces, left, width),
        line(), *_agreement(numbers, width),
    ]  # fmt: skip


def _done(heading: str, rows: Sequence[tuple[str, int, int]], width: int) -> list[Line]:
    name = max(width - 34, 8)
    lines = [ruled(heading, width)]
    for label, done, left in rows[:_MOST]:
        lines.append([*fitted(line(ending(shown(label), name)), name), Run(f"{done:>6} done {left:>6} left "), *_bar(done, left, 8)])
    return lines if len(rows) <= _MOST else [*lines, line((f"and {len(rows) - _MOST} more", "dim"))]


def _bar(done: int, left: int, width: int) -> Line:
    full = round(width * done / (done + left)) if done + left else 0
    return line("█" * full, ("░" * (width - full), "dim"))


def _paces(paces: Sequence[Pace], left: int, width: int) -> list[Line]:
    lines = [ruled("decisions a minute, of the minutes worked", width)]
    for pace in paces:
        rate = f"{pace.a_minute:.1f} a minute" if pace.a_minute else "too few to tell how fast"
        rest = f", {left / pace.a_minute:.0f} minutes for what is left" if pace.a_minute and left else ""
        spark = "".join(_SPARKS[min(round(8 * count / max(pace.minutes)), 8)] for count in pace.minutes)
        many = f"{pace.decisions} decision{'s' * (pace.decisions != 1)}"
        lines += lines_of([Run(f"{shown(pace.reviewer)}: {many}, {rate}{rest}  {spark}")], width)
    return lines if paces else [*lines, line("Nobody has decided yet.")]


_SPARKS = " ▁▂▃▄▅▆▇█"


def _agreement(numbers: Statistics, width: int) -> list[Line]:
    lines = [ruled("agreement on what two have judged", width)]
    for each in numbers.agreement:
        kappa = "no kappa: one answer only" if each.kappa is None else f"kappa {each.kappa:.2f}"
        pair = f"{shown(each.left)} and {shown(each.right)}"
        lines += lines_of([Run(f"{pair}: {each.items} judged by both, {each.agree:.0%} alike, "), Run(kappa, "bold")], width)
    return lines if numbers.agreement else [*lines, line("No two reviewers have judged the same yet.")]


def told(topics: Sequence[Topic] | None, number: int, width: int) -> list[Line]:
    """The plot of topic ``number``, and its figures."""
    if topics is None:
        return [line("Gathering topics ...")]
    if not topics:
        return [ruled("figures over time", width), line("No topic has figures of two days yet.")]
    topic = topics[number]
    unit = f", in {shown(topic.unit)}" if topic.unit else ""
    lines = [ruled(f"figures over time, topic {number + 1} of {len(topics)}: {shown(topic.name)}{unit}", width)]
    lines += plot([(figure.day, figure.low, figure.high) for figure in topic.figures], width, _PLOT)
    for figure in topic.figures[-_FIGURES:]:
        whence = " · ".join(filter(None, (figure.claim.speaker, figure.claim.document)))
        lines += lines_of([Run(f"{figure.day} "), Run(f"{figure.claim.quantity}", "bold"), Run(f"  {shown(whence)}", "dim")], width)
    more = topic.more + len(topic.figures[:-_FIGURES])
    return [*lines, line((f"and {more:,} more", "dim"))] if more else lines
