"""How the slots of a study are put into one noun phrase, in Chinese and in English."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from sctui.model.language import Language
from sctui.text.match_view import match_view

_BASE = (
    ("year", "product", "condition"),
    ("author", "product", "condition"),
    ("product", "condition"),
    ("year", "author", "product"),
    ("year", "author", "condition"),
    ("author", "product"),
    ("author", "condition"),
    ("year", "product"),
    ("year", "condition"),
    ("author", "year"),
)
_FULLER = (
    ("year", "product", "condition", "n"),
    ("product", "condition", "n"),
    ("product", "condition", "design"),
    ("year", "product", "condition", "phase"),
    ("product", "condition", "phase"),
    ("year", "site", "product", "condition"),
    ("site", "product", "condition"),
    ("year", "journal", "product", "condition"),
    ("journal", "product"),
    ("journal", "condition"),
    ("condition", "n"),
    ("product", "n"),
    ("site", "product"),
    ("site", "condition"),
    ("condition", "phase"),
    ("title",),
    ("year", "journal"),
    ("year", "site"),
    ("year", "n"),
    ("registry",),
    ("product", "topic"),
    ("year", "topic"),
    ("journal", "topic"),
    ("topic", "n"),
    ("topic", "phase"),
)
# which slots make a label, the best first
PARTS: tuple[tuple[str, ...], ...] = (
    ("case", "product", "condition"),
    ("case", "product"),
    ("case", "condition"),
    ("brand",),
    *_BASE,
    *_FULLER,
)
_WHOLE_DESIGN = re.compile(r"(?:研究|试验|分析|study|trial|analysis|report|series)$")
_LEADS = frozenset({"year", "author", "site"})  # behind these, somebody *uses* the cells
_OF_APPROVAL = frozenset(
    {
        *("approved", "permitted", "permitter", "regulator", "brand", "maker", "indication", "first"),
        *("cell_source", "age", "approved_age", "trade", "pathway"),
    }
)
_NOUNS = {
    "review": ("综述", "review"),
    "consensus": ("专家共识", "consensus"),
    "loose": ("临床研究", "clinical studies"),
    "trial": ("研究", "trial"),
}


def phrase(parts: Mapping[str, str], language: Language, asked: Collection[str]) -> str:
    """One noun phrase of the parts; `asked` says for which slot, as products are asked for in other words.

    `parts` holds the slots of one entry of `PARTS` and `kind`.
    """
    return _english(parts, asked) if language is Language.ENGLISH else _chinese(parts, language, asked)


def _chinese(parts: Mapping[str, str], language: Language, asked: Collection[str]) -> str:
    def ours(text: str) -> str:
        return _ours(text, language)

    if "case" in parts:
        return _case(parts, language, asked)
    if "brand" in parts:
        return parts["brand"] if _OF_APPROVAL & set(asked) else f"{parts['brand']}{ours('的关键试验')}"
    if "registry" in parts:
        return f"{parts['registry']}{ours('号临床试验')}"
    if "title" in parts:
        return f"《{parts['title']}》"
    noun, about = _noun(parts, asked), _about(parts, language)
    if parts.get("kind") == "approval" and "year" in parts:
        return f"{parts['year']}年{_approved(parts, language)}"
    who = f"{parts['year']}年" if "year" in parts else ""
    if "journal" in parts:
        who += f"{ours('发表于')}《{parts['journal']}》{ours('的')}"
    elif who and re.match("[间間]", about):
        who += "的"  # or `2023年间` would be read
    if "site" in parts:
        who += parts["site"]
    if "author" in parts:
        who += re.sub(r"等(?:人|学者)?$", "", parts["author"]) + ours("等人")
    if {"site", "author"} & set(parts) and not about.startswith(("用", *map(ours, ("针对", "关于")))):
        who += ours("的")
    return f"{who}{about}{noun if 'design' in parts else ours(noun)}"


def _approved(parts: Mapping[str, str], language: Language) -> str:
    """A product that was approved and may not be named: by its cells, or by what it is for."""
    if "product" in parts:
        return f"{_ours('获批的', language)}{parts['product']}{_ours('疗法', language)}"
    condition = parts.get("condition") or parts.get("topic", "")
    return f"{_ours('获批的治疗', language)}{condition}{_ours('的产品', language)}"


def _about(parts: Mapping[str, str], language: Language) -> str:
    """What the study is about, with `的` behind it."""
    cells, count = parts.get("product", ""), parts.get("n", "")
    condition = parts.get("condition") or parts.get("topic", "")
    people = _ours("患者", language)
    if count:
        condition = f"{count}{condition}{people}"
    treatment = re.search(r"(?:疗法|治疗|移植|输注)$", match_view(cells))
    use = "用" if parts.get("kind") == "trial" and not treatment and _LEADS & set(parts) else ""
    if cells and condition:
        return f"{use}{cells}{_ours('治疗', language)}{condition}的"
    if cells:
        if treatment:
            return _ours("关于", language) + f"{cells}的"
        return f"{use}{cells}{_ours('开展' if use else '治疗', language)}的"
    if count:
        return f"{condition}{_ours('参加的', language)}"
    return (
        f"{_ours('针对' if parts.get('kind') in ('trial', 'loose') else '关于', language)}{condition}的"
        if condition
        else ""
    )


def _case(parts: Mapping[str, str], language: Language, asked: Collection[str]) -> str:
    who, condition = parts["case"], parts.get("condition", "")
    if condition and match_view(condition) not in match_view(who):
        who = re.sub(r"(?=(?:患者|病人)$)", condition, who)
    report = "" if "received" in asked else _ours("的病例", language)
    if "product" not in parts:
        return f"{who}{report}"
    return f"{_ours('接受', language)}{parts['product']}{_ours('治疗的', language)}{who}{report}"


def _noun(parts: Mapping[str, str], asked: Collection[str]) -> str:
    if "phase" in parts:
        return f"{parts['phase']}试验"
    if "design" in parts:
        return (
            parts["design"] if _WHOLE_DESIGN.search(match_view(parts["design"])) else f"{parts['design']}研究"
        )
    if "type" in asked:
        return "文献"
    return _NOUNS.get(parts.get("kind", ""), ("研究", ""))[0]


def _english(parts: Mapping[str, str], asked: Collection[str]) -> str:
    if "case" in parts:
        return f"the {parts['case']}"
    if "brand" in parts:
        return parts["brand"] if _OF_APPROVAL & set(asked) else f"the trial of {parts['brand']}"
    if "title" in parts:
        return f'"{parts["title"]}"'
    if "registry" in parts:
        return f"trial {parts['registry'].upper()}"
    noun = "publication" if "type" in asked else _NOUNS.get(parts.get("kind", ""), ("", "study"))[1]
    design = parts.get("design", "")
    words = [
        parts.get("year", ""),
        f"{parts['author']} et al." if "author" in parts else "",
        parts.get("phase", ""),
        re.sub(rf"\s?{noun}$", "", design),
    ]
    noun = "" if _WHOLE_DESIGN.search(design) and not design.endswith(noun) else noun
    head = " ".join(("the", *(word for word in (*words, noun) if word)))
    head += f" of {parts['product']}" if "product" in parts else ""
    subject = parts.get("condition") or parts.get("topic")
    if subject:
        head += f" {'in' if 'product' in parts or noun == 'trial' else 'on'} {subject}"
    head += f" with {parts['n']}" if "n" in parts else ""
    head += f" at {parts['site']}" if "site" in parts else ""
    return head + (f" in {parts['journal']}" if "journal" in parts else "")


def _ours(text: str, language: Language) -> str:
    """Words of ours in the script of the document."""
    if language is not Language.TRADITIONAL:
        return text
    from sctui.text.script import Script, show  # noqa: PLC0415 -- OpenCC is loaded at first use

    return show(text, Script.TAIWAN)
