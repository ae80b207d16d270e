"""Classes that a line shows by its own shape: tables, records, captions, bylines, addresses, bullets."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import takewhile

from sctui.documents.record import is_record
from sctui.documents.sheet import Sheet, weight
from sctui.model.document import LineKind
from sctui.text.match_view import match_view

_TABLE_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?|\|\s*:?-{2,}:?\s*\|")
_CAPTION = re.compile(
    r"(?:附?[图表](?:\s*\d+|\s*[一二三四五六七八九十]|[a-z])?(?:-\d+)?\s*[:.、 |](?=.)"
    r"|[△▲▼]\s?(?=[^\s△▲▼])(?![^。]*。\s?[^\s(])"  # of two sentences it is an item, and no caption
    r"|(?:supplementary\s+)?(?:fig(?:ure)?s?|tables?)\.?\s*s?\d+[a-z]?\s*[:.|\s](?=.))"
)
_BARE_CAPTION = re.compile(r"(?:[图表]\s*\d+|(?:fig(?:ure)?|table)\.?\s*\d+)\.?")
BULLET = re.compile(r"(?:[-*+•·●○■□◆◇▪▶►➢➤‣⦁✓✔✗✘☑✅❌]|[–—])\s+\S|[•●■◆▪►➢➤‣⦁✔✘✅❌▲△]\S")
_RULE = re.compile(r"(?:[-*_=]\s*){3,}|[—─━]{2,}")
_ADDRESS = re.compile(r"(?:\S{1,8}:\s*)?(?:https?://|www\.|doi:\s*10\.|10\.\d{4,}/)\S+")
_CLOCK = r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?"
_DATED = re.compile(
    rf"(?:.{{0,30}}\s)?{_CLOCK}(?:\s+\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?(?:(?:\s+\S{{1,12}}){{0,3}}|[\u3400-\u9fff]{{4,24}})"
)
_CLOCKED = re.compile(rf".{{0,30}}{_CLOCK}(?:\s+|(?<=日))\d{{1,2}}:\d{{2}}.{{0,40}}")
_MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_DAY = re.compile(
    rf"(?:published|accepted|received|updated)?:?\s*(?:\d{{1,2}}\s+{_MONTH}|{_MONTH}\s+\d{{1,2}},?)\s+\d{{4}}"
)
# two authors and more, with the numbers of where they work
_HAN_NAMES = re.compile(r"[\u3400-\u9fff]{2,4}[\d*]*(?:\s?[,、]\s?[\u3400-\u9fff]{2,4}[\d*]*)+")
# `王小明 李华 张伟`: with blanks between them words are names when each begins with a surname
_SURNAME = (
    "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪"
    "范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]"
)
_HAN_NAME = rf"{_SURNAME}[\u3400-\u9fff]{{1,2}}[\d*,]*"
_SPACED_NAMES = re.compile(rf"{_HAN_NAME}(?:\s+{_HAN_NAME})+")
_AFFILIATION = re.compile(
    r"(?:\d{1,2}\s?|[a-f]\s|[*†‡§]\s?)?(?:the\s)?(?:departments?|divisions?|faculty|school|college|institutes?|cent(?:er|re)s?"
    r"|laborator(?:y|ies)|university|hospital)\s(?:of|for)\s[^,.:?]+(?:,\s[^,:?]+){1,6}"
)
_INSTITUTE = re.compile(
    r"(?:\d{4}-\d{2}-\d{2})?[^,。;:!?]{2,40}(?:学会|学组|协会|委员会|医院|大学|学院|研究所|研究院|实验室|编辑部|杂志社)"
    r"|\(.*(?:医院|大学|学院|研究所|研究院|中心)[^()]*\)"
    r"|[^,。;:!?]{0,12}(?:综合|整理|连线|特约)报[导道]"
)
_POSTAL = re.compile(
    r"[^。;:!?]*(?:医院|大学|学院|研究所|研究院|中心|公司|[^,]科|[^,]系)[^。;:!?]{0,24}\d{6}[.)]?"
)
_ISSUE = re.compile(
    r"《?[^,。;:!?]{2,20}》?[\s,.]*\d{4}\s?年[\s,]*(?:第?\s?\d+\s?卷)?[\s,]*第?\s?\d+\s?[期卷].{0,20}"
)
# `健康 > 新闻 > 新知`, in the first lines
_CRUMBS = re.compile(
    r"(?=.*(?:首页|主页|新闻|资讯|频道|专栏|栏目|百科|健康|位置|\b(?:home|news|health)\b))"
    r"[^>›»。]{1,20}(?:\s?[>›»]\s?[^>›»。]{1,20}){2,6}"
)
_PICTURE = re.compile(r"[\[(](?:图片?|照片|摄影|摄|photo|image)\s*[:/].{1,24}[\])]")
_BY = re.compile(
    rf"(?:by\s+(?=[\u3400-\u9fff])|(?:文|撰文|采访整理|采访|整理|出处|记者|编辑|作者)\s*[/|]).{{0,60}}"
    r"|[【\[(〔]?(?:特约|实习|本报|健康)?(?:记者|编译)\s?[\u3400-\u9fff]{2,8}\s?[/、,]?\s?[\u3400-\u9fff]{0,8}报[导道][】\])〕]?"
    rf"|\.?\s*\d{{4}}[\s,]+{_MONTH}.*doi\s*:.*"
    r"|(?:open access|(?:research|review|original|clinical) (?:article|paper|trial)|article)\b"
    r"[^|]{0,30}\|.{1,40}"
)
_ABOUT = re.compile(
    r"[【\[]\s?(?:关键词|关键字|key\s?words|中图分类号|作者单位)\s?[】\]].+"
    r"|(?:电话|传真|(?:在线)?(?:出版|发表|发布|更新)(?:日期|时间)|引用本文|作者简介|第一作者|e-?mail|issn|pmc?id)\s*:.+"
    r"|(?:浏览|阅读|点击|访问)(?:数|量|次数)\s*:\s*\d[\d,]*"
    r"|(?:关键词|关键字|key\s?words|中图分类号|文献标[志识]码|文章编号|收稿日期|修回日期|接受日期|基金项目|通讯作者|作者单位"
    r"|原标题|原文标题|责任编辑)\s*:.+"
)
_ORNAMENT = re.compile(  # `01`, `PART 2`, `- END -` on a line of its own
    r"(?:(?:part|no|chapter)\.?\s*|[o0])\d{1,2}|[-—=·.\s]*(?:the end|end|完|全文完|\(完\))[-—=·.\s]*"
)
_NAME = r"(?:[A-Z][\w'’.-]*|van|von|der|den|de|da|di|del|la|le|bin|al)"
_NAMES = re.compile(
    rf"{_NAME}(?:\s+{_NAME}){{1,4}}[\d*†‡,\s]*"
    rf"(?:\s*(?:,\s*(?:and\b|&)|,|;|&|\band\b)\s*{_NAME}(?:\s+{_NAME}){{1,4}}(?:\s?[\d*†‡]+,?)*)+\s*[.,]?"
)
# `RA,类风湿性关节炎;MS,多发性硬化症` or `RA: rheumatoid arthritis; MS: multiple sclerosis`
_ABBREVIATION = r"[a-z][a-z0-9/-]{1,9}\s*[,，:：=、]\s*[^;；。,，]{2,60}"
_ABBREVIATIONS = re.compile(
    rf"(?:(?:注|缩写|缩略语|abbreviations?)\s*[:：]\s*)?{_ABBREVIATION}(?:\s*[;；]\s*{_ABBREVIATION})+[;；.。]?"
)
_AROUND_TITLE = (_POSTAL, _ISSUE, _CRUMBS, _BY, _HAN_NAMES, _SPACED_NAMES, _AFFILIATION)
_HEAD = 12  # bylines stand among the first lines that are not blank
_SHORT = 40.0


def _is_table_row(_: str, view: str) -> bool:
    return view.startswith("|") and view.count("|") > 1


def _is_record(text: str, _: str) -> bool:
    return is_record(text)


def _matches(pattern: re.Pattern[str]) -> Callable[[str, str], bool]:
    return lambda _, view: pattern.fullmatch(view) is not None


# class -> whether a line (stripped text, match view) is of it; the first that says yes decides
_SHAPES: tuple[tuple[LineKind, Callable[[str, str], bool]], ...] = (
    (LineKind.RECORD, _is_record),
    (LineKind.TABLE_RULE, _matches(_TABLE_RULE)),
    (LineKind.TABLE_ROW, _is_table_row),
    (LineKind.CAPTION, lambda _, view: _CAPTION.match(view) is not None),
    (LineKind.CAPTION, _matches(_BARE_CAPTION)),
    (LineKind.CAPTION, _matches(_PICTURE)),
    (LineKind.BYLINE, _matches(_CLOCKED)),
    (LineKind.BYLINE, _matches(_DAY)),
    (LineKind.BYLINE, _matches(_ABOUT)),
    (LineKind.BOILERPLATE, _matches(_ORNAMENT)),
    (LineKind.ABBREVIATIONS, _matches(_ABBREVIATIONS)),
    (LineKind.BLANK, _matches(_RULE)),
    (LineKind.REFERENCE, _matches(_ADDRESS)),
    (LineKind.BULLET, lambda _, view: BULLET.match(view) is not None),
)


def mark_shapes(sheet: Sheet) -> None:
    """Class records, tables, captions, bylines, rules, lone addresses and bullets."""
    _mark_open_tables(sheet)
    for place, (i, view) in enumerate(sheet.open()):
        text = sheet.texts[i].strip()
        if place < _HEAD and is_byline(text):
            sheet.mark(i, LineKind.BYLINE)
        for kind, fits in _SHAPES:
            if fits(text, view):
                sheet.mark(i, kind)
                break


def _mark_open_tables(sheet: Sheet) -> None:
    """Class the rows of tables without outer marks (`a | b`), which the rule below their head gives away."""
    for rule, view in sheet.open():
        if view[:1] not in {"-", ":"} or not rule or not _TABLE_RULE.fullmatch(view):
            continue
        below = takewhile(lambda i: "|" in sheet.views[i], range(rule + 1, len(sheet.views)))
        if "|" in sheet.views[rule - 1]:
            for i in (rule - 1, *below):
                sheet.mark(i, LineKind.TABLE_ROW)


def is_byline(text: str) -> bool:
    """Whether a line, blanks at its ends taken off, is a date, the names of authors, or where they work."""
    view = match_view(text)
    if weight(view) <= _SHORT and (_DATED.fullmatch(view) or _INSTITUTE.fullmatch(view)):
        return True
    if any(pattern.fullmatch(view) for pattern in _AROUND_TITLE):
        return True
    return bool(_NAMES.fullmatch(text)) and text.count(",") + text.count(";") + text.count("&") >= 1
