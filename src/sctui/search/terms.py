"""One part of a query, answered: the rows in which a word, a name, a number or a state is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sctui.i18n import N_, _
from sctui.model.card import CORE
from sctui.model.change import Marks
from sctui.model.review import Phase
from sctui.scheduler.gather import hidden_cards
from sctui.scheduler.study_day import StudyDay
from sctui.search import masks
from sctui.search.fields import BY_NAME, STATES, Sort
from sctui.search.fold import folded
from sctui.search.groups import in_order
from sctui.search.index import CardIndex
from sctui.search.masks import Mask
from sctui.search.syntax import Node, QueryError, Term, pieces, plain

_PHASES = {
    "new": (Phase.NEW,),
    "learning": (Phase.LEARNING, Phase.RELEARNING),
    "review": (Phase.REVIEW, Phase.RELEARNING),  # as in Anki
}
_EXPRESSIONS = N_(r"RE2's language: no look-around, no \1. re:/…/ holds blanks and brackets; \/ is a slash.")


class Terms:
    """Answers single terms from an index that is ready, for one study day."""

    def __init__(self, index: CardIndex, today: StudyDay) -> None:
        self._index = index
        self._today = today

    def answer(self, term: Term) -> Mask:
        """The rows in which a term is found; all while nothing is typed behind its field.

        Raises:
            QueryError: when its value cannot be used.
        """
        if not term.value:
            return masks.everything(len(self._index.ids))
        sort = BY_NAME[term.field].sort if term.field else Sort.WORDS
        if sort is Sort.NUMBER:
            return self._of_number(term)
        _refuse_sign(term)
        if sort is Sort.STATE:
            return self._of_state(term)
        if sort is Sort.NAME:
            return self._of_name(term)
        if sort is Sort.WORDS:
            return self._mask(self.rows(term))
        try:
            return self._index.texts.matching(term.value)
        except ValueError as error:
            raise QueryError(
                _("The expression cannot be used: {reason}.").format(reason=error),
                term.at,
                hint=_(_EXPRESSIONS),
            ) from None

    def rows(self, term: Term, among: Mask | None = None) -> list[int]:
        """The rows in which the words of a term are found, rising; `among` are those that count, if few do.

        Raises:
            QueryError: when they stand behind a sign of numbers.
        """
        _refuse_sign(term)
        return self._index.texts.rows_with(_folded(term), term.field, among)

    def most(self, term: Term) -> int:
        """How many rows may have the words of a term at most."""
        return self._index.texts.most(_folded(term))

    def _of_number(self, term: Term) -> Mask:
        assert self._index.columns is not None
        try:
            return self._index.columns.compared(term.field, term.sign, term.value)
        except ValueError:
            started = term.value in ("-", ".", "-.")
            raise QueryError(
                _("`{field}` is a number; `{value}` is none.").format(field=term.field, value=term.value),
                term.at,
                hint=_example(term),
                unfinished=started,
            ) from None

    def _of_name(self, term: Term) -> Mask:
        words = _folded(term)
        if term.field == "id":
            return bytes([in_order(card.lower(), words) for card in self._index.ids])
        if term.field == "flag" and len(words) == 1 and words[0].isdecimal():
            flag = int(words[0])
            flagged = self._marked(lambda marks: marks.flag == flag if flag else marks.flag > 0)
            return flagged if flag else masks.opposite(flagged)
        if term.field == "source" and len(words) == 1 and ":" in words[0]:
            return self._of_place(words[0])
        found = self._of_lists(self._index.groups.of(term.field, words, whole=term.sign == "="))
        if term.field == "tag" and words == ("leech",):  # a tag in Anki, a mark here
            return masks.united((found, self._marked(lambda marks: marks.leech)), len(self._index.ids))
        return found

    def _of_place(self, place: str) -> Mask:
        """The cards that rest on a line of a document: `asthma.md:42`."""
        name, _, line = place.rpartition(":")
        rows = [row for rows in self._index.groups.of("source", (name,)) for row in rows]
        cards = self._index.collection.cards
        return self._mask(
            row
            for row in rows
            for source in cards[self._index.ids[row]].note.sources
            if name in folded(source.document) and str(source.line) == line
        )

    def _of_state(self, term: Term) -> Mask:
        state = plain(term.value)
        if state not in STATES:
            begun = any(known.startswith(state) for known in STATES)
            message = _("`is:{state}` says nothing.").format(state=state)
            raise QueryError(
                message, term.at, hint=_("Known: {names}.").format(names=", ".join(STATES)), unfinished=begun
            )
        if state in _PHASES:
            return self._in_phase(_PHASES[state])
        if state == "due":
            return self._due()
        if state == CORE:
            return self._of_lists(self._index.groups.of("tag", (CORE,), whole=True))
        today = self._today.number
        return self._marked(
            {
                "suspended": lambda marks: marks.suspended,
                "buried": lambda marks: (marks.buried_until or today) > today,
                "flagged": lambda marks: marks.flag > 0,
                "leech": lambda marks: marks.leech,
            }[state]
        )

    def _due(self) -> Mask:
        assert self._index.columns is not None
        due = bytearray(self._index.columns.due)
        for row in self._rows(hidden_cards(self._index.collection.store.marks(), self._today)):
            due[row] = 0
        return bytes(due)

    def _in_phase(self, phases: Iterable[Phase]) -> Mask:
        assert self._index.columns is not None
        table = bytearray(256)
        for phase in phases:
            table[phase] = 1
        return bytes(self._index.columns.phases).translate(table)

    def _marked(self, test: Callable[[Marks], bool]) -> Mask:
        marks = self._index.collection.store.marks()
        return self._mask(self._rows(card for card, of_card in marks.items() if test(of_card)))

    def _mask(self, rows: Iterable[int]) -> Mask:
        return masks.of_rows(rows, len(self._index.ids))

    def _of_lists(self, lists: Iterable[Sequence[int]]) -> Mask:
        return masks.of_lists(lists, len(self._index.ids))

    def _rows(self, cards: Iterable[str]) -> Iterable[int]:
        known = self._index.row_of
        return (known[card] for card in cards if card in known)


def _refuse_sign(term: Term) -> None:
    if term.sign not in ("", ":", "="):
        raise QueryError(
            _("`{field}` is no number: it has no `{sign}`.").format(field=term.field, sign=term.sign),
            term.at,
            hint=_example(term),
        )


def is_words(node: Node) -> bool:
    """Whether a part of a query asks for words in the texts of cards."""
    return isinstance(node, Term) and (not node.field or BY_NAME[node.field].sort is Sort.WORDS)


def _folded(term: Term) -> tuple[str, ...]:
    return tuple(map(folded, pieces(term.value)))


def _example(term: Term) -> str:
    written, meaning = BY_NAME[term.field].example
    return _("{written}: {meaning}.").format(written=written, meaning=_(meaning))
