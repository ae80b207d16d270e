"""Facts of table cells: one a cell, or one for each part of it that has a question of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sctui.facts.comparisons.cell_text import cleaned, head_of, parts
from sctui.facts.comparisons.columns import is_attribute, is_degree, slot_of
from sctui.facts.comparisons.degrees import compared_in
from sctui.facts.comparisons.empty_cells import tells_nothing
from sctui.facts.comparisons.left_out import in_common, is_offer, odd_ones, told_apart
from sctui.facts.comparisons.meant import Meant, named
from sctui.facts.comparisons.table import Cell, Table, tables
from sctui.facts.comparisons.table_title import short_title
from sctui.facts.comparisons.told_cells import ToldCells
from sctui.facts.mechanisms.passage import turns_to_models
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.document import Document, Language, Span
from sctui.model.fact import Fact, FactKind
from sctui.model.topic import Topic
from sctui.text.enumeration import members
from sctui.text.flat_table import names_rows
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN
from sctui.text.sentence import Piece

_READER = re.compile(r"[我您你]|\b(?:I|my|you|your)\b|扣分|推荐指数")  # of who wrote the table, or reads it
_THINGS = (TermKind.CELL, TermKind.TREATMENT, TermKind.SOURCE, TermKind.DISEASE)
_REFERENCES = re.compile(r"\[?\d{1,3}(?:[,，、;\s–-]+\d{1,3})+,?\]?")  # a column of citations
_BYLINE = re.compile(  # who made a page, and no table's subject
    r"[:：]|[整編编][理輯辑译譯]|作者|记者|記者|[药藥][师師]|[医醫][师師]|[审審][校阅閱稿]|撰文|文[/／]"
)
_AMOUNT_FIRST = re.compile(r"\s?(?:第|[约約~<>≥≤])?\s?\d")
_MARKS = " ▍■●★◆▪※#*|:：【】[]"
# a remark in a head, and no part of what it names: `5年保髋率(参考)`
_REMARK = re.compile(
    r"\s?[(（](?:(?:仅供)?参考|大概|估计|约数?|大致|供参考|仅供参考|自费|[^()（）]*(?:separate|not "
    r"|different|approx)[^()（）]*)[)）]"
)
_MODEL = re.compile(
    r"^(?:仅|只有|限于|仅限)?(?:大?小?鼠|兔|猪|犬|羊|猴|动物|体外|细胞)(?:实验|试验|研究|模型|数据"
    r"|水平)?(?:阶段|为主)?$"
    r"|\((?:大?小?鼠|兔|猪|犬|羊|猴|动物|体外)(?:实验|模型)?\)"
    r"|^(?:animals?|mouse|mice|rats?|rabbits?|pigs?|sheep|dogs?|in vitro|preclinical)(?: (?:only|models?"
    r"|data|studies|work))?$"
    r"|\((?:animals?|mouse|mice|rats?|rabbits?|pigs?|sheep|goats?|dogs?|in vitro|preclinical)(?: models?"
    r"| data)?\)"
)
_PEOPLE = re.compile(r"患者|病人|人体|临床(?!前)|\b(?:humans?|patients?|clinical|infants?|people)\b")
_CAPTION = 80  # characters of a line that tells what a table below it is
_TITLE = 20  # characters of a heading that still fit into a question
_ANSWER = 40
_SHORT_WORD = 2  # characters of a word that the lexicon need not know
_ATTRIBUTES = re.compile(
    r"^(?:特性|指标|项目|比较项目|特征|方面|维度|内容|属性|问题|特性指标|比较内容|feature|item|aspect)s?$"
)
_SEVERAL = re.compile(r"[与和及、]|\band\b")  # a column of two attributes: the cell may speak of one
_BRACKET = re.compile(r"\s*[(（][^()（）]*[)）]")
_ACTION = re.compile(r"\bactions?\b|\bmechanisms?\b|^主要作用$|机制|机理|原理")
_EFFECT = re.compile(r"(?:effects?|impact|influence) of\b", re.IGNORECASE)  # on what, the column says
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
# what is done with a tissue itself, and with no cells of it
_NO_CELLS = re.compile(
    r"覆盖|(?:萃取|提取|浸出)[液物]|敷料|脱细胞|\b(?:extracts?|dressings?|decellulari[sz]ed)\b"
)


def find_table_facts(document: Document, tree: Topic, lexicon: Lexicon) -> Iterator[Fact]:
    """Facts of every body cell; an empty cell and one that repeats its neighbour make none."""
    traditional, meant = document.language is Language.TRADITIONAL, Meant(document, lexicon)
    for table in tables(document.lines):
        above = tree.path_of(table.header[0].span.line)
        if is_offer(table, above):
            continue
        across = _names_run_across(table, lexicon)
        unlike, alike = told_apart(table), in_common(table, across=across)
        titled = short_title(table.title, "的比較" if traditional else "的比较")
        near = (*above, _line_above(table, document))
        told, odd = ToldCells(meant, table, near, across=across), odd_ones(table, across=across)
        in_models = _is_of_models(table, document, above)
        for row in table.rows:
            title = titled or _context(tree, row[0].span.line, lexicon)
            for column, cell in enumerate(row[1:], start=1):
                # across, the neighbour is about another thing, of which the same may be true
                merged = not across and cell.text == row[column - 1].text and not is_degree(cell.text)
                if (
                    (row[0].text, column) in unlike
                    or tells_nothing(cell.text)
                    or merged
                    or ((row[0] if across else table.header[column]).text, match_view(cell.text))
                    in alike | odd
                    or _REFERENCES.fullmatch(match_view(cell.text))
                ):
                    continue
                subject, measure = row[0], table.header[column]
                if across:
                    subject, measure = measure, subject
                if head_of(subject.text) and head_of(measure.text) and not _READER.search(measure.text):
                    name = named(head_of(subject.text), lexicon)
                    as_cells = across or not _NO_CELLS.search(match_view(" ".join(c.text for c in row[1:])))
                    if as_cells and (not across or meant.is_source(name)):
                        name = meant.sourced(name, title if across else table.header[0].text, title)
                    others = [one[column] for one in table.rows] if across else row[1:]
                    flags = ("preclinical",) if in_models or any(map(_is_of_a_model, others)) else ()
                    for fact in _of_cell(cell, name, measure.text, title, lexicon):
                        yield from told.of(replace(fact, flags=flags))


def _is_of_a_model(cell: Cell) -> bool:
    """Whether a cell says that what it stands beside was seen in animals (`animal`, `0.5 M (rabbit)`)."""
    return bool(_MODEL.search(match_view(cell.text)))


def _line_above(table: Table, document: Document) -> str:
    """The short line right above a table; empty for a longer one."""
    number = table.header[0].span.line - 1
    before = document.lines[number - 1].text if number > 0 else ""
    return before if len(before) <= _CAPTION else ""


def _is_of_models(table: Table, document: Document, above: Sequence[str]) -> bool:
    """Whether title, heading or the short line above a table says that all in it was seen in animals."""
    near = (table.title, _line_above(table, document), *(() if table.title else above[-1:]))
    told = [view for text in near if turns_to_models(view := match_view(text)) >= 0]
    return any(not _PEOPLE.search(view) for view in told)


def _names_run_across(table: Table, lexicon: Lexicon) -> bool:
    """Whether the things compared stand in the header row, and the attributes in the first column."""
    corner = match_view(table.header[0].text).strip()
    across = _as_names([head_of(cell.text) for cell in table.header[1:]], lexicon)
    down = _as_names([head_of(row[0].text) for row in table.rows], lexicon)
    if _ATTRIBUTES.search(corner):  # but for one that is called so over rows of treatments
        return not across < 0 < down
    if corner and names_rows(corner):  # the same of names
        return down < 0 <= across
    return across > down


def _as_names(heads: Sequence[str], lexicon: Lexicon) -> float:
    """How much the heads of columns, or of rows, are names of things rather than what these have: 1 to -1."""
    names = sum(_is_name(head, lexicon) for head in heads)
    attributes = sum(is_attribute(head, lexicon) for head in heads)
    return (names - attributes) / max(1, len(heads))


def _is_name(text: str, lexicon: Lexicon) -> bool:
    """Whether a cell is a known thing, not a phrase about one (`干细胞的变化`)."""
    bare = _BRACKET.sub("", text).strip()
    found = lexicon.of(*_THINGS).mentions(bare)
    return "的" not in bare and any(m.start == 0 and (m.end - m.start) * 2 >= len(bare) for m in found)


def _context(tree: Topic, line: int, lexicon: Lexicon) -> str:
    """The nearest heading that is short enough, for a table without a title."""
    path = tree.path_of(line)
    if path and not lexicon.of(*_THINGS).mentions(path[0]):
        path = path[1:]  # a page's, or its site's
    above = (title.strip(_MARKS) for title in reversed(path))
    return next((title for title in above if 0 < len(title) <= _TITLE and not _BYLINE.search(title)), "")


def _of_cell(cell: Cell, subject: str, measure: str, title: str, lexicon: Lexicon) -> Iterator[Fact]:
    head = _REMARK.sub("", head_of(measure) + ("?" if measure.rstrip().endswith(("?", "？")) else ""))
    measure = head_of(head.rstrip(":： "))
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
    listed = () if any(_AMOUNT_FIRST.match(one) for one in listed) else listed  # doses and days, no things
    slot = slot_of(subject, head, value, lexicon)
    if slot in {"cell", "row"} and not _tells_deed(subject, measure) and (attributes := compared_in(value)):
        slot, measure = "compares", attributes
    measure = measure.replace("/", " per ") if slot == "cell-per" else measure
    known = lexicon.lookup(measure) if slot == "cell-harm" and measure.isupper() else None
    measure = f"{known.en}s" if known else measure  # `SAE`
    whole = replace(
        whole, slot=slot, measure=measure, value=value, answer=answer, items=listed if len(listed) > 1 else ()
    )
    if len(value) <= _ANSWER + 4:
        yield whole
    else:
        yield from _of_parts(whole, cell, rest)


def _tells_deed(subject: str, measure: str) -> bool:
    """Whether row or column is about what something does: `weak paracrine` is no property there."""
    return bool(_EFFECT.match(subject) or _ACTION.search(match_view(measure)))


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
