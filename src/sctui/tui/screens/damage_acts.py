"""Damaged places of a document on the screen: going to them, what is told of them, deciding about them."""

from __future__ import annotations

from bisect import bisect_left
from pathlib import Path

from textual.content import Content

from sctui.documents.decisions import Verdict
from sctui.errors import SctuiError
from sctui.i18n import _
from sctui.model.document import Damage, Document
from sctui.text.damage_words import damage_words
from sctui.text.printable import one_line
from sctui.tui.reading import Reading
from sctui.tui.screens.ask import AskScreen
from sctui.tui.screens.base import DeskScreen, say
from sctui.tui.widgets.document_view import DocumentView

_FORGET = "forget"
_AROUND = 24  # characters shown on either side of a place


class DamageActs(DeskScreen):
    """A screen with a `DocumentView` of `_file`, whose `_damage` is the place that is told of, or -1."""

    _file: Path
    _reading: Reading | None
    _damage: int

    def show_legend(self) -> None:
        """Tell of the place."""
        raise NotImplementedError

    async def read_again(self) -> None:
        """Show the document with what was decided."""
        raise NotImplementedError

    @property
    def _document(self) -> Document:
        assert self._reading is not None
        return self._reading.document

    @property
    def _places(self) -> tuple[Damage, ...]:
        return self._document.damage

    def action_damage(self, step: int) -> None:
        """Go to the next damaged place (1) or the one before (-1), seen from what is on the screen."""
        spans = [damage.span for damage in self._places]
        if not spans:
            say(self.app, _("Nothing in this document is known to be damaged."))
            return
        self.remove_class("-in-topics")
        view = self.query_one(DocumentView)
        if self._is_seen():
            at = self._damage + step
        else:
            at = bisect_left(spans, view.scroll_offset.y, key=lambda span: view.row_of(span.line, span.start))
            at -= step < 0
        if not 0 <= at < len(spans):
            say(self.app, _("There is no other damaged place in this direction."))
            return
        self._damage = at
        self.show_legend()
        place = spans[at]
        self.call_after_refresh(view.go_to, place.line, place.start, above=view.size.height // 3)

    def _is_seen(self) -> bool:
        """Whether the place that is told of is on the screen."""
        if not 0 <= self._damage < len(self._places):
            return False
        span = self._places[self._damage].span
        return self.query_one(DocumentView).sees(span.line, span.start)

    def action_decide(self) -> None:
        """Decide about the place that is told of; go to the next one where there is none."""
        if not self._is_seen():
            self.action_damage(1)
            return
        from sctui.tui.damage_decisions import is_decided  # noqa: PLC0415 -- seldom needed

        place, document = self._places[self._damage], self._document
        try:
            ways = _ways(place, decided=is_decided(self._file, document, place))
        except SctuiError as error:
            self.tell(error)
            return
        ask = self.ready(AskScreen).begin(
            _title(place), _context(document, place), list(ways), only_choices=True
        )
        self.app.push_screen(ask, lambda chosen: self._chosen(place, ways.get(chosen or "")))

    def _chosen(self, place: Damage, way: str | None) -> None:
        if way == Verdict.TEXT:
            document = self._document
            question, stands = _("What should stand there?"), document.text(place.span)
            ask = self.ready(AskScreen).begin(question, _context(document, place), typed=stands)
            self.app.push_screen(ask, lambda text: self._keep(place, Verdict.TEXT, text) if text else None)
        elif way is not None:
            self._keep(place, None if way == _FORGET else Verdict(way))

    def _keep(self, place: Damage, verdict: Verdict | None, text: str = "") -> None:
        from sctui.tui.damage_decisions import keep_decision  # noqa: PLC0415 -- seldom needed

        try:
            keep_decision(self.desk, self._file, self._document, place, verdict, text)
        except SctuiError as error:
            self.tell(error)
            return
        self.run_worker(self._show_decided(place), exclusive=True)
        say(self.app, _("Kept beside the document. Add it again for its cards to follow."))

    async def _show_decided(self, place: Damage) -> None:
        await self.read_again()
        spans = [one.span for one in self._places]
        self._damage = spans.index(place.span) if place.span in spans else -1
        self.show_legend()


def told(damage: Damage, number: int) -> Content:
    """One damaged place in a line: which, where, what, and what should stand there."""
    place = f"{number}: " + _("line {line}").format(line=damage.span.line)
    repair = _("cannot be mended with certainty")
    if damage.repair is not None:
        repair = (
            _("should be {text}").format(text=one_line(damage.repair))
            if damage.repair
            else _("should be taken out")
        )
    tone = "$text-accent" if damage.safe else "$text-error"
    return Content.assemble((place, "dim"), "  ", (_title(damage), tone), f"  {repair}")


def _title(damage: Damage) -> str:
    return f"{damage_words(damage.kind)} ({damage.rule})"


def _context(document: Document, place: Damage) -> str:
    """The place with what stands around it."""
    text, span = document.lines[place.span.line - 1].text, place.span
    before, after = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]
    return one_line(f"…{before}⟦{text[span.start : span.end]}⟧{after}…")


def _ways(place: Damage, *, decided: bool) -> dict[str, str]:
    """What can be decided about a place."""
    ways: dict[str, str] = {}
    if place.repair is not None:
        proposal = _("should be {text}").format(text=one_line(place.repair))
        ways[
            _("Accept: {proposal}").format(proposal=proposal if place.repair else _("should be taken out"))
        ] = Verdict.ACCEPT
    ways[_("Reject: nothing is damaged here")] = Verdict.REJECT
    ways[_("Write what should stand there")] = Verdict.TEXT
    if decided:
        ways[_("Forget what was decided here")] = _FORGET
    return ways
