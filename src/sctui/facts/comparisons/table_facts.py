"""Facts of table cells: one a cell, or one for each part of it that has a question of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sctui.facts.comparisons.cell_text import cleaned, parts
from sctui.facts.comparisons.degrees import compared_in
from sctui.facts.comparisons.table import Cell, Table, tables
from sctui.facts.comparisons.table_title import short_title
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.document import Document, Language, Span
from sctui.model.fact import Fact, FactKind
from sctui.model.topic import Topic
from sctui.text.enumeration import members
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN
from sctui.text.sentence import Piece

_EMPTY = re.compile(r"[-–—/\\.…\s]*|n/?a|无|未知|不详|同上", re.IGNORECASE)
_THINGS = (TermKind.CELL, TermKind.TREATMENT, TermKind.SOURCE, TermKind.DISEASE)
_REFERENCES = re.compile(r"\[?\d{1,3}(?:[,，、;\s–-]+\d{1,3})+,?\]?")  # a column of citations
_TITLE = 20  # characters of a heading that still fit into a question
_ANSWER = 40
_SHORT_WORD = 2  # characters of a word that the lexicon need not know
_ATTRIBUTES = re.compile(
    r"^(?:特性|指标|项目|比较项目|特征|方面|维度|内容|属性|问题|特性指标|比较内容|feature|item|aspect)s?$"
)
_SEVERAL = re.compile(r"[与和及、]|\band\b")  # a column of two attributes: the cell may speak of one
_BRACKET = re.compile(r"\s*[(（][^()（）]*[)）]")
_DEGREE = re.compile(
    r"(?:极|很|较|最|中)?(?:高|低|强|弱|好|差|快|慢|大|小|多|少|中等?|一般|容易|困难|简便|方便|有限)|[有无微]创|(?:绝对|相对|明显|显著|轻度|严重)?(?:缺乏|不足|过多|抵抗|升高|增高|降低|减低|正常|异常|消瘦|肥胖)|随.{1,6}(?:下降|升高|增加|减少)"
    r"|(?:very |relatively |moderately )?(?:low|high|easy|good|poor|strong|weak|fast|slow|great|broad|wide)"
    r"(?:er|est)?|limited|moderate|easier|better|worse|unaffected|difficult"
)
# a name of cells without its noun, which the abbreviation has: `骨髓来源(BM-MSCs)`, `羊膜来源(hAMSCs)`
_NO_NOUN = re.compile(
    r"(?P<source>[^()（）]*[来來]源)(?P<short>\s*[(（][A-Za-z]*?-?(?P<noun>[A-Z]SCs?)[)）])"
)
_SOURCE = re.compile(r"[来來]源|\bsources?\b", re.IGNORECASE)
_LONG = re.compile(r"(?:时间|周期|时长|疗程|期限)$|\b(?:time|duration|period)$")
_TIME = re.compile(r"\d\s?(?:个月|年|周|天|日|小时|分钟|months?|years?|weeks?|days?|hours?|minutes?)")
_EFFECT = re.compile(r"(?:effects?|impact|influence) of\b", re.IGNORECASE)  # on what, the column says
_SIGN = re.compile(r"yes|no|none|有|无|是|否|[+✓√✔✗×-]+", re.IGNORECASE)
# what a part of a cell can be asked as: slot, pattern of the match view; `value` is the answer
_ASKED = (
    ("source", re.compile(r"(?:主要)?(?:来源于|来自|取自)(?P<value>.+?)(?:等)?")),
    ("differentiates", re.compile(r"(?:可|能|能够)?分化(?:为|成)(?P<value>.+?)(?:等)?")),
    (
        "via",
        re.compile(r"通过(?P<value>[^,]+?)(?P<measure>(?:促进|抑制|增强|减少|减轻|改善|调节|激活|支持).+)"),
    ),
    ("secretes", re.compile(r"分泌[^()]*?的(?P<measure>[^()的]+?)\((?P<value>[^()]+)\)")),
    ("factors", re.compile(r"(?P<measure>[^()]{2,16})\((?P<value>[^()]+)\)")),
)


def find_table_facts(document: Document, tree: Topic, lexicon: Lexicon) -> Iterator[Fact]:
    """Facts of every body cell; an empty cell and one that repeats its neighbour make none."""
    traditional = document.language is Language.TRADITIONAL
    for table in tables(document.lines):
        across = _names_run_across(table, lexicon)
        titled = short_title(table.title, "的比較" if traditional else "的比较")
        for row in table.rows:
            title = titled or _context(tree, row[0].span.line)
            for column, cell in enumerate(row[1:], start=1):
                # across, the neighbour is about another thing, of which the same may be true
                merged = not across and cell.text == row[column - 1].text and not _is_degree(cell.text)
                if _EMPTY.fullmatch(cell.text) or merged or _REFERENCES.fullmatch(match_view(cell.text)):
                    continue
                subject, measure = row[0], table.header[column]
                if across:
                    subject, measure = measure, subject
                if cleaned(subject.text) and cleaned(measure.text):
                    name = _named(subject.text, lexicon)
                    name = name if across else _sourced(name, table.header[0].text, title, lexicon)
                    yield from _of_cell(cell, name, cleaned(measure.text), title, lexicon)


def _names_run_across(table: Table, lexicon: Lexicon) -> bool:
    """Whether the things compared stand in the header row, and the attributes in the first column."""
    if _ATTRIBUTES.search(match_view(table.header[0].text)):
        return True
    header = sum(_is_name(cell.text, lexicon) for cell in table.header[1:])
    first = sum(_is_name(row[0].text, lexicon) for row in table.rows)
    return header * max(1, len(table.rows)) > first * max(1, len(table.header) - 1)


def _is_name(text: str, lexicon: Lexicon) -> bool:
    """Whether a cell is a known thing, not a phrase about one (`干细胞的变化`)."""
    bare = _BRACKET.sub("", text).strip()
    found = lexicon.of(*_THINGS).mentions(bare)
    return "的" not in bare and any(m.start == 0 and (m.end - m.start) * 2 >= len(bare) for m in found)


def _named(head: str, lexicon: Lexicon) -> str:
    """The name in a row's or column's head; one that only says whence the cells come is given their noun."""
    name = cleaned(head)
    found = _NO_NOUN.fullmatch(name)
    cells = lexicon.of(TermKind.CELL)
    if found is None or not (cells.lookup(found["noun"]) or cells.lookup(found["noun"].removesuffix("s"))):
        return name
    return f"{found['source']}{found['noun']}{found['short']}"


def _sourced(name: str, head: str, title: str, lexicon: Lexicon) -> str:
    """The cells of a row that names but their source (`骨髓`, under `来源`), in the title's word."""
    source = _SOURCE.search(head)
    if source is None or lexicon.of(TermKind.CELL).mentions(name):
        return name
    if name.isascii():
        return f"cells from {name[:1].lower()}{name[1:]}" if name[1:2].islower() else f"cells from {name}"
    said = [title[m.start : m.end] for m in lexicon.of(TermKind.CELL).mentions(title)]
    noun = next((cells for cells in said if not cells.isascii()), "")
    ending = "" if name.endswith(source[0]) else source[0]
    return f"{name}{ending}{noun}" if noun else name


def _is_degree(text: str) -> bool:
    """Whether a cell says how much (`high (non-invasive)`): neighbours may well say the same."""
    return bool(_DEGREE.fullmatch(match_view(_BRACKET.sub("", text)).strip()))


def _slot(subject: str, measure: str, value: str, lexicon: Lexicon) -> str:
    """How a cell is asked: by the shape of its column, its value and its row."""
    view = match_view(measure)
    if _SIGN.fullmatch(value.strip()):
        return "cell-sign"  # no card has a template for it: yes and no are guessed
    if _is_degree(value):
        return "cell-degree"
    if _LONG.search(view) and _TIME.search(match_view(value)):
        return "cell-long"
    if view.startswith(("对", "對")) and not view.endswith(("作用", "影响")):
        return "cell-toward"
    if re.match(r"[在对于与]", view) or any(
        m.start == 0 for m in lexicon.of(TermKind.ACTION).mentions(measure)
    ):
        return "cell-adverbial"
    known = lexicon.of(*_THINGS, TermKind.FACTOR).mentions(subject)
    return "cell" if known else "row"


def _context(tree: Topic, line: int) -> str:
    """The nearest heading that is short enough, for a table without a title."""
    return next((title for title in reversed(tree.path_of(line)) if 0 < len(title) <= _TITLE), "")


def _of_cell(cell: Cell, subject: str, measure: str, title: str, lexicon: Lexicon) -> Iterator[Fact]:
    whole = Fact(FactKind.COMPARISON, "cell", subject, "", cell.span, None, measure, title)
    rest: list[Piece] = []
    stretches = list(parts(cell.text))
    for part in stretches:
        several = len(stretches) > 1 or _SEVERAL.search(match_view(measure))
        asked = _asked(part, whole, cell, lexicon) if several else None
        if asked is None:
            rest.append(part)
        else:
            yield asked
    if not rest:
        return
    value = ";".join(_set_apart(part.text, lexicon) for part in rest)
    more = len(rest) < len(stretches) and bool(HAN.search(value))
    value += "等" if more else ""  # the other parts have questions of their own
    answer = _span(cell, rest[0].start, rest[-1].end) if len(rest) == 1 and not more else None
    listed = members(value) if len(rest) == 1 else ()
    slot = _slot(subject, measure, value, lexicon)
    if slot in {"cell", "row"} and not _EFFECT.match(subject) and (attributes := compared_in(value)):
        slot, measure = "compares", attributes
    whole = replace(
        whole, slot=slot, measure=measure, value=value, answer=answer, items=listed if len(listed) > 1 else ()
    )
    if len(value) <= _ANSWER + 4:
        yield whole
    else:
        yield from _of_parts(whole, cell, rest)


def _set_apart(text: str, lexicon: Lexicon) -> str:
    """The words of a cell; where it lost its commas (`多能免疫调节 分泌因子`), between short words too."""
    bare = cleaned(text)
    if "、" not in bare or "、" in text:
        return bare
    return "、".join(_parted(name, lexicon) for name in bare.split("、"))


def _parted(name: str, lexicon: Lexicon) -> str:
    """A name with a comma behind a short word that runs into one of the lexicon's."""
    words = lexicon.of(TermKind.ATTRIBUTE, TermKind.PROCESS).mentions(name)
    runs_on = len(words) == 1 and words[0].start == _SHORT_WORD and words[0].end == len(name)
    return f"{name[:_SHORT_WORD]}、{name[_SHORT_WORD:]}" if runs_on else name


def _of_parts(whole: Fact, cell: Cell, rest: list[Piece]) -> Iterator[Fact]:
    """A cell too long for one answer: its parts, none of which answers the column's question alone."""
    for part in rest:
        value = cleaned(part.text)
        attributes = compared_in(value)
        slot = "compares" if attributes else "cell-part" if len(rest) > 1 else whole.slot
        measure = attributes or whole.measure
        answer = _span(cell, part.start, part.end)
        yield replace(whole, slot=slot, measure=measure, value=value, answer=answer, items=())


def _asked(part: Piece, whole: Fact, cell: Cell, lexicon: Lexicon) -> Fact | None:
    view = match_view(part.text)
    for slot, pattern in _ASKED:
        found = pattern.fullmatch(view)
        if found is None:
            continue
        value = part.text[found.start("value") : found.end("value")]
        if slot in {"via", "secretes", "factors"} and not lexicon.of(TermKind.FACTOR).mentions(value):
            continue
        measure = whole.measure
        if "measure" in pattern.groupindex:
            measure = cleaned(part.text[found.start("measure") : found.end("measure")])
        listed = members(value)
        return replace(
            whole,
            slot=slot,
            value=cleaned(value),
            measure=measure,
            evidence=_span(cell, part.start, part.end),
            answer=_span(cell, part.start + found.start("value"), part.start + found.end("value")),
            items=listed if len(listed) > 1 else (),
        )
    return None


def _span(cell: Cell, start: int, end: int) -> Span:
    return Span(cell.span.line, cell.span.start + start, cell.span.start + end)
