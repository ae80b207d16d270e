"""What a study concluded of its treatment in words, and how safe that was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.trials.changes import ASSOCIATED, LEAD, NOT_RESULT, hedged, proof
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.text import literal
from sctui.text.sentence import Piece

_VERDICT = re.compile(
    r"(?P<v>(?:有效性?|安全性?|可行性?|耐受性?)(?:(?:且|、|和|与|及|又|,|并且)\s?(?:是|均)?(?:有效性?"
    r"|安全性?|可行性?|耐受性?良好|(?:具有)?良好的耐受性))+|安全有效|耐受性?良好|安全性良好|疗效确切"
    r"|(?<=是)(?:安全|有效)(?=的))(?:的)?"
)
_ADVERSE = (
    r"(?:不良(?:反应|事件|后果)|副作用|并发症|排斥(?:反应)?|毒性(?:反应)?|过敏反应|感染|死亡"
    r"|住院治疗|输注反应|安全性问题|<:harm>)"
)
_NONE = (
    rf"(?:没有|未|无(?!关|效)|并未|均未|并无|未再)(?:再)?(?:观察到?|出现|发现|发生|报告|见到?|引起|产生|检测到"
    rf"|记录到)?[^,。;]{{0,26}}?{_ADVERSE}[^,。;]{{0,12}}$"
)
_OCCURRED = (
    rf"(?:出现|发生|引发|引起|报告|包括|可能出现|观察到)了?(?P<what>[^,。;]{{0,24}}?(?:发热|低热|发烧|寒战|皮疹|瘙痒|头痛|头晕|腹痛|乏力|血肿"
    rf"|关节痛|疼痛|恶心|呕吐|感染|腹泻|肿胀|{_ADVERSE})[^,。;]{{0,10}})$"
)
_OF_ARM = re.compile(
    "(?<![两各三每])(?:治疗|细胞|试验|实验|对照|安慰剂|移植|观察|[高低中]剂量)组(?!织)[^,]{0,6}$"
)
_WITHIN = re.compile(r"(?:\d+|[一二两三四五六七八九十半]+)\s?个?(?:年|月|周|天)内(?:均|都)?$")
_CAME = re.compile(  # `注射后72小时内出现`
    r"在?(?P<after>(?:注射|输注|移植|治疗|给药|植入|手术|术)后)(?:的?第?)(?P<when>\d+\s?(?:小时|天|周|日|分钟)(?:[之以]?内)?)"
    r"(?:即|就|便|才|会|可)?(?:出现|发生)了?$"
)
_EASED = re.compile(
    r"(?:均|都|多|大多)?(?:经过?|通过|予以?|给予)(?P<by>(?!对症|处理|治疗)[^,。;\d后]{2,14}?)(?:治疗)?"
    r"(?:后|即可|就|便|可|均|都|能|很快)*(?:自行|完全|逐渐)?(?:缓解|消退|消失|控制|好转|痊愈)"
)
_SAYS_NONE = re.compile("(?:不|未|无|没有)$")
_GENERIC = re.compile("(?:一些|部分|少数|轻微的?|任何)?(?:不良(?:反应|事件)|副作用|并发症|安全性问题)")
_OF_OTHER_CARE = re.compile("(?:常规|原有|其他|既往|传统|原来)的?(?:药物|治疗|用药|疗法)")
# what the patients have, or had before they were treated; not what befell them
_OF_ILLNESS = re.compile(
    r"^(?!.*(?:不良|副作用|副反应|并发症|毒性)).*(?:症状|体征|改善|缓解|好转|适应症)[^,。;]{0,6},?[^,。;]{0,4}包括"
)


def conclusions(statement: Statement) -> Iterator[Found]:
    """Verdicts (`安全且有效`) and associations (`X与Y相关`)."""
    for match in _VERDICT.finditer(statement.view):
        start, end = statement.start + match.start("v"), statement.start + match.end("v")
        clause = statement.clause_at(start)
        if literal.search(
            r"评估|探讨|提高|旨在|验证|研究.{0,20}的$|以验证|需要|长期$", statement.seen(clause.start, start)
        ) or literal.match(r"(?:的)?(?:问题|仍|有待|数据|需)", statement.seen(end, statement.end)):
            continue
        noun = match["v"].endswith("性")  # `shows its efficacy and safety` names what was shown
        surely = hedged("", statement.seen(statement.start, clause.end))
        yield Found(
            "proved" if noun else "verdict", start, end, evidence=proof(statement, clause), flags=surely
        )
    for clause in statement.clauses:
        related = ASSOCIATED.search(clause.text)
        if related and not NOT_RESULT.search(clause.text):
            lead = LEAD.match(clause.text)
            start = clause.start + max(related.start("what"), lead.end() if lead else 0)
            yield Found(
                "conclusion", start, clause.start + related.end("what"), evidence=proof(statement, clause)
            )


def safety(statement: Statement) -> Iterator[Found]:
    """Adverse events that were not seen, with the negation, and those that were."""
    for clause in statement.clauses:
        none = statement.words.pattern(_NONE).search(clause.text)
        if none and not literal.search(r"尚无|还没有", clause.text):
            start, end = clause.start + none.start(), clause.start + none.end()
            if _OF_ARM.search(clause.text[: none.start()]):
                continue  # of one arm, as the question would not say
            within = _WITHIN.search(clause.text[: none.start()])
            start -= len(within[0]) if within else 0  # for how long nothing happened belongs to it
            yield Found("safety", start, end, evidence=proof(statement, clause), flags=("negated",))
            continue
        seen = statement.words.pattern(_OCCURRED).search(clause.text)
        if seen and (_SAYS_NONE.search(clause.text[: seen.start()]) or _GENERIC.fullmatch(seen["what"])):
            continue
        if seen and (seen["what"].startswith("的") or _OF_OTHER_CARE.search(seen["what"])):
            continue  # `观察到的X`: what was seen is not told in this clause; or it came of other drugs
        if (
            seen
            and seen[0].startswith("包括")
            and _OF_ILLNESS.search(statement.seen(statement.start, clause.end))
        ):
            continue  # `症状改善,包括头痛`: what they had before
        if seen and not literal.search(r"避免|降低|减少|预防|标准|入组|治疗前|历史", clause.text):
            yield Found(
                "adverse",
                clause.start + seen.start("what"),
                clause.start + seen.end("what"),
                evidence=proof(statement, clause),
                flags=hedged(clause.text),
            )
            yield from _course(statement, clause, clause.start + seen.start("what"))


def _course(statement: Statement, clause: Piece, start: int) -> Iterator[Found]:
    """When an adverse event that begins at a column came, and what it was relieved by."""
    event = statement.raw(start, clause.end).strip()
    came = _CAME.search(statement.seen(clause.start, start))
    if came:
        first, last = (clause.start + at for at in came.span("when"))
        after = statement.raw(clause.start + came.start("after"), clause.start + came.end("after"))
        yield Found("onset", first, last, after, subject=event, evidence=(clause.start, clause.end))
    behind = next((one for one in statement.clauses if one.start >= clause.end), None)
    eased = _EASED.match(behind.text) if behind else None
    if behind and eased:
        first, last = (behind.start + at for at in eased.span("by"))
        yield Found("relief", first, last, subject=event, evidence=(clause.start, behind.end))
