"""Which lines are headings, labels in front of their text, or numbered items, in text without markup."""

from __future__ import annotations

import re
from collections import defaultdict
from unicodedata import category

from sctui.documents.layout import demote_lists, is_hard_wrapped, mark_contents
from sctui.documents.sheet import Sheet, outweighs, weight
from sctui.model.document import LineKind
from sctui.text.abstract_labels import abstract_parts_of
from sctui.text.numbering import parse_numbering
from sctui.text.patterns import SENTENCE_END, SIGNS
from sctui.text.run_in import run_in_label
from sctui.text.section_names import is_bare_section_name

_LONGEST = 46.0  # weight of the longest heading
_LONGEST_TITLE = 66.0  # and of a title on the first line
_LONGEST_LABEL = 20.0
_SHORT_LABEL = 12.0
_SIGNED = 30.0  # of a heading behind a sign
_MOST_LISTED = 20  # short lines of one list that are looked at
_MANY_QUESTIONS = 3  # that are asked one after another in a text
_BOLD = re.compile(r"^([*_]{2,3})(?=\S)(.+?)(?<=\S)\1$")
# `2:1` is a ratio
_LABEL = re.compile(r"(?P<label>(?:(?!\.\s)[^:。！？!?;；]){2,60}?)\s*(?!(?<=\d):\d):\s*(?=\S)")
_ENDS = re.compile(
    r"[。；;，,、.!！…]$|[。.!?！？][”\"」』]$|^\([^()]*\)$"
    r"|^\*[^*].*\*$|^[“\"「『].*[”\"」』]$"
)
_BODY_END = re.compile(r"[。；;.!！?？:”\"）)]$")
_ASKS_ON = re.compile(r"[?!](?=[\u3400-\u9fff])")  # a second sentence behind a question
_INNER_STOP = re.compile(r"(?<!\?)。|;|[.!?]\s")  # in the match view, where marks are half-width
_SMALL_WORD = re.compile(r"[a-z]+(?![\w-])")  # `miR-140`, `p53` and `iPSC` begin sentences
_SUBTITLE = re.compile("--|——")  # what goes on with the title above it
_DATED = re.compile(r"[•·●▪-]?\s?(?:19|20)\d{2}\s?(?:年(?:\d{1,2}月)?(?:\d{1,2}日)?)?\s?[:、—-]?\s?\S")
_BROKEN = frozenset({LineKind.PARAGRAPH, LineKind.NUMBERED, LineKind.BULLET, LineKind.RUN_IN})
_BELOW_SIGN = frozenset({LineKind.RUN_IN, LineKind.NUMBERED, LineKind.TABLE_ROW, LineKind.CAPTION})
_SIGNS = frozenset({"So", "Sm"})  # categories of Unicode
_QUOTES = '“"「『‘'
_TELLS = re.compile(
    r"(?:结果|研究|数据|分析|试验|结论)(?:均|都|也)?(?:表明|显示|发现|提示|证实|指出)$"
)  # no topic
_CLAUSE = re.compile(  # a sentence that leads in to its second half
    r"与.{1,12}(?:吻合|一致|相符|相似|类似)$|(?:也|都|均|仍)(?:类似|一样|如此|相同)$|同一个问题$|没人提的?$"
    r"|[给送].{0,3}[一几][个组项]$|\S{2,}(?:大概|可能|应该)?(?:就是|[^不只还但可]是)$"
    r"|(?:讲|说|做|提|写|介绍|报告)了[一几两两三][个项组种]\S{0,8}$"
    r"|由.{1,12}(?:组成|构成|铺成)$|[^没具带含共还另].{0,8}(?<![没具])有(?:[两二三几多]|一?个|一[种项点])\S{1,8}$|^(?:问题|关键|原因)出?在"
    r"|^if\s|^(?!(?:what|who|how|why|when|where|which)\b)(?:\S+\s){1,6}(?:is|are|was|were|has|have|had|can|may|will)\s"
)
_ANSWER = re.compile(r"(?:(?:.{1,12}\s)?(?:回复|回覆)|答|回答|a|answer)\d{0,2}")
_STEP = re.compile(r"(?:step|步骤)\s?\d{1,2}|第[一二三四五六七八九十\d]{1,2}步")
_PARTED = re.compile(r"(?:分成|分为|随机为).{1,4}$")  # into groups, which follow
_SPEAKS = re.compile(
    r"(?:说|道|问|表示|介绍|指出|认为|强调|坦言|透露|解释|回答|补充|提醒|建议|告诉.{1,6})$"
    r"|\b(?:says?|said|adds?|added|told .{1,20})$"
)
_LEADS_IN = re.compile(
    r"(?:如下|包括|以下|显示|表明|发现|指出|认为|所示|例如|相关|有关|结果|分为|体现在|在于|称|说|是|有|为|中"
    r"|\b(?:as follows|following|include[sd]?|are|is|were|was|show(?:s|ed)?|that|example))$"
)


def mark_headings(sheet: Sheet) -> None:
    """Class headings, run-in labels and numbered items; what is left is a paragraph."""
    wrapped = bool(sheet.column) or is_hard_wrapped(sheet.views)
    for i, _ in sheet.open():
        if _is_of_signs(sheet, i):
            sheet.mark(i, LineKind.BULLET)
    mark_contents(sheet)
    longest = _LONGEST_TITLE
    for i, written in sheet.open():
        if goes_on := _kind_going_on(sheet, i):
            sheet.mark(i, goes_on)
            continue
        view = _BOLD.sub(r"\2", written)
        numbering = parse_numbering(view)
        body = view[numbering.end :].strip() if numbering else view
        may_be_heading, longest = _may_be_heading(body, longest), _LONGEST
        if may_be_heading and _stands_as_heading(sheet, i, body, wrapped=wrapped):
            sheet.mark(i, LineKind.BULLET if _is_listed(sheet, i) else LineKind.HEADING)
        elif label_end(written) is not None or _labels_list(sheet, i, body):
            sheet.mark(i, LineKind.RUN_IN)
        elif numbering:
            sheet.mark(i, LineKind.NUMBERED)
        else:
            sheet.mark(i, LineKind.PARAGRAPH)
    demote_lists(sheet)
    _promote_signed(sheet)
    _drop_repeated(sheet)


def _drop_repeated(sheet: Sheet) -> None:
    """Class as repeated a heading that stands above, too, and here has no text of its own."""
    seen: set[str] = set()
    for i, view in enumerate(sheet.views):
        if sheet.kinds.get(i) is not LineKind.HEADING:
            continue
        following = sheet.next_text(i) if view in seen else None
        if following is not None and sheet.kinds.get(following) is LineKind.HEADING:
            sheet.kinds[i] = LineKind.REPEATED
        seen.add(view)


def _is_listed(sheet: Sheet, i: int) -> bool:
    """Whether the line is one of a block of short ones that a sentence with a colon leads in to."""
    first, last = i, i
    while first and i - first < _MOST_LISTED and _may_be_listed(sheet.views[first - 1]):
        first -= 1
    while last + 1 < len(sheet.views) and last - i < _MOST_LISTED and _may_be_listed(sheet.views[last + 1]):
        last += 1
    above = sheet.previous_text(first)
    if last == first or above is None or sheet.kinds.get(above) is LineKind.HEADING:
        return False
    return sheet.views[above].endswith(":") and weight(sheet.views[above]) > _LONGEST_LABEL


def _may_be_listed(view: str) -> bool:
    return bool(view) and not outweighs(view, _LONGEST) and not view.endswith((":", "。", "!", "?"))


def _kind_going_on(sheet: Sheet, i: int) -> LineKind | None:
    """The class of a line that goes on with the one right above, which was broken by its width."""
    if not sheet.is_broken(i - 1):
        return None
    above = sheet.kinds.get(i - 1)
    if above in {LineKind.HEADING, LineKind.BYLINE}:
        return LineKind.BYLINE  # the rest of a title, or of what stands beside it
    if SENTENCE_END.search(sheet.views[i - 1]):
        return None
    return LineKind.PARAGRAPH if above in _BROKEN and not parse_numbering(sheet.texts[i]) else None


def _promote_signed(sheet: Sheet) -> None:
    """Make headings of items that each stand above a text of their own: `● 费用`, `● 风险`."""
    by_sign: dict[str, list[int]] = defaultdict(list)
    for i, view in enumerate(sheet.views):
        if view[:1] and view[0] in SIGNS and sheet.kinds[i] is LineKind.BULLET:
            by_sign[view[0]].append(i)
    for items in by_sign.values():
        if len(items) > 1 and all(_stands_above_text(sheet, i) for i in items):
            for i in items:
                sheet.kinds[i] = LineKind.HEADING


def _stands_above_text(sheet: Sheet, i: int) -> bool:
    following = sheet.next_text(i)
    if following is None or not _may_be_heading(sheet.views[i][1:].strip(), _SIGNED):
        return False
    kind, view = sheet.kinds[following], sheet.views[following]
    if kind is LineKind.PARAGRAPH:
        return bool(SENTENCE_END.search(view))
    return kind in _BELOW_SIGN or (kind is LineKind.BULLET and view[0] != sheet.views[i][0])


def label_end(view: str) -> int | None:
    """The column behind a run-in label (`label:`, `【label】`); None when a line does not begin with one."""
    if (
        view.count(":") > 1 and len(abstract_parts_of(view)) > 1
    ):  # a label of its own has each of several parts
        return None
    apart = run_in_label(view)
    if apart:
        return apart.end("label")
    numbering = parse_numbering(view)
    start = numbering.end if numbering else 0
    match = _LABEL.match(view, start)
    if not match or weight(match["label"]) > _LONGEST_LABEL or "," in match["label"]:
        return None
    rest = view[match.end() :]
    if _tells(match["label"], rest, numbered=numbering is not None):
        return None
    if not _BODY_END.search(rest) and weight(rest) < _LONGEST_LABEL:
        return None
    return match.end("label")


def _tells(label: str, rest: str, *, numbered: bool) -> bool:
    """Whether what stands before a colon begins a sentence, and is the name of nothing."""
    if (
        _ANSWER.fullmatch(label)
        or _STEP.fullmatch(label)
        or _PARTED.search(label)
        or _TELLS.search(label)
        or (not numbered and _CLAUSE.search(label))
    ):
        return True
    return label.count("(") != label.count(")") or bool(_SPEAKS.search(label) and rest[0] in _QUOTES)


def _may_be_heading(body: str, longest: float) -> bool:
    """Whether the words alone allow it: short, no end of a sentence in them or behind them."""
    if is_bare_section_name(body):
        return True
    if longest < _LONGEST_TITLE and _ASKS_ON.search(body) and weight(body) > _SIGNED:
        return False
    if not body or outweighs(body, longest) or "\t" in body or not any(map(str.isalpha, body)):
        return False
    if _SUBTITLE.match(body) or body.count("?") >= _MANY_QUESTIONS:
        return False
    return not _ENDS.search(body) and not _INNER_STOP.search(body.rstrip("?"))


def _stands_as_heading(sheet: Sheet, i: int, body: str, *, wrapped: bool) -> bool:
    """Whether the lines around allow it: something follows, and no sentence runs through it."""
    following = sheet.next_text(i)
    if following is None:
        return False
    if is_bare_section_name(body):
        return True
    if _continues(sheet, i, following, wrapped=wrapped):
        return False
    if body.endswith(":"):
        return _announces(sheet, body, following)
    return not (_is_list_item(sheet, i, following) or _is_one_of_dates(sheet, i, following))


def _continues(sheet: Sheet, i: int, following: int, *, wrapped: bool) -> bool:
    """Whether the line is part of a sentence that began above or goes on below."""
    above = sheet.views[i - 1] if i else ""
    inside = sheet.kinds.get(i - 1) is LineKind.PARAGRAPH and not SENTENCE_END.search(above)
    below = sheet.views[i + 1] if following == i + 1 else ""
    goes_on = bool(below and _SMALL_WORD.match(sheet.texts[i + 1].lstrip()))
    return bool(above and inside) or goes_on or (wrapped and bool(below))


def _announces(sheet: Sheet, body: str, following: int) -> bool:
    """A line that ends in a colon is a heading only above another heading; above a list it leads in."""
    view = sheet.views[following]
    if "," in body or _LEADS_IN.search(body.rstrip(": ")) or parse_numbering(view):
        return False
    return (
        following not in sheet.kinds
        and not outweighs(view, _LONGEST)
        and not _BODY_END.search(view.rstrip("?"))
    )


def _labels_list(sheet: Sheet, i: int, body: str) -> bool:
    """Whether the line is the short name, with a colon, of the list below it."""
    name = body.rstrip(": ")
    following = sheet.next_text(i)
    if not body.endswith(":") or following is None or "," in name or ":" in name or _LEADS_IN.search(name):
        return False
    is_list = sheet.kinds.get(following) is LineKind.BULLET or parse_numbering(sheet.views[following])
    return bool(is_list) and 1 < weight(name) <= _SHORT_LABEL


def _is_one_of_dates(sheet: Sheet, i: int, following: int) -> bool:
    """Whether the line begins with a year, as the next one or the one before does: events, not headings."""
    previous = sheet.previous_text(i)
    beside = (sheet.views[j] for j in (previous, following) if j is not None)
    return bool(_DATED.match(sheet.views[i])) and any(
        _DATED.match(view) and not outweighs(view, _LONGEST) for view in beside
    )


def _is_of_signs(sheet: Sheet, i: int) -> bool:
    """Whether the line begins with a sign (`◎`, `👉`) as the one right above or below it does."""
    sign = sheet.views[i][0]
    if category(sign) not in _SIGNS:
        return False
    return any(sheet.views[j][:1] == sign for j in (i - 1, i + 1) if 0 <= j < len(sheet.views))


def _is_list_item(sheet: Sheet, i: int, following: int) -> bool:
    """Whether the next line goes on counting, or the line before did: items of a list, not headings."""
    here, there = parse_numbering(sheet.views[i]), parse_numbering(sheet.views[following])
    if here is None:
        return False
    if there and there.style is here.style and there.value == here.value + 1:
        return label_end(sheet.views[following]) is None
    previous = sheet.previous_text(i)
    before = parse_numbering(sheet.views[previous]) if previous is not None else None
    return bool(before and before.style is here.style and before.value == here.value - 1)
