"""Sentences between those of a study that tell of none: what a disease is, what other treatments do."""

from __future__ import annotations

import re

from sctui.facts.trials.anchors import is_anaphoric
from sctui.facts.trials.approvals import tells_refusal
from sctui.facts.trials.statement import Statement
from sctui.lexicon.term import TermKind
from sctui.text.quantity import QuantityKind

# what a disease is and how it runs, behind its name
_RUNS = re.compile(
    r"(?:患者)?(?:的)?(?:起因|起源|源于|是由|是一[种类组个]|是指|是.{0,12}(?:疾病|病症|综合征)|的?病因|的?病程|的?特征|的?症状"
    r"|多见|常见|好发|表现为|由.{2,24}(?:引起|所致|造成)|(?:会|往往|通常|常常?)(?:导致|引起|出现|伴有))"
    r"|\s(?:is an?|is the|is caused|are caused|results? from|arises?|affects?|is characteri[sz]ed)\b"
)
_THEY_DO = re.compile(
    r"(?:\([^()]{1,12}\))?(?:会|可以?|能够?|本身|主要)?(?:通过)?(?:分泌|释放|释出|表达)|\s(?:secrete|release|express)\b"
)
# what other treatments are like, and what could be done
_OTHER_CARE = re.compile(
    r"^(?:现在|目前|现有|传统|常规|当前|以往|过去|临床上|一般)(?:的)?[^,。;]{0,8}?(?:常用|使用|应用|采用|标准|主流|一线)?(?:的)?"
    r"[^,。;]{0,16}?(?:药物|药|治疗|疗法|手段|手术|方案)(?:等)?[^,。;]{0,6}"
    r"(?:只能|仅能|难以|无法|不能|并不能|往往|虽|存在|多为|主要|通常|可以?)"
    r"|^(?:若|如果|假如|倘若)"
    r"|^(?:current(?:ly)?|standard|conventional|existing|available|traditional)\b[^.]*"
    r"\b(?:only|cannot|can not|fails?|does not|do not|reliev\w+)\b"
)
# `我院2022年收治的2186例卒中患者中,缺血性占81%`: whom a hospital sees
_OF_A_YEAR = re.compile(r"年(?:全年)?(?:共)?收治的?\s?[\d ,]+[例名位人][^,。;]{0,12}中,")
_EVERYWHERE = re.compile("(?:全世界|全球|世界范围)[^,。]{0,6}(?:已|约|超过|共)")


def counts_everywhere(statement: Statement) -> bool:
    """Whether a sentence counts who has been treated anywhere so far, in no study."""
    if _OF_A_YEAR.search(statement.view):
        return True
    return bool(_EVERYWHERE.search(statement.view) and statement.counted(QuantityKind.PEOPLE))


def speaks_generally(statement: Statement) -> bool:
    """Whether a sentence tells what a disease is, or what other treatments do: no study's result."""
    if counts_everywhere(statement) or tells_refusal(statement):
        return True
    if is_anaphoric(statement) or statement.counted(QuantityKind.PEOPLE):
        return False
    if _how_cells_work(statement):
        return True
    disease = next(iter(statement.terms(TermKind.DISEASE)), None)
    begins = disease is not None and disease.start <= statement.start + 1
    runs = begins and disease is not None and _RUNS.match(statement.seen(disease.end, statement.end))
    return bool(runs or _OTHER_CARE.search(statement.view))


def _how_cells_work(statement: Statement) -> bool:
    """Whether a sentence tells what cells do as such, and nothing that was measured."""
    cells = next(iter(statement.terms(TermKind.CELL)), None)
    if cells is None or cells.start > statement.start + 1:
        return False
    does = _THEY_DO.match(statement.seen(cells.end, statement.end))
    return bool(does) and not statement.counted(QuantityKind.PERCENT, QuantityKind.P_VALUE)
