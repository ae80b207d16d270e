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
    "治愈|功能性治愈|实现|安全|有效|可行|耐受|良好|较好|积极|阳性|理想|满意|改善|缓解|减轻|提高|提升|恢复|好转|促进|显著|明显|大大|大幅|一定|有所|得到|得以"
    "|获得|取得|显示出?|表现出?|呈现出?|表明|证实|说明|相关"
)
_STOCK = (
    "临床|治疗|疗法|移植|输注|体内|患者|病人|参与者|受试者|(?:治疗|移植|试验|实验)?组|效果|疗效|作用|结果|反应|症状|体征|病情|病程"
    "|(?:治疗|移植|输注)前|生活质量|生存质量|预后|状况|状态|健康|情况|性|相关|主要|严重|疾病|整体|总体|多名|多数|部分|所有|进一步|有助于|(?<!功)能够?|可以?"
    "|首[例位名]|疼痛|不适|(?:认知|运动|神经|关节|躯体)功能"
    "|是|为|有|更|很|较|均|都|也|且|并|和|与|及|对|的|了|地|等|后"
)
_LITTLE = re.compile(rf"(?:{_GOOD}|{_STOCK}|[、,，;；\s])*")
_TIME = re.compile(r"(?:在|于)?第?\s?\d+\s?个?(?:年|月|周|天|日)(?:内|后|时|末)?")
_LEVEL = (
    "(?:细胞)?(?:因子|分子|介质|标志物)?的?(?:水平|浓度|表达|分泌|产生|释放|数量)*"
    "(?:显著|明显|也|均|都|逐渐|有所|持续)*"
)
_MORE, _LESS = "(?:升高|增加|提高|上升|增多|上调)", "(?:降低|减少|下降|减轻|下调|得到抑制)"
# that what works against inflammation rose, and what is for it fell
_AGAINST_INFLAMMATION = re.compile(
    rf"(?:抗炎|抑炎)性?{_LEVEL}{_MORE}|(?:促炎|致炎|炎症|炎性)性?{_LEVEL}{_LESS}"
    rf"|(?:显著|明显)?{_LESS}了?(?:体内的?|患者的?)*(?:促炎|致炎|炎症|炎性)性?(?:细胞)?(?:因子|分子|介质|反应)?"
    r"的?(?:水平|表达|分泌)?"
)
_CLAUSES = re.compile(r"[,，;；。]\s?")
_NO_HARM = re.compile(
    r"(?:均|都|也|且|并|迄今为止|随访期间|期间|患者|中)*(?:未|没有|无|并无|并未|未曾)(?:见|观察到|出现|发现|发生|报告|产生|见到|有)*"
    r"(?:任何|严重|明显|重大|重度|显著|急性|长期|治疗|移植|输注|细胞|与.{1,20}|和|及|或|的|相关|有关)*"
    r"(?:不良(?:反应|事件)|毒?副作用|副反应|并发症|毒性(?:反应)?|安全性?问题|排斥反应|住院治疗|[或和及与、]|严重|的)+"
)


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
    rest = _LITTLE.sub("", _TIME.sub("", _AGAINST_INFLAMMATION.sub("", view)))
    organ = rest.removesuffix("功能").removesuffix("脏")
    return not rest or (rest.endswith("功能") and organ in _names(disease, lexicon))


def says_no_harm(finding: str) -> bool:
    """Whether all that was found for safety is that nothing bad happened."""
    view = _TIME.sub("", match_view(finding))
    return all(_NO_HARM.fullmatch(part) or not _LITTLE.sub("", part) for part in _CLAUSES.split(view) if part)


def _names(disease: str, lexicon: Lexicon | None) -> str:
    """What a disease is called, also where it is written short (`POI`)."""
    mentions = lexicon.of(TermKind.DISEASE).mentions(disease) if lexicon and disease else ()
    return " ".join((match_view(disease), *(mention.term.zh for mention in mentions)))
