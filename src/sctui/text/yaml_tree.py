"""What YAML is read into: texts, lists and mappings, each with the line and column where it stands."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class YamlError(ValueError):
    """What is wrong, and at which line and column (from 1)."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column


class Scalar(NamedTuple):
    """A string with its place."""

    value: str
    line: int
    column: int


class Sequence(NamedTuple):
    """A list with its place; `end_line` is the last line (from 1) it stands on."""

    items: tuple[Node, ...]
    line: int
    column: int
    end_line: int


class Mapping(NamedTuple):
    """Keys and values in the order of the file; a repeated key is an error."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int
    end_line: int

    def get(self, key: str) -> Node | None:
        """The value of `key`, or None."""
        return next((value for name, value in self.entries if name.value == key), None)


Node: TypeAlias = "Scalar | Sequence | Mapping"
