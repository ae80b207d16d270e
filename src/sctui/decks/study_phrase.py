"""How the slots of a study are put into one noun phrase, in Chinese and in English."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from sctui.decks.study_english import english
from sctui.decks.study_noun import noun_of
from sctui.decks.templates import constant
from sctui.lexicon.words import Words
from sctui.model.language import Language
from sctui.text import literal
from sctui.text.match_view import match_view

COINED = "coined"  # that a product has a name of its own, by which its study is known without a disease
_CASES = (("case", "product", "condition"), ("case", "product"), ("case", "condition"), ("brand",))
_NAMED = (("name", "prevents"), ("name", "condition"), ("name", "topic"), ("name",))
_TOLD_APART = (
    ("year", "author", "product", "condition"),
    ("author", "product", "condition"),
    ("year", "product", "condition"),
    ("year", "product", "condition", "n"),
    ("developer", "product", "condition"),
    ("product", "condition", "n"),
    ("product", "condition", "studies"),
    ("year", "country", "product", "condition"),
    ("year", "site", "product", "condition"),
    ("site", "product", "condition"),
    ("country", "product", "condition"),
    ("product", "condition", "n", "phase"),
    ("product", "condition", "phase"),
    ("year", "journal", "product", "condition"),
    ("journal", "product", "condition"),
    ("product", "condition", "design"),
)
_WITHOUT_CELLS = (
    ("year", "author", "condition"),
    ("year", "condition", "n", "design"),
    ("condition", "n", "design"),
    ("year", "country", "condition", "n"),
    ("year", "condition", "n"),
    ("year", "condition", "n", "phase"),
    ("year", "site", "condition", "n"),
    ("author", "condition"),
    ("site", "condition", "n"),
    ("year", "site", "condition"),
    ("site", "condition"),
    ("year", "country", "condition"),
    ("year", "journal", "condition"),
    ("year", "condition", "phase"),
    ("year", "condition", "studies"),
    ("condition", "studies"),
    ("journal", "condition"),
    ("registry", "condition"),
)
_WITHOUT_DISEASE = (
    ("year", "author", "product"),
    ("author", "product"),
    ("year", "site", "product"),
    ("year", "country", "product"),
    ("site", "product"),
    ("year", "product", "phase"),
    ("country", "product"),
    ("title",),
    ("year", "product", "topic"),
    ("year", "topic", "n"),
    ("topic", "n"),
    ("condition", "n"),
    ("year", "journal", "product"),
    (COINED, "product", "phase"),
    (COINED, "product", "n"),
)
_LAST = (
    ("product", "condition"),
    ("route", "product", "condition"),
    ("product", "topic"),
    ("registry", "product"),
    ("year", "product"),
    ("year", "product", "n"),
)
# which slots make a label, the best first; journal, number or year alone tell nobody which study is meant
PARTS: tuple[tuple[str, ...], ...] = (
    *_CASES,
    *_NAMED,
    *_TOLD_APART,
    *_WITHOUT_CELLS,
    *_WITHOUT_DISEASE,
    *_LAST,
)
SHARED = "shared"  # a part that says that not all of the people had the cells
_TREATMENT = r"(?:疗法|治疗|<:giving.zh>|输注)$"
_WHERE_TO = re.compile("[至到]|(?<!吸)入")  # `移植至皮下`, which describes nothing behind it
_LEADS = frozenset({"year", "author", "site", "country"})  # behind these, somebody *uses* the cells
RECOMMENDED = ("dose_advised", "route_advised", "interval_advised")  # how a product is to be given
OF_APPROVAL = frozenset(
    {
        *("approved", "permitted", "permitter", "regulator", "brand", "maker", "indication", "first"),
        *("cell_source", "approved_age", "trade", "pathway", "review_path", *RECOMMENDED),
    }
)


def phrase(parts: Mapping[str, str], language: Language, asked: Collection[str], words: Words) -> str:
    """One noun phrase of the parts; `asked` says for which slot, as products are asked for in other words.

    `parts` holds the slots of one entry of `PARTS`, `kind`, and for a meta-analysis `work`; `words` are those
    of the field.
    """
    named = OF_APPROVAL & set(asked)
    if language is Language.ENGLISH:
        return english(parts, asked, by_brand=bool(named))
    return _chinese(parts, language, asked, words, by_brand=bool(named))


def _chinese(
    parts: Mapping[str, str], language: Language, asked: Collection[str], words: Words, *, by_brand: bool
) -> str:
    def ours(text: str) -> str:
        return constant(text, language)

    if "case" in parts:
        return _case(parts, language, asked)
    if "brand" in parts:
        return parts["brand"] if by_brand else f"{parts['brand']}{ours('的关键试验')}"
    if "name" in parts:
        return _by_name(parts, language)
    if "title" in parts:
        return f"《{parts['title']}》"
    if parts.get("kind") == "approval" and ("year" in parts or "product" in parts):
        product = _approved(parts, language)
        return product if by_brand else f"{product}{ours('的关键试验')}"
    noun, about = noun_of(parts, asked), _about(parts, language, words)
    who = f"{parts['year']}年" if "year" in parts else ""
    if "journal" in parts:
        who += f"{ours('发表于')}《{parts['journal']}》{ours('的')}"
    elif who and literal.match("[间間]", about):
        who += "的"  # or `2023年间` would be read
    who += parts.get("site") or parts.get("country", "")
    if "author" in parts:
        who += literal.sub(r"等(?:人|学者)?$", "", parts["author"]) + ours("等人")
    uses = about.startswith(("用", "在", *map(ours, ("针对", "关于", "纳入"))))
    if {"site", "author", "country"} & set(parts) and not uses and "n" not in parts:
        who += ours("的")
    counted = f"({ours('纳入')}{_counted_studies(parts['studies'], language)})" if "studies" in parts else ""
    return f"{who}{about}{noun if 'design' in parts else ours(noun)}{counted}"


def treatment_of(parts: Mapping[str, str], language: Language) -> str:
    """What was given, with who developed it, where the study is told by that."""
    product = parts.get("product", "")
    if "developer" not in parts:
        return product
    return f"{parts['developer']}{constant('开发的', language)}{product}"


def counted(count: str) -> str:
    """A number of patients with its measure word (`66`: `66例`; `66人`: `66名`)."""
    return f"{count}例" if count.isdigit() else literal.sub("[个個]?人$", "名", count)


def _by_name(parts: Mapping[str, str], language: Language) -> str:
    """A study by its own name, with what it is on."""
    name = parts["name"] if parts["name"].isascii() else f"“{parts['name']}”"
    on = parts.get("prevents") or parts.get("condition") or parts.get("topic", "")
    return f"{on}{'的' if on else ''}{name}{constant('研究', language)}"


def _counted_studies(value: str, language: Language) -> str:
    return value + constant("研究", language) if literal.search(r"[项項篇]$", value) else value


def _approved(parts: Mapping[str, str], language: Language) -> str:
    """A product that was approved and may not be named: by its year and its cells, or by what it is for."""
    condition = parts.get("condition") or parts.get("topic", "")
    whom = f"{constant('治疗', language)}{condition}的" if condition else ""
    by = parts.get("regulator", "")
    by = f"{constant('获', language)}{by}{constant('批准的', language)}" if by else ""
    if "year" not in parts:
        return f"{by}{whom}{parts['product']}{constant('疗法', language)}"
    when = f"{parts['year']}年{by or constant('获批的', language)}"
    if "product" in parts:
        return f"{when}{parts['product']}{constant('疗法', language)}"
    return f"{when}{whom}{constant('产品', language)}"


def _about(parts: Mapping[str, str], language: Language, words: Words) -> str:
    """What the study is about, with `的` behind it."""
    route, count = parts.get("route", ""), parts.get("n", "").replace(" ", "")
    cells = ("" if _WHERE_TO.search(route) else route) + treatment_of(parts, language)
    count = counted(count)
    condition = parts.get("condition") or parts.get("topic", "")
    people = constant("患者", language)
    if count:
        condition = f"{count}{condition}{people}"
    if "registry" in parts:
        registered = f"{parts['registry']}{constant('号', language)}"
        return f"{cells or constant('治疗', language) + condition}的{registered}"
    treatment = words.pattern(_TREATMENT).search(match_view(cells))
    leads = _LEADS & set(parts) and "journal" not in parts
    use = "用" if parts.get("kind") == "trial" and not treatment and leads else ""
    if cells and condition:
        tested = f"在{condition}{constant('中试用', language)}{cells}的"
        return (
            tested if count and SHARED in parts else f"{use}{cells}{constant('治疗', language)}{condition}的"
        )
    if cells:
        if treatment:
            return constant("关于", language) + f"{cells}的"
        return f"{use}{cells}{constant('开展' if use else '治疗', language)}的"
    if count:
        return f"{condition}{constant('参加的', language)}"
    lead = "针对" if parts.get("kind") in ("trial", "loose") else "关于"
    return f"{constant(lead, language)}{condition}的" if condition else ""


def _case(parts: Mapping[str, str], language: Language, asked: Collection[str]) -> str:
    who, condition = parts["case"], parts.get("condition", "")
    if condition and match_view(condition) not in match_view(who):
        who = literal.sub(r"(?=(?:患者|病人)$)", condition, who)
    report = "" if "received" in asked else constant("的病例", language)
    if "product" not in parts:
        return f"{who}{report}"
    received, treated = constant("接受", language), constant("治疗的", language)
    return f"{received}{parts['product']}{treated}{who}{report}"
