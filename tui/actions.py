"""Everything a reviewer can do, in one table: keys, palette, help and footer are made of it.

Lower-case keys do no harm: what is recorded asks for a capital letter, a figure or a question's answer.
"""

from __future__ import annotations

from typing import NamedTuple

from textual.actions import parse
from textual.binding import Binding, BindingType
from textual.keys import format_key


class Action(NamedTuple):
    """An action: ``key`` as Textual names keys, several with commas; ``does`` is Textual's name for it, the ``id`` when left out.

    ``scope`` is where it can be done: everywhere; in any list; in triage, there on a claim or on a finding;
    away from triage, in browse or in progress.
    ``footer`` is for those that the last line shows.
    """

    id: str
    key: str
    label: str
    help: str
    scope: str = "everywhere"
    does: str = ""
    footer: bool = False

    @property
    def action(self) -> str:
        """The action as Textual runs it."""
        return self.does or self.id


SCOPES = {
    "triage": ("everywhere", "list", "triage", "claim", "finding"),
    "browse": ("everywhere", "away", "list", "browse"),
    "progress": ("everywhere", "away", "progress"),
}
"""The scopes of each screen."""

_SIDES = tuple(
    Action(f"side_{at}", str(at), f"side {at}", f"Of the finding's sides, number {at} is right.", "finding", f"side({at})", at < 3)
    for at in range(1, 10)
)

ACTIONS = (
    Action("down", "j,down", "next", "Look at the next row.", "list", "move(1)"),
    Action("up", "k,up", "previous", "Look at the row before.", "list", "move(-1)"),
    Action("page_down", "ctrl+f,pagedown", "page on", "Go a screen of rows on.", "list", "page(1)"),
    Action("page_up", "ctrl+b,pageup", "page back", "Go a screen of rows back.", "list", "page(-1)"),
    Action("first", "g,home", "first", "Go to the first row: in triage the hardest.", "list"),
    Action("last", "G,end", "last", "Go to the last row.", "list"),
    Action("tell_on", "ctrl+d", "more of it", "Scroll the record, the sides or the history down.", "list", "scroll('told', 1)"),
    Action("tell_back", "ctrl+u", "back in it", "Scroll the record, the sides or the history up.", "list", "scroll('told', -1)"),
    Action("read_on", "right_square_bracket", "read on", "Scroll the source down.", "list", "scroll('source', 1)"),
    Action("read_back", "left_square_bracket", "read back", "Scroll the source up.", "list", "scroll('source', -1)"),
    Action("copy_quote", "y", "copy quote", "Put the sentence on the clipboard; of a finding the side that is read, or all.", "list"),
    Action("copy_link", "Y", "copy link", "Put an address on the clipboard that leads to the sentence where it was published.", "list"),
    Action("skip", "s,space", "skip", "Leave this undecided and look at the next that nobody else looks at.", "triage"),
    Action("verify", "V", "verify", "The claim is right as it is recorded.", "claim", "decide('verify')", True),
    Action("reject", "X", "reject", "This is no claim, or it is recorded wrongly beyond repair.", "claim", "decide('reject')", True),
    Action("dispute", "D", "dispute", "The text says so, and it is doubtful.", "claim", "decide('dispute')", True),
    Action("needs_source", "N", "needs source", "It cannot be decided before a source is found.", "claim", "decide('needs-source')", True),
    Action("correct", "C", "correct", "Say what the record should be: a form with its fields.", "claim", footer=True),
    *_SIDES,
    Action("both_valid", "B", "both valid", "All sides are right: another scope or time. Asks why.", "finding", "ask('both-valid')", True),
    Action("false_alarm", "F", "false alarm", "The claims do not speak of one thing. Asks why.", "finding", "ask('false-alarm')", True),
    Action("open_side", "o", "read side", "Read the next side in its document; behind the last, close it.", "finding", footer=True),
    Action("assign", "A", "assign", "Ask a reviewer to look at it. Asks whom.", "triage", "ask('assign')"),
    Action("mine", "a", "mine", "Look only at what is assigned to you, or at all again.", "triage"),
    Action("bulk", "asterisk", "all shown", "Decide on all undecided claims on the screen. Asks what, and for their number.", "triage"),
    Action("undo", "u", "undo", "Take back your last decision, as often as you like, also those of another day.", "triage", footer=True),
    Action("redo", "ctrl+r", "redo", "Take up again what you took back.", "triage"),
    Action("note", "M", "note", "Add a remark without deciding.", "triage", "ask('note')", True),
    Action("search", "slash", "search", "Look only at what has these words in its sentence; empty shows all again.", "triage", footer=True),
    Action("sift", "slash", "filter", "Type what to look for: words, kind:share, value:20..40 and more.", "browse", footer=True),
    Action("order", "o", "order", "List the claims by value, kind, status, speaker, unit or document.", "browse", footer=True),
    Action("falling", "r", "reverse", "List them from the other end.", "browse"),
    Action("documents", "d", "documents/claims", "List documents instead of claims, or claims again.", "browse", footer=True),
    Action("open", "enter", "open", "Of a document, list its claims; take a claim to triage.", "browse", footer=True),
    Action("history", "h", "history", "Show all that happened to the claim, or its record again.", "browse", footer=True),
    Action("jump", "colon", "jump", "Go to a claim by its id or the beginning of it.", "browse"),
    Action("next_topic", "j,down,n", "next topic", "Plot the next topic.", "progress", "topic(1)", True),
    Action("previous_topic", "k,up", "topic before", "Plot the topic before.", "progress", "topic(-1)", True),
    Action("down_page", "ctrl+d,pagedown", "further", "Scroll down.", "progress", "scroll('told', 1)"),
    Action("up_page", "ctrl+u,pageup", "back up", "Scroll up.", "progress", "scroll('told', -1)"),
    Action("back", "escape", "back", "Go back: from the filter to the list, from there to triage.", "away"),
    Action("triage", "t", "triage", "Go to what is to be decided.", "everywhere", "app.go('triage')", True),
    Action("browse", "b", "browse", "Look around in all documents and claims.", "everywhere", "app.go('browse')", True),
    Action("progress", "p", "progress", "See what is done and left, how fast, and who agrees.", "everywhere", "app.go('progress')", True),
    Action("reload", "f5", "reload", "Read the ledger again: what others decided leaves the queue.", "everywhere"),
    Action("theme", "ctrl+t", "theme", "Change the colours: dark, light, high contrast, none.", "everywhere", "app.next_theme"),
    Action("palette", "ctrl+p", "palette", "Find an action by its name and do it.", "everywhere", "app.command_palette"),
    Action("quit", "q", "leave", "Leave; the next time begins at the same place.", "everywhere", footer=True),
    Action("help", "question_mark", "help", "Show every action with its key; type to search.", "everywhere", footer=True),
)

_SCOPE = {parse(action.action)[1:]: action.scope for action in ACTIONS}


def of(screen: str, table: tuple[Action, ...] = ACTIONS) -> tuple[Action, ...]:
    """The actions that ``screen`` (triage, browse, progress) has, in the order of ``table``."""
    return tuple(action for action in table if action.scope in SCOPES[screen])


def bindings(screen: str) -> list[BindingType]:
    """The keys of ``screen``; each binding has the action's id, by which a keymap may give it another key."""
    return [
        Binding(action.key, action.action, action.label, show=action.footer, tooltip=action.help, id=action.id) for action in of(screen)
    ]


def scope(action: str, parameters: tuple[object, ...]) -> str:
    """Where an action, as Textual names it, can be done; everywhere when the table does not hold it."""
    return _SCOPE.get((action, parameters), "everywhere")


def shown_key(action: Action) -> str:
    """The action's first key as a reader knows it."""
    return format_key(action.key.split(",")[0])
