"""Whether a percentage of people can be reached with whole people (`GRIM`, Brown and Heathers 2017)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from sctui.model.knowledge import Record, Told, Verdict
from sctui.records.checks.analysed import sizes_analysed
from sctui.records.checks.doubt import Checked, checked, count, percentage
from sctui.records.checks.parts import sum_of_parts
from sctui.text.match_view import match_view

CHECK = "reachable"
_SHARES = ("share", "outcome")
_COUNTS = ("count", "count_of", "arm", "arm_of", "arm_size")
# a share of people; estimates (survival, Kaplan-Meier) and scores need not be whole people
_OF_PEOPLE = re.compile(r"率|患者|病人|参与者|受试者|patients?|participants?|rate\b")
_ESTIMATED = re.compile(
    r"生存|存活|死亡|病死|复发率|无进展|采集|年化|年.{0,6}(?:发生|发病)率|累[积计]|survival|mortality|\bos\b|\bpfs\b"
    r"|\bannual|\bper (?:year|100)|cumulative"
)
# what goes by a rate and counts no people
_NO_PEOPLE = re.compile(
    r"(?:抑制|清除|下降|降低|升高|增长|改善|减少|转化|利用|饱和|心|呼吸|滤过|射血|分化|增殖|迁移|存留|表达"
    r"|沉降|合成|代谢|氧合)率"
    r"|\b(?:heart|respiratory|filtration|growth|clearance|inhibition|sedimentation|flow|metabolic) rate"
)
_ARM = re.compile(r"组|\b(?:groups?|arms?|cohorts?|placebo|controls?|sham)\b")
_CONTROL = re.compile(r"对照|安慰剂|假手术|空白|\b(?:placebo|controls?|sham|saline)\b")
_BARE = re.compile(r"\b(?:the|groups?|arms?|cohorts?|given|patients|in|with)\b|组|患者|的|\s")
_ANY = 1000  # people beyond which every percentage can be reached


def can_reach(percent: float, decimals: int, people: int) -> int | None:
    """The number of people that is `percent` of `people` when rounded to `decimals`; None when none is.

    Both ways of rounding a half are taken, as authors use either.
    """
    step, wanted = Decimal(1).scaleb(-decimals), Decimal(str(percent)).quantize(Decimal(1).scaleb(-decimals))
    nearest = round(percent * people / 100)
    for k in range(max(0, nearest - 1), min(people, nearest + 1) + 1):
        exact = Decimal(100 * k) / Decimal(people)
        if wanted in (exact.quantize(step, ROUND_HALF_UP), exact.quantize(step, ROUND_HALF_EVEN)):
            return k
    return None


def reachable_percentages(record: Record) -> Iterator[Checked]:
    """Shares of people against the size of their arm or the study, and against counts told beside them.

    Those who left are no part of it. A share that no count of the whole gives, but a count told in the same
    line of another count does, is of that: it is said of which. One that is the sum of two others is left to
    them. The rest are doubtful.
    """
    size = next(record.all("n"), None)
    for told in record.told:
        percent = percentage(told) if told.slot in _SHARES else None
        if percent is None or not _is_of_people(told):
            continue
        whole = _own_size(record, told) if _is_of_arm(told) else size
        people = count(whole) if whole else None
        if whole is None or not people or people > _ANY:
            continue
        if any(can_reach(*percent, number) is not None for number in sizes_analysed(record, people)):
            continue
        if sum_of_parts(record, told):
            continue
        beside = _counts_beside(record, told, percent)
        if beside:
            part, of = beside
            says = f"{told.value} is {count(part)} of {count(of)}, and not of all {people}."
            yield checked(CHECK, Verdict.DERIVED, says, told, part, of)
        elif not _ESTIMATED.search(match_view(told.measure)):
            says = f"{told.value} of {people} would be no whole number of people."
            yield checked(CHECK, Verdict.DOUBTFUL, says, told, whole)


def _is_of_people(told: Told) -> bool:
    """Whether a percentage is a share of people, and no other rate."""
    measure = match_view(told.measure)
    return bool(_OF_PEOPLE.search(measure)) and not _NO_PEOPLE.search(measure)


def _is_of_arm(told: Told) -> bool:
    return bool(told.arm or _ARM.search(match_view(told.measure)))


def _own_size(record: Record, told: Told) -> Told | None:
    """The size of the arm that a share is true of; None where it is not told, for it is no share of all."""
    arm = match_view(told.arm)
    sizes = [one for one in record.all("arm_size") if arm]
    bare = _BARE.sub("", arm)
    own = [one for one in sizes if _BARE.sub("", match_view(one.measure)) == bare]
    if not own and _CONTROL.search(arm):
        own = [one for one in sizes if _CONTROL.search(match_view(one.measure))]
    return own[0] if len(own) == 1 else None


def _counts_beside(record: Record, told: Told, percent: tuple[float, int]) -> tuple[Told, Told] | None:
    """Two counts of the line, one of which is this share of the other."""
    here = [one for one in record.told if one.slot in _COUNTS and one.evidence.line == told.evidence.line]
    for part in here:
        for of in here:
            k, n = count(part), count(of)
            if k and n and k < n and can_reach(*percent, n) == k:
                return part, of
    return None
