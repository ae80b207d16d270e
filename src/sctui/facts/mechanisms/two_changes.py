"""`使A减少而B增加`: what a clause, or it and the one behind it, says that two things become."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.mechanisms.claim import Claim
from sctui.facts.mechanisms.fitting import HEDGE, evidence
from sctui.facts.mechanisms.noun_phrase import is_noun_phrase, trimmed
from sctui.facts.mechanisms.passage import Passage
from sctui.facts.mechanisms.speaker import Speaker, find_subject

_BECOMES = (
    r"(?:也|均|都|则|得到|有所|明显|显著|大幅|逐渐)*"
    r"(?:减少|降低|下降|减低|下调|增加|增多|升高|上升|提高|上调|增强|减弱|缩小|缩短|延长|改善|活化|激活|凋亡)"
)
_TWO = re.compile(
    rf"(?<![促致即驱假])(?:使得?|令|让)(?!用)(?P<a>[^,;。]{{2,24}}?)(?P<x>{_BECOMES})(?:、|\s?而|并|同时|,\s?(?:而|同时|并)?)\s?(?:使得?)?"
    rf"(?P<b>[^,;。使]{{2,24}}?)(?P<y>{_BECOMES})(?=[,;。]|$)"
)


def read_two_changes(passage: Passage, speaker: Speaker, start: int, end: int) -> Iterator[Claim]:
    """The two claims, each asked in the whole; none where one of the things has no name."""
    found = (
        _TWO.search(passage.view, start)
        if "使" in passage.view[start:end] or "让" in passage.view[start:end]
        else None
    )
    if found is None or not start <= found.start() < end:
        return
    places = [trimmed(passage.view, *found.span(name)) for name in "ab"]
    if not all(is_noun_phrase(passage, *place) and passage.entities(*place) for place in places):
        return
    if any(passage.actions(*place) for place in places):
        return
    subject = find_subject(passage, speaker, start, found.start())
    if not subject.subject:
        return
    proof = evidence(passage, speaker, subject, found.start(), (places[0][0], found.end()), found.end())
    flags = ("hedged",) if HEDGE.search(passage.view, min(start, proof[0]), places[0][0]) else ()
    for place, change in zip(places, "xy", strict=True):
        if proof[0] <= place[0] and place[1] <= proof[1]:
            yield Claim("changes", subject.subject, place, proof, found[change], (), flags)
