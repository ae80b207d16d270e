"""What kind of work a study is, where its own text calls it so: a registry, a review, clinical practice …"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sctui.facts.trials.anchors import FrameKind, is_running_total
from sctui.facts.trials.frame import Frame
from sctui.facts.trials.pooled import is_of_animals
from sctui.facts.trials.statement import Statement
from sctui.text.match_view import match_view

_META = re.compile(r"荟萃分析|统合分析|meta\s?-?\s?分析|\bmeta-analys[ie]s\b|\bpooled\b")
_REVIEW = re.compile(r"综述|评价|回顾|\breview")
_CASES = re.compile(r"临床(?:案例|病例|个案)|\bclinical cases\b")
# of which some had the treatment, and others something else
_COMPARES = re.compile(
    r"(?<!无)(?<!没有)(?<!未设)(?:对照|安慰剂|假手术|假注射)组|组[^。;]{1,40}[^每各两三本全]组(?!织|成)|另一[组侧]|随机分"
    r"|\b(?:control|placebo|sham|comparison) (?:group|arm|patients)|\bper arm\b|\brandomi[sz]ed\b|\bplacebo\b"
)
_TRIAL = re.compile(r"\btrial\b|\brandomi[sz]|\bphase [1-4i]|\bplacebo\b|\bblind")
_OBSERVED = re.compile(r"\b(?:cohort|registry|case series)\b(?! (?:of|in|\d) )|\b(?:registry|cohort) of\b")


def work_of(frame: Frame, titles: Sequence[str]) -> str:
    """The kind of work, as `model.fact.Study` has it in its slot `work`; empty for a trial, or for none told.

    `titles` are the headings above, with the document's title.
    """
    views = [statement.view for statement in frame.statements]
    if frame.kind is FrameKind.TRIAL and any(map(is_running_total, frame.statements)):
        return "practice"
    if frame.kind is FrameKind.TRIAL:
        return _observed(views)
    if frame.kind is FrameKind.LOOSE and _CASES.search(views[-1]):
        return "cases"
    if frame.kind is not FrameKind.REVIEW:
        return ""
    if any(map(_META.search, _seen(views, titles))):
        work = "meta-analysis"
    else:
        work = "review" if any(map(_REVIEW.search, views)) or not _is_summed(views) else "pooled"
    return f"animal {work}" if is_of_animals(_seen(views, titles[-1:])) else work


def compares(statement: Statement) -> bool:
    """Whether a sentence tells of people of its study who had something else than the others."""
    return bool(_COMPARES.search(statement.view))


def _observed(views: Sequence[str]) -> str:
    """What an English text calls a study of which nothing says that it was a trial (`cohort`, `registry`)."""
    found = _OBSERVED.search(views[0]) or next(filter(None, map(_OBSERVED.search, views[1:2])), None)
    if found is None or any(map(_TRIAL.search, views)):
        return ""
    return found[0].removesuffix(" of")


_SUMMED = re.compile(r"\d+\s?项[^,。;]{0,12}(?:研究|试验)[^,。;]{0,4}(?:共计?|合计|累计|总计)")


def _is_summed(views: Iterable[str]) -> bool:
    """Whether people of several studies are counted together, and nothing more is said of a review."""
    return any(map(_SUMMED.search, views))


def _seen(views: Iterable[str], titles: Iterable[str]) -> Iterator[str]:
    """The titles and the sentences of a study, as they are matched."""
    yield from map(match_view, titles)
    yield from views
