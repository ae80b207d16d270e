"""Findings that anyone would guess of a treatment: that it is safe, helps, and makes a disease better.

They are no answers by themselves; beside what a study found besides they may be told.
"""

from __future__ import annotations

import re

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.text.match_view import match_view

_OF_STUDY = (TermKind.DISEASE, TermKind.CELL, TermKind.TREATMENT, TermKind.ROUTE)
_GOOD = (
    "安全|有效|可行|耐受|良好|较好|积极|阳性|理想|满意|改善|缓解|减轻|提高|提升|恢复|好转|促进|显著|明显|大大|大幅|一定|有所|得到"
    "|获得|取得|显示出?|表现出?|呈现出?|表明|证实|说明|相关"
)
_STOCK = (
    "临床|治疗|疗法|移植|输注|患者|病人|参与者|受试者|(?:治疗|移植|试验|实验)?组|效果|疗效|作用|结果|反应|症状|体征|病情|病程"
    "|生活质量|生存质量|预后|状况|状态|健康|情况|性|相关|主要|严重|疾病|整体|总体|多名|多数|部分|所有|进一步|有助于|(?<!功)能够?|可以?"
    "|是|为|有|更|很|较|均|都|也|且|并|和|与|及|对|的|了|地|等"
)
_LITTLE = re.compile(rf"(?:{_GOOD}|{_STOCK}|[、,，;；\s])*")


def is_foregone(finding: str, lexicon: Lexicon | None, disease: str = "") -> bool:
    """Whether a finding has nothing but stock words, the names of disease and treatment apart.

    Args:
        finding: as an answer would tell it.
        lexicon: knows diseases and treatments by name.
        disease: that of the study; an organ that its name has (`卵巢功能`, of one that fails) says no more.
    """
    view = match_view(finding)
    for mention in reversed(lexicon.of(*_OF_STUDY).mentions(finding) if lexicon else []):
        view = f"{view[: mention.start]} {view[mention.end :]}"
    rest = _LITTLE.sub("", view)
    organ = rest.removesuffix("功能")
    return not rest or (organ != rest and organ in match_view(disease))
