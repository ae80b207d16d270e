"""Reference lists as records: which lines are one entry, and its number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sctui.documents.reference_entry import read_entry
from sctui.model.document import Line, LineKind
from sctui.model.reference import Reference
from sctui.text import literal
from sctui.text.section_names import SectionRole, is_bare_section_name, section_role

_NUMBER = re.compile(
    r"\s*(?:[\[［【(（](?P<a>\d{1,3})[\]］】)）][.、]?|(?P<b>\d{1,3})[.、)．](?!\d)|(?P<c>[①-⑳]))\s*(?=\S)"
)
_LABEL = re.compile(r"[#*\s]*[^:：\s]{2,10}(?:\s\w+)?\s*[:：]\s*(?=\S)")
_MARK = re.compile(r"^\s*[-*+•·●^]\s+")
_SITE = re.compile(r"\s*[|｜]\s*(?P<site>[^|｜]*)$")


def read_references(lines: Sequence[Line]) -> tuple[Reference, ...]:
    """The entries of all reference lists among the lines, in their order."""
    return tuple(map(_reference, _grouped(lines)))


def _grouped(lines: Sequence[Line]) -> Iterator[list[tuple[Line, str]]]:
    """The lines of each entry with what they say of it.

    A number begins an entry. Without one, an entry takes what follows until it has an address, which an
    identifier on a line of its own gives it: a second title, or a second address, begins another.
    """
    entry: list[tuple[Line, str]] = []
    for line in lines:
        if line.kind is LineKind.BLANK:
            continue
        text = _said(line)
        if text is None or not text:
            if entry:
                yield entry
            entry = []
            continue
        if entry and not _belongs(entry, text):
            yield entry
            entry = []
        entry.append((line, text))
    if entry:
        yield entry


def _said(line: Line) -> str | None:
    """The text of a line that belongs to an entry; empty for the heading of a list, None for other lines."""
    if line.kind is not LineKind.REFERENCE:
        return None
    title = line.text.strip().strip("#* ")
    if section_role(title) is not SectionRole.REFERENCES:
        return _MARK.sub("", line.text).strip()
    return "" if is_bare_section_name(title) else _LABEL.sub("", line.text, count=1).strip()


def _belongs(entry: list[tuple[Line, str]], text: str) -> bool:
    if _NUMBER.match(text):
        return False
    numbered = _NUMBER.match(entry[0][1]) is not None
    before, here = read_entry(" ".join(said for _, said in entry)), read_entry(text)
    if _is_identifier(here):
        return not _conflicts(before, here)
    return numbered and not _has_identifier(before) and text[:1].islower()


def _is_identifier(entry: Reference) -> bool:
    """Whether a line says nothing but where the publication is found."""
    return _has_identifier(entry) and not literal.search(r"[^\W\d_]{2}", entry.title)


def _has_identifier(entry: Reference) -> bool:
    return bool(entry.doi or entry.pubmed or entry.pmc or entry.address)


def _conflicts(one: Reference, other: Reference) -> bool:
    """Whether two lines of identifiers name two publications."""
    return any(
        mine and theirs and mine != theirs
        for mine, theirs in ((one.doi, other.doi), (one.pubmed, other.pubmed), (one.address, other.address))
    )


def _number(match: re.Match[str]) -> int:
    circled = match["c"]
    return ord(circled) - ord("①") + 1 if circled else int(match["a"] or match["b"])


def _reference(lines: list[tuple[Line, str]]) -> Reference:
    text = " ".join(said for _, said in lines)
    match = _NUMBER.match(text)
    body = (text[match.end() :] if match else text).lstrip("^ ")
    site = _SITE.search(body)
    entry = read_entry(_SITE.sub("", body))
    return replace(
        entry,
        number=_number(match) if match else None,
        lines=tuple(line.number for line, _ in lines),
        title="" if _is_identifier(entry) else entry.title,
        journal=entry.journal or (site["site"] if site else ""),
    )
