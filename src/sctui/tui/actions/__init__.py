"""Every key of the app, declared once: bindings, footer, command palette, help and docs come from here.

Words stand here in English, as the third and fourth argument of an `Action`; they are put into the learner's
language where they are shown (`sctui.i18n`).
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from sctui.i18n import N_, _
from sctui.tui.actions.action import Action
from sctui.tui.actions.authoring import AUTHORING
from sctui.tui.actions.browsing import BROWSING
from sctui.tui.actions.everywhere import EVERYWHERE
from sctui.tui.actions.home import HOME
from sctui.tui.actions.knowledge import KNOWLEDGE
from sctui.tui.actions.planning import PLANNING
from sctui.tui.actions.reading import READING
from sctui.tui.actions.setting import SETTING
from sctui.tui.actions.statistics import STATISTICS
from sctui.tui.actions.studying import STUDYING
from sctui.tui.actions.touring import TOURING

if TYPE_CHECKING:
    from textual.binding import ActiveBinding, Binding, BindingType

__all__ = ["ACTIONS", "SCOPES", "Action", "bindings", "of"]

ACTIONS = (
    *HOME,
    *STUDYING,
    *AUTHORING,
    *BROWSING,
    *READING,
    *KNOWLEDGE,
    *STATISTICS,
    *PLANNING,
    *SETTING,
    *TOURING,
    *EVERYWHERE,
)
SCOPES = {
    "library": N_("Library"),
    "errand": N_("Add documents, export"),
    "study": N_("Study"),
    "browse": N_("Browse"),
    "inbox": N_("Inbox"),
    "form": N_("Form"),
    "document": N_("Document"),
    "trials": N_("Trials"),
    "record": N_("Study record"),
    "compare": N_("Compare"),
    "mechanisms": N_("Mechanisms"),
    "overview": N_("Overview"),
    "mastery": N_("Weak topics"),
    "statistics": N_("Statistics"),
    "plans": N_("Plans"),
    "spread": N_("Cards spread over days"),
    "retention": N_("Desired retention"),
    "history": N_("History of a card"),
    "more": N_("When nothing is due"),
    "summary": N_("End of a session"),
    "settings": N_("Settings"),
    "keys": N_("Keys"),
    "app": N_("Everywhere"),
}


def of(scope: str) -> tuple[Action, ...]:
    """The actions of a screen or the app."""
    return tuple(action for action in ACTIONS if action.scope == scope)


def bindings(scope: str) -> list[BindingType]:
    """Textual's bindings for a screen or the app, each with its action's id; in English (`in_language`)."""
    from textual.binding import Binding  # noqa: PLC0415 -- the registry is also read where no app runs

    return [
        Binding(
            action.keys,
            action.call,
            action.label or action.help,
            show=bool(action.label),
            key_display=action.shown_key or None,
            id=action.id,
            tooltip=action.help,
        )
        for action in of(scope)
    ]


def in_language(active: dict[str, ActiveBinding]) -> dict[str, ActiveBinding]:
    """What works now, its words in the learner's language: bindings are made once, languages change."""
    return {
        key: found._replace(
            binding=_worded(found.binding, _(found.binding.description)),
            tooltip=_(found.tooltip) if found.tooltip else "",
        )
        for key, found in active.items()
    }


@lru_cache(maxsize=2048)
def _worded(binding: Binding, description: str) -> Binding:
    """A binding with another description; they are asked for at every change of the focus."""
    return replace(binding, description=description)
