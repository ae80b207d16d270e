"""With which characters a pattern can begin, so that a search looks nowhere else in a text.

`re` works this out for a pattern that begins with a class, or with plain alternatives. Most of ours begin
with an assertion, with alternatives of alternatives, or with a word that may be missing, and were tried at
each character of a text. CPython's interpreter of patterns takes such a class from the head of the code,
whoever worked it out.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

# as `Any`: they are no part of what Python promises
_COMPILER: Any = import_module("re._compiler")
_OPS: Any = import_module("re._constants")
_SRE: Any = import_module("_sre")

_Class = list[tuple[Any, Any]]
_BEGINS = frozenset({_OPS.AT_BEGINNING, _OPS.AT_BEGINNING_STRING})
_REPEATS = frozenset({_OPS.MAX_REPEAT, _OPS.MIN_REPEAT, _OPS.POSSESSIVE_REPEAT})
_NOTHING_SEEN = frozenset({_OPS.AT, _OPS.ASSERT_NOT})
_CASELESS = range(0x2E80, 0xA000)  # Chinese characters and their marks, of which large ranges are usual
_OF_LATIN = (0x130, 0x131, 0x17F, 0x212A)  # what folds to a Latin letter besides its capital: İ, ı, ſ, Kelvin


def with_first_characters(code: list[int], parsed: Any, flags: int) -> list[int]:
    """The code of a pattern, with the characters that it can begin with at its head where `re` has none.

    Args:
        code: what `re._compiler._code` made of it.
        parsed: what `re._parser.parse` did.
        flags: those that it was compiled with.
    """
    info, skip, mask, least, most = code[:5]
    op, value = parsed.data[0]
    if info != _OPS.INFO or mask or not least or (op is _OPS.AT and value in _BEGINS):
        return code  # none is needed, nothing is taken, or it can stand at the beginning alone
    flags |= parsed.state.flags
    found, _ = _of_all(parsed.data, flags)
    if not found:
        return code
    charset, _ = _COMPILER._optimize_charset(found)  # noqa: SLF001 -- see the module
    head = [info, 0, _OPS.SRE_INFO_CHARSET, least, most]
    _COMPILER._compile_charset(charset, flags, head)  # noqa: SLF001
    head[1] = len(head) - 1
    return head + code[1 + skip :]


def _of_all(items: Iterable[tuple[Any, Any]], flags: int) -> tuple[_Class | None, bool]:
    """What one thing behind another can begin with, None for any character; and whether all may be empty."""
    found: _Class = []
    for op, value in items:
        if op is _OPS.ASSERT and value[0] > 0:
            ahead, empty = _of_all(value[1], flags)
            if ahead and not empty:
                return [*found, *ahead], False
            continue
        if op in _NOTHING_SEEN or op is _OPS.ASSERT:
            continue
        begins, empty = _of(op, value, flags)
        if begins is None:
            return None, False
        found += begins
        if not empty:
            return found, False
    return found, True


def _of(op: Any, value: Any, flags: int) -> tuple[_Class | None, bool]:
    """The same of one thing that takes characters."""
    if op in {_OPS.LITERAL, _OPS.IN}:
        return _cased(value if op is _OPS.IN else [(op, value)], flags), False
    if op in _REPEATS:
        begins, empty = _of_all(value[2], flags)
        return begins, empty or not value[0]
    if op is _OPS.BRANCH:
        each = [_of_all(one, flags) for one in value[1]]
        known = [begins for begins, _ in each if begins is not None]
        whole = [one for begins in known for one in begins] if len(known) == len(each) else None
        return whole, any(empty for _, empty in each)
    if op in {_OPS.SUBPATTERN, _OPS.ATOMIC_GROUP}:
        _, more, fewer, inside = value if op is _OPS.SUBPATTERN else (None, 0, 0, value)
        if not more & _OPS.SRE_FLAG_ASCII and not more & _OPS.SRE_FLAG_UNICODE:
            return _of_all(inside, _COMPILER._combine_flags(flags, more, fewer))  # noqa: SLF001
    return None, False  # any character, one that was read before, or classes that are others inside


def _cased(items: _Class, flags: int) -> _Class | None:
    """The class with both cases of its letters where case does not count; None for one that tells little."""
    found: _Class = []
    for op, value in items:
        if op is _OPS.NEGATE:
            return None
        found.append((op, value))
        if not flags & _OPS.SRE_FLAG_IGNORECASE or op is _OPS.CATEGORY:
            continue
        first, last = value if op is _OPS.RANGE else (value, value)
        if first in _CASELESS and last in _CASELESS:
            continue
        letters = [char for char in range(first, last + 1) if _SRE.unicode_iscased(char)]
        if any(char > 0x7F for char in letters):  # they fold in ways of their own
            return None
        found += [(_OPS.LITERAL, code) for char in letters for code in (char & ~0x20, char | 0x20)]
        found += [(_OPS.LITERAL, code) for code in _OF_LATIN if letters]
    return found
