"""Whether the people of a study are told to have something else than a disease."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sctui.facts.trials.statement import Statement
from sctui.lexicon.term import Term, TermKind
from sctui.text.quantity import QuantityKind

_ENDING = 2  # characters of a disease's last word
_NO_DISEASE = ("symptom", "general")
ILL = (
    r"(?:病|症|炎|瘤|癌|疮|障碍|衰竭|粘连|损伤|缺损|缺失|缺陷|缺乏|狭窄|骨折|出血|梗死|坏死|不全|硬化|萎缩|溃疡|瘘|撕裂|断裂|穿孔"
    r"|纤维化|灼伤|脱发|失禁|不孕|混浊|<:ill>)"
)
_PEOPLE = (
    rf"\d\s?[例名位人个只](?P<who>[^,。;:()、\d]{{1,13}}?{ILL})(?:的|术后)?"
    r"(?:患者|病人|患儿|儿童|女性|妇女|受试者)"
)
_PEOPLE_EN = (
    r"\d\s(?:\w+\s)?(?:patients|people|adults|children|women|men|participants|eyes|knees) with\s"
    r"(?P<who>(?:[a-z-]+\s){1,5}?(?:syndrome|injury|deficiency|failure|defects?|lesions?|loss|adhesions?"
    r"|tears?|stenosis|insufficiency|dystrophy|necrosis|atrophy|fractures?))\b"
)
# `单臂 n=20,肱骨外上髁炎为主`: most of them have that
_MOST = rf"[,;)]\s?(?P<who>(?!以|主要)[^,。;:()、\d]{{1,12}}?{ILL})(?:患者)?为主"
# `踝软骨损伤的研究只有一个`
_STUDIED = rf"(?:^|[,;])\s?(?P<who>[^,。;:()、\d]{{1,12}}?{ILL})的(?:临床)?(?:研究|试验)"
# `38 people with XYZ`: a short form in capitals that nobody knows
_IN_SHORT = re.compile(
    r"\b(?:patients|people|adults|children|women|men|participants|infants)\swith\s(?:[a-z-]+\s){0,3}"
    r"(?P<who>(?![IVX]+\b)[A-Z][A-Za-z0-9-]*[A-Z])\b"
    r"(?!\s?(?:[≥≤<>=\d]|scores?|levels?|mutations?|genes?|positiv|grades?|class))"
    r"|\d\s?[例名位人](?P<zh>[A-Z][A-Za-z0-9-]*[A-Z])\s?(?:患者|病人|患儿|患兒)"
)


def is_one(term: Term) -> bool:
    """Whether a term is a disease by itself, and no symptom."""
    return term.attributes.get("area") not in _NO_DISEASE


def are_kin(one: str, other: str) -> bool:
    """Whether two diseases are the same by their keys, or one is a kind of the other."""
    return one in other or other in one


def _have_unknown(told: Statement, disease: Term) -> bool:
    """Whether people have what only a short form names that nobody knows, and that is none of a disease's."""
    known = {name.lower() for name in disease.abbreviations}
    for found in _IN_SHORT.finditer(told.text):
        who = "who" if found["who"] else "zh"
        start, end = (told.start + at for at in found.span(who))
        own = known & set(found[who].lower().split("-"))
        if not own and not any(m.start < end and start < m.end for m in told.mentions):
            return True
    return False


def _is_study_of_another(first: Statement, disease: Term) -> bool:
    """Whether a study begins as one of something else (`踝软骨损伤的研究只有一个`)."""
    for found in first.words.pattern(_STUDIED).finditer(first.view):
        start, end = (first.start + at for at in found.span("who"))
        known = {m.term.key for m in first.terms(TermKind.DISEASE) if start <= m.start < end}
        if not any(are_kin(key, disease.key) for key in known):
            return bool(known) or not disease.zh.endswith(found["who"][-_ENDING:])
    return False


def is_of_others(told: Sequence[Statement], before: Statement | None, disease: Term) -> bool:
    """Whether people of a study are told to have something else than a disease, as `29例重度粘连患者`.

    `before` is the sentence in front of the study: a question names the disease that its answer is on.
    """
    if told and _is_study_of_another(told[0], disease):
        return True
    for one in told:
        for written in (_PEOPLE, _PEOPLE_EN, *((_MOST,) if one is told[0] else ())):
            for found in one.words.pattern(written).finditer(one.view):
                start, end = (one.start + at for at in found.span("who"))
                known = any(start <= m.start < end for m in one.terms(TermKind.DISEASE))
                if not known and not disease.zh.endswith(found["who"][-_ENDING:]):
                    return True  # and not but its last word, as `完全性损伤` of 脊髓损伤
        if one.counted(QuantityKind.PEOPLE) and _have_unknown(one, disease):
            return True
    if before is None or not before.view.rstrip().endswith("?"):
        return False
    asked = {m.term.key for m in before.terms(TermKind.DISEASE) if is_one(m.term)}
    return bool(asked) and disease.key not in asked
