"""All keys, from the registry, and what the words and marks on the screens mean."""

from __future__ import annotations

from typing import Self

from textual.widget import Widget

from sctui.i18n import N_, _
from sctui.search.fields import FIELDS, LANGUAGE
from sctui.tui import actions
from sctui.tui.card_text import FLAGS
from sctui.tui.desk import Desk
from sctui.tui.screens.reader import ReaderScreen
from sctui.tui.settings.own_keys import with_own_key
from sctui.tui.widgets.glossary import Glossary

_COUNTS = (
    (N_("new"), N_("never asked before; so many are begun a day (new_per_day)")),
    (N_("learning"), N_("begun or forgotten a short while ago, and asked again today")),
    (N_("due"), N_("known already, and to be asked again by today")),
)


class HelpScreen(ReaderScreen):
    """Keys of the screen one comes from, words and marks, keys of the others, where things live."""

    heading = N_("Help")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._scope = "library"  # where most come from
        self._own: dict[str, list[Widget]] = {}  # what tells of a screen, by its scope
        self._place: dict[Widget, int] = {}

    def begin(self, scope: str) -> Self:
        """Begin with the keys of a screen, by its name in the registry of keys."""
        other, self._scope = scope != self._scope, scope
        for text in self.query("#text"):
            if other:
                text.sort_children(key=self._in_order)
            text.scroll_home(animate=False)
        return self

    def content(self) -> list[Widget]:
        """A heading and a list for each part."""
        own = self.desk.settings.keys
        for scope, name in actions.SCOPES.items():
            rows = [(with_own_key(action, own).key, _(action.help)) for action in actions.of(scope)]
            self._own[scope] = [Glossary(_("Keys: {place}").format(place=_(name)), rows)]
        found = [(written, _(meaning)) for written, meaning in (field.example for field in FIELDS)]
        self._own["browse"].append(Glossary(_("What Browse finds"), [("", _(LANGUAGE)), *found]))
        marks = [(_(words), _(meaning)) for words, _tone, meaning in FLAGS.values()]
        home = self.desk.home
        places = [
            (_("settings"), str(home.config)),
            (_("your decks"), str(home.decks)),
            (_("your reviews"), str(home.database)),
        ]
        widgets = [
            Glossary(_("What the numbers count"), [(_(word), _(meaning)) for word, meaning in _COUNTS]),
            Glossary(_("Marks on a card"), marks),
            *(widget for widgets in self._own.values() for widget in widgets),
            Glossary(_("Where things live"), [(name, self.desk.line(place)) for name, place in places]),
        ]
        self._place = {widget: place for place, widget in enumerate(widgets)}
        return sorted(widgets, key=self._in_order)

    def _in_order(self, widget: Widget) -> tuple[bool, int]:
        return widget not in self._own[self._scope], self._place[widget]
