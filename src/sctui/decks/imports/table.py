"""CSV and TSV -> drafts: Anki's text files, and tables that people write in a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sctui.decks.imports.anki_header import Header, read_header
from sctui.decks.imports.cells import Cell, rows
from sctui.decks.imports.draft import Draft, Drafted
from sctui.decks.imports.html_markdown import texts_of
from sctui.errors import DeckError
from sctui.i18n import _
from sctui.model.card import Markup, gaps

_NAMES = {
    "front": ("front", "question", "q", "正面", "问题", "問題"),
    "back": ("back", "answer", "a", "背面", "反面", "答案"),
    "text": ("text", "cloze", "文字", "填空"),
    "tags": ("tags", "tag", "标签", "標籤"),
    "deck": ("deck", "牌组", "牌組"),
    "topic": ("topic", "主题", "主題"),
    "notetype": ("notetype", "note type", "type"),
    "guid": ("guid",),
}
_ROLES = {name: role for role, names in _NAMES.items() for name in names}
_PICTURE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_CLOZE, _REVERSED = ("cloze", "填空", "克漏字"), ("reversed", "翻转", "反转", "反轉")


def read_table(text: str, file: str) -> Drafted:
    """The cards of a table; `file` is how messages name it.

    The first row may name the columns (front, back, text, tags, deck, topic); without, they are question,
    answer and tags. What stands in further columns is left out, and said to be.
    """
    drafted = Drafted()
    try:
        header = read_header(text, file)
        body = "".join(text.splitlines(keepends=True)[header.lines :])
        header.separator = header.separator or _guess(body, file)
        names = next(rows(header.names, header.separator, file), ()) if header.names else ()
        table = rows(body, header.separator, file, header.lines + 1)
        reader = _Table(header, _roles(names), file, drafted)
        for number, row in enumerate(table):
            roles = _roles(row) if number == 0 and not names else {}
            if {"front", "back"} <= roles.keys() or "text" in roles:
                reader.roles = roles
            else:
                reader.take(row)
    except DeckError as fault:
        drafted.faults.append(fault)
    return drafted


def _guess(body: str, file: str) -> str:
    first = next((line for line in body.splitlines() if line.strip()), "")
    if "\t" in first or file.lower().endswith(".tsv"):
        return "\t"
    return ";" if first.count(";") > first.count(",") else ","


def _roles(row: Sequence[Cell]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(row):
        role = _ROLES.get(cell.value.strip().lower())
        if role:
            found.setdefault(role, place)
    return found


@dataclass(slots=True)
class _Table:
    """Turns rows into drafts, by the roles of their columns."""

    header: Header
    roles: dict[str, int]
    file: str
    drafted: Drafted

    def take(self, row: Sequence[Cell]) -> None:
        columns = {**self.roles, **self.header.columns}
        special = {columns[name] for name in ("guid", "notetype", "deck", "tags", "topic") if name in columns}
        named = [columns[name] for name in ("front", "back") if name in columns]
        fields = [row[place] for place in named if place < len(row)] if len(named) == 2 else []
        rest = [cell for place, cell in enumerate(row) if place not in special and place not in named]
        text = row[columns["text"]] if columns.get("text", len(row)) < len(row) else None
        if text and text.value.strip():
            fields, rest = [text], [cell for cell in (*fields, *rest) if cell is not text]
        else:
            fields, rest = (fields, [cell for cell in rest if cell is not text]) if fields else (rest, [])
        if (
            not self.header.columns
            and not self.roles
            and len(fields) == 3
            and not any(map(_is_cloze, fields))
        ):
            columns["tags"], fields = len(row) - 1, fields[:2]
        self._draft(row, columns, fields, rest)

    def _draft(
        self, row: Sequence[Cell], columns: dict[str, int], fields: Sequence[Cell], rest: Sequence[Cell]
    ) -> None:
        def value(name: str) -> str:
            return row[columns[name]].value.strip() if columns.get(name, len(row)) < len(row) else ""

        kind = (value("notetype") or self.header.notetype).lower()
        place = (fields or row)[0]
        is_cloze = any(word in kind for word in _CLOZE) or (
            not kind and bool(fields) and _is_cloze(fields[0])
        )
        used = fields[:1] if is_cloze else fields[:2]
        texts, markup = self._texts(used)
        extra = [cell for cell in (*fields[len(used) :], *rest) if cell.value.strip()]
        if extra:
            self.drafted.left_out.append(
                _("line {line}: {extra} more fields").format(line=place.line, extra=len(extra))
            )
        front, back = [*texts, "", ""][:2]
        self.drafted.put(
            Draft(
                place.line,
                place.column,
                front="" if is_cloze else front,
                back="" if is_cloze else back,
                text=front if is_cloze else "",
                reversible=not is_cloze and any(word in kind for word in _REVERSED),
                topic=tuple(part.strip() for part in value("topic").split("/") if part.strip()),
                tags=tuple(dict.fromkeys((*self.header.tags, *value("tags").split()))),
                deck=value("deck") or self.header.deck,
                guid=value("guid"),
                markup=markup,
            ),
            self.file,
        )

    def _texts(self, cells: Sequence[Cell]) -> tuple[list[str], Markup]:
        if not self.header.html:
            return [cell.value.replace("\r\n", "\n").strip() for cell in cells], Markup.MARKDOWN
        for cell in cells:
            if _PICTURE.search(cell.value):
                self.drafted.left_out.append(_("line {line}: a picture").format(line=cell.line))
        return texts_of([_PICTURE.sub("", cell.value) for cell in cells], str)


def _is_cloze(cell: Cell) -> bool:
    return any(gaps(cell.value))
