"""A card as another file tells it, and where it stands there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sctui.decks.identity import own_id
from sctui.errors import DeckError
from sctui.i18n import _
from sctui.model.card import Markup, Note, Reverse, gaps


@dataclass(frozen=True, slots=True)
class Draft:
    """A question with its answer, or a text with gaps; line and column from 1.

    `deck` is empty where the file names none for it, and so is `guid`, what Anki calls its note.
    """

    line: int
    column: int = 1
    front: str = ""
    back: str = ""
    text: str = ""
    reversible: bool = False
    topic: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    deck: str = ""
    guid: str = ""
    markup: Markup = Markup.MARKDOWN

    def note(self, deck: str) -> Note:
        """The note it becomes in a deck; the id is that of a card without one."""
        return Note(
            own_id(deck, self.front or self.text),
            topic=self.topic,
            front=self.front,
            back=self.back,
            text=self.text,
            tags=self.tags,
            reverse=Reverse(self.back, self.front) if self.reversible else None,
            markup=self.markup,
        )

    def faults(self, file: str) -> Iterator[DeckError]:
        """What keeps it from being a card."""
        if self.text:
            found = list(gaps(self.text))
            if not found or self.text.count("{{c") > len(found):
                wrong = _("the text has no gap") if not found else _("a gap is not closed")
                yield self.fault(file, wrong, _("a gap is {{c1::answer}}"))
            elif any(not gap["answer"].strip() or not int(gap["number"]) for gap in found):
                yield self.fault(file, _("a gap hides nothing, or has the number 0"), _("gaps count from 1"))
        elif not self.front:
            yield self.fault(
                file, _("there is no question"), _("the first field is the question, the second the answer")
            )
        elif not self.back:
            yield self.fault(
                file,
                _("the question has no answer"),
                _("the first field is the question, the second the answer"),
            )

    def fault(self, file: str, message: str, hint: str = "") -> DeckError:
        """An error at its place."""
        return DeckError(message, file=file, line=self.line, column=self.column, hint=hint)


@dataclass(slots=True)
class Drafted:
    """What came out of a file: drafts, what is wrong with others, and what was left out of the drafts."""

    drafts: list[Draft] = field(default_factory=list)
    faults: list[DeckError] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    deck: str = ""

    def put(self, draft: Draft, file: str) -> None:
        """Keep a draft, or what is wrong with it."""
        faults = list(draft.faults(file))
        self.faults += faults
        if not faults:
            self.drafts.append(draft)
