"""YAML -> deck. Every error names file, line and column; near misses are suggested."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from sctui.decks.note_reader import NoteReader
from sctui.decks.places import Place, first_line, last_line, yaml_lines
from sctui.decks.values import Values, key_names, near_miss, shown
from sctui.decks.written_cards import read_written_cards
from sctui.decks.yaml_hints import hint_for
from sctui.errors import DeckError
from sctui.i18n import N_, _
from sctui.model.card import Note
from sctui.model.deck import Deck, DocumentRef
from sctui.model.language import Language
from sctui.text.collector_pause import collector_paused
from sctui.text.match_view import match_view
from sctui.text.yaml_nodes import Mapping, Node, Scalar, YamlError, parse
from sctui.text.yaml_plain_lines import read_plain_lines
from sctui.text.yaml_unusual import UnknownFormError, refuse_unusual

_KEYS = key_names("deck", "language", "documents", "cards")
_DOCUMENT_KEYS = key_names("file", "sha256")
_LANGUAGES = tuple(language.value for language in Language)
_LARGEST = 64 << 20  # bytes; 50,000 cards have a quarter of that
_TOO_LARGE = N_("larger than 64 MB")
_SAMPLE = 2000
_CARDS = "\ncards:\n"


class DeckFile(NamedTuple):
    """A deck and where things stand in the file: each note by its id, each document by its short name."""

    deck: Deck
    places: dict[str, Place]
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
        return _read_written(text, file) or read_deck_node(parse_deck(text, file), text, file)


def _read_written(text: str, file: str) -> Reading | None:
    """The deck, if its cards stand there as we write them and nothing is wrong with it."""
    start = text.find(_CARDS) + len(_CARDS)
    head = text[:start]
    root = read_plain_lines(head) if start >= len(_CARDS) else None
    if not isinstance(root, Mapping) or not root.get("language"):
        return None
    try:
        refuse_unusual(text)
        found = read_deck_node(root, head, file).deck_file
    except (DeckError, UnknownFormError):
        return None
    reader = _note_reader(Values(file), found.deck)
    cards = read_written_cards(text, start, head.count("\n") + 1, reader)
    if not cards:
        return None
    notes, places = cards
    return Reading(DeckFile(replace(found.deck, notes=tuple(notes)), places, found.documents), ())


def _note_reader(values: Values, deck: Deck) -> NoteReader:
    files = {key: PurePosixPath(ref.file).name for key, ref in deck.documents.items()}
    return NoteReader(values, deck.name, files)


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
    values = Values(file)
    top = values.mapping(root, _("a deck"), _KEYS)
    if "deck" not in top:
        raise values.fault(root, _("the deck has no name (`deck: name`)"))
    name = _name(values, top["deck"])
    documents = _documents(values, top.get("documents"))
    language = _language(values, top.get("language"), text)
    deck = Deck(name, language, (), documents)
    reader = _note_reader(values, deck)
    nodes = values.items(top["cards"], "cards") if "cards" in top else ()
    notes, places, problems = _notes(reader, nodes, yaml_lines(text))
    named = top.get("documents")
    stand = (
        {key.value: (key.line, key.column) for key, _ in named.entries} if isinstance(named, Mapping) else {}
    )
    return Reading(DeckFile(replace(deck, notes=tuple(notes)), places, stand), tuple(problems))


def _notes(
    reader: NoteReader, nodes: tuple[Node, ...], lines: list[str]
) -> tuple[list[Note], dict[str, Place], list[DeckError]]:
    notes: list[Note] = []
    places: dict[str, Place] = {}
    problems: list[DeckError] = []
    following = [*(first_line(lines, node.line, node.column) for node in nodes[1:]), len(lines) + 1]
    for node, before in zip(nodes, following, strict=False):
        try:
            entry = reader.entry(node)
            note = reader.note(node, entry)
            if note.id in places:
                first = places[note.id].line
                message = _("the card id `{id}` is used twice (first in line {first})").format(
                    id=note.id, first=first
                )
                raise reader.values.fault(entry.get("id") or node, message)
        except DeckError as problem:
            problems.append(problem)
            continue
        notes.append(note)
        places[note.id] = _place(reader, node, entry, last_line(lines, node, max(before, node.line + 1)))
    return notes, places, problems


def _place(reader: NoteReader, node: Node, entry: dict[str, Node], last: int) -> Place:
    answer = entry.get("back") or entry.get("text") or node
    sources = tuple([(source.line, source.column) for source in reader.source_nodes(entry)])
    return Place(node.line, node.column, last, (answer.line, answer.column), sources)


def _name(values: Values, node: Node) -> str:
    name = values.filled(node, "deck")
    if not all(part.strip() for part in name.split("::")):
        raise values.fault(
            node,
            _("the deck name `{name}` has an empty part").format(name=shown(name)),
            _("decks nest as `outer::inner`"),
        )
    return name


def _documents(values: Values, node: Node | None) -> dict[str, DocumentRef]:
    if node is None or (isinstance(node, Scalar) and not node.value):
        return {}
    if not isinstance(node, Mapping):
        raise values.fault(node, _("`documents` must be a mapping (name: {file, sha256})"))
    return {key.value: _document(values, value) for key, value in node.entries}


def _document(values: Values, node: Node) -> DocumentRef:
    if isinstance(node, Scalar):
        return DocumentRef(values.filled(node, "file"))
    entry = values.mapping(node, _("a document"), _DOCUMENT_KEYS)
    if "file" not in entry:
        raise values.fault(node, _("the document has no `file`"))
    sha256 = values.text(entry["sha256"], "sha256") if "sha256" in entry else ""
    return DocumentRef(values.filled(entry["file"], "file"), sha256)


def _language(values: Values, node: Node | None, text: str) -> Language:
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
