"""A JSON record around a text: what scrapers leave when they store a page's metadata with its abstract."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sctui.documents.formats.markup import has_markup, markup_lines

# our key -> the keys that are known for it, in small letters
_KEYS = {
    "title": ("title",),
    "authors": ("authors", "author"),
    "doi": ("doi",),
    "journal": ("journal", "journalname", "periodicalname", "venue"),
    "date": ("publicationdate", "pubdate", "pub_date", "date", "published", "year"),
    "url": ("url", "listurlmain", "doiurl", "link"),
    "kind": ("publicationtypes", "type"),
}
_MAX_DEPTH = 4


def is_record(line: str) -> bool:
    """Whether the line is one JSON object."""
    return parse_record(line) is not None


def parse_record(line: str) -> dict[str, Any] | None:
    """The JSON object that a line consists of, or None."""
    stripped = line.strip()
    if not (stripped.startswith("{") and stripped.endswith("}") and '"' in stripped):
        return None
    try:
        value = json.loads(stripped)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def small_keys(record: dict[str, Any]) -> dict[str, Any]:
    """A record with its keys in small letters (`Abstract`, `DOI`); of two the first that says something."""
    found: dict[str, Any] = {}
    for key, value in record.items():
        if not found.get(key.lower()):
            found[key.lower()] = value
    return found


def record_metadata(record: dict[str, Any]) -> dict[str, str]:
    """Title, authors, DOI, journal, date, address, kind, as text; a nested record fills in what is missing.

    A second title (a translation) is kept as `other_title`.
    """
    found: dict[str, str] = {}
    for values in _records(record, 0):
        for key, names in _KEYS.items():
            text = next((text for name in names if (text := _text(values.get(name)))), "")
            if text and key not in found:
                found[key] = text
            elif key == "title" and text and text != found["title"]:
                found.setdefault("other_title", text)
    return found


def _records(record: dict[str, Any], depth: int) -> Iterator[dict[str, Any]]:
    """The record, then those inside it, also those written as a string."""
    yield small_keys(record)
    if depth >= _MAX_DEPTH:
        return
    for value in record.values():
        nested = parse_record(value) if isinstance(value, str) else value
        if isinstance(nested, dict) and "title" in map(str.lower, nested):
            yield from _records(nested, depth + 1)


def _text(value: object) -> str:
    if isinstance(value, dict):
        return _text(value.get("name") or value.get("title"))
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value)))
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        text = str(value)
        return " ".join((" ".join(markup_lines(text)) if has_markup(text) else text).split())
    return ""
