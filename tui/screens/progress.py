"""Progress: what is done and left, how fast, how far reviewers agree, and the figures of a topic over time."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.widgets import Static
from textual.worker import get_current_worker

from ledger.service import Agreement, Counted, Done, Pace, Reviewed, Topic
from tui import actions
from tui.actions import ACTIONS, Action
from tui.docket import Docket
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

_FIGURES = 200
"""Figures that are listed below their plot, the latest."""

_BESIDE = 100
"""Cells from which on tables stand side by side."""


class Progress(Desk):
    """How the work stands. Of a large ledger counting takes its time: each part is shown when it is counted, and kept until it is again."""

    NAME = "progress"
    CSS_PATH = ["desk.tcss", "progress.tcss"]  # noqa: RUF012
    BINDINGS: ClassVar = actions.bindings("progress")

    def __init__(self, docket: Docket, table: tuple[Action, ...] = ACTIONS):
        super().__init__(docket, table)
        self._counted = Counted()
        self._topics: list[Topic] | None = None
        self._topic = 0
        self._counting = ""

    def compose(self) -> ComposeResult:
        yield Lines(id="told")
        yield Static("", id="standing", markup=False)
        yield Keys()

    def on_screen_resume(self) -> None:
        self.action_reload()

    def on_screen_suspend(self) -> None:
        self.workers.cancel_group(self, "thing")  # which keys elsewhere should have

    def action_reload(self) -> None:
        self._read()

    @work(thread=True, exclusive=True, group="thing")
    def _read(self) -> None:
        """What is soonest counted first; topics last, one as soon as it is read."""
        worker, topics = get_current_worker(), list[Topic]()

        def show(topic: Topic | None) -> None:
            topics.extend([topic] if topic is not None else [])
            self._show_topics(topics, more=topic is not None)

        self.ask(lambda: "findings", self._count)
        with closing(self.docket.counted()) as parts:
            while not worker.is_cancelled and self._counting not in ("", "topics"):
                self.ask(lambda: next(parts, None), self._show_counted)
        with closing(self.docket.ledger.topics(_TOPICS)) as found:
            while not worker.is_cancelled and self._counting:
                self.ask(lambda: next(found, None), show)

    def _count(self, part: str) -> None:
        """Say what is being counted."""
        self._counting = part
        self._tell()

    def _show_counted(self, counted: Counted | None) -> None:
        """Show the parts that are counted; the others as they were."""
        if counted is not None:
            self._counted = Counted._make(was if now is None else now for now, was in zip(counted, self._counted, strict=True))
        self._count(next((name for name, value in zip(Counted._fields, counted or (), strict=False) if value is None), "topics"))

    def _show_topics(self, topics: list[Topic], *, more: bool) -> None:
        """Those that are read take the place of the old ones when they are as many, or all."""
        if not more:
            self._counting = ""
        if not more or len(topics) > len(self._topics or ()):
            had, self._topics = len(self._topics or ()), [*topics]
            self._topic = min(self._topic, max(len(topics) - 1, 0))
            if (had > 1) != (len(topics) > 1):
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
        doing = f"  counting {self._counting} ..." if self._counting else ""
        self.say(f" {self.docket.ledger.by} at {self.docket.ledger.name}{doing}")

    def _lines(self, width: int) -> list[Line]:
        return [*told_counts(self._counted, width), line(), *told(self._topics, self._topic, width)]


def told_counts(counted: Counted, width: int) -> list[Line]:
    """What is done and left in all, by kind and by document; each reviewer's pace; agreement."""
    claims, open_ones = counted.claims, "" if counted.findings is None else f"{counted.findings:,} findings open"
    left = sum(each.left for each in claims.by_kind) if claims is not None else None
    lines = _claims(claims, open_ones, width) if claims is not None else [line((open_ones, "bold")), line("Counting claims ...")]
    lines += [line(), *(_paces(counted.decisions, left, width) if counted.decisions is not None else [line("Counting decisions ...")])]
    return [*lines, line(), *(_agreement(counted.agreement, width) if counted.agreement is not None else [line("Comparing reviewers ...")])]


def _claims(claims: Reviewed, open_ones: str, width: int) -> list[Line]:
    left, done = (sum(getattr(each, name) for each in claims.by_kind) for name in ("left", "done"))
    head = f"{claims.documents:,} documents, {done + left:,} claims: {done:,} done, {left:,} left; {open_ones}"
    beside = width >= _BESIDE
    column = (width - 3) // 2 if beside else width
    kinds, documents = _done("by kind", claims.by_kind, 0, column), _done("by document", claims.by_document, claims.more, column)
    tables = abreast([kinds, documents], column) if beside else [*kinds, line(), *documents]
    return [*lines_of([Run(head, "bold")], width), _bar(done, left, min(width, 60)), line(), *tables]


def _done(heading: str, rows: Sequence[Done], more: int, width: int) -> list[Line]:
    name = max(width - 34, 8)
    lines = [ruled(heading, width)]
    for label, done, left in rows:
        lines.append([*fitted(line(ending(shown(label), name)), name), Run(f"{done:>6} done {left:>6} left "), *_bar(done, left, 8)])
    return [*lines, line((f"and {more:,} more", "dim"))] if more else lines


def _bar(done: int, left: int, width: int) -> Line:
    full = round(width * done / (done + left)) if done + left else 0
    return line("█" * full, ("░" * (width - full), "dim"))


def _paces(paces: Sequence[Pace], left: int | None, width: int) -> list[Line]:
    lines = [ruled("decisions a minute, of the minutes worked", width)]
    for pace in paces:
        rate = f"{pace.a_minute:.1f} a minute" if pace.a_minute else "too few to tell how fast"
        rest = f", {left / pace.a_minute:.0f} minutes for what is left" if pace.a_minute and left else ""
        spark = "".join(_SPARKS[min(round(8 * count / max(pace.minutes)), 8)] for count in pace.minutes)
        many = f"{pace.decisions} decision{'s' * (pace.decisions != 1)}"
        lines += lines_of([Run(f"{shown(pace.reviewer)}: {many}, {rate}{rest}  {spark}")], width)
    return lines if paces else [*lines, line("Nobody has decided yet.")]


_SPARKS = " ▁▂▃▄▅▆▇█"


def _agreement(agreements: Sequence[Agreement], width: int) -> list[Line]:
    lines = [ruled("agreement on what two have judged", width)]
    for each in agreements:
        kappa = "no kappa: one answer only" if each.kappa is None else f"kappa {each.kappa:.2f}"
        pair = f"{shown(each.left)} and {shown(each.right)}"
        lines += lines_of([Run(f"{pair}: {each.items} judged by both, {each.agree:.0%} alike, "), Run(kappa, "bold")], width)
    return lines if agreements else [*lines, line("No two reviewers have judged the same yet.")]


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
        lines += lines_of([Run(f"{figure.day} "), Run(shown(str(figure.claim.quantity)), "bold"), Run(f"  {shown(whence)}", "dim")], width)
    more = topic.more + len(topic.figures[:-_FIGURES])
    return [*lines, line((f"and {more:,} more", "dim"))] if more else lines
