"""A card of a deck changed key by key: what did not change stays as it is written, and so do comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sctui.decks.yaml_writer import note_entries
from sctui.model.card import Note
from sctui.text.yaml_nodes import Mapping as MappingNode

_BREAKS = "\r\n\x85\u2028\u2029"
_BLOCK = re.compile(r"\s*[|>][-+0-9]*\s*(#.*)?$")  # a text follows, every line of which is text
_BELOW = re.compile(r"\s*(#.*)?$")  # a list follows
# a value that ends in this line, and the comment behind it: quoted, in brackets, or plain
_VALUE = re.compile(
    r"""\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[\[{].*[\]}]|[^"'\[{\s].*?)\s*(?P<comment>(?<=\s)#.*)?$"""
)
_LAST = re.compile(r"""(?:["'\]}]\s+|^[^"']*\s)(?P<comment>#.*)$""")


@dataclass(frozen=True, slots=True)
class _Part:
    """The lines of one key with its value (from 0, behind the last), and the key's column (from 0)."""

    name: str
    start: int
    end: int
    column: int


def rewritten(
    lines: list[str],
    last: int,
    node: MappingNode,
    before: Note,
    after: Note,
    keys: Mapping[str, str],
    eol: str,
) -> list[str] | None:
    """The lines of a card that says `after` where it said `before`; None when that cannot be done key by key.

    Args:
        lines: the lines of the deck, with their breaks.
        last: the last line of the card, from 1.
        node: the card.
        keys: short names of documents by file name.
        eol: the line break of the deck.
    """
    first = node.line - 1
    if lines[first].startswith("{", node.column - 1):
        return None
    parts = list(_parts(lines, last, node))
    old, new = note_entries(before, keys), note_entries(after, keys)
    there = {part.name: part for part in parts}
    changed = [name for name in dict.fromkeys((*new, *old)) if old.get(name) != new.get(name)]
    if "type" in there and before.type is not after.type:
        changed.append("type")  # it said what the card was
    elif "type" in there and "reverse" not in there and after.is_turned:
        changed = [name for name in changed if name != "reverse"]  # `type: reversible` says it still
    out = {part.name: lines[part.start : part.end] for part in parts}
    added: dict[str, list[str]] = {}
    if parts[0].name not in new and parts[0].name in changed:
        return None  # its dash stands before this key
    for name in changed:
        if name not in new:
            out[name] = list(_comments(lines, there[name])) if name in there else []
        elif name in there:
            out[name] = _put(lines, there[name], new[name], eol)
        else:
            added[name] = new[name]
    there_now = [part.name for part in parts]
    found = _together(lines[first:last], parts, out, _at(added, list(new), there_now), eol)
    if "id" not in there and {"front", "text"} & set(changed):  # it went by its question
        head, at = found[0][: node.column - 1], node.column - 1
        found[0] = f"{head}{new['id'][0]}{eol}{' ' * at}{found[0][at:]}"
    return found


def _parts(lines: list[str], last: int, node: MappingNode) -> Iterator[_Part]:
    """The keys of a card; blank lines and comments before the next key belong to none."""
    starts = [key.line - 1 for key, _ in node.entries]
    for (key, _), start, behind in zip(node.entries, starts, [*starts[1:], last], strict=True):
        end = behind
        while end > start + 1 and _is_between(lines[end - 1], key.column - 1):
            end -= 1
        yield _Part(key.value, start, end, key.column - 1)


def _is_between(line: str, indent: int) -> bool:
    content = line.strip()
    return not content or (content.startswith("#") and len(line) - len(line.lstrip(" ")) <= indent)


def _put(lines: list[str], part: _Part, written: list[str], eol: str) -> list[str]:
    """A key with another value; comments that stood in its lines stay."""
    line = lines[part.start].rstrip(_BREAKS)
    head, value = line[: part.column], line[part.column + len(part.name) + 1 :]
    if found := _BLOCK.match(value) or _BELOW.match(value):
        comment = found[1] or ""
    elif part.end == part.start + 1:
        found = _VALUE.match(value)
        comment = (found and found["comment"]) or ""
    else:
        found = _LAST.search(lines[part.end - 1].rstrip(_BREAKS))
        comment = (found and found["comment"]) or ""
    pad = " " * part.column
    first, *rest = written
    out = [
        f"{head}{first}{f'  {comment}' if comment else ''}{eol}",
        *(f"{pad}{one}{eol}" if one else eol for one in rest),
    ]
    return [*out, *_comments(lines, part)]


def _comments(lines: list[str], part: _Part) -> Iterator[str]:
    """Lines of a value that are comments; of a block, every line is text."""
    value = lines[part.start].rstrip(_BREAKS)[part.column + len(part.name) + 1 :]
    if not _BLOCK.match(value):
        inner = (line for line in lines[part.start + 1 : part.end] if line.lstrip().startswith("#"))
        yield from (" " * part.column + line.lstrip() for line in inner)


def _at(
    added: Mapping[str, list[str]], order: list[str], there: list[str]
) -> dict[str, list[tuple[str, list[str]]]]:
    """Behind which key each new one goes."""
    places: dict[str, list[tuple[str, list[str]]]] = {}
    for name, written in added.items():
        before = [one for one in order[: order.index(name)] if one in there]
        places.setdefault(max(before, key=there.index) if before else there[-1], []).append((name, written))
    return places


def _together(
    card: list[str],
    parts: list[_Part],
    out: Mapping[str, list[str]],
    added: Mapping[str, list[tuple[str, list[str]]]],
    eol: str,
) -> list[str]:
    """The card with its keys as they are now, and all between them as it was."""
    found: list[str] = []
    at = parts[0].start
    first = at
    for part in parts:
        found += card[at - first : part.start - first]
        found += out[part.name]
        pad = " " * part.column
        for _, written in added.get(part.name, ()):
            found += (f"{pad}{line}{eol}" if line else eol for line in written)
        at = part.end
    return [*found, *card[at - first :]]
