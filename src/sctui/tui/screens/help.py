"""All keys, from the registry, and what the words and marks on the screens mean."""

from __future__ import annotations

from collections.abc import Iterator

from textual.widget import Widget

from sctui.i18n import N_, _
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
    """Keys of the screen one comes from, words and marks, keys of the others, where things live.

    Args:
        desk: what screens work with.
        scope: the name of that screen in the registry of keys.
    """

    heading = N_("Help")

    def __init__(self, desk: Desk, scope: str = "") -> None:
        super().__init__(desk)
        self._scope = scope

    def content(self) -> list[Widget]:
        """A heading and a list for each part."""
        scopes = dict(actions.SCOPES)
        here = {self._scope: scopes.pop(self._scope)} if self._scope in scopes else {}
        marks = [(_(words), _(meaning)) for words, _tone, meaning in FLAGS.values()]
        home = self.desk.home
        places = [
            (_("settings"), str(home.config)),
            (_("your decks"), str(home.decks)),
            (_("your reviews"), str(home.database)),
        ]
        return [
            *self._keys(here),
            Glossary(_("What the numbers count"), [(_(word), _(meaning)) for word, meaning in _COUNTS]),
            Glossary(_("Marks on a card"), marks),
            *self._keys(scopes),
            Glossary(_("Where things live"), [(name, self.desk.line(place)) for name, place in places]),
        ]

    def _keys(self, scopes: dict[str, str]) -> Iterator[Widget]:
        own = self.desk.settings.keys
        for scope, name in scopes.items():
            rows = [(with_own_key(action, own).key, _(action.help)) for action in actions.of(scope)]
            yield Glossary(_("Keys: {place}").format(place=_(name)), rows)
