"""How the slots of a study are put into one English noun phrase."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from sctui.decks.study_noun import ends_a_name, noun_of

_STEM = 5  # letters that `frail` and `frailty`, `diabetic` and `diabetes` have in common
_ONE_CELL = re.compile(r"\bcell$")
_PEOPLE = re.compile(
    r"\b(?:patients|participants|subjects|women|men|children|adults|people|individuals|infants|newborns|babies|neonates|volunteers)\b"
)


def english(parts: Mapping[str, str], asked: Collection[str], *, by_brand: bool) -> str:
    """The phrase for the parts of a name; `by_brand` where a product and no trial is asked."""
    if "case" in parts:
        disease = parts.get("condition", "")
        return f"the {parts['case']}" + (
            f" with {disease}" if disease and disease not in parts["case"] else ""
        )
    if "brand" in parts:
        return parts["brand"] if by_brand else f"the trial of {parts['brand']}"
    if parts.get("kind") == "approval" and by_brand:
        return _product(parts)
    if "name" in parts:
        on = parts.get("condition") or parts.get("topic", "")
        noun = noun_of({"work": parts["work"]}, asked, english=True) if "work" in parts else "trial"
        head = f"the {parts['name']} {noun}"
        return f"{head} in {on}" if on else head
    if "title" in parts:
        return f'"{parts["title"]}"'
    noun, head = noun_of(parts, asked, english=True), f"the {noun_with_marks(parts, asked)}"
    head += f" {parts['registry'].upper()}" if "registry" in parts else ""
    head += f" of {_small(parts['studies'])}" if "studies" in parts else ""
    cells = _ONE_CELL.sub("cells", parts.get("product", ""))
    head += f" {'on' if 'studies' in parts else 'of'} {cells}" if cells else ""
    head += _whom(parts, noun)
    head += f" by {parts['route']}" if "route" in parts else ""
    head += f" at {parts['site']}" if "site" in parts else ""
    return head + (f" in {parts['journal']}" if "journal" in parts else "")


def noun_with_marks(parts: Mapping[str, str], asked: Collection[str]) -> str:
    """The noun for a study, behind its year, author, phase and design (`2019 phase 2 trial`)."""
    noun, design = noun_of(parts, asked, english=True), parts.get("design", "")
    words = [
        parts.get("year", ""),
        f"{parts['author']} et al." if parts.get("author") else "",
        parts.get("phase", ""),
        _small(re.sub(rf"\s?{noun}$", "", design)),
    ]
    noun = "" if ends_a_name(design) and not design.endswith(noun) else noun
    return " ".join(word for word in (*words, noun) if word)


def people(count: str, disease: str) -> str:
    """Patients by their number and disease (`62 patients with knee osteoarthritis`)."""
    count = _small(count)
    stem = disease[: min(len(disease), _STEM)] if " " not in disease else disease
    if re.search(rf"\b{re.escape(stem)}", count, re.IGNORECASE):
        return count
    return f"{count if _PEOPLE.search(count) else f'{count} patients'} with {disease}"


def _product(parts: Mapping[str, str]) -> str:
    """A product that was approved and may not be named: by its cells, and by what it is for."""
    cells = _ONE_CELL.sub("cells", parts.get("product", ""))
    disease = parts.get("condition") or parts.get("topic", "")
    return "the product" + (f" of {cells}" if cells else "") + (f" for {disease}" if disease else "")


def _small(count: str) -> str:
    """A number in words as it stands within a sentence (`nine trials`)."""
    return count[0].lower() + count[1:] if count[1:2].islower() else count


def _whom(parts: Mapping[str, str], noun: str) -> str:
    """Disease and number of people: `in 62 patients with knee osteoarthritis`."""
    disease, count = parts.get("condition") or parts.get("topic", ""), parts.get("n", "")
    if count and disease:
        return f" in {people(count, disease)}"
    if count:
        return f" with {count}"
    return f" {'in' if 'product' in parts or noun == 'trial' else 'on'} {disease}" if disease else ""
