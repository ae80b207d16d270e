"""Headings with a fixed meaning: the reference list, the closing section, what stands around the text."""

from __future__ import annotations

import re
from enum import StrEnum

from sctui.text.match_view import match_view


class SectionRole(StrEnum):
    """What a section is for, told from its name alone."""

    OPENING = "opening"
    CLOSING = "closing"
    REFERENCES = "references"
    APPARATUS = "apparatus"  # the journal, the authors, the licence: about the page, not about its subject


_NAMES = {
    SectionRole.OPENING: (
        "摘要|简介|引言|前言|导读|导语|背景|概述|绪论|abstract|summary|introduction|background|overview"
    ),
    SectionRole.CLOSING: (
        "结论|结语|总结|小结|展望|结论与展望|总结与展望|讨论|写在最后|"
        "conclusions?|the bottom line|bottom line|concluding remarks|discussion|outlook|perspectives?|"
        "take-home messages?"
    ),
    SectionRole.REFERENCES: (
        "参考(?:资料|文献|书目)?|引用文献|文献来源|资料来源|主要参考文献|"
        "references?|bibliography|literature cited|works cited|sources"
    ),
    SectionRole.APPARATUS: (
        "期刊介绍|期刊简介|杂志介绍|作者简介|作者介绍|关于作者|关于我们|"
        "免责声明|免责说明|版权声明|致谢|利益冲突|基金资助|"
        "about the journal|about the authors?|acknowledge?ments?|conflicts? of interests?|"
        "competing interests|funding|disclaimer|copyright|author contributions?|"
        "data availability(?: statement)?"
    ),
}
_EDIT_MARK = re.compile(
    r"\s?[\[［]\s?(?:编辑|編輯|edit)(?:\s?(?:\||｜)\s?[^\[\]]{1,8})?\s?[\]］]\s?$", re.IGNORECASE
)
_SPACED = re.compile(r"[\u3400-\u9fff](?:\s+[\u3400-\u9fff]){1,5}\s*:?")
_WHOLE = {role: re.compile(rf"(?:{names})\s*[:]?") for role, names in _NAMES.items()}
_LEADING = {role: re.compile(rf"(?:{names})\s*[:](?=.)") for role, names in _NAMES.items()}
_MARKS = " \t【】[]〔〕<>《》*_=■●◆▌"  # around a name
_WRITTEN = f"{_MARKS}\u3000＊＜＝＞［］＿∗"  # and what `match_view` makes one of these
_FIRSTS = frozenset(name[0] for names in _NAMES.values() for name in names.split("|"))


def section_role(title: str) -> SectionRole | None:
    """The role of a section with this title (numbering taken off), a trailing colon allowed.

    `结语:a subtitle` has the role of its first word.
    """
    view = _bare(title)
    for role, pattern in _WHOLE.items():
        if pattern.fullmatch(view) or _LEADING[role].match(view):
            return role
    return None


def is_bare_section_name(title: str) -> bool:
    """Whether the title is such a name and nothing else."""
    view = _bare(title)
    return any(pattern.fullmatch(view) for pattern in _WHOLE.values())


def without_edit_mark(title: str) -> str:
    """A heading without the `[edit]` that wikis put behind it."""
    return _EDIT_MARK.sub("", title) if title.endswith(("]", "］")) else title


def _bare(title: str) -> str:
    """The view of a title that can be such a name; of others, which most lines are, none is made."""
    if match_view(title.lstrip(_WRITTEN)[:1]) not in _FIRSTS:
        return ""
    view = match_view(without_edit_mark(title)).strip(_MARKS)
    return view.replace(" ", "") if _SPACED.fullmatch(view) else view  # `参 考 文 献`
