"""Web pages: the main text with its headings, lists and tables, and what the page says of itself."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from sctui.documents.decode import decode
from sctui.documents.formats.bold_headings import raise_bold
from sctui.documents.formats.read_text import ReadText, missing
from sctui.errors import DocumentError
from sctui.i18n import _
from sctui.model.progress import Progress, silent

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_OPENING = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.DOTALL | re.IGNORECASE,
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_FEW_ROWS, _LONG_CELL = 2, 400  # so few rows with so many characters in a cell are no table
_TEXT = 200  # nor are rows of one cell, one of which has so many
_MOST = 1000  # no cell spans more, whatever a page says
_WIDEST = 300  # no row has more cells
_MOST_COPIES = 50_000  # of merged cells on a page; a page that asks for more is an attack
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_CHINESE = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "cp950", "big5-hkscs": "big5hkscs"}
_HEAD = 4_000  # bytes in which a page says that it is one


def is_html(data: bytes) -> bool:
    """Whether the bytes begin as a web page does."""
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return bool(_OPENING.match(head[: len(head) // 2 * 2].decode("utf-16", errors="replace")))
    return bool(_OPENING.match(head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")))


def read_html(data: bytes, name: str, _progress: Progress = silent) -> ReadText:
    """The main text of a page, without its menus, advertisements and footers.

    Raises:
        DocumentError: when the page has no text, or trafilatura, which finds it, is not installed.
    """
    try:
        from sctui.documents.formats.main_text import main_lines  # noqa: PLC0415 -- needs an extra
        from sctui.documents.formats.page_about import about_page  # noqa: PLC0415 -- need what comes with it
        from sctui.documents.formats.page_element import page_of  # noqa: PLC0415
    except ImportError:
        raise missing(name, _("a web page"), "html") from None
    text = _DECLARATION.sub("", _decoded(data, name))
    tree = page_of(text)
    _unfold_layout(tree)
    _without_edit_links(tree)
    spread_spans(tree)
    raise_bold(tree)
    for numbered in tree.iter("ol"):
        for number, item in enumerate(numbered.iterchildren("li"), start=1):
            item.text = f"{number}. {(item.text or '').lstrip()}"
    lines = main_lines(tree)
    if not any(lines):
        hint = _("Save the page again when it is fully loaded.")
        raise DocumentError(_("{name} is a web page without text.").format(name=name), hint=hint)
    return ReadText(lines, about_page(text))


def _without_edit_links(tree: HtmlElement) -> None:
    """Leave out the `[edit]` of a wiki, for which its headings would be taken for links."""
    for link in list(tree.find_class("mw-editsection")):
        link.drop_tree()


def _unfold_layout(tree: HtmlElement) -> None:
    """Make blocks of tables that only lay out a page: around others, around a long text, or of one column."""
    for table in list(tree.iter("table")):
        rows = [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]
        cells = [cell for row in rows for cell in row.iterchildren("td", "th")]
        around = next(table.iterdescendants("table"), None) is not None
        long = len(rows) <= _FEW_ROWS and max(map(_length, cells), default=0) > _LONG_CELL
        column = len(rows) > 1 and len(cells) == len(rows) and max(map(_length, cells)) > _TEXT
        if cells and (around or long or column):
            for part in (table, *table.iterchildren("thead", "tbody", "tfoot"), *rows, *cells):
                part.tag = "div"
            max(cells, key=_length).tag = "article"


def _length(cell: HtmlElement) -> int:
    return len(cell.text_content())


def spread_spans(tree: HtmlElement) -> None:
    """Put a merged cell into every place it covers, and a caption above its table, before text is sought."""
    for caption in list(tree.iter("figcaption")):
        around = caption.getparent()
        if around is not None and next(around.iter("table"), None) is not None:
            caption.tag, around.tag = "p", "div"
    left = _MOST_COPIES
    for table in list(tree.iter("table")):
        for caption in list(table.iterchildren("caption")):
            caption.tag = "p"
            table.addprevious(caption)
        covered: dict[int, tuple[int, HtmlElement]] = {}  # column -> rows still covered, and by what
        for row in table.iterdescendants("tr"):
            if next(row.iterancestors("table"), None) is table:
                covered = _spread_row(row, covered) if left > 0 else {}
                left -= len(row)


def _spread_row(
    row: HtmlElement, covered: dict[int, tuple[int, HtmlElement]]
) -> dict[int, tuple[int, HtmlElement]]:
    below: dict[int, tuple[int, HtmlElement]] = {}
    cells: list[HtmlElement] = []

    def put(cell: HtmlElement, left: int) -> None:
        if len(cells) >= _WIDEST:
            return
        if left > 0:
            below[len(cells)] = (left, cell)
        cells.append(deepcopy(cell))

    def fill() -> None:
        while len(cells) in covered and len(cells) < _WIDEST:
            left, cell = covered[len(cells)]
            put(cell, left - 1)

    for cell in list(row.iterchildren("td", "th")):
        fill()
        columns, rows = _span(cell, "colspan"), _span(cell, "rowspan")
        row.remove(cell)
        cell.tail = None
        for _column in range(columns):
            put(cell, rows - 1)
    fill()
    row.extend(cells)
    return below


def _span(cell: HtmlElement, name: str) -> int:
    value = cell.attrib.pop(name, "1").strip()
    return min(max(int(value), 1), _MOST) if value.isdecimal() else 1


def _decoded(data: bytes, name: str) -> str:
    """The page's text: in the encoding it names, where all of it can be read so, else as any text."""
    named = _CHARSET.search(data[:_HEAD])
    codec = named[1].decode("ascii").lower() if named else "utf-8"
    try:
        return data.decode(_CHINESE.get(codec, codec))
    except (LookupError, UnicodeDecodeError):
        return decode(data, name).text
