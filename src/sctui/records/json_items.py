"""Checked access to what a JSON file of ours holds: every fault says where, and what was expected."""

from __future__ import annotations

import json
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Any

from sctui.errors import DeckError
from sctui.i18n import _


@dataclass(frozen=True, slots=True)
class Item:
    """An object of a JSON file: its entries, and where it stands (`records[3]`)."""

    entries: dict[str, Any]
    where: str
    file: str

    def text(self, name: str) -> str:
        """A text that must be there."""
        value = self.entries.get(name)
        if not isinstance(value, str):
            raise self.fault(_("`{name}` must be a text").format(name=name))
        return value

    def texts(self, names: Set[str]) -> dict[str, str]:
        """Those of the texts `names` that are there."""
        return {name: self.text(name) for name in self.entries.keys() & names}

    def words(self, name: str) -> tuple[str, ...]:
        """A list of texts; none when it is not there."""
        value = self.entries.get(name, [])
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise self.fault(_("`{name}` must be a list of texts").format(name=name))
        return tuple(value)

    def place(self, name: str) -> tuple[int, int, int, str]:
        """A place: line from 1, first and last column, and the words there."""
        value = self.entries.get(name)
        if not isinstance(value, list) or [type(part) for part in value] != [int, int, int, str]:
            raise self.fault(_("`{name}` must be [line, start, end, quote]").format(name=name))
        line, start, end, quote = value
        if line < 1 or not 0 <= start <= end or end - start != len(quote):
            raise self.fault(_("`{name}` does not fit its quote").format(name=name))
        return line, start, end, quote

    def items(self, name: str, known: Set[str]) -> Iterator[Item]:
        """The objects of a list (none when it is not there), with no other keys than `known`."""
        value = self.entries.get(name, [])
        if not isinstance(value, list):
            raise self.fault(_("`{name}` must be a list").format(name=name))
        above = f"{self.where}." if self.where else ""
        for number, entry in enumerate(value):
            yield checked(entry, f"{above}{name}[{number}]", self.file, known)

    def fault(self, message: str) -> DeckError:
        """The error to raise for something in this object."""
        return _fault(f"{self.where or 'file'}: {message}", self.file)


def parse_items(text: str, file: str, known: Set[str]) -> Item:
    """The object that a file's text is.

    Raises:
        DeckError: when it is not JSON, no object, or has other keys than `known`.
    """
    try:
        root = json.loads(text)
    except json.JSONDecodeError as error:
        raise _fault(_("not JSON: {msg}").format(msg=error.msg), file, error.lineno, error.colno) from None
    except RecursionError:
        raise _fault(_("not JSON that we write: nested too deep"), file) from None
    return checked(root, "", file, known)


def checked(entry: object, where: str, file: str, known: Set[str]) -> Item:
    """`entry` as an object with no other keys than `known`."""
    if not isinstance(entry, dict):
        raise _fault(_("{where}: must be an object").format(where=where or "file"), file)
    if not entry.keys() <= known:
        raise _fault(
            _("{where}: unknown key `{next}`").format(
                where=where or "file", next=next(iter(entry.keys() - known))
            ),
            file,
        )
    return Item(entry, where, file)


def _fault(message: str, file: str, line: int = 1, column: int = 1) -> DeckError:
    hint = "Convert the document again, which writes this file anew."
    return DeckError(message, file=file, line=line, column=column, hint=hint)
