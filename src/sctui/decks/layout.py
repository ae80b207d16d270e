"""A deck file as lines: which of them are a card's, and where a line can be changed or put in.

Everything else in the file (comments, order, quoting, line breaks, byte order mark) stays byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sctui.decks.places import Place, first_line, yaml_lines
from sctui.decks.rewriting import rewritten
from sctui.decks.values import NodeValues
from sctui.decks.yaml_reader import DeckFile, parse_deck, read_deck_node
from sctui.decks.yaml_writer import INDENT
from sctui.errors import DeckError
from sctui.i18n import _
from sctui.model.card import Note
from sctui.text.collector_pause import collector_paused
from sctui.text.yaml_nodes import Mapping as MappingNode
from sctui.text.yaml_nodes import Node, Scalar, Sequence

_BOM = "\ufeff"
_BREAKS = "\r\n\x85\u2028\u2029"
_EMPTY = re.compile(r"(\s*\w+\s*:)\s*(?:\[\s*\]|\{\s*\})?\s*(#.*)?$")
# behind what braces hold: no sign that could end a text in which it stands
_COMMENT = re.compile(r"""(?:^\s*|[,{}\]]\s+)(#[^"']*)$""")


@dataclass(slots=True)
class Layout:
    """The lines of a deck file, and the changes asked for; `text` gives the file with them."""

    file: str
    root: MappingNode
    deck_file: DeckFile
    lines: list[str]
    bom: str
    # first line (from 0), line behind the last, and what stands there instead
    notes: dict[str, Note]  # by their id, in the order of the file
    _edits: list[tuple[int, int, list[str]]] = field(default_factory=list)
    _added: list[str] = field(default_factory=list)

    def card(self, key: str) -> list[str]:
        """The lines of a card, its dash in the first column, without line breaks."""
        place = self.deck_file.places[key]
        lines = (line.rstrip(_BREAKS) for line in self.lines[place.line - 1 : place.last_line])
        return [line.removeprefix(self._indent) for line in lines]

    def replace(self, key: str, lines: Iterable[str]) -> None:
        """Put `lines` in the place of a card; its dash must be in their first column."""
        place = self.deck_file.places[key]
        indent = " " * (place.column - 1)
        if self.lines[place.line - 1].startswith(indent):  # its dash stands in a line above, and stays there
            new = [f"{indent}{line[len(INDENT) :]}{self._eol}" if line else self._eol for line in lines]
        else:
            new = [self._line(line) for line in lines]
        if self.lines[place.line - 1].startswith("{", place.column - 1):
            new[1:1] = [f"{indent}{comment}{self._eol}" for comment in self._comments(place)]
        if not self.lines[place.last_line - 1].endswith(tuple(_BREAKS)):
            new[-1] = new[-1].rstrip(_BREAKS)
        self._edits.append((place.line - 1, place.last_line, new))

    def _comments(self, place: Place) -> Iterator[str]:
        """The comments in the lines of a card between braces, which are about to go."""
        for line in self.lines[place.line - 1 : place.last_line]:
            if found := _COMMENT.search(line.rstrip(_BREAKS)):
                yield found[1]

    def rewrite(self, key: str, note: Note, keys: Mapping[str, str]) -> bool:
        """Let a card say what `note` says, and keep what did not change; whether that can be done."""
        place, cards = self.deck_file.places[key], self.root.get("cards")
        node = next(
            one
            for one in (cards.items if isinstance(cards, Sequence) else ())
            if (one.line, one.column) == (place.line, place.column)
        )
        if not isinstance(node, MappingNode):
            return False
        new = rewritten(self.lines, place.last_line, node, self.notes[key], note, keys, self._eol)
        if new is None:
            return False
        if not self.lines[place.last_line - 1].endswith(tuple(_BREAKS)):
            new[-1] = new[-1].rstrip(_BREAKS)
        self._edits.append((place.line - 1, place.last_line, new))
        return True

    def remove(self, key: str, *, blank_lines: bool = False) -> None:
        """Take a card out, on request with the blank lines behind it."""
        place = self.deck_file.places[key]
        start, end = first_line(self.lines, place.line, place.column) - 1, place.last_line
        while blank_lines and end < len(self.lines) and not self.lines[end].strip():
            end += 1
        self._edits.append((start, end, []))

    def add(self, lines: Iterable[str]) -> None:
        """Put a card at the end of the list."""
        self._added += [self._line(line) for line in lines]

    def set_scalar(self, node: Scalar, written: str) -> None:
        """Write another value where `node` stands, if it stands there in one piece, plain or quoted."""
        line, start = self.lines[node.line - 1], node.column - 1
        for old in (node.value, f'"{node.value}"', f"'{node.value}'"):
            if line.startswith(old, start):
                self.lines[node.line - 1] = line[:start] + written + line[start + len(old) :]
                return

    def add_document(self, line: str) -> None:
        """Put an entry at the end of `documents:`.

        Raises:
            DeckError: when the documents there do not stand on a line each.
        """
        node = self.root.get("documents")
        if isinstance(node, MappingNode) and node.entries:
            first = node.entries[0][0]
            if self.lines[first.line - 1][: first.column - 1].strip():
                raise self._fault(node, _("write `documents:` with one line for each document"))
            self._insert(self._end_of(node), [" " * (first.column - 1) + line])
        elif node is not None:
            self._insert(self._open("documents", node), [INDENT + line])
        else:
            at = next((key.line - 1 for key, _ in self.root.entries if key.value == "cards"), len(self.lines))
            self._insert(at, ["documents:", INDENT + line])

    def text(self) -> str:
        """The file with all changes.

        Raises:
            DeckError: when cards are to be added to a list that is not written with dashes.
        """
        if self._added:
            at = self._end_of_cards()
            self._edits.append((at, at, self._added))
        lines = list(self.lines)
        numbered = ((start, end, number, new) for number, (start, end, new) in enumerate(self._edits))
        for start, end, _number, new in sorted(numbered, reverse=True):
            lines[start:end] = new
        ended = (line if line.endswith(tuple(_BREAKS)) else line + self._eol for line in lines[:-1])
        return self.bom + "".join((*ended, *lines[-1:]))

    def _end_of_cards(self) -> int:
        node = self.root.get("cards")
        if node is None:
            self._added.insert(0, f"cards:{self._eol}")
            return self._ended(len(self.lines))
        if not (isinstance(node, Sequence) and node.items):
            return self._open("cards", node)
        if not self.lines[node.line - 1].startswith("-", node.column - 1):
            raise self._fault(node, _("write `cards:` as a list with a `-` for each card"))
        last = self.deck_file.deck.notes[-1]
        at = self.deck_file.places[last.id].last_line
        if any(
            text.endswith("\n\n") for text in (last.front, last.back, last.text)
        ):  # `|+`: blank lines count
            while at < len(self.lines) and not self.lines[at].strip():
                at += 1
        return self._ended(at)

    def _open(self, name: str, node: Node) -> int:
        """Make `name: []` or `name: {}` into `name:`, and say behind which line entries go."""
        at = next(key.line for key, _ in self.root.entries if key.value == name)
        match = _EMPTY.match(self.lines[at - 1].rstrip())
        if not match:
            raise self._fault(node, _("write `{name}:` with nothing behind it").format(name=name))
        self.lines[at - 1] = f"{match[1]}{f'  {match[2]}' if match[2] else ''}{self._eol}"
        return at

    def _end_of(self, node: MappingNode) -> int:
        first, (_, last) = node.entries[0][0].line, node.entries[-1]
        at = last.line if isinstance(last, Scalar) else last.end_line
        while at > first and (not self.lines[at - 1].strip() or self.lines[at - 1].lstrip().startswith("#")):
            at -= 1
        return self._ended(at)

    def _ended(self, at: int) -> int:
        """See to it that line `at` has a line break."""
        if at and not self.lines[at - 1].endswith(tuple(_BREAKS)):
            self.lines[at - 1] += self._eol
        return at

    @property
    def _eol(self) -> str:
        return "\r\n" if self.lines[0].endswith("\r\n") else "\n"

    @property
    def _indent(self) -> str:
        node = self.root.get("cards")
        return " " * (node.column - 1) if isinstance(node, Sequence) and node.items else INDENT

    def _line(self, line: str) -> str:
        return f"{self._indent}{line}{self._eol}" if line else self._eol

    def _insert(self, at: int, lines: list[str]) -> None:
        self._edits.append((at, at, [f"{line}{self._eol}" for line in lines]))

    def _fault(self, node: Node, hint: str) -> DeckError:
        return NodeValues(self.file).fault(
            node, _("a deck written like this cannot be updated; {hint}").format(hint=hint)
        )


def read_layout(text: str, file: str) -> Layout:
    """The layout of a deck's text; `file` is how messages name it.

    Raises:
        DeckError: at the first thing in the text that is wrong.
    """
    with collector_paused():
        root = parse_deck(text, file)
        reading = read_deck_node(root, text, file)
    if reading.problems:
        raise reading.problems[0]
    if not isinstance(root, MappingNode) or not root.entries or not _is_block(root, text):
        raise NodeValues(file).fault(
            root, _("a deck written like this cannot be updated; write `deck:` on a line of its own")
        )
    bom = _BOM if text.startswith(_BOM) else ""
    notes = {note.id: note for note in reading.deck_file.deck.notes}
    return Layout(file, root, reading.deck_file, yaml_lines(text.removeprefix(_BOM)), bom, notes)


def _is_block(root: MappingNode, text: str) -> bool:
    return not yaml_lines(text.removeprefix(_BOM))[root.line - 1].startswith("{", root.column - 1)
