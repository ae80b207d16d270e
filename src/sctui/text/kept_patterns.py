"""Compiled patterns, kept from one run to the next beside the modules that Python keeps compiled.

The patterns of a conversion, some with all words of a lexicon, take longer to compile than a short document
takes to convert; those of the modules that the app loads take a tenth of the time to its first frame. What is
made of them is read in a hundredth of that. `re` has no way to keep it, so this reaches into CPython, whose
interpreter of patterns looks through all that it is given. Where anything is not as it is known, patterns are
compiled as usual.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from sctui.text.first_characters import with_first_characters
from sctui.text.kept_file import kept_file, packed, read_kept

# as `Any`: they are no part of what Python promises
_COMPILER: Any = import_module("re._compiler")
_PARSER: Any = import_module("re._parser")
_SRE: Any = import_module("_sre")
_usual = _COMPILER.compile

_MOST = 8_000_000  # bytes; a larger file is one in which old versions and lexicons have piled up
_PROBE, _PROBED = r"(?<!c)(?P<a>[\u3400-\u9fff]+|\d)(?i:b)\1?", "c1b 甲乙B甲乙 2b"


class _Parts(NamedTuple):
    """What `re` makes of a pattern, in the order in which its interpreter takes it; `code` as bytes."""

    flags: int
    code: bytes
    groups: int
    group_index: dict[str, int]
    index_group: tuple[str | None, ...]


class KeptPatterns:
    """Patterns by how they are written and their flags: those of a file, and those compiled since."""

    def __init__(self, file: Path | None) -> None:
        """From a file that may be missing, broken, or another interpreter's; None for no file."""
        self.file = file
        self._parts = {key: _Parts(*parts) for key, parts in (read_kept(file) if file else {}).items()}
        self._read, self._used = len(self._parts), set[tuple[str, int]]()

    def compiled(self, pattern: str, flags: int = 0) -> re.Pattern[str]:
        """What `re.compile` gives.

        Raises:
            re.error: this is no pattern.
        """
        key = (pattern, int(flags))
        parts = self._parts.get(key)
        try:
            if parts is None:
                parts = self._parts[key] = _parts(*key)
            self._used.add(key)
            return _built(pattern, parts)
        except re.error:
            raise
        except Exception:  # noqa: BLE001 -- whatever is not as it is known here, `re` knows
            self._parts.pop(key, None)
            usual: re.Pattern[str] = _usual(*key)
            return usual

    @contextmanager
    def while_loading(self) -> Iterator[None]:
        """Within the block, which imports modules, `re.compile` uses these patterns."""
        # what could be read was written by an interpreter like this one
        if not (self._read or _works()):
            yield
            return

        def compiled(pattern: Any, flags: int = 0) -> Any:
            plain = isinstance(pattern, str) and not flags & re.DEBUG
            return self.compiled(pattern, flags) if plain else _usual(pattern, flags)

        _COMPILER.compile = compiled  # the one place where all of `re` passes
        try:
            yield
        finally:
            _COMPILER.compile = _usual

    def compiled_here(self) -> dict[tuple[str, int], _Parts]:
        """What was compiled since the file was read, for the process that writes the next one."""
        return dict(islice(self._parts.items(), self._read, None))

    def take(self, parts: Mapping[tuple[str, int], _Parts]) -> None:
        """Leave for the next run what another process of this one has compiled as well."""
        self._parts |= {key: one for key, one in parts.items() if key not in self._parts}
        self._used |= parts.keys()

    def news(self) -> bytes:
        """What is to stand in the file for the next run; empty when that stands there already."""
        if self.file is None or len(self._parts) == self._read or not _works():
            return b""
        data = packed({key: tuple(parts) for key, parts in self._parts.items()})
        return data if len(data) <= _MOST else packed({key: tuple(self._parts[key]) for key in self._used})


def kept_patterns(of: str = "commands") -> KeptPatterns:
    """Those of this installation, by what loads them; of none where Python keeps no compiled modules either.

    Each has a file of its own, for those of a conversion take longer to read than the app has until its first
    frame.
    """
    return _of(of)


@cache  # by the name alone, whether it is given or not
def _of(name: str) -> KeptPatterns:
    return KeptPatterns(kept_file(f"{name}-patterns"))


def _parts(pattern: str, flags: int, *, quick: bool = True) -> _Parts:
    """A pattern compiled as `re._compiler.compile` does, up to its last step; `quick` to search for."""
    parsed = _PARSER.parse(pattern, flags)
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    code = _COMPILER._code(parsed, flags)  # noqa: SLF001 -- see the module
    code = with_first_characters(code, parsed, flags) if quick else code
    packed_code = array("I", code).tobytes()
    return _Parts(flags | state.flags, packed_code, state.groups - 1, dict(state.groupdict), tuple(names))


def _built(pattern: str, parts: _Parts) -> re.Pattern[str]:
    """The last step, which looks through the code and refuses what `re` could not have made."""
    code = array("I", parts.code).tolist()
    built: re.Pattern[str] = _SRE.compile(pattern, parts.flags, code, *parts[2:])
    return built


@cache
def _works() -> bool:
    """Whether this interpreter compiles patterns as this module knows it."""
    if sys.implementation.name != "cpython":
        return False
    try:
        usual, quick = _usual(_PROBE), _built(_PROBE, _parts(_PROBE, 0))
        same = _built(_PROBE, _parts(_PROBE, 0, quick=False)) == usual
        return bool(same and quick.findall(_PROBED) == usual.findall(_PROBED) != [])
    except Exception:  # noqa: BLE001 -- another version's `re`, whatever it is
        return False
