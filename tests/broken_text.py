"""Texts with their lines broken at a column, as mail and terminals have them."""

import re

_UNITS = re.compile(r"[^\u0000-\u2e7f][，。、；：！？）]*|[^\s\u2e80-\uffff]+|\s+")
_WIDE = re.compile("[^\u0000-\u2e7f]")


def broken(text: str, columns: int) -> str:
    """The text with each of its lines broken where it would be wider than so many columns; a Han character has two."""
    return "\n".join("\n".join(_lines(line, columns)) for line in text.split("\n"))


def _lines(line: str, columns: int) -> list[str]:
    found = [""]
    for unit in _UNITS.findall(line):
        if found[-1].strip() and _width(found[-1]) + _width(unit.rstrip()) > columns:
            found[-1] = found[-1].rstrip()
            found.append(unit.lstrip())
        else:
            found[-1] += unit
    return found


def _width(text: str) -> int:
    return len(text) + len(_WIDE.findall(text))
