"""What a study is called: study, phase II trial, review, meta-analysis …, in Chinese and in English."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from sctui.text.match_view import match_view

_WHOLE_DESIGN = re.compile(r"(?:研究|试验|分析|study|trial|analysis|report|series)$")
_NAMELESS = re.compile("^某|(?:海外|国外|境外|外地|某地|[东南西北中]部|华[东南西北中]|[南北]方)某")
_NOUNS = {
    "review": ("综述", "review"),
    "consensus": ("专家共识", "consensus"),
    "loose": ("临床研究", "clinical studies"),
    "trial": ("研究", "trial"),
    "cases": ("临床案例", "clinical cases"),
    "practice": ("临床应用", "clinical use"),
    "animal meta-analysis": ("动物研究荟萃分析", "meta-analysis of animal studies"),
    "animal review": ("动物研究综述", "review of animal studies"),
    "meta-analysis": ("荟萃分析", "meta-analysis"),
    "pooled": ("研究汇总", "pooled analysis"),
    "animal pooled": ("动物研究汇总", "pooled analysis of animal studies"),
    "cohort": ("队列研究", "cohort"),
    "registry": ("登记研究", "registry"),
    "case series": ("病例系列", "case series"),
}


def noun_of(parts: Mapping[str, str], asked: Collection[str], *, english: bool = False) -> str:
    """The noun for a study; `work` says what kind of review it is, and a question for that says neither."""
    if "type" in asked:
        return "publication" if english else "文献"
    plain = _NOUNS.get(parts.get("work") or parts.get("kind", ""), ("研究", "study"))[english]
    if english:
        return plain
    if "phase" in parts:
        return f"{parts['phase'].replace(' ', '')}试验"
    if "design" in parts:
        return parts["design"] if ends_a_name(parts["design"]) else f"{parts['design']}研究"
    return "临床试验" if "registry" in parts else plain


def ends_a_name(design: str) -> bool:
    """Whether a design is a noun by itself (`随机对照试验`), and not its first part (`双盲`)."""
    return bool(_WHOLE_DESIGN.search(match_view(design)))


def is_nameless(place: str) -> bool:
    """Whether a hospital is told without its name, in no place that has one (`某海外诊所`, `中部某大学`)."""
    return bool(_NAMELESS.search(match_view(place)))
