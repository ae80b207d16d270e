"""Where one study ends: another report's parts, the next of several, a paragraph on several of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sctui.facts.trials.another import is_said
from sctui.facts.trials.frame import Frame
from sctui.facts.trials.names import names
from sctui.facts.trials.of_others import are_kin, is_one
from sctui.facts.trials.parts import above_parts, begins_report, heads_part, is_labelled
from sctui.facts.trials.phrases import cell_phrases
from sctui.facts.trials.setting import LANDS
from sctui.facts.trials.statement import Statement
from sctui.facts.trials.treatment import conditions
from sctui.lexicon.term import TermKind
from sctui.text.quantity import QuantityKind

# `the second is from Korea`, of several that were announced; no second dose, group or endpoint
_NEXT = re.compile(
    r"(?:and )?the (?:second|third|fourth|fifth|other|next|last)(?: (?:trial|study|one))?,?"
    r" (?:is|was|comes?|came|called|named)\b(?! (?:given|infused|injected|administered|the same))"
    r"|(?:而|至于|再看)?第[二三四五][个项篇]\s?(?:研究|试验|叫|是|来自|名为|则?由)"
)
_ALONE = re.compile(r"单臂|单组|无对照|没有对照|病例系列|\b(?:single-arm|uncontrolled|case series)\b")
_COMPARED = re.compile(
    r"随机|双盲|对照组|安慰剂|(?<!无)(?<!没有)对照|\b(?:randomi[sz]ed|placebo|sham|controlled)\b"
)

_TAKEN_IN = re.compile(
    r"纳入|入组|收案|收治|招募|入选|\b(?:enrolled|recruited|followed|included|treated|randomi[sz]ed)\b"
)
_OF_THEM = re.compile(
    r"其中|其余|该|(?<![一两二三四五六])组(?!织)"
    r"|\b(?:of (?:these|them|whom)|the other|remaining|(?<!'s )groups?|arms?|controls?)\b"
)
# `南方团队的24例`, `相比之下,美国的试验有61名`, `印度后来做了120名`: others did it
_TEAM = re.compile(
    r"(?<![该本])(?P<who>[一-鿿]{2,8}?(?:团队|课题组|医院|医学院|大学|诊所))(?=的|也|则|在|报告|治|收|纳|给|对)"
    rf"|(?:^|[,。;:])(?:而|但)?(?P<land>(?:{LANDS}|国外|海外|欧洲|欧美)的?(?:一项)?(?:研究|试验))(?=则?(?:有|共|纳|收|招|入))"
    rf"|(?:^|[,。;:])(?:而|但)?(?P<country>{LANDS})(?=(?:后来|也|则|曾)?(?:做|治|收|招|试|纳)[了过]?)"
    r"|(?P<alone>(?:研究|试验)(?:只有|仅有|有)一[个项])"
    r"|^(?P<contrast>相[比较]之下|与之相比|反观|(?:by|in) contrast\b)"
)
_TEAM_EN = re.compile(r"\b[A-Z][a-z]+(?:'s|’s)? (?:team|group|cent(?:er|re)|hospital|university|lab)\b")
_OURS = re.compile("研究团队|^研究|本院|我院|[该此本]|我们|治疗|由|[与和]|联合|临床|随机|对照")


def is_of_other_report(statement: Statement, study: Frame) -> bool:
    """Whether a part of a report (`Methods: …`) is not of the report that a study is told in.

    It stands under another title, or begins anew behind results.
    """
    if not (is_labelled(statement) or any(map(heads_part, statement.section))):
        return False
    mine, theirs = above_parts(statement.section), above_parts(study.section)
    apart = mine[: len(theirs)] != theirs and theirs[: len(mine)] != mine
    return apart or begins_report(statement, study.statements)


def goes_on_with_report(statement: Statement, study: Frame) -> bool:
    """Whether a part of a report (`Conclusion: …`) is of the one that a study is told in."""
    if not is_labelled(statement) or begins_report(statement, study.statements):
        return False
    return bool(statement.section) and above_parts(statement.section) == above_parts(study.section)


def tells_next(statement: Statement) -> bool:
    """Whether a sentence turns to the next of several studies (`The second is …, called X.`)."""
    if not _NEXT.match(statement.view):
        return False
    return statement.first or any(names(statement))


def is_designed_otherwise(statement: Statement, study: Sequence[Statement]) -> bool:
    """Whether a sentence counts others than a study that had controls, who had none (`9例单臂`)."""
    if not _ALONE.search(statement.view) or _COMPARED.search(statement.view):
        return False
    mine = [q.low for q in statement.counted(QuantityKind.PEOPLE) if q.low]
    theirs = {q.low for one in study for q in one.counted(QuantityKind.PEOPLE)}
    return bool(mine) and mine[0] not in theirs and any(_COMPARED.search(one.view) for one in study)


def several_in(line: Iterable[Statement], known: Iterable[str]) -> frozenset[str]:
    """The names of studies told before that a paragraph speaks of, if it speaks of several."""
    views = [one.view for one in line]
    said = frozenset(name for name in known if any(is_said(name, view) for view in views))
    return said if len(said) > 1 else frozenset()


def counts_others(statement: Statement, study: Sequence[Statement]) -> bool:
    """Whether a sentence counts people who have something else than those of a study, or others' patients."""
    mine = [q.low for q in statement.counted(QuantityKind.PEOPLE) if q.low]
    theirs = {q.low for one in study for q in one.counted(QuantityKind.PEOPLE)}
    if not mine or not theirs or mine[0] in theirs or _OF_THEM.search(statement.view):
        return False
    return _is_of_other_team(statement, study) or _have_something_else(statement, study)


def _is_of_other_team(statement: Statement, study: Sequence[Statement]) -> bool:
    """Whether a sentence names who did it, whom a study has not named."""
    team = _TEAM.search(statement.view) or _TEAM_EN.search(statement.text)
    if team is None or (team.re is _TEAM and team["who"] and _OURS.search(team["who"])):
        return False
    if team.re is _TEAM and (team["alone"] or team["contrast"]):
        return True
    return not any(team[0] in one.view or team[0] in one.text for one in study)


def _have_something_else(statement: Statement, study: Sequence[Statement]) -> bool:
    """Whether people who were taken in, or given cells, have a disease that no sentence of a study names."""
    given = any(not phrase.drug for phrase in cell_phrases(statement))
    if not given and not _TAKEN_IN.search(statement.view):
        return False
    mine = {
        mention.term.key
        for found in conditions(statement)
        if found.slot == "condition" and not found.label
        for mention in statement.terms(TermKind.DISEASE)
        if found.start <= mention.start < found.end and is_one(mention.term)
    }
    theirs = {m.term.key for one in study for m in one.terms(TermKind.DISEASE) if is_one(m.term)}
    return bool(mine and theirs) and not any(are_kin(a, b) for a in mine for b in theirs)
