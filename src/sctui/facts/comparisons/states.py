"""How one thing fares in two places: `在甲模型中,细胞几乎完全缺失;而乙模型中,细胞仍部分存留`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.document import Line, Span
from sctui.model.fact import Fact, FactKind
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

_THINGS = (TermKind.CELL, TermKind.IMMUNE, TermKind.FACTOR, TermKind.PATHWAY, TermKind.PROCESS)
_IS = (
    r"(?:几乎|基本|完全|明显|显著|仍然?|均|部分|大量|大部分|少量|持续|严重|轻度|逐渐|依然|全部|也)*"
    r"(?:缺失|丧失|存留|保留|残留|存在|存活|减少|增多|增加|升高|上升|下降|降低|受损|正常|缺乏|耗竭|耗尽|消失|扩增|不变"
    r"|死亡|完整)(?:[但且并][^,;。]{2,16})?"
)
_ZH = re.compile(
    r"(?:^|[;。])在(?P<place>[^,;。]{2,24}?)(?:中|里|内|时|后|下)?,(?P<said>[^,;。]{4,30})(?:,[^;。]{2,40}?)?[,;]而在?"
    r"(?P<place2>[^,;。]{2,24}?)(?:中|里|内|时|后|下),(?P<said2>[^,;。]{4,36})(?=[,;。]|$)"
)
_IS_EN = (
    r"(?:(?:almost|nearly|completely|partly|still|largely|markedly|wholly) )*"
    r"(?:absent|lost|preserved|retained|reduced|increased|decreased|depleted|normal|unchanged|persist(?:s|ed)?"
    r"|intact"
    r"|disappear(?:s|ed)?|remain(?:s|ed)? (?:normal|unchanged|intact|present))"
)
_EN = re.compile(
    r"(?:^|[;.]\s)in (?P<place>[^,;.]{3,40}?), (?P<said>[^,;.]{3,50}?)(?:, [^;.]{2,50}?)?[,;] "
    r"(?:whereas|while|but) in (?P<place2>[^,;.]{3,40}?)(?:,| (?=(?:they|it|the|these)\b)) ?"
    r"(?P<said2>[a-z][^,;.]{2,60})(?=[,;.]|$)"
)
_SETS_AGAINST = re.compile(r"[,，;；]\s?(?:而|whereas in|while in|but in)")
_STATE = re.compile(rf"(?P<thing>[^,;。的是]{{2,14}}?)(?P<state>{_IS})")
_STATE_EN = re.compile(rf"(?P<thing>[^,;.]{{2,40}}?) (?:(?:is|are|was|were) )?(?P<state>{_IS_EN})")
_MODEL = re.compile(r"模型|诱导|鼠|\b(?:models?|mice|mouse|rats?)\b|-induced")
_INDUCED = re.compile(r"诱导的(?!.*(?:鼠|模型))[^的]{2,}$")
_BARE_MODEL = re.compile(r"(?P<by>[^的]{2,}?)模型$")
_SAME = re.compile(r"(?:they|it|the same cells|these cells)\b")


def find_states(line: Line, lexicon: Lexicon) -> Iterator[Fact]:
    """Facts of the slot `state-in`: the subject is the place, the measure the thing, the value how it fares.

    Both places must be models or diseases, and both clauses tell the state of a known thing.
    """
    if not _SETS_AGAINST.search(line.text):
        return
    view = match_view(line.text)
    for found in (_ZH if HAN.search(line.text) else _EN).finditer(view):
        places = [found.span("place"), found.span("place2")]
        if not all(_is_place(line.text[slice(*span)], lexicon) for span in places):
            continue
        first = _thing(line.text, found.span("said"), None, lexicon)
        second = _thing(line.text, found.span("said2"), first, lexicon)
        if first is None or second is None:
            continue
        names = [line.text[slice(*place)] for place in places]
        names[1] = _of_same_disease(names[1], names[0], lexicon)
        model = any(_MODEL.search(view[slice(*one)]) for one in places)
        for place, where, (name, left, right) in zip(places, names, (first, second), strict=True):
            yield Fact(
                FactKind.COMPARISON,
                "state-in",
                where,
                line.text[left:right],
                Span(line.number, place[0], right),
                Span(line.number, left, right),
                measure=name,
                flags=("preclinical",) if model else (),
            )


def _is_place(text: str, lexicon: Lexicon) -> bool:
    return bool(_MODEL.search(match_view(text)) or lexicon.of(TermKind.DISEASE).mentions(text))


def _of_same_disease(place: str, first: str, lexicon: Lexicon) -> str:
    """A model named by what makes it (`B模型`), as one of the disease of the first (`A诱导的结肠炎`)."""
    bare, induced = _BARE_MODEL.fullmatch(match_view(place)), _INDUCED.search(match_view(first))
    if bare is None or induced is None or lexicon.of(TermKind.DISEASE).mentions(place):
        return place
    end = bare.end("by")
    return f"{place[:end]}{first[induced.start() :]}{place[end:]}"


def _thing(
    text: str, span: tuple[int, int], first: tuple[str, int, int] | None, lexicon: Lexicon
) -> tuple[str, int, int] | None:
    """The known thing that a clause begins with, and where its state stands; None for any other clause."""
    view = match_view(text[slice(*span)])
    found = (_STATE if HAN.search(view) else _STATE_EN).fullmatch(view)
    if found is None:
        return None
    start, left = span[0], span[0] + found.start("state")
    name = text[start : start + len(found["thing"])]
    if first and (_SAME.fullmatch(found["thing"]) or first[0].endswith(name)):
        return first[0], left, span[1]
    named = lexicon.of(*_THINGS).mentions(name)
    return (name.removeprefix("the "), left, span[1]) if named and named[-1].end == len(name) else None
