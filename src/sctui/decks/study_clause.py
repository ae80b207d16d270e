"""What a study did, as a clause before a question: `2019年的一项研究用X治疗RA`, `A 2019 trial used X`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sctui.decks.study_english import noun_with_marks, people
from sctui.decks.study_noun import noun_of
from sctui.decks.study_phrase import SHARED, counted, treatment_of
from sctui.decks.templates import constant
from sctui.model.language import Language

# slots of names that are no clause's: a study with a name of its own, or one that was not of patients
_NO_CLAUSE = frozenset({"case", "brand", "name", "title", "registry", "studies", "route", "topic", "work"})
_WHERE_TO = re.compile("[至到]|(?<!吸)入")  # `移植至皮下`, which is not used *for* a disease
_ET_AL = re.compile("等(?:人|学者|學者)?$")


def clause_of(parts: Mapping[str, str], language: Language) -> str:
    """The clause of the slots that a name is made of; empty where they tell no trial in patients."""
    if parts.get("kind") != "trial" or "condition" not in parts or _NO_CLAUSE & set(parts):
        return ""
    if "product" not in parts and "n" not in parts:
        return ""
    if language is Language.ENGLISH:
        return _english(parts)
    return "" if _WHERE_TO.search(parts.get("product", "")) else _chinese(parts, language)


def _chinese(parts: Mapping[str, str], language: Language) -> str:
    def ours(text: str) -> str:
        return constant(text, language)

    count = counted(parts.get("n", "").replace(" ", ""))
    did = _did(parts, f"{count}{parts['condition']}{ours('患者') if count else ''}", language)
    noun = noun_of(parts, ())
    study = ours("一项") + (noun if "design" in parts else ours(noun))
    year = f"{parts['year']}年" if "year" in parts else ""
    if "author" in parts:
        return f"{year}{_ET_AL.sub('', parts['author'])}{ours('等人')}{did}"
    if "site" in parts:
        return f"{year}{parts['site']}{'的' if year else ours('的')}{study}{did}"
    where = f"{ours('发表于')}《{parts['journal']}》" if "journal" in parts else parts.get("country", "")
    lead = f"{year}{where}"
    return f"{lead}{'的' if lead else ''}{study}{did}"


def _did(parts: Mapping[str, str], whom: str, language: Language) -> str:
    """What was done to whom; that cells were tested in people some of whom had something else."""
    cells = treatment_of(parts, language)
    if not cells:
        return f"{constant('纳入', language)}{whom}"
    if "n" in parts and SHARED in parts:
        return f"在{whom}{constant('中试用', language)}{cells}"
    return f"用{cells}{constant('治疗', language)}{whom}"


def _english(parts: Mapping[str, str]) -> str:
    cells = parts.get("product", "")
    noun = noun_with_marks({**parts, "author": ""}, ())
    who = f"{parts['author']} et al." if "author" in parts else f"{_article(noun)} {noun}"
    who += f" ({parts['year']})" if "author" in parts and "year" in parts else ""
    if "site" in parts:
        who += f" at {parts['site']}"
    if "journal" in parts:
        who += f" in {parts['journal']}"
    whom = people(parts["n"], parts["condition"]) if "n" in parts else f"patients with {parts['condition']}"
    return f"{who} used {cells} in {whom}" if cells else f"{who} enrolled {whom}"


def _article(noun: str) -> str:
    return "An" if noun[0] in "aeiouAEIO" else "A"
