"""Whether what a question would name is a piece torn out of a sentence, and no name of what was measured."""

from __future__ import annotations

import re

from sctui.model.fact import Fact, FactKind
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

_COUNTED = frozenset({"count", "share"})
_NAMED = _COUNTED | {
    "outcome",
    "change",
    "change_word",
    "duration",
    "measure",
    "state_change",
    "state_differs",
}
_PEOPLE = re.compile(r"^(?:患者|病人|参与者|受试者|参加者|女性|男性|儿童)+")
# what ties a clause to the one before it, or a mark that something is lost in front of
_TIED = re.compile(
    r"[)\]】〉》、:：]|于是|因此|所以|但是?|而(?!立)|却|则|只有|仅有|往往|不过|其中|说|称|包括"
)
# a verb, a preposition or an adverb that awaits what stands behind it
_AWAITS = re.compile(
    r"(?:[^总认以行因作成降升增减变改转率例值分数]为|[^正但还可就若硬]是|依次|分别|由|把|被|将|经|用|占"
    r"|已经?[^,。]{1,3}了|由[^,。]{1,10}的)$"
)
# a figure of another kind within: `干细胞组25.0%(12/48)`, `96例病程10~20年`, `钻几个直径`
_FIGURES = re.compile(
    r"(?<![<>≥≤=\d.])\d+(?:\.\d+)?%\s?\(\s?\d+/\d+|^\d+\s?[例名位人]|几[个個](?:直径|孔)|每平方"
)
_FIRST_PIECE = re.compile(r"^[^,，\d]{1,2}[,，]")
_POINTS = re.compile(r"(?:两者|二者|组间|的|间)*(?:差异|差别|前者|后者|变化|结果|比例|数值)(?:均|也|都)?")
_TIME_ALONE = re.compile(
    r"(?:一般|通常|多|约|术后|治疗后|在|第|\s)*[\d~～–-]+\s?(?:天|日|周|个月|年|小时)(?:内|后|时|左右)?"
)
_GROUPS_ALONE = re.compile(r"(?:[^,，、的]{1,6}[与和及、])?[^,，、的]{0,6}(?:组间?|[组者]之间)(?:均|也|都)?")
_NO_DEED = re.compile(r"(?:试验|研究|比较|对照试验|分组|设计)$|[皆均都]由[^,，]*$|[^,，]{2,}(?:后|时|中|内)$")
_STANDS_FOR_ALL = re.compile(r"^[“「『\"].{10,}[”」』\"]的(?:比例|患者)")
_TIES = ",，、和与及或较比"
_OTHER_ARM = re.compile(rf"[^{_TIES}]组的[^{_TIES}]*[^\s{_TIES}两三四各]{{1,4}}组(?!织|合|成|间|胺|蛋白)")
_LIKE = re.compile(
    r"\brate of (?:equal|similar|higher|lower|the same|comparable|better|worse)\b", re.IGNORECASE
)


def is_torn(fact: Fact) -> bool:
    """Whether a fact's measure is no name of anything: a clause cut by its place, or a word that points."""
    if fact.kind not in (FactKind.TRIAL, FactKind.FIGURE) or fact.slot not in _NAMED or not fact.measure:
        return False
    view = match_view(fact.measure).strip()
    if not HAN.search(view):
        return bool(_LIKE.search(view))
    said = _PEOPLE.sub("", view)
    if _TIED.match(said) or _FIGURES.search(said) or _FIRST_PIECE.match(view) or _OTHER_ARM.search(view):
        return True
    if fact.slot in _COUNTED:
        return bool(_NO_DEED.search(said)) or _is_treatment(fact, said)
    return any(
        (
            _AWAITS.search(said),
            _POINTS.fullmatch(said),
            _TIME_ALONE.fullmatch(said),
            _GROUPS_ALONE.fullmatch(said),
            _STANDS_FOR_ALL.match(view),
        )
    )


def _is_treatment(fact: Fact, said: str) -> bool:
    """Whether the patients are counted by what was given, without the word for that they got it."""
    study = fact.study
    given = (slot.value for name in ("product", "cell_source") for slot in study.all(name)) if study else ()
    return any(match_view(one) == said for one in given)
