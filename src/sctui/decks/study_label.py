"""A short phrase that names a study in a question, stands alone, and never gives the answer away."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from sctui.model.document import Language
from sctui.model.fact import Study
from sctui.text.match_view import match_view

_LONGEST = 40  # characters of a label that still leaves room for a question
_PEOPLE = re.compile(r"(?:的)?(?:患者|病人|女性|妇女|患儿|儿童|人群|受试者)$")
_ACTION = re.compile(r"(?:临床|联合|静脉)*(?:输注|移植|注射|治疗|疗法|干预|回输)+(?:治疗|疗法)?$")
_DONOR = re.compile(r"同种异体|同种异基因|异基因|异体|自体|自身|autologous|allogene?ic")
_NOUNS = {"review": ("综述", "review"), "consensus": ("专家共识", "consensus"), "case": ("病例", "case")}
# slots that say the same of a study: to ask for one is to keep the others out of the label
_KIN = {
    "cell_source": ("cell_source", "product", "title"),
    "product": ("product", "cell_source", "title"),
    "donor": ("title",),
    "condition": ("condition", "indication", "topic", "title", "case"),
    "indication": ("condition", "indication", "topic"),
    "title": ("title",),
    "design": ("design", "title"),
    "phase": ("phase", "title"),
    "n": ("n", "arm"),
    "case": ("case",),
    "brand": ("brand",),
}


def study_label(
    study: Study,
    studies: tuple[Study, ...],
    language: Language,
    *,
    without: Collection[str] = (),
    answer: str = "",
) -> str:
    """Name a study by its best slots, as `2019年自体间充质干细胞治疗难治性RA的研究`.

    Args:
        study: the study to name.
        studies: all studies of the document; the label tells the study from these wherever the text allows it.
        language: of the document; the words between the slots are written in its script.
        without: the slots that are asked for; they and whatever implies them stay out.
        answer: what must not be read in the label.

    Returns the shortest of the best labels, or an empty string when no two slots are known that identify it.
    """
    first = ""
    for label, parts in _labels(study, language, without, answer):
        if len(label) > _LONGEST and first:
            continue
        twins = [s for s in studies if s.key != study.key and _shares(s, study, parts)]
        if not twins:
            return label
        first = first or label
    longest = [label for label, _ in _labels(study, language, without, answer) if len(label) <= _LONGEST]
    return longest[-1] if longest else first


def _shares(other: Study, study: Study, parts: tuple[str, ...]) -> bool:
    """Whether another study would be named alike: it agrees in every part of the label."""
    return all(match_view(other.get(part)) == match_view(study.get(part)) for part in parts)


_ORDERS: tuple[tuple[str, ...], ...] = (
    ("case",),
    ("brand",),
    ("year", "product", "condition"),
    ("author", "product", "condition"),
    ("year", "author", "product"),
    ("year", "author", "condition"),
    ("product", "condition"),
    ("author", "year"),
    ("year", "product"),
    ("year", "condition"),
    ("author", "product"),
    ("author", "condition"),
    ("title",),
    ("year", "journal"),
    ("product", "condition", "n"),
    ("year", "product", "condition", "n"),
    ("product", "condition", "phase"),
    ("year", "product", "condition", "phase"),
    ("site", "product", "condition"),
    ("year", "site", "product", "condition"),
    ("year", "journal", "product"),
    ("year", "journal", "product", "condition"),
    ("journal", "product"),
    ("journal", "condition"),
    ("product", "n"),
    ("condition", "n"),
    ("site", "product"),
    ("site", "condition"),
    ("condition", "phase"),
    ("year", "site"),
    ("year", "n"),
    ("year", "phase"),
    ("registry",),
    ("product", "topic"),
    ("year", "topic"),
    ("journal", "topic"),
)


def _labels(
    study: Study, language: Language, without: Collection[str], answer: str
) -> Iterator[tuple[str, tuple[str, ...]]]:
    known = _known(study, without, answer)
    for order in _ORDERS:
        if all(known.get(part) for part in order):
            label = _written(study, known, order, language)
            if not _gives_away(label, answer):
                yield label, order


def _known(study: Study, without: Collection[str], answer: str) -> dict[str, str]:
    """The slots that may be named, with what would give the answer away cut out or left out."""
    barred = {name for slot in without for name in (slot, *_KIN.get(slot, ()))}
    known: dict[str, str] = {}
    for slot in (
        "case",
        "brand",
        "year",
        "author",
        "condition",
        "title",
        "journal",
        "n",
        "phase",
        "site",
        "registry",
        "topic",
    ):
        value = study.get(slot)
        if slot not in barred and value and not _gives_away(value, answer):
            known[slot] = value
    product = study.get("cell_source") or study.get("product")
    if product and not barred & {"product", "cell_source"}:
        product = _DONOR.sub("", product) if "donor" in barred or _gives_away(product, answer) else product
        product = product.lstrip("的 ")
        if product and not _gives_away(product, answer):
            known["product"] = product
    if "condition" in known:
        known["condition"] = _PEOPLE.sub("", known["condition"])
    elif "topic" in known:
        known.pop("topic") if len(known["topic"]) > 16 else None
    if "year" in known:
        found = re.match(r"\d{4}", known["year"])
        known["year"] = found[0] if found else ""
    return known


def _gives_away(text: str, answer: str) -> bool:
    core = re.sub(r"[\s,，、;；:：。“”\"'()（）《》]", "", match_view(answer))
    seen = re.sub(r"[\s,，、;；:：。“”\"'()（）《》]", "", match_view(text))
    if re.fullmatch(r"\d+年?", core):
        return bool(re.search(rf"(?<!\d){core.rstrip('年')}(?!\d)", seen))
    return bool(core) and core in seen


def _written(study: Study, known: dict[str, str], order: tuple[str, ...], language: Language) -> str:
    parts = {part: known[part] for part in order}
    return _english(study, parts) if language is Language.ENGLISH else _chinese(study, parts, language)


def _chinese(study: Study, parts: dict[str, str], language: Language) -> str:
    def ours(text: str) -> str:
        return _ours(text, language)

    if "case" in parts:
        return parts["case"]
    if "brand" in parts:
        return parts["brand"]
    if "registry" in parts:
        return f"{parts['registry']}{ours('临床试验')}"
    noun = ours(_noun(study))
    if "title" in parts:
        return f"《{parts['title']}》"
    year = f"{parts['year']}年" if "year" in parts else ""
    place = parts.get("site", "")
    journal = f"《{parts['journal']}》" if "journal" in parts else ""
    author = parts.get("author", "")
    author = re.sub(r"等(?:人|学者)?$", "", author) + ours("等人") if author else ""
    who = f"{year}{place}{journal}{author}"
    count = f"{parts['n']}" if "n" in parts else ""
    phase = parts.get("phase", "")
    work = f"{phase}{ours('试验')}" if phase else noun
    condition = f"{count}{parts.get('condition', '')}" or parts.get("topic", "")
    cells = parts.get("product", "")
    if cells and condition:
        cure = "" if _ACTION.search(match_view(cells)) else ours("治疗")
        about = f"{cells}{cure}{condition}{ours('患者') if count else ''}{ours('的')}"
    elif cells:
        about = f"{cells}{'' if _ACTION.search(match_view(cells)) else ours('治疗')}"
    elif condition:
        about = f"{condition}{ours('患者') if count and 'condition' in parts else ''}"
    else:
        about = ""
    joint = ours("的") if who and (author or journal or place) and about else ""
    if not about and who:
        joint = ours("的")
    return f"{who}{joint}{about}{work}"


def _noun(study: Study) -> str:
    kind = study.get("kind")
    design = match_view(study.get("design"))
    if kind == "review":
        return "荟萃分析" if "荟萃" in design and "综述" not in design else "综述"
    if kind == "consensus":
        return "专家共识"
    return "病例" if kind == "case" else "研究"


def _english(study: Study, parts: dict[str, str]) -> str:
    if "case" in parts:
        return f"the {parts['case']}"
    for alone in ("brand", "title"):
        if alone in parts:
            return parts[alone] if alone == "brand" else f'"{parts[alone]}"'
    if "registry" in parts:
        return f"trial {parts['registry'].upper()}"
    noun = _NOUNS.get(study.get("kind"), ("", "study"))[1]
    year = f"{parts['year']} " if "year" in parts else ""
    author = f"{parts['author']} et al. " if "author" in parts else ""
    phase = f"{parts['phase']} " if "phase" in parts else ""
    head = f"the {year}{author}{phase}{noun}"
    head += f" of {parts['product']}" if "product" in parts else ""
    subject = parts.get("condition") or parts.get("topic")
    if subject:
        subject = re.sub(r"\s(?:patients|women|children)$", "", subject)
        head += f" {'for' if 'product' in parts else 'on'} {subject}"
    if "n" in parts:
        head += f" ({parts['n']})"
    head += f" at {parts['site']}" if "site" in parts else ""
    return head + (f" in {parts['journal']}" if "journal" in parts else "")


def _ours(text: str, language: Language) -> str:
    if language is not Language.TRADITIONAL:
        return text
    from sctui.text.script import Script, show  # noqa: PLC0415 -- OpenCC is loaded at first use

    return show(text, Script.TAIWAN)
