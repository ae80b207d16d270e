"""What a document tells twice is asked once: a retelling is further proof for the question of the telling.

Figures are the same when value, unit and what was measured agree. So a figure of `clinical studies` that are
nobody's in particular is that of the study which the document names. A list tells again what one of the
same things tells that holds all its members.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sctui.decks.candidate import Candidate
from sctui.decks.cells import attribute, thing
from sctui.decks.identity import answer_key
from sctui.decks.results import FIGURES
from sctui.decks.rubric import Refusal
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.fact import Fact, FactKind
from sctui.text.enumeration import members
from sctui.text.match_view import match_view

# who did it, what they had been given and when: a retelling names these in its own way
_GIVEN = re.compile(
    r"(?:在?(?:接受|采用|使用|经过?))[^,的]{0,20}?(?:治疗|移植|输注|注射|疗法)(?:后|的)?,?|^.{0,16}?(?:可使|能使)"
    r"|在?(?:治疗|移植|输注|注射|给药)后,?"
)
_BRACKET = re.compile(r"[(（][^()（）]*[)）]")
_WHO = re.compile(r"[^,的和、]{0,8}?(?:患者|病人|参与者|受试者|女性)的?")
_LITTLE = re.compile(r"\([^()]*\)|\s|实现|获得|达到|得以|平均|均|都|也|了|血清|水平")
_TURN = re.compile(r"(?:显著|明显)?(?P<turn>提高|提升|增加|升高|上升|降低|下降|减少|恢复)(?P<to>至|到)?$")
_SAME_TURN = {"提升": "提高", "增加": "提高", "升高": "提高", "上升": "提高", "下降": "降低", "减少": "降低"}
_MERITS, _STRONG = "merits", "strong-in"  # of a thing, each told by a member of the answer
_EACH = (_MERITS, _STRONG)
_MERIT = re.compile("(?:主要|突出|核心)?(?:优势|优点)")
_PARTS = re.compile("[,，、;；和与及]")
AGAIN = "told more fully elsewhere"
_ANYWHERE = "differentiates"  # what cells become they become in every disease; two lists may differ by a name
_LIST = 2  # members
_RATHER = "rather"
_WAY, _IMPLIES = "via", "implies"
_AIM = re.compile("(?:哪些|哪[^？]种)[^？]*[\u3400-\u9fff]来(?P<aim>[^？(]+)")
_TURNED_SO = re.compile("功能|(?:得到|有所|获得)?(?:提升|改善|提高|增强|恢复|升高|下降|降低)$")
_LEAST = 2  # characters of what was measured that still name something


def retold(
    candidates: Sequence[Candidate], lexicon: Lexicon | None
) -> tuple[tuple[Candidate, ...], tuple[Refusal, ...]]:
    """The candidates; one that tells again what another of them tells has that one's question and answer.

    A gap cannot be asked in another sentence: one that tells again is refused.
    """
    asked: dict[int, Candidate] = {}
    other: set[int] = set()  # what answers differently what a fuller telling is asked for
    for key, group in _alike(candidates, lexicon).items():
        ranked = sorted(group, key=_told_best)
        for at, one in enumerate(ranked):
            first = next((other for other in ranked[:at] if _says(other, one, lexicon)), None)
            if first:
                asked[id(one)] = asked.get(id(first), first)
            elif at and key[0] == _STRONG:
                other.add(id(one))
    claimed = _claimed(candidates)
    also = {id(claim): found for claim, found in claimed.values()}
    parts = _parts(candidates) | set(claimed)
    kept: list[Candidate] = []
    refused: list[Refusal] = []
    for one in candidates:
        if id(one) in parts:
            refused.append(Refusal(AGAIN, one.fact.kind, one.questions[0].front, one.fact.evidence.line))
        elif id(one) in other:
            front = one.questions[0].front
            refused.append(Refusal("two answers", one.fact.kind, front, one.fact.evidence.line))
        elif id(one) not in asked:
            kept.append(replace(one, also=also[id(one)]) if id(one) in also else one)
        elif _is_gap(one) or _is_gap(asked[id(one)]):
            refused.append(Refusal(AGAIN, one.fact.kind, one.questions[0].front, one.fact.evidence.line))
        else:
            kept.append(replace(one, questions=asked[id(one)].questions))
    return tuple(kept), tuple(refused)


def _claimed(candidates: Sequence[Candidate]) -> dict[int, tuple[Candidate, tuple[Fact, ...]]]:
    """Sentences that say how a thing acts rather than otherwise, where a claim asks for the same.

    Each with that claim, and with what it would ask for, which the claim then asks for as well.
    """
    claims = {
        (one.fact.evidence.line, answer_key(one.fact.value)): one
        for one in candidates
        if one.fact.kind is FactKind.MECHANISM and not _is_gap(one)
    }
    told = ((one, (one.fact.evidence.line, answer_key(one.fact.value))) for one in candidates)
    return {
        id(one): (claims[key], one.found) for one, key in told if one.fact.slot == _RATHER and key in claims
    }


def _parts(candidates: Sequence[Candidate]) -> set[int]:
    """Gaps that hide a part of what is the answer to a question (`60岁以上`, of a definition that says it).

    A way of several deeds (`抑制A,减少B`) is asked besides by its gaps, each for one thing.
    """
    gaps: dict[int, list[Candidate]] = defaultdict(list)
    for one in candidates:
        if _is_gap(one):
            gaps[one.fact.evidence.line].append(one)
    return {
        id(gap)
        for one in candidates
        if not (_is_gap(one) or one.fact.study or len(one.fact.items) >= _LIST or one.fact.slot == _WAY)
        for fact in one.parts or (one.fact,)
        for gap in gaps.get(fact.evidence.line, ())
        if _is_part(gap.fact, fact)
    }


def _is_part(one: Fact, whole: Fact) -> bool:
    """Whether what is asked for stands within what another question asks for."""
    part, place = one.answer, whole.answer
    return (
        part is not None
        and place is not None
        and place.line == part.line
        and place.start <= part.start
        and part.end <= place.end
    )


def _is_gap(one: Candidate) -> bool:
    return one.questions[0].is_gap


def _alike(
    candidates: Sequence[Candidate], lexicon: Lexicon | None
) -> dict[tuple[str, ...], list[Candidate]]:
    """The candidates that could tell the same, by what is equal in both tellings."""
    groups: dict[tuple[str, ...], list[Candidate]] = defaultdict(list)
    for one in candidates:
        fact = one.fact
        if one.parts:
            continue
        if fact.kind in (FactKind.TRIAL, FactKind.FIGURE) and fact.slot in FIGURES and not _is_gap(one):
            groups[(*_sort(fact), answer_key(fact.value))].append(one)
        elif fact.kind is FactKind.COMPARISON and (sort := _sort_of_cell(fact)):
            groups[sort, _cells(fact.subject, lexicon)].append(one)
        elif fact.slot == "changes-how" and lexicon:
            named = sorted({mention.term.key for mention in lexicon.mentions(fact.subject)})
            groups[(*_sort(fact), *named, match_view(fact.value))].append(one)
        elif fact.slot == _IMPLIES:
            groups[(*_sort(fact), name_of(fact.subject.removesuffix("水平").strip(), lexicon))].append(one)
        elif fact.kind is FactKind.MECHANISM and len(fact.items) > 1:
            place = "" if fact.slot == _ANYWHERE else fact.context.split(" · ")[0]
            groups[(*_sort(fact), name_of(fact.subject, lexicon), place)].append(one)
    return groups


def _sort_of_cell(fact: Fact) -> str:
    """What a column or a sentence tells of a thing, where several can tell it: its source, its merits."""
    if attribute(fact) == "来源":
        return "cell"
    view = match_view(fact.measure)
    if fact.slot == "strong-in":
        return _STRONG
    return _MERITS if fact.slot == "advantages" or (fact.slot == "cell" and _MERIT.fullmatch(view)) else ""


def _merits(value: str) -> set[str]:
    """The merits that an answer tells, without what stands in brackets, and without `most`."""
    bare = _BRACKET.sub("", match_view(value))
    return {part.replace("最", "").replace("更", "").strip() for part in _PARTS.split(bare) if part.strip()}


def _cells(subject: str, lexicon: Lexicon | None) -> str:
    """The cells that a row or a sentence is about, by tissue, however they are written."""
    named = lexicon.of(TermKind.CELL, TermKind.SOURCE).mentions(_BRACKET.sub("", subject)) if lexicon else []
    tissues = [
        m.term.attributes.get("tissue") or (m.term.kind is TermKind.SOURCE and m.term.key) for m in named
    ]
    return next((str(tissue) for tissue in tissues if tissue), "") or thing(subject)


def _sort(fact: Fact) -> tuple[str, ...]:
    return (fact.kind.value, fact.slot, *sorted(fact.flags))


def _told_best(one: Candidate) -> tuple[int, int, int, int]:
    """The fullest telling, of a study with a name, is asked: the smallest comes first."""
    fact = one.fact
    of_nobody = fact.study is not None and fact.study.get("kind") == "loose"
    full = len(fact.items) or len(_measured(fact)[0])
    fullest = -len(_merits(fact.value)) if _sort_of_cell(fact) in _EACH else -full
    return (of_nobody, fullest, fact.evidence.line, fact.evidence.start)


def name_of(written: str, lexicon: Lexicon | None) -> str:
    """A thing however it is written: by the term that it names, else without what stands in brackets."""
    bare = _BRACKET.sub("", match_view(written)).strip()
    short = bare.removesuffix("通路").removesuffix("s")
    term = (lexicon.lookup(short) or lexicon.lookup(bare)) if lexicon else None
    return term.key if term else short


def _says(one: Candidate, other: Candidate, lexicon: Lexicon | None) -> bool:
    """Whether a telling holds all that another tells, and speaks of the same study or of none by name."""
    a, b = one.fact, other.fact
    if a.kind is FactKind.COMPARISON and _sort_of_cell(a) not in _EACH:
        return {match_view(one) for one in members(a.value)} == {match_view(one) for one in members(b.value)}
    if a.kind is FactKind.COMPARISON:
        return all(any(merit in other for other in _merits(a.value)) for merit in _merits(b.value))
    if a.slot == "changes-how":
        return True
    if a.kind is FactKind.MECHANISM:
        implied = _TURNED_SO.sub("", match_view(b.value)) in match_view(a.value)
        return implied if a.slot == _IMPLIES else _holds(one, other, lexicon)
    if a.study and b.study and a.study.key != b.study.key and b.study.get("kind") != "loose":
        return False
    (what, turn), (what_b, turn_b) = _measured(a), _measured(b)
    return turn == turn_b and bool(what_b) and what_b <= what


def _holds(one: Candidate, other: Candidate, lexicon: Lexicon | None) -> bool:
    """Whether the list that one asks for, or for a part of, has all members of the other's."""
    if one.origin is not None and one.origin is other.origin:
        return False  # two gaps of one list
    if _aim(other) and _aim(other) != _aim(one):
        return False
    lists = (one.origin or one.fact, other.fact)
    held, asked = ({name_of(item, lexicon) for item in fact.items} for fact in lists)
    nearly = one.fact.slot == _ANYWHERE and len(asked) == len(held) and 2 * len(asked & held) > len(held)
    return asked <= held or nearly


def _aim(one: Candidate) -> str:
    """What a question says that the things are for which it asks for."""
    found = _AIM.search(match_view(one.questions[0].front))
    return found["aim"] if found else ""


def _measured(fact: Fact) -> tuple[frozenset[str], str]:
    """What was measured, one by one, and which way it went."""
    view = match_view(fact.measure)
    for idle in (_GIVEN, _WHO, _LITTLE):
        view = idle.sub("", view)
    found = _TURN.search(view)
    turn = _SAME_TURN.get(found["turn"], found["turn"]) + (found["to"] or "") if found else ""
    named = members(view[: found.start()] if found and found.start() >= _LEAST else view)
    return frozenset(one for one in named if len(one) >= _LEAST), turn
