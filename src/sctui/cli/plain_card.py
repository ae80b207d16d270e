"""A card as lines of text, and what a learner types checked against it."""

from __future__ import annotations

from collections.abc import Iterator

from sctui.cli.sitting import Sitting
from sctui.errors import SctuiError
from sctui.i18n import _
from sctui.markup.line import line_as_read
from sctui.markup.plain import plain_text
from sctui.model.card import Card, CardType
from sctui.study.answer import Checked, Verdict, check_choice, check_number
from sctui.study.typed_text import Part, check_text, difference, wants_typing
from sctui.text.match_view import match_view
from sctui.text.printable import one_line, printable
from sctui.text.script import show
from sctui.text.typed_number import read_number
from sctui.tui.formatting import tolerated
from sctui.tui.passage import find_document, lines_after, origin

_LINES = 5
_MARKS = {Part.SAME: "{}", Part.MISSING: "[{}]", Part.EXTRA: "({})"}


class PlainCard:
    """One card of a sitting, in the reader's script; quotes stay as they are written."""

    def __init__(self, at: Sitting, card: Card) -> None:
        self._at, self._card = at, card
        self._beyond = 0

    def question(self) -> Iterator[str]:
        """Topic, question, and what to answer with."""
        card = self._card
        if card.note.topic:
            yield _("Topic: {topic}").format(topic=" › ".join(map(self._line, card.note.topic)))
        yield _("Question: {text}").format(text=self._text(card.front))
        if card.note.type is CardType.NUMBER:
            expected = read_number(card.back)
            unit = self._line(expected.unit) if expected else ""
            words = _("a number, in {unit}").format(unit=unit) if unit else _("a number")
            yield _("Type {what}.").format(what=words + tolerated(card.note.tolerance))
        elif wants_typing(card):
            yield _("Type the answer.")
        if card.note.options:
            for number, option in enumerate(card.note.choices(), start=1):
                yield f"{number}: {self._line(option)}"

    def check(self, line: str) -> tuple[Checked | None, str]:
        """The check of a typed answer, or why there is none; an empty one only shows the answer."""
        card = self._card
        if not line:
            return None, ""
        if card.note.options:
            choices = card.note.choices()
            if line.isascii() and line.isdigit() and 1 <= int(line) <= len(choices):
                return check_choice(card, choices[int(line) - 1]), ""
            return None, _("Choose by number.")
        if card.note.type is CardType.NUMBER:
            checked = check_number(card, line)
            unread = checked.verdict is Verdict.UNREAD
            told = _("That is no number. Write it as 84, 1.5e6, 18-64 or 八十四.")
            return (None, told) if unread else (checked, "")
        return check_text(card, line), ""

    def answer(self, checked: Checked | None) -> Iterator[str]:
        """Whether it was right, the answer, and its proof."""
        card = self._card
        if checked is not None:
            yield from self._verdict(checked)
        yield _("Answer: {text}").format(text=self._text(card.back))
        for flag in card.note.flags:
            yield _("Mark: {mark}").format(mark=self._line(flag.replace(":", ": ").replace("-", " ")))
        yield from self._proof(card)

    def _proof(self, card: Card) -> Iterator[str]:
        """Each quote once, behind all places that hold these words, in any script."""
        places: dict[str, tuple[str, list[str]]] = {}
        for source in card.note.sources:
            place = f"{one_line(source.document)}, " + _("line {number}").format(number=source.line)
            told = origin(self._at.collection, self._at.collection.deck_of(card.id), source)
            place += f", {self._line(told)}" if told else ""
            places.setdefault(match_view(source.quote), (source.quote, []))[1].append(place)
        for quote, where in places.values():
            yield _("Source: {place}: {quote}").format(place="; ".join(where), quote=one_line(quote))

    def _verdict(self, checked: Checked) -> Iterator[str]:
        said = {
            Verdict.EXACT: _("Right."),
            Verdict.CLOSE: _("Close."),
            Verdict.WRONG: _("Wrong."),
            Verdict.UNREAD: _("Wrong."),
        }[checked.verdict]
        if checked.unit_differs:
            said += " " + _("The unit is another one.")
        elif checked.difference:
            amount = f"{abs(checked.difference):.6g}"
            told = _("{amount} too high.") if checked.difference > 0 else _("{amount} too low.")
            said += " " + told.format(amount=amount)
        yield said
        plain = self._card.note.type not in (CardType.NUMBER, CardType.CHOICE)
        if plain and checked.verdict is not Verdict.EXACT:
            pieces = difference(checked.given, self._text(self._card.back))
            compared = "".join(_MARKS[piece.part].format(one_line(piece.text)) for piece in pieces)
            yield _("Compared, [missing] (too much): {text}").format(text=compared)

    def read_on(self) -> Iterator[str]:
        """The next lines of the document behind the first quote."""
        if not self._card.note.sources:
            yield _("This card names no source.")
            return
        source = self._card.note.sources[0]
        file = find_document(self._at.collection, self._at.collection.deck_of(self._card.id), source)
        if file is None:
            yield _("The document itself is not at hand.")
            return
        try:
            lines = lines_after(file, source, self._beyond, _LINES)
        except SctuiError as error:
            yield printable(str(error))
            return
        for number, text in lines:
            if read := plain_text(line_as_read(text)[0]):
                yield f"{number}: {read}"
        if lines:
            self._beyond = lines[-1][0] - source.line
        else:
            yield _("The document ends here.")

    def _text(self, text: str) -> str:
        return printable(show(text, self._at.chosen.script))

    def _line(self, text: str) -> str:
        return one_line(show(text, self._at.chosen.script))
