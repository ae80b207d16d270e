"""YAML -> deck. Every error names file, line and column; near misses are suggested."""

from __future__ import annotations

from collections.abc import Mapping as Dictionary
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from sctui.decks.note_list import NoteList
from sctui.decks.places import Place, first_line, last_line, yaml_lines
from sctui.decks.values import NodeValues, key_names, near_miss, shown
from sctui.decks.written_cards import WrittenCards
from sctui.decks.yaml_hints import hint_for
from sctui.errors import DeckError
from sctui.i18n import N_, _
from sctui.model.deck import Deck, DocumentRef
from sctui.model.language import Language
from sctui.text.collector_pause import collector_paused
from sctui.text.match_view import match_view
from sctui.text.yaml_nodes import Mapping, Node, Scalar, YamlError, parse
from sctui.text.yaml_unusual import UnknownFormError

_KEYS = key_names("deck", "language", "documents", "cards")
_DOCUMENT_KEYS = key_names("file", "sha256", "date", "kind")
_LANGUAGES = tuple(language.value for language in Language)
_LARGEST = 64 << 20  # bytes; 50,000 cards have a quarter of that
_TOO_LARGE = N_("larger than 64 MB")
_MOST_LINES = 2_000_000  # 64 MB of cards have fewer; each takes a hundred bytes while it is looked at
_SAMPLE = 2000


class DeckFile(NamedTuple):
    """A deck and where things stand in the file: each note by its id, each document by its short name."""

    deck: Deck
    places: Dictionary[str, Place]
    documents: dict[str, tuple[int, int]]


class Reading(NamedTuple):
    """What came out of a file: a deck without its faulty cards, and one problem for each of those."""

    deck_file: DeckFile
    problems: tuple[DeckError, ...]


def read_deck(file: Path) -> Deck:
    """The deck in `file`.

    Raises:
        DeckError: at the first thing in the file that is wrong, or when it cannot be read.
    """
    return read_deck_file(file).deck


def read_deck_file(file: Path) -> DeckFile:
    """The deck in `file`, and where its notes stand.

    Raises:
        DeckError: at the first thing in the file that is wrong, or when it cannot be read.
    """
    reading = read_deck_text(read_text(file), str(file))
    if reading.problems:
        raise reading.problems[0]
    return reading.deck_file


def read_text(file: Path) -> str:
    """The file's text, byte order mark and line breaks as they are.

    Raises:
        DeckError: when the file cannot be read, is larger than a deck may be, or is not UTF-8.
    """
    try:
        if file.stat().st_size > _LARGEST:
            raise DeckError(_(_TOO_LARGE), file=str(file), hint=_("make several decks of it"))
        data = file.read_bytes()
        if data.count(b"\n") > _MOST_LINES:
            raise DeckError(
                _("more than {lines:,} lines").format(lines=_MOST_LINES),
                file=str(file),
                line=_MOST_LINES + 1,
                hint=_("make several decks of it"),
            )
    except OSError as error:
        raise DeckError(
            _("cannot be read: {strerror}").format(strerror=error.strerror or error), file=str(file)
        ) from None
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        line_start = before.rfind("\n") + 1
        raise DeckError(
            _("not UTF-8"),
            file=str(file),
            line=before.count("\n") + 1,
            column=len(before) - line_start + 1,
            hint=_("save the deck as UTF-8"),
        ) from None


def read_deck_text(text: str, file: str) -> Reading:
    """The deck in `text`; `file` is how messages name it. Faulty cards are left out and reported.

    Raises:
        DeckError: when the text is not YAML, or what stands around the cards is wrong.
    """
    with collector_paused():
        with suppress(DeckError, YamlError, UnknownFormError):
            return _read_by_card(text, file)
        # not while the error is handled: it would keep all lines in memory
        return read_deck_node(parse_deck(text, file), text, file)


def _read_by_card(text: str, file: str) -> Reading:
    """The deck, if one can read its cards by themselves."""
    cards = WrittenCards(text)
    root = parse(cards.around())
    place = root.get("cards") if isinstance(root, Mapping) else None
    if root is None or not isinstance(place, Scalar) or place.value or place.line != cards.line:
        raise UnknownFormError
    head = _read_head(root, text, file)
    notes = head.notes(file)
    cards.add_to(notes)
    return head.with_notes(notes)


class _Head(NamedTuple):
    """What stands around the cards: a deck without notes, and where its documents are named."""

    deck: Deck
    documents: dict[str, tuple[int, int]]
    cards: tuple[Node, ...]

    def notes(self, file: str) -> NoteList:
        files = {key: PurePosixPath(ref.file).name for key, ref in self.deck.documents.items()}
        return NoteList(file, self.deck.name, files)

    def with_notes(self, found: NoteList) -> Reading:
        deck = replace(self.deck, notes=tuple(found.notes))
        return Reading(DeckFile(deck, found.places, self.documents), tuple(found.problems))


def parse_deck(text: str, file: str) -> Node:
    """The node a deck's text holds.

    Raises:
        DeckError: when the text is not YAML, or empty.
    """
    try:
        root = parse(text)
    except YamlError as error:
        hint = hint_for(yaml_lines(text)[max(error.line - 2, 0) : error.line])
        raise DeckError(error.message, file=file, line=error.line, column=error.column, hint=hint) from None
    if root is None:
        raise DeckError(_("the deck is empty"), file=file, hint=_("a deck has `deck: name` and `cards:`"))
    return root


def read_deck_node(root: Node, text: str, file: str) -> Reading:
    """The deck at `root`, the node of `text`; otherwise like `read_deck_text`."""
    head = _read_head(root, text, file)
    notes, lines, nodes = head.notes(file), yaml_lines(text), head.cards
    following = [*(first_line(lines, node.line, node.column) for node in nodes[1:]), len(lines) + 1]
    for node, before in zip(nodes, following, strict=False):
        notes.add_node(node, last_line(lines, node, max(before, node.line + 1)))
    return head.with_notes(notes)


def _read_head(root: Node, text: str, file: str) -> _Head:
    values = NodeValues(file)
    top = values.mapping(root, N_("a deck"), _KEYS)
    if "deck" not in top:
        raise values.fault(root, _("the deck has no name (`deck: name`)"))
    name = _name(values, top["deck"])
    documents = _documents(values, top.get("documents"))
    deck = Deck(name, _language(values, top.get("language"), text), (), documents)
    nodes = values.items(top["cards"], "cards") if "cards" in top else ()
    named = top.get("documents")
    entries = named.entries if isinstance(named, Mapping) else ()
    return _Head(deck, {key.value: (key.line, key.column) for key, _node in entries}, nodes)


def _name(values: NodeValues, node: Node) -> str:
    name = values.filled(node, "deck")
    if not all(part.strip() for part in name.split("::")):
        raise values.fault(
            node,
            _("the deck name `{name}` has an empty part").format(name=shown(name)),
            _("decks nest as `outer::inner`"),
        )
    return name


def _documents(values: NodeValues, node: Node | None) -> dict[str, DocumentRef]:
    if node is None or (isinstance(node, Scalar) and not node.value):
        return {}
    if not isinstance(node, Mapping):
        raise values.fault(node, _("`documents` must be a mapping (name: {file, sha256})"))
    return {key.value: _document(values, value) for key, value in node.entries}


def _document(values: NodeValues, node: Node) -> DocumentRef:
    if isinstance(node, Scalar):
        return DocumentRef(values.filled(node, "file"))
    entry = values.mapping(node, N_("a document"), _DOCUMENT_KEYS)
    if "file" not in entry:
        raise values.fault(node, _("the document has no `file`"))
    told = (values.text(entry[name], name) if name in entry else "" for name in ("sha256", "date", "kind"))
    return DocumentRef(values.filled(entry["file"], "file"), *told)


def _language(values: NodeValues, node: Node | None, text: str) -> Language:
    if node is None:
        return guess_language(text)
    value = values.text(node, "language")
    if value not in _LANGUAGES:
        raise values.fault(
            node,
            _("unknown language `{value}`{near_miss}").format(
                value=shown(value), near_miss=near_miss(value, _LANGUAGES)
            ),
            _("known languages: {languages}").format(languages=", ".join(_LANGUAGES)),
        )
    return Language(value)


def guess_language(text: str) -> Language:
    """Without `language:` the script of the text's beginning decides."""
    text = text[:_SAMPLE]
    han = [(char, plain) for char, plain in zip(text, match_view(text), strict=True) if "一" <= char <= "鿿"]
    if not han:
        return Language.ENGLISH
    return Language.TRADITIONAL if any(char != plain for char, plain in han) else Language.SIMPLIFIED
