"""What every screen works with: collection, settings, clock, and text in the reader's script."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING, Any

from sctui.config import Settings, TomlValue, save_entry, save_setting
from sctui.errors import SctuiError
from sctui.text.printable import one_line, printable
from sctui.text.script import Script, show
from sctui.tui.beside import beside

if TYPE_CHECKING:
    from sctui.collection import Collection
    from sctui.decks.library import Library
    from sctui.decks.watching import DeckWatch
    from sctui.locations import Home
    from sctui.model.knowledge import LibraryKnowledge
    from sctui.scheduler.plans import Break, Exam
    from sctui.scheduler.settings import StudySettings
    from sctui.search.index import CardIndex
    from sctui.study.parts import Parts
    from sctui.tui.clock import Clock

_FIGURES = 8  # the number of screens and scopes whose figures are remembered
_SHORT = 30  # characters of a question that tell it from others


class Desk:
    """One learner at work.

    Args:
        collection: decks and database, or what opens them, which is called when they are first asked for.
        settings: as read when the program started; the script may change since.
        home: where a changed setting is saved.
        clock: what time it is.

    `known` is what the documents of the library tell, once it has been read. `awaited` are the names of the
    decks while they are still being read, as they were last time; None once the collection has them, which
    nothing should ask for before, but the thread that reads.
    """

    def __init__(
        self, collection: Collection | Callable[[], Collection], settings: Settings, home: Home, clock: Clock
    ) -> None:
        self.opened: Collection | None = None
        self._opening = Lock()
        if callable(collection):
            self._open = collection
        else:
            self.opened = collection
        self.settings = settings
        self.home = home
        self.clock = clock
        self.known: LibraryKnowledge | None = None
        self._known_at: object = None  # the files that it was read from, as they stood then
        self.awaited: tuple[str, ...] | None = None
        self._parts: tuple[Library, Parts] | None = None
        self._watch: DeckWatch | None = None
        self._index: CardIndex | None = None
        self._edition: tuple[Library | None, int] = None, 0  # counts the times that decks became others
        self._figures: dict[object, tuple[object, Any]] = {}

    @property
    def collection(self) -> Collection:
        """Decks and database.

        Raises:
            HomeError, CollectionError: when they have yet to be opened, and cannot be.
        """
        if self.opened is None:
            with self._opening:
                self.opened = self.opened or self._open()
        return self.opened

    def topics_in(self, deck: str) -> Iterable[str]:
        """The topics of a deck itself, those above them first; none before the decks are read."""
        return () if self.awaited is not None else self.collection.topics_in(deck)

    def moment(self) -> object:
        """What is another one as soon as figures may be others: decks, answers, settings, the study day."""
        from sctui.scheduler.study_day import number_of_day  # noqa: PLC0415 -- keeps the first frame early

        settings, now = self.study_settings(), self.now()
        day = number_of_day(now, settings.utc_offset_minutes, settings.rollover_hour)
        library, edition = self._edition
        if library is not self.collection.library:
            library, edition = self._edition = self.collection.library, edition + 1
        return edition, self.collection.store.version(), settings, day

    def remembered(self, name: object, moment: object) -> Any:
        """The figures that were remembered under a name, if they were read at this `moment`; else None."""
        at, found = self._figures.get(name, (None, None))
        return found if at == moment else None

    def asked(self, name: object) -> bool:
        """Whether figures were remembered under a name, at whatever moment."""
        return name in self._figures

    def remember(self, name: object, moment: object, found: object) -> None:
        """Remember figures; the oldest go first."""
        self._figures.pop(name, None)
        self._figures[name] = moment, found
        if len(self._figures) > _FIGURES:
            del self._figures[next(iter(self._figures))]

    def key(self, action: str) -> str:
        """The key that does an action, as a sentence names it; the learner's own where there is one."""
        from sctui.tui.settings.own_keys import key_of  # noqa: PLC0415 -- most screens name no key

        return key_of(action, self.settings.keys)

    def watch(self) -> DeckWatch:
        """What tells when the decks are edited elsewhere; it begins when it is first asked for."""
        if self._watch is None:
            from sctui.decks.watching import DeckWatch  # noqa: PLC0415 -- keeps the start short

            found = dict.fromkeys(loaded.folder for loaded in self.collection.library.decks)
            found.pop(self.home.decks, None)  # what lies there stands in for the others
            self._watch = DeckWatch((*found, self.home.decks))
        return self._watch

    def card_index(self) -> CardIndex:
        """The index that cards are searched in; whoever shows it brings it up to date."""
        if self._index is None:
            from sctui.search.index import CardIndex  # noqa: PLC0415 -- keeps the start short

            self._index = CardIndex(self.collection)
        return self._index

    def knowledge(self) -> LibraryKnowledge:
        """What the documents of the library tell, read where its files are not those of the last time.

        Takes a while for many.
        """
        from sctui.records.library import knowledge_files, read_library_knowledge  # noqa: PLC0415 -- keeps the start short
        from sctui.tui.reading import stamp  # noqa: PLC0415 -- likewise

        stamps = [stamp(file) for file in knowledge_files(self.home.library)]
        if self.known is None or stamps != self._known_at:
            self._known_at, self.known = stamps, read_library_knowledge(self.home.library)
        return self.known

    async def prepared(self) -> None:
        """Wait until the collection gives a queue at once; whoever can go on meanwhile does so."""
        if not self.collection.prepared:
            with suppress(SctuiError):  # it is told where the cards are counted
                await beside(self.collection.prepare)

    async def go_on_with(self, library: Library) -> None:
        """Take other decks; what takes long of it is done in a thread."""
        from sctui.decks.cards import Cards  # noqa: PLC0415 -- for the thread alone

        cards = await asyncio.to_thread(Cards, library.decks, library.waiting)
        self.collection.reload(library, cards)
        await self.prepared()

    def parts(self) -> Parts:
        """The cards by the places they lie at; worked out once for a library, best in a thread."""
        library = self.collection.library
        if self._parts is None or self._parts[0] is not library:
            from sctui.study.parts import parts_of  # noqa: PLC0415 -- keeps the start short

            self._parts = library, parts_of(self.collection)
        return self._parts[1]

    def now(self) -> int:
        """The time, UTC milliseconds."""
        return self.clock.now()

    def study_settings(self) -> StudySettings:
        """The settings of the scheduler, with the time zone of this moment."""
        from sctui.study.settings import study_settings  # noqa: PLC0415 -- keeps the first frame early

        offset = self.clock.utc_offset_minutes(self.now())
        return study_settings(self.settings, offset, self.collection.store.parameters())

    def text(self, text: str) -> str:
        """Text of a deck as it may be shown: in the reader's script, without control characters."""
        return printable(show(text, self.settings.script))

    def line(self, text: str) -> str:
        """The same on one line."""
        return one_line(show(text, self.settings.script))

    def question(self, card: str) -> str:
        """What a card asks, short and in quotation marks; its id where no deck has it."""
        found = self.collection.cards.get(card)
        if found is None:
            return card
        from sctui.markup.cards import plain_front  # noqa: PLC0415 -- keeps the start short

        front = self.line(plain_front(found))
        return f"“{front if len(front) <= _SHORT else front[: _SHORT - 1] + '…'}”"

    def next_script(self) -> Script:
        """Go on to the next script and remember it.

        Raises:
            ConfigError: when it cannot be saved; the script has changed all the same.
        """
        script = self.settings.script.following
        self.change("script", script, script)
        return script

    def change(self, key: str, value: object, written: TomlValue | None) -> None:
        """Take another value for a setting and write it down as it stands in the file; None takes it out.

        Raises:
            ConfigError: when it cannot be saved; the value counts all the same.
        """
        self.settings = replace(self.settings, **{key: value})  # type: ignore[arg-type]  # checked by its key
        save_setting(self.home.config, key, written)

    def plan(self, key: str, entry: Exam | Break, *, gone: bool = False) -> None:
        """Plan an exam (key `exam`) or a break (`pause`), or do so no longer, and write it down.

        Raises:
            ConfigError: when it cannot be saved; the plan counts all the same.
        """
        planned = [one for one in getattr(self.settings, key) if not gone or one != entry]
        if not gone:
            planned.append(entry)
        self.settings = replace(self.settings, **{key: tuple(planned)})  # type: ignore[arg-type]  # as above
        save_entry(self.home.config, key, entry, gone=gone)

    def change_key(self, own: Mapping[str, str], name: str, written: str | None) -> None:
        """Take other keys of the learner's own, of which that of the action `name` has changed.

        Raises:
            ConfigError: when they cannot be saved; they count all the same.
        """
        self.settings = replace(self.settings, keys=own)
        save_setting(self.home.config, f"keys.{name}", written)

    def keep_theme(self, theme: str) -> None:
        """Remember the theme.

        Raises:
            ConfigError: when it cannot be saved.
        """
        if theme != self.settings.theme:
            self.change("theme", theme, theme)
