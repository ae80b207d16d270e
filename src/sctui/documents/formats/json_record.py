"""JSON files: records of articles, alone, in a list, or one on each line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from sctui.documents.decode import decode
from sctui.documents.formats.markup import has_markup, markup_lines
from sctui.documents.formats.read_text import ReadText
from sctui.documents.record import parse_record, record_metadata, small_keys
from sctui.errors import DocumentError
from sctui.i18n import _, ngettext
from sctui.model.progress import Progress, silent
from sctui.text.abstract_labels import abstract_parts_of

_TEXTS = ("abstract", "summary", "description", "text", "body", "content", "fulltext", "full_text")
_PARTS = ("sections", "paragraphs", "body", "content", "children")
_NAMES = ("title", "heading", "name", "section")
_DEPTH = 6
_SHOWN = 6  # keys of records without a text that are named


def is_json(data: bytes) -> bool:
    """Whether the bytes begin and end as JSON does; `records_of` says whether they are."""
    if data.removeprefix(b"\xef\xbb\xbf").strip() in {b"[]", b"{}"}:
        return True
    head, tail = data[:100].removeprefix(b"\xef\xbb\xbf").lstrip()[:1], data[-100:].rstrip()[-1:]
    return (head, tail) in {(b"{", b"}"), (b"[", b"]")} and bool(records_of(data))


def records_of(data: bytes) -> list[dict[str, Any]]:
    """The records in a JSON file, or in a file with one record a line; none when it is something else."""
    text = data.decode("utf-8-sig", errors="replace")
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        lines = [line for line in text.splitlines() if line.strip()]
        found = [parse_record(line) for line in lines[:1]] and [parse_record(line) for line in lines]
        return [record for record in found if record] if all(found) else []
    values = value if isinstance(value, list) else [value]
    return [record for record in values if isinstance(record, dict)]


def read_json(data: bytes, name: str, _progress: Progress = silent) -> ReadText:
    """Title and text of every record; what a record says twice, as in a record kept inside it, stands once.

    Raises:
        DocumentError: when no record has a text.
    """
    decode(data, name)  # says what is wrong with the bytes, if anything is
    records = records_of(data)
    lines: list[str] = []
    for record in records:
        title = record_metadata(record).get("title", "")
        texts = list(_texts(record, set(), 2))
        if any(texts):
            lines += [*([f"# {title}", ""] if title else []), *texts]
    while lines and not lines[-1]:
        lines.pop()
    if not lines:
        hint = _("A record needs one of: {texts}.").format(texts=", ".join(_TEXTS))
        raise DocumentError(_without_text(records, name), hint=hint)
    return ReadText(lines, record_metadata(records[0]) if len(records) == 1 else {"title": Path(name).stem})


def _without_text(records: Sequence[dict[str, Any]], name: str) -> str:
    """What is said of JSON in which no record has a text: what its records have instead."""
    keys = dict.fromkeys(key for record in records for key, value in record.items() if value)
    if not keys:
        return _("{name} is JSON without a record.").format(name=name)
    shown = ", ".join(list(keys)[:_SHOWN]) + (", …" if len(keys) > _SHOWN else "")
    return ngettext(
        "{name} is JSON without a text: its record has no abstract, only {keys}.",
        "{name} is JSON without a text: none of its {count} records has an abstract, only {keys}.",
        len(records),
    ).format(name=name, count=len(records), keys=shown)


def _texts(record: dict[str, Any], seen: set[str], level: int) -> Iterator[str]:
    """The paragraphs of a record, then those of its parts and of records inside it."""
    record = small_keys(record)
    for key in _TEXTS:
        if isinstance(value := record.get(key), str) and parse_record(value) is None:
            yield from _paragraphs(value, seen)
    if level > _DEPTH:
        return
    for key, value in record.items():
        nested = parse_record(value) if isinstance(value, str) else value
        if isinstance(nested, dict):
            yield from _texts(nested, seen, level + 1)
        elif isinstance(nested, list) and key in _PARTS:
            for part in nested:
                yield from _part(part, seen, level)


def _part(part: object, seen: set[str], level: int) -> Iterator[str]:
    if isinstance(part, str):
        yield from _paragraphs(part, seen)
    elif isinstance(part, dict):
        part = small_keys(part)
        name = next((part[key] for key in _NAMES if isinstance(part.get(key), str)), "")
        texts = list(_texts(part, seen, level + 1))
        if name and texts:
            yield from (f"{'#' * level} {' '.join(name.split())}", "")
        yield from texts


def _paragraphs(value: str, seen: set[str]) -> Iterator[str]:
    lines = (
        markup_lines(value) if has_markup(value) else [" ".join(line.split()) for line in value.split("\n")]
    )
    for line in chain.from_iterable(map(abstract_parts_of, lines)):
        letters = "".join(filter(str.isalnum, line))
        if letters and letters not in seen:
            seen.add(letters)
            yield from (line, "")
