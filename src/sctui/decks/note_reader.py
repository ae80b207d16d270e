"""One entry of `cards:` -> a note."""

from __future__ import annotations

import re
from collections.abc import Mapping as Dictionary
from typing import Generic

from sctui.decks.identity import own_id
from sctui.decks.note_types import FORM_KEYS, Form, read_form
from sctui.decks.values import N, Values, key_names, near_miss, shown
from sctui.i18n import N_, _
from sctui.model.card import CardKind, Markup, Note, Source, gaps

_HEAD = ("id", "kind", "topic", "front", "back", "text")
_TAIL = ("source", "sources", "flags", "tags", "markup")
KEYS = key_names(*_HEAD, *FORM_KEYS, *_TAIL)
SOURCE_KEYS = key_names("document", "line", "quote")
KINDS = {kind.value: kind for kind in CardKind}
MARKUPS = {markup.value: markup for markup in Markup}
_NO_FORM = Form()
_ID = re.compile(r"[\w.:+-]+")  # `#` is left for the gaps of a cloze note


class NoteReader(Generic[N]):
    """Reads the notes of one deck.

    Args:
        values: access to the nodes of the deck's file.
        deck: the deck's name, from which ids are made for cards that have none.
        files: the file name for each short name of a document.
    """

    def __init__(self, values: Values[N], deck: str, files: Dictionary[str, str]) -> None:
        self.values = values
        self.deck = deck
        self.files = files

    def entry(self, node: N) -> dict[str, N]:
        """The keys and values of the card at `node`.

        Raises:
            DeckError: when it is no mapping, or has a key that cards do not have.
        """
        return self.values.mapping(node, N_("a card"), KEYS)

    def note(self, node: N, entry: Dictionary[str, N]) -> Note:
        """The note that stands at `node`, whose keys and values are `entry`.

        Raises:
            DeckError: for anything that is not a card; see the module `yaml_reader`.
        """
        front, back, text = self._question(node, entry)
        form = _NO_FORM if FORM_KEYS.isdisjoint(entry) else read_form(self.values, entry, front, back)
        return Note(  # by position, for 10,000 of them
            self._id(entry, front or text),
            self._kind(entry["kind"]) if "kind" in entry else CardKind.NOTE,
            self.topic(entry["topic"]) if "topic" in entry else (),
            front,
            back,
            text,
            tuple([self._source(source) for source in self.source_nodes(entry)]),
            self.values.texts(entry["flags"], "flags") if "flags" in entry else (),
            self.values.texts(entry["tags"], "tags") if "tags" in entry else (),
            form.tolerance,
            form.options,
            form.reverse,
            self._markup(entry["markup"]) if "markup" in entry else Markup.MARKDOWN,
        )

    def source_nodes(self, entry: Dictionary[str, N]) -> tuple[N, ...]:
        """The nodes of `source` or `sources`.

        Raises:
            DeckError: when both are there, or `sources` is no list.
        """
        one, several = entry.get("source"), entry.get("sources")
        if one is not None and several is not None:
            raise self.values.fault(several, _("a card has `source` or `sources`, not both"))
        if one is not None:
            return (one,)
        return self.values.items(several, "sources") if several is not None else ()

    def _question(self, node: N, entry: Dictionary[str, N]) -> tuple[str, str, str]:
        if "text" in entry:
            for other in ("front", "back"):
                if other in entry:
                    raise self.values.fault(
                        entry[other],
                        _("a card has `front` and `back`, or `text`; not `{other}` too").format(other=other),
                    )
            return "", "", self.cloze(entry["text"])
        if "front" not in entry or "back" not in entry:
            missing = [name for name in ("front", "back") if name not in entry]
            names = _("`front` and `back` (or `text`)") if len(missing) == 2 else f"`{missing[0]}`"
            raise self.values.fault(node, _("the card has no {names}").format(names=names))
        return self.values.filled(entry["front"], "front"), self.values.text(entry["back"], "back"), ""

    def cloze(self, node: N) -> str:
        """The text with gaps at `node`.

        Raises:
            DeckError: when there is no gap, or one that is not closed, hides nothing or is number 0.
        """
        text = self.values.filled(node, "text")
        found = list(gaps(text))
        if not found or text.count("{{c") > len(found):
            raise self.values.fault(
                node,
                _("`text` has no gap") if not found else _("a gap in `text` is not closed"),
                _("a gap is {{c1::answer}}"),
            )
        for gap in found:
            if int(gap["number"]) == 0 or not gap["answer"].strip():
                wrong = _("hides nothing") if int(gap["number"]) else _("has the number 0; gaps count from 1")
                raise self.values.fault(
                    node, _("the gap `{gap}` {wrong}").format(gap=shown(gap[0]), wrong=wrong)
                )
        return text

    def _id(self, entry: Dictionary[str, N], question: str) -> str:
        node = entry.get("id")
        if node is None:
            return own_id(self.deck, question)
        value = self.values.filled(node, "id")
        if not _ID.fullmatch(value):
            raise self.values.fault(
                node,
                _("`{value}` cannot be an id").format(value=shown(value)),
                _("an id is letters, digits, `-`, `_`, `.`, `:` or `+`"),
            )
        return value

    def _kind(self, node: N) -> CardKind:
        value = self.values.text(node, "kind")
        if value not in KINDS:
            raise self.values.fault(
                node,
                _("unknown kind `{value}`{near_miss}").format(
                    value=shown(value), near_miss=near_miss(value, tuple(KINDS))
                ),
                _("known kinds: {kinds}").format(kinds=", ".join(KINDS)),
            )
        return KINDS[value]

    def _markup(self, node: N) -> Markup:
        value = self.values.text(node, "markup")
        if value not in MARKUPS:
            raise self.values.fault(
                node,
                _("unknown markup `{value}`{near_miss}").format(
                    value=shown(value), near_miss=near_miss(value, tuple(MARKUPS))
                ),
                _("known: {markups}").format(markups=", ".join(MARKUPS)),
            )
        return MARKUPS[value]

    def topic(self, node: N) -> tuple[str, ...]:
        """The headings that a list names, or a text with `/` between them.

        Raises:
            DeckError: for a mapping, and for an empty name.
        """
        if self.values.is_text(node):
            text = self.values.text(node, "topic")
            return tuple(part.strip() for part in text.split("/") if part.strip())
        return self.values.texts(node, "topic")

    def _source(self, node: N) -> Source:
        entry = self.values.mapping(node, N_("a source"), SOURCE_KEYS)
        if len(entry) < len(SOURCE_KEYS):
            key = next(key for key in SOURCE_KEYS if key not in entry)
            raise self.values.fault(node, _("the source has no `{key}`").format(key=key))
        name = self.values.text(entry["document"], "document")
        if name not in self.files:
            raise self.values.fault(
                entry["document"],
                _("the source names an unknown document `{name}`{near_miss}").format(
                    name=shown(name), near_miss=near_miss(name, tuple(self.files))
                ),
                _("name it under `documents:` at the top of the deck"),
            )
        line = self.values.number(entry["line"], "line")
        return Source(self.files[name], line, self.values.filled(entry["quote"], "quote"))
