"""Compiled functions of dataclasses and named tuples, kept from one run to the next as compiled modules are.

Python writes the methods of such a class as text and compiles it whenever its module is loaded, as it does
with annotations in quotes: a seventh of the time that the app takes to load. What comes of a text is the same
each time; so it is kept by the text.
"""

from __future__ import annotations

import collections
import dataclasses
import marshal
import typing
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any
from zlib import crc32

from sctui.text.kept_file import kept_file, packed, read_kept

# as `Any`: it is no part of what Python promises that they compile by these names
_PLACES: tuple[tuple[Any, str], ...] = ((dataclasses, "exec"), (collections, "eval"), (typing, "compile"))
_MOST = 8_000_000  # bytes; a larger file is one in which what older versions loaded has piled up


class KeptCode:
    """Code by its text and by what it is, a block (`exec`) or an expression (`eval`)."""

    def __init__(self, file: Path | None) -> None:
        """From a file that may be missing, broken, or another interpreter's; None for no file."""
        self.file = file
        kept = read_kept(file) if file else {}
        if len(kept.get("block", b"")) > _MOST:
            kept = {}
        # the places of each text and of its code in one block, which leaves no holes in memory when it goes
        self._places: dict[tuple[str, int], tuple[int, int, int]] = kept.get("places", {})
        self._block: bytes = kept.get("block", b"")
        self._new: dict[tuple[str, str], bytes] = {}

    def compiled(self, text: str, what: str) -> CodeType:
        """What `compile` gives in a module that takes nothing from the future.

        Raises:
            SyntaxError, ValueError: this is no code.
        """
        encoded = text.encode("utf-8", "surrogatepass")
        start, middle, end = self._places.get((what, crc32(encoded)), (0, 0, 0))
        if end and self._block[start:middle] == encoded:
            kept: CodeType = marshal.loads(memoryview(self._block)[middle:end])  # noqa: S302 -- see `kept_file`
            return kept
        made: CodeType = compile(text, "<string>", what, dont_inherit=True)
        self._new[what, text] = marshal.dumps(made)
        return made

    @contextmanager
    def while_loading(self) -> Iterator[None]:
        """Within the block, which imports modules, classes are made with this code."""
        # what could be read was written by an interpreter like this one
        if not self.file or not (self._places or self._works()):
            yield
            return
        with self._in_place():
            yield

    def news(self) -> bytes:
        """What is to stand in the file for the next run; empty when that stands there already."""
        if not self.file or not self._new:
            return b""
        places, blocks, at = dict(self._places), [self._block], len(self._block)
        for (what, text), code in self._new.items():
            encoded = text.encode("utf-8", "surrogatepass")
            places[what, crc32(encoded)] = at, at + len(encoded), at + len(encoded) + len(code)
            blocks += encoded, code
            at += len(encoded) + len(code)
        return packed({"places": places, "block": b"".join(blocks)})

    def forget(self) -> None:
        """Nothing more is loaded: give back the memory, unless there is news."""
        if not self._new:
            self._places, self._block = {}, b""

    @contextmanager
    def _in_place(self) -> Iterator[None]:
        for module, name in _PLACES:
            vars(module)[name] = getattr(self, f"_{name}")
        try:
            yield
        finally:
            for module, name in _PLACES:
                vars(module).pop(name, None)

    def _works(self) -> bool:
        """Whether this interpreter makes classes as this module knows it."""
        try:
            with self._in_place():
                made: Any = dataclasses.make_dataclass("Made", ["one"], frozen=True, slots=True)
                pair = collections.namedtuple("pair", "one two")
                return bool(made(1) == made(1) and pair(1, 2).two)
        except Exception:  # noqa: BLE001 -- another version's ways, whatever they are
            return False

    def _exec(self, text: str, names: dict[str, Any], local: dict[str, Any]) -> None:
        exec(self.compiled(text, "exec"), names, local)  # noqa: S102 -- what `dataclasses` would do

    def _eval(self, text: str, names: dict[str, Any]) -> Any:
        return eval(self.compiled(text, "eval"), names)  # noqa: S307 -- what `collections` would do

    def _compile(self, text: str, _file: str, what: str) -> CodeType:
        return self.compiled(text, what)


@cache
def kept_code(of: str) -> KeptCode:
    """That of this installation, by what loads it."""
    return KeptCode(kept_file(f"{of}-code"))
