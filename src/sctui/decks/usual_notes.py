"""Reads the notes that `usual_cards` finds: what stands behind one key in all cards, then behind the next."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import repeat
from operator import itemgetter
from typing import TypeVar

from sctui.decks.identity import own_id, own_ids
from sctui.decks.late_places import WorkOut
from sctui.decks.note_columns import notes_of_columns
from sctui.decks.note_reader import KINDS, NoteReader
from sctui.decks.note_types import Form, read_form
from sctui.decks.places import Place
from sctui.decks.usual_cards import FLOWING, KEYS, QUOTED, Run
from sctui.model.card import CardKind, Markup, Note, Source
from sctui.text.yaml_columns import Column as Raw
from sctui.text.yaml_columns import all_said_as
from sctui.text.yaml_inline import Block, Value, flat_mapping, read_inline
from sctui.text.yaml_texts import said_as
from sctui.text.yaml_unusual import UnknownFormError

_TOLD = re.compile(rf"\{{document: ({FLOWING}), line: ([0-9]{{1,9}}), quote: ({FLOWING})\}}")
_ITEM = re.compile(rf"\n( *+)- ({QUOTED}|[^\n]++)")
_PAIR = re.compile(rf"\n( *+)(front|back): ({QUOTED}|[^\n]++)")
_TEXT, _BACK, _SOURCE, _SOURCES = map(KEYS.index, ("text", "back", "source", "sources"))
_SOUND = re.compile(
    r"(?:[^{}]*+\{\{c[1-9][0-9]*+::[^\s{}:][^{}]*+\}\})++[^{}]*+"
)  # every gap hides something

T = TypeVar("T")
Proof = tuple[tuple[Source, ...], tuple[tuple[int, int], ...]]  # sources and their places
_NO_PROOF: Proof = (), ()


class UsualReader:
    """Makes notes of what `usual_cards` finds, and remembers lists, which come again and again.

    Args:
        reader: knows what a note may say.
    """

    def __init__(self, reader: NoteReader[Value]) -> None:
        self._reader = reader
        self._kinds: dict[str | None, CardKind] = {None: CardKind.NOTE}
        self._kinds.update(KINDS)
        self._topics: dict[str | None, tuple[str, ...]] = {None: ()}
        self._lists: dict[str | None, tuple[str, ...]] = {None: ()}

    def notes(self, run: Run) -> tuple[list[Note], WorkOut, set[int]]:
        """The notes, what tells their places, and which (from 0) are faulty or take more than is known."""
        least = run.pattern.least
        name, kind, topic, text, front, back, *form, source, several, flags, tags = _columns(run)
        faulty: set[int] = set()
        kinds = _looked_up(kind, self._kind, self._kinds, faulty)
        topics = _looked_up(topic, partial(self._topic, least), self._topics, faulty)
        fronts, backs, texts = (self._texts(raw, least, faulty) for raw in (front, back, text))
        faulty.update(_without_question(front, back, text))
        faulty.update(self._unsound(front, fronts, text, texts))
        ids = self._ids(name, fronts, texts)
        proofs = self._proofs(run, source, several, faulty)
        forms = self._forms(form, (texts, fronts, backs), least, faulty)
        listed = [_looked_up(raw, partial(self._list, least), self._lists, faulty) for raw in (flags, tags)]
        sources = (proof[0] for proof in proofs) if proofs else repeat(())
        columns = (ids, kinds, topics, fronts, backs, texts, sources, *listed, *forms)
        notes = notes_of_columns((*columns, repeat(Markup.MARKDOWN), repeat("")))
        return notes, partial(_places, run, text, [places for _sources, places in proofs]), faulty

    def _ids(self, name: Raw, fronts: Sequence[str], texts: Sequence[str]) -> list[str]:
        asked = zip(fronts, texts, strict=True)
        if not any(name):
            return own_ids(self._reader.deck, [front or text for front, text in asked])
        deck = self._reader.deck
        return [one or own_id(deck, front or text) for one, (front, text) in zip(name, asked, strict=True)]

    def _texts(self, raw: Raw, least: int, faulty: set[int]) -> list[str]:
        texts, unknown = all_said_as(raw, least)
        faulty |= unknown
        return texts

    def _kind(self, word: str) -> CardKind:
        raise UnknownFormError(word)  # those that are known have been looked up

    def _topic(self, least: int, written: str) -> tuple[str, ...]:
        return self._reader.topic(_listed(written, least))

    def _list(self, least: int, written: str) -> tuple[str, ...]:
        return self._reader.values.texts(_listed(written, least), "")

    def _unsound(self, front: Raw, fronts: Sequence[str], text: Raw, texts: Sequence[str]) -> Iterator[int]:
        """Those whose question is blank, or whose text has a gap that is none."""
        for at, asked in enumerate(fronts):
            if (not asked or asked.isspace()) and front[at] is not None:
                yield at
        if not any(text):
            return
        for at, gaps in enumerate(texts):
            if text[at] is not None and not _SOUND.fullmatch(gaps):
                try:
                    self._reader.cloze(gaps)
                except UnknownFormError:
                    yield at

    def _forms(
        self, form: Sequence[Raw], said: Sequence[Sequence[str]], least: int, faulty: set[int]
    ) -> Iterable[Iterable[object]]:
        """What decides the types of the cards: a column for each part of a form."""
        if not any(map(any, form)):
            return map(repeat, Form())
        forms = [Form()] * len(form[0])
        for at, written in enumerate(zip(*form, strict=True)):
            if any(written):
                try:
                    forms[at] = self._form(written, [texts[at] for texts in said], least)
                except UnknownFormError:
                    faulty.add(at)
        return zip(*forms, strict=True)

    def _form(self, written: Sequence[str | None], said: Sequence[str], least: int) -> Form:
        tolerance, options, reverse = written
        text, front, back = said
        entry: dict[str, Value] = {"text": text} if text else {"front": front, "back": back}
        if tolerance:
            entry["tolerance"] = said_as(tolerance, least)
        if options:
            entry["options"] = _listed(options, least)
        if reverse:
            entry["reverse"] = _mapping(reverse)
        return read_form(self._reader.values, entry, front, back)

    def _proofs(self, run: Run, source: Raw, several: Raw, faulty: set[int]) -> list[Proof]:
        """The sources of all cards and their places; an empty list when no card has any."""
        if not (any(source) or any(several)):
            return []
        faulty.update(at for at, both in enumerate(zip(source, several, strict=True)) if all(both))
        proofs: list[Proof] = [_NO_PROOF] * len(run.cards)
        line, groups = run.line, run.pattern.groups
        for at, card in enumerate(run.cards):
            if source[at] or several[at]:
                try:
                    proofs[at] = self._proof(card, line, groups[_SOURCE if source[at] else _SOURCES])
                except UnknownFormError:
                    faulty.add(at)
            line += card.string.count("\n", *card.span())
        return proofs

    def _proof(self, card: re.Match[str], line: int, group: int) -> Proof:
        """The sources of a card that begins in that line, one in a line, and their places."""
        files = self._reader.files
        start, end = card.span(group)
        proof: list[Source] = []
        places: list[tuple[int, int]] = []
        indents: list[int] = []
        while start < end:
            at = card.string.find("{", start, end)
            told = _TOLD.match(card.string, at, end) if at >= 0 else None
            if not told or card.string[told.end()] != "\n" or (indents and indents[0] != at - start):
                raise UnknownFormError
            indents.append(at - start)
            document, number, quote = told.groups()
            quote = said_as(quote, 0)
            document = said_as(document, 0)
            if document not in files or not int(number) or not quote.strip():
                raise UnknownFormError
            proof.append(Source(files[document], int(number), quote))
            places.append(_place(card, line, at))
            start = told.end()
        return tuple(proof), tuple(places)


def _columns(run: Run) -> list[Raw]:
    """What is written behind each of `KEYS`."""
    groups = run.pattern.groups  # all keys that the pattern does not have share one
    found = {group: list(map(itemgetter(group), run.cards)) for group in set(groups)}
    return [found[group] for group in groups]


def _looked_up(raw: Raw, read: Callable[[str], T], known: dict[str | None, T], faulty: set[int]) -> list[T]:
    """What stands behind a key, each different value read once; `known` has what has been read, and None."""
    if not any(raw):
        return [known[None]] * len(raw)
    unknown = set()
    for one in set(raw).difference(known):
        try:
            known[one] = read(one or "")
        except UnknownFormError:
            unknown.add(one)
    if unknown:
        faulty.update(at for at, one in enumerate(raw) if one in unknown)
    none = known[None]
    return [known.get(one, none) for one in raw]


def _without_question(front: Raw, back: Raw, text: Raw) -> Iterator[int]:
    """Those with neither a question and its answer nor a text, or with parts of both."""
    if None not in front and None not in back and not any(text):  # the usual case
        return
    for at, (asked, answer, gaps) in enumerate(zip(front, back, text, strict=True)):
        if (asked is None) != (answer is None) or (asked is None) == (gaps is None):
            yield at


def _places(run: Run, text: Raw, sources: Sequence[tuple[tuple[int, int], ...]]) -> list[Place]:
    pattern, line = run.pattern, run.line
    in_text, in_back = pattern.groups[_TEXT], pattern.groups[_BACK]
    places = []
    for at, card in enumerate(run.cards):
        start, end = card.span()
        answered = _place(card, line, card.start(in_text if text[at] else in_back))
        following = line + card.string.count("\n", start, end)
        last = following - end + card.start(pattern.breaks)
        places.append(Place(line, pattern.least, last, answered, sources[at] if sources else ()))
        line = following
    return places


def _place(card: re.Match[str], line: int, at: int) -> tuple[int, int]:
    """Line and column of an offset in a card whose first line is `line`."""
    text, start = card.string, card.start()
    return line + text.count("\n", start, at), at - text.rfind("\n", 0, at)


def _mapping(written: str) -> Block:
    """A mapping in braces, or of a key in each line below."""
    if written[0] == " ":
        if flat := flat_mapping(written[1:], 1, 0):
            return flat
        value, end = read_inline(written[1:], 1, 0)
        if end < len(written) - 1 or not isinstance(value, Block):
            raise UnknownFormError
        return value
    pairs = _PAIR.findall(written)
    indents = {len(indent) for indent, *_pair in pairs}
    values: dict[str, Value] = {key: said_as(said, len(indent) + 1) for indent, key, said in pairs}
    if len(values) < len(pairs) or len(indents) > 1:
        raise UnknownFormError
    return Block(values, {}, 1, 1)


def _listed(written: str, least: int) -> Value:
    """A list in brackets, or of lines with dashes; or a text in its place."""
    if written[0] == " ":
        if written[1] != "[":
            return said_as(written[1:], least)
        value, end = read_inline(written[1:], 1, 0)
        if end < len(written) - 1 or not isinstance(value, tuple):
            raise UnknownFormError
        return value
    items = _ITEM.findall(written)
    indent = items[0][0]
    if any(other != indent for other, _said in items):
        raise UnknownFormError
    return tuple([said_as(said, len(indent) + 1) for _indent, said in items])
