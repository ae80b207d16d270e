"""Many texts of a YAML file at once, as `yaml_texts.said_as` gives them one by one.

What takes a call for each text otherwise (to take an even indent away, to resolve escapes) is done for all of
them as one string; where that does not come out even, each is read by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress

from sctui.text.yaml_texts import said_as, unescaped
from sctui.text.yaml_unusual import LONGEST_TEXT, UnknownFormError

_MARKS = frozenset("'\"|>")
_BETWEEN = "\0"  # stands in no YAML file

Column = Sequence[str | None]


def all_said_as(written: Column, least: int) -> tuple[list[str], set[int]]:
    """The texts, and which of them (from 0) the full parser has to read.

    Args:
        written: each as it is written (see `said_as`); None gives an empty text.
        least: how many spaces further lines of a text have before them at least.
    """
    if not any(written):
        return [""] * len(written), set()
    texts = [one or "" for one in written]
    if texts[0][:1] in ("|", ">"):  # as all of them are, perhaps
        with suppress(UnknownFormError):
            return _alike(texts, _start(texts[0]), least), set()
    kinds: dict[str, list[int]] = {}
    for at, one in enumerate(texts):
        if one and (one[0] in _MARKS or "\n" in one):
            kinds.setdefault(_start(one), []).append(at)
    unknown: set[int] = set()
    for start, alike in kinds.items():
        try:
            found = _alike([texts[at] for at in alike], start, least)
        except UnknownFormError:
            unknown.update(at for at in alike if not _by_itself(texts, at, least))
        else:
            for at, text in zip(alike, found, strict=True):
                texts[at] = text
    return texts, unknown


def _start(written: str) -> str:
    """What begins a text in quotes or below a header, and others of its kind; `p` for a plain one."""
    mark = written[0]
    if mark in "|>":
        return written[: written.find("\n") + 1]
    return mark if mark in _MARKS else "p"


def _alike(written: Sequence[str], start: str, least: int) -> list[str]:
    """The texts, if all of them begin so."""
    if max(map(len, written)) > LONGEST_TEXT or start[0] not in '"|>':
        raise UnknownFormError
    whole = _BETWEEN.join(written)
    texts = _unescaped(whole, least) if start == '"' else _even_blocks(whole, start, least)
    if len(texts) != len(written):
        raise UnknownFormError
    return texts


def _even_blocks(whole: str, header: str, least: int) -> list[str]:
    """Texts below that header, where all lines of all of them have the same indent and none is blank."""
    said = whole[len(header) :]
    indent = len(said) - len(said.lstrip(" "))
    even = whole.replace("\n" + " " * indent, "\n")
    if indent < least or "\n " in even or len(whole) - len(even) != indent * even.count("\n"):
        raise UnknownFormError
    if header[0] == ">":
        even, header = even.replace("\n", " "), header.replace("\n", " ")
    if "-" not in header:
        even = even.replace(_BETWEEN, "\n" + _BETWEEN) + "\n"
    return even[len(header) :].split(_BETWEEN + header)


def _unescaped(whole: str, least: int) -> list[str]:
    """Texts in double quotes, where every line but the last of each ends with a backslash."""
    if "\\\\" in whole:
        raise UnknownFormError
    if "\n" in whole:
        whole = re.sub(rf"\\\n {{{least},}}+(?:\\(?= ))?", "", whole)
    if "\n" in whole:
        raise UnknownFormError
    return unescaped(whole.replace(f'"{_BETWEEN}"', "\\u0000")[1:-1]).split(_BETWEEN)


def _by_itself(texts: list[str], at: int, least: int) -> bool:
    try:
        texts[at] = said_as(texts[at], least)
    except UnknownFormError:
        return False
    return True
