"""Trying the fixed forms on a clause, and choosing how much of the sentence proves a claim."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from sctui.facts.mechanisms.claim import Claim
from sctui.facts.mechanisms.forms import Form, forms_in
from sctui.facts.mechanisms.noun_phrase import is_noun_phrase, trimmed
from sctui.facts.mechanisms.passage import Passage
from sctui.facts.mechanisms.speaker import Found, Speaker, find_subject
from sctui.facts.mechanisms.state_checks import fits_state, turn_to_state
from sctui.lexicon.term import TermKind
from sctui.text.enumeration import members
from sctui.text.match_view import match_view
from sctui.text.reading_length import length

HEDGE = re.compile(r"可能|或许|有望|潜在|似乎|推测|潜力")
_POINTS = re.compile(r"[这该它其]|第[一二三四五六],|[前后]者|那些|上述|(?<![以因由从])此(?!外)")
_VERBAL = {
    "divided",
    "pathology",
    "harms",
    "achieves",
    "implies",
    "changes-how",
    "undergoes",
}  # the answer is a verb with its object
_OF_CLASS, _IS_ONE = {"found-in", "origin"}, re.compile("是一[种类群个组]")
_ONE_THAT = re.compile("一[种类群](?:具有|具备|拥有)")
_LONGEST = 52  # characters of evidence that still make a question
_LONGEST_READ = 46  # how long it may be to read, where it has long names
_TELLING = 12  # characters around a gap that tell which claim is meant
_FIGURE = re.compile(r"\s*\((?:图|表)\d+\)$")
_THIS_ALONE = re.compile(r"[这此](?![种类些一个项疾病])")
_THOUGH, _YET = re.compile("虽(?:然|说)?|尽管"), re.compile("[,;] ?(?:但是?|却|然而|不过|可是|仍)")
_BY = re.compile(r"[通透]过|借助|利用|经由|[藉借]由")
# `清除巨噬细胞后,MSC的作用消失,说明…`: so it is only then
_WITHOUT = re.compile(
    r"(?:^|[,;。:]\s?)(?P<c>[^,;。]{0,14}(?:清除|敲除|去除|剔除|阻断|中和|敲低|沉默|耗竭)[^,;。]{1,16}[后时],\s?)$"
)
_ROUSED = re.compile("(?:过度|异常|持续)?(?:活化|激活|磷酸化)")  # of things that have a name
_TWO_CHANGES = re.compile("(?:凋亡|升高|降低|减少|增加|增多|下降|激活)[、和与及]")
_NO_NOUN = ("治疗", "临床", "有")
_NEVER = re.compile("不|未|没|无法|难以|很少|极少|罕")
_USED = re.compile("借助|利用|使用")  # by whoever uses them
# the deed right behind it, or another one that is joined to the first
_BY_WAY = re.compile(
    r"(?:[通透]过|借助|利用)(?:[^,;。]{4,24}(?:[和与及并或、]|以及)(?:抑制|促进|激活|调[控节]|减少|增加|改善|修复|上调|下调))?[^,;。]{0,4}$"
)
_OF_SOME = re.compile("[通透]过(?:低|异常)表达")  # whose, is not told
_NOT_SAID = re.compile(
    r"\d+(?:\.\d+)?\s*%|\d+\s*(?:名|例)|希望|思路|前景|价值|如果|但|然而|可是|不过|只是|而非|因此|所以|因为|疗效|研究|焦点"
)


def evidence(
    passage: Passage, speaker: Speaker, subject: Found, verb: int, value: tuple[int, int], end: int
) -> tuple[int, int]:
    """What proves a claim: from where the sentence names the subject, when that is short enough to be asked.

    Else with the clause before it; else the clause; and when that is too long, the verb and its object. What
    leaves too little around the answer goes on to the clause that follows, for it tells the effect.
    """
    start, stop = _around(passage, speaker, subject, verb, value, end)
    figure = _FIGURE.search(passage.view, value[1], stop)
    if figure:
        return start, figure.start()
    names = [passage.view[m.start : m.end] for m in passage.entities(*value)]
    names.append(passage.view[slice(*value)])
    for following in speaker.ends[bisect_right(speaker.ends, stop) :][:_LONGEST]:
        left = stop - start - (value[1] - value[0])
        yields = _THOUGH.search(passage.view, start, stop) and _YET.match(passage.view, stop)
        if yields and _is_short(passage, start, following):
            return start, following  # `虽能增加A,但…`: half of a sentence says something else
        if left >= _TELLING and not _BY_WAY.search(passage.view, start, value[0]):
            break
        more = passage.view[stop:following]
        short = _is_short(passage, start, following)
        if not short or _POINTS.search(more) or _NOT_SAID.search(more) or any(name in more for name in names):
            break
        stop = following
        if _BY_WAY.search(passage.view, start, value[0]):
            break
    return start, stop


def _names_another(passage: Passage, start: int, end: int) -> bool:
    """Whether the clause before tells of something of its own: a thing stands before its verb."""
    verbs = passage.actions(start, end) if start >= 0 else []
    verbs = [verb for verb in verbs if not passage.view.startswith("的", verb.end)]  # `活化的T细胞`
    things = passage.entities(start, verbs[0].start) if verbs else []
    return bool(things) and not _BY.search(passage.view, start, things[0].start)


def _is_short(passage: Passage, start: int, end: int) -> bool:
    """Whether what stands between two columns is short enough to be asked; long names are read quickly."""
    return end - start <= _LONGEST or length(passage.view[start:end]) <= _LONGEST_READ


def _around(
    passage: Passage, speaker: Speaker, subject: Found, verb: int, value: tuple[int, int], end: int
) -> tuple[int, int]:
    for start in (speaker.said, speaker.before):
        fits = 0 <= start < subject.start and _is_short(passage, start, end)
        own = match_view(subject.subject) in passage.view[max(0, start) : subject.start]
        if not own and _names_another(passage, start, subject.start):
            continue
        said = passage.view[start:end] if fits else ""
        if fits and not (_POINTS.search(said) or _OF_SOME.search(said)):
            return start, end
    if _is_short(passage, subject.start, end):
        return min(subject.start, value[0]), end
    if _is_short(passage, subject.start, value[1]):
        return min(subject.start, value[0]), value[1]
    return min(verb, value[0]), value[1]


def listed(found: tuple[str, ...]) -> tuple[str, ...]:
    """The members, when there is more than one."""
    return found if len(found) > 1 else ()


def read_forms(passage: Passage, speaker: Speaker, start: int, end: int) -> Iterator[Claim]:
    """The claim of the first form that fits the clause, or none."""
    view = passage.view[start:end]
    for form in forms_in(view):
        found = form.pattern.search(view)
        if found is None:
            continue
        before = (speaker.subject, speaker.said)
        claim = _claim(passage, speaker, form, found, start, end)
        if claim:
            yield claim
            return
        speaker.subject, speaker.said = before


def _claim(
    passage: Passage, speaker: Speaker, form: Form, found: re.Match[str], start: int, end: int
) -> Claim | None:
    line = passage.line.text
    before = speaker.said
    left, _ = trimmed(passage.view, start + found.start("v"), start + found.end("v"))
    right = start + (found.end("m") if form.slot == "property" and _adjoins(found) else found.end("v"))
    measure = ""
    if found.groupdict().get("m"):
        measure = line[start + found.start("m") : start + found.end("m")].removeprefix("的")
    if form.slot == "kinds":
        subject = Found(measure, start, named=True)
    else:
        subject = find_subject(passage, speaker, start, start + max(found.end("s"), found.start()))
        if form.disease and _THIS_ALONE.match(passage.view, start):
            return None  # `这可能是由于…`: what was said before, and no disease
        if form.disease and not subject.named and not is_disease(passage, subject.subject):
            subject = Found(speaker.disease or passage.disease, subject.start, named=False)
    if not _fits(passage, form, subject.subject, left, right):
        return None
    if _is_cut_out(passage, form, (start, start + found.end("s"), start + found.start("v")), left):
        return None
    if (not subject.named or form.slot == "becomes") and _is_another_deed(
        passage, form, subject, start, start + found.start()
    ):
        return None
    if subject.named:
        speaker.say(form.slot, subject.subject)
    turn_to_state(passage, speaker, form.slot, subject, (left, right))
    if form.slot == "secretes":
        speaker.subject = speaker.factors = line[left:right]
        speaker.said = -1
    told = start + found.end() if form.slot == "cause" else left  # `A、B都可能导致该病`
    flags = ("hedged",) if HEDGE.search(passage.view, start, told) else ()
    verb = start + max(found.start(), found.end("s"))
    if form.slot == "implies" and not 0 <= speaker.said < start:
        return None  # what implies it is not known
    proof = evidence(passage, speaker, subject, verb, (left, start + found.end()), end)
    proof = _told_as(form, proof, (left, start + found.end()), (speaker.said, before, start))
    if form.slot == "implies":
        taken = _WITHOUT.search(passage.view, 0, proof[0])
        proof = (taken.start("c") if taken else proof[0]), proof[1]
    return Claim(
        form.slot, subject.subject, (left, right), proof, measure, listed(members(line[left:right])), flags
    )


def _is_cut_out(passage: Passage, form: Form, places: tuple[int, int, int], left: int) -> bool:
    """Whether a form has found but a part of what the clause says, in the midst of something longer.

    `分化为具有…的细胞`, `拥有可以转变成…的能力`: the verb tells it; `是一种存在于A中的B`: all of it says what
    the thing is. `places` are where the clause begins, its subject ends, and the answer begins.
    """
    start, end, value = places
    if form.slot in _OF_CLASS:
        return bool(_IS_ONE.search(passage.view, start, left))
    return form.slot == "property" and bool(
        passage.actions(start, end)
        or passage.view[left] in "可能会"
        or _ONE_THAT.search(passage.view, start, value)
    )


def _is_another_deed(passage: Passage, form: Form, subject: Found, start: int, at: int) -> bool:
    """Whether it is not who is spoken of that does it, for the clause names nobody.

    `B细胞产生抗体,直接损伤X`: the antibodies do; `利用外泌体将A递送至B`: whoever uses them.
    """
    if form.slot == "becomes":
        return bool(_NEVER.search(passage.view, start, at) or passage.actions(start, at))
    if form.slot == "carries":
        return bool(_USED.search(passage.view, start, at))
    return form.slot == "damages" and subject.start <= start


def _told_as(
    form: Form, proof: tuple[int, int], told: tuple[int, int], places: tuple[int, int, int]
) -> tuple[int, int]:
    """What proves a claim of a form that is told in its own way.

    Args:
        form: which one.
        proof: what would prove the claim of any other.
        told: where its answer begins, and where what the form matched ends.
        places: where the subject is named, and the one before it (-1 for nowhere); where the clause begins.
    """
    said, before, start = places
    if form.slot == "implies":
        return said, told[1]  # with what was taken out before, see `_claim`
    if form.slot == "changes-how" and 0 <= before < start and told[1] - before <= _LONGEST:
        return before, told[1]  # `MSC治疗可提高A, B显著恢复`: who made it so
    return proof


def _adjoins(found: re.Match[str]) -> bool:
    """Whether the class of a property (`抗炎作用`) belongs to its name: nothing like `等` stands between."""
    return bool(found["m"]) and found.start("m") == found.end("v")


def _fits(passage: Passage, form: Form, subject: str, left: int, right: int) -> bool:
    named = form.slot in _VERBAL or is_noun_phrase(passage, left, right)
    if not subject or not named or (form.disease and not is_disease(passage, subject)):
        return False
    match form.slot:
        case "carries":
            return _is_cargo(passage, left, right)
        case "becomes":
            return _is_cell(passage, left, right) and not _names_stem_cells(passage, subject)
        case "changes":
            plain = not form.noun or not passage.view[left:right].startswith(_NO_NOUN)
            deeds = passage.actions(left, right)
            does = any(one.end < right and not passage.view.startswith("的", one.end) for one in deeds)
            does |= bool(_ROUSED.match(passage.view, right)) and not fits_state(
                passage, "roused", "", (left, right)
            )
            return plain and not (does or _TWO_CHANGES.search(passage.view, left, right))
        case "kinds":
            return _are_kinds(passage, left, right)
        case _:
            plain = not form.noun or not passage.view[left:right].startswith(_NO_NOUN)
            return plain and fits_state(passage, form.slot, subject, (left, right))


def _are_kinds(passage: Passage, left: int, right: int) -> bool:
    """Whether a list is of known cells, diseases or molecules."""
    kinds = {TermKind.CELL, TermKind.DISEASE, TermKind.FACTOR}
    names = members(passage.line.text[left:right])
    found = [m for m in passage.entities(left, right) if m.term.kind in kinds]
    return len(names) > 1 and len(found) >= len(names)


def _is_cell(passage: Passage, left: int, right: int) -> bool:
    """Whether what something turns into is a kind of cells."""
    last = passage.entities(left, right)[-1:]
    return bool(last) and last[0].end == right and last[0].term.kind in {TermKind.CELL, TermKind.IMMUNE}


def _names_stem_cells(passage: Passage, subject: str) -> bool:
    """Whether a name is of cells that are given: what they become is told by other words, or denied."""
    return any(TermKind.CELL in kinds for name, kinds in passage.kinds.items() if name in subject)


def _is_cargo(passage: Passage, left: int, right: int) -> bool:
    """Whether what is handed on is a molecule or a part of a cell, and no cells that are given to someone."""
    kinds = {mention.term.kind for mention in passage.entities(left, right)}
    known = TermKind.FACTOR in kinds or passage.words.pattern("<:cargo.zh>").search(passage.view, left, right)
    return bool(known) and TermKind.CELL not in kinds


def is_disease(passage: Passage, subject: str) -> bool:
    """Whether a subject names a disease of the passage or of its headings."""
    return bool(subject) and (
        subject == passage.disease or any(disease in subject for disease in passage.diseases)
    )
