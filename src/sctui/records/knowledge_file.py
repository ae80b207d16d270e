"""`knowledge.json` beside a document's decks: what the document gives to the library, as text and back.

One record, cell or link a line, in the order of the document, so that changes merge under git. What is empty
is left out; a place is `[line, start, end, quote]`. A file of another version than ours is not read: the
document is to be converted again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from functools import cache
from typing import Any

from sctui.i18n import _
from sctui.model.card import Source
from sctui.model.knowledge import (
    Asked,
    Cell,
    DocumentKnowledge,
    Evidence,
    Finding,
    Link,
    Record,
    Repair,
    Told,
    Verdict,
)
from sctui.model.language import Language
from sctui.records.citations import KEYS, entry_of, read_entry
from sctui.records.imprint_text import imprint_texts, read_imprint
from sctui.records.json_items import Item, parse_items

FILE_NAME = "knowledge.json"
VERSION = 1

_PARTS = frozenset({"records", "cells", "links", "asked", "left", "repairs", "imprint"})
_ORIGIN = ("date", "kind")
_HEAD = _PARTS | {"version", "file", "language", "title", *_ORIGIN}
_RECORD = frozenset({"key", "kind", "parent", "identity", "told", "findings", "cited"})
_PROVED = frozenset({"at", "flags"})
_TOLD = frozenset({"slot", "value", "measure", "arm", "time", "versus", "p", "interval", "card"})
_CELL = frozenset({"row", "row_key", "column", "column_key", "value", "title", "card", "row_kind"})
_LINK = frozenset({"subject", "subject_key", "relation", "object", "object_key", "result", "context", "card"})
_LEFT = frozenset({"asked", "sources"})
_REPAIR = frozenset({"at", "text", "from"})
_FINDING = frozenset({"check", "verdict", "says", "evidence"})
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_REQUIRED = {"told": ("slot", "value"), "cells": ("row", "value"), "links": ("subject", "relation", "object")}


def knowledge_text(knowledge: DocumentKnowledge) -> str:
    """The file's text; the same knowledge gives the same text."""
    head = (
        ("version", VERSION),
        ("file", knowledge.file),
        ("language", knowledge.language.value),
        ("title", knowledge.title),
        *((name, told) for name in _ORIGIN if (told := getattr(knowledge, name))),
    )
    parts = [f"{_json(name)}: {_json(value)}" for name, value in head]
    parts += [
        f'"records": {_listed(map(_record, knowledge.records))}',
        f'"cells": {_listed(map(_proved, knowledge.cells))}',
        f'"links": {_listed(map(_proved, knowledge.links))}',
        f'"asked": {_listed(_asked(one) for one in knowledge.asked)}',
        f'"left": {_listed(_left(one) for one in knowledge.left)}',
        f'"repairs": {_listed(_repair(one) for one in knowledge.repairs)}',
        f'"imprint": {_listed(imprint_texts(knowledge.imprint))}',
    ]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def parse_knowledge(text: str, file: str) -> DocumentKnowledge:
    """What a file's text says; `file` is how messages name it.

    Raises:
        DeckError: for anything that `knowledge_text` does not write.
    """
    root = parse_items(text, file, _HEAD)
    if root.entries.get("version") != VERSION:
        raise root.fault(
            _("this is version {get}, and not {version}").format(
                get=root.entries.get("version"), version=VERSION
            )
        )
    try:
        language = Language(root.text("language"))
    except ValueError:
        raise root.fault(_("`{text}` is no language we know").format(text=root.text("language"))) from None
    return DocumentKnowledge(
        root.text("file"),
        language,
        root.text("title"),
        tuple(_read_record(item, root.text("file")) for item in root.items("records", _RECORD)),
        tuple(
            Cell(**_read(item, "cells", _CELL, root.text("file")))
            for item in root.items("cells", _CELL | _PROVED)
        ),
        tuple(
            Link(**_read(item, "links", _LINK, root.text("file")), after=item.words("after"))
            for item in root.items("links", _LINK | _PROVED | {"after"})
        ),
        tuple(_read_asked(words) for words in root.words("asked")),
        tuple(_read_left(item) for item in root.items("left", _LEFT)),
        tuple(_read_repair(item, root.text("file")) for item in root.items("repairs", _REPAIR)),
        read_imprint(root, "imprint"),
        *(root.text(name) if name in root.entries else "" for name in _ORIGIN),
    )


def _repair(repair: Repair) -> dict[str, Any]:
    place, origin = repair.place, repair.origin
    return {
        "at": [place.line, place.start, place.end, place.quote],
        "text": repair.text,
        "from": [origin.document, origin.line, origin.quote],
    }


def _read_repair(item: Item, document: str) -> Repair:
    origin = item.entries.get("from")
    if not _is_source(origin):
        raise item.fault(_("`from` must be [document, line, quote]"))
    return Repair(Evidence(document, *item.place("at")), item.text("text"), Source(*item.entries["from"]))


def _asked(asked: Asked) -> str:
    return f"{asked.card} {asked.question} {asked.answer}"


def _left(left: Asked) -> dict[str, Any]:
    return {"asked": _asked(left), "sources": [[s.document, s.line, s.quote] for s in left.sources]}


def _read_asked(words: str) -> Asked:
    card, question, answer = (*words.split(" "), "", "", "")[:3]
    return Asked(card, question, answer)


def _read_left(item: Item) -> Asked:
    sources = item.entries.get("sources")
    if not isinstance(sources, list) or not all(_is_source(source) for source in sources):
        raise item.fault(_("`sources` must be a list of [document, line, quote]"))
    return replace(_read_asked(item.text("asked")), sources=tuple(Source(*source) for source in sources))


def _is_source(value: object) -> bool:
    return isinstance(value, list) and [type(part) for part in value] == [str, int, str]


def _record(record: Record) -> dict[str, Any]:
    return _filled(
        {
            "key": record.key,
            "kind": record.kind,
            "parent": record.parent,
            "identity": [f"{facet}={value}" for facet, value in record.identity],
            "told": [_proved(told) for told in record.told],
            "findings": [_finding(finding) for finding in record.findings],
            "cited": [entry_of(one) for one in record.cited],
        }
    )


def _proved(told: Told | Cell | Link) -> dict[str, Any]:
    kind: Any = type(told)
    entries = {name: value for name in _texts_of(kind) if (value := getattr(told, name))}
    place = told.evidence
    entries["at"] = [place.line, place.start, place.end, place.quote]
    if told.flags:
        entries["flags"] = told.flags
    return entries


@cache
def _texts_of(kind: Any) -> tuple[str, ...]:
    """The names of all fields but place and flags, in their order; `asdict` would copy every value."""
    return tuple(field.name for field in fields(kind) if field.name not in ("evidence", "flags"))


def _finding(finding: Finding) -> dict[str, Any]:
    places = [{"at": [place.line, place.start, place.end, place.quote]} for place in finding.evidence]
    return {
        "check": finding.check,
        "verdict": finding.verdict.value,
        "says": finding.says,
        "evidence": places,
    }


def _read_record(item: Item, document: str) -> Record:
    identity = [entry.partition("=") for entry in item.words("identity")]
    return Record(
        item.text("key"),
        item.text("kind"),
        tuple(Told(**_read(told, "told", _TOLD, document)) for told in item.items("told", _TOLD | _PROVED)),
        tuple((facet, value) for facet, _, value in identity),
        item.entries.get("parent", "") and item.text("parent"),
        tuple(_read_finding(found, document) for found in item.items("findings", _FINDING)),
        cited=tuple(read_entry(entry, document) for entry in item.items("cited", KEYS)),
    )


def _read(item: Item, kind: str, names: frozenset[str], document: str) -> dict[str, Any]:
    found = dict.fromkeys(names, "") | item.texts(names)
    for name in _REQUIRED[kind]:
        item.text(name)
    return {**found, "evidence": Evidence(document, *item.place("at")), "flags": item.words("flags")}


def _read_finding(item: Item, document: str) -> Finding:
    try:
        verdict = Verdict(item.text("verdict"))
    except ValueError:
        raise item.fault(_("`{text}` is no verdict").format(text=item.text("verdict"))) from None
    places = item.items("evidence", frozenset({"at"}))
    evidence = tuple(Evidence(document, *place.place("at")) for place in places)
    return Finding(item.text("check"), verdict, item.text("says"), evidence)


def _filled(entries: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in entries.items() if value}


def _listed(items: Iterable[object]) -> str:
    lines: Iterator[str] = (_json(item) for item in items)
    text = ",\n".join(lines)
    return f"[\n{text}\n]" if text else "[]"


def _json(value: object) -> str:
    return _ENCODER.encode(value)
