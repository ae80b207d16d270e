"""What the part of a page that a study stands in is on, where that is not what the page is on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from sctui.facts.trials.frame import Frame
from sctui.facts.trials.of_others import are_kin, is_one
from sctui.facts.trials.statement import Statement
from sctui.lexicon.lexicon import Mention
from sctui.lexicon.term import Term, TermKind

_IS_IT = re.compile(  # `那大概率是外伤后牙髓坏死`, `what you have is most likely …`
    r"(?:就是|是|为|属于?|叫做?|称为)[^,。;]{0,14}$|\b(?:is|are|was|called|means)\s(?:[\w-]+\s){0,5}$"
)

_OFTEN = 3  # times that another disease is spoken of in front of a study, and the page's never

Around = Sequence[Sequence[Statement]]


class Parts:
    """The sentences of a page by its headings: chapters, the answers of a thread.

    `told` are those of the page, `frames` its studies: what another study is on says nothing of a part.
    """

    def __init__(self, told: Iterable[Statement], frames: Iterable[Frame]) -> None:
        taken = {id(one) for frame in frames for one in frame.statements}
        self._told: defaultdict[tuple[str, ...], list[Statement]] = defaultdict(list)
        for one in told:
            for depth in range(1, len(one.section) + 1) if id(one) not in taken else ():
                self._told[one.section[:depth]].append(one)
        self._lines = {title: [one.line for one in every] for title, every in self._told.items()}

    def around(self, study: Frame) -> Around:
        """The sentences in front of a study under each of the headings above it, the nearest first."""
        section, line = study.section, study.statements[0].line
        above = (section[:depth] for depth in range(len(section), 0, -1))
        return [self._told[one][: bisect_left(self._lines[one], line)] for one in above if one in self._lines]


def other_disease(around: Around, study: Sequence[Statement], disease: Term) -> str | None:
    """What is spoken of in front of a study that never names the page's disease, where that is another.

    Returns its name as written there, an empty string where that is unsure, None where the page's may hold.
    """
    for before in around:
        named = [(one, mention) for one in before for mention in _diseases(one)]
        if not named:
            continue
        all_of_them = (*(mention for _, mention in named), *(m for one in study for m in _diseases(one)))
        if any(are_kin(mention.term.key, disease.key) for mention in all_of_them):
            return None
        sure = {mention.term.key: (one, mention) for one, mention in named if _is_it(one, mention)}
        if len(sure) != 1:
            most = Counter(mention.term.key for _, mention in named).most_common(1)
            return "" if most[0][1] >= _OFTEN else None
        one, mention = next(iter(sure.values()))
        return one.raw(mention.start, mention.end)
    return None


def _diseases(told: Statement) -> list[Mention]:
    return [mention for mention in told.terms(TermKind.DISEASE) if is_one(mention.term)]


def _is_it(told: Statement, mention: Mention) -> bool:
    """Whether a sentence says that what it speaks of is a disease."""
    return bool(_IS_IT.search(told.seen(told.start, mention.start)))
