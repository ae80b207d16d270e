"""Claims on a therapy that no study stands behind: what it is meant for, and its risks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from sctui.facts.trials.developers import developers
from sctui.facts.trials.phrases import cell_phrases
from sctui.facts.trials.statement import Statement
from sctui.lexicon.term import TermKind
from sctui.model.fact import Fact, FactKind
from sctui.text import literal
from sctui.text.match_view import match_view
from sctui.text.sentence import Piece

_MEANT = re.compile(
    r"(?:特别|尤其|主要|最)?适用于(?:治疗)?(?P<what>[^。;“”]{4,70}?)(?:等(?:疾病|多种疾病|病症|患者)"
    r"|的患者|[。;]|$)"
    r"|适应[症证](?:为|是|包括|:)\s?“?(?P<b>(?![^。;]{0,12}(?:可|能|改善|治疗))[^“”。;]{4,60}?)(?:[”。;]|$)"
)
_RISKS = re.compile(
    r"(?:相关|主要|潜在)?(?:风险|并发症|副作用|不良反应|不良事件)(?:[,，]?(?:主要)?包括|主要(?:有|是"
    r"|为))(?!:$)"
    r"(?P<what>[^。;:]{4,60}?)(?:等|[。;]|$)"
)
_HAZARD = re.compile(
    r"^(?P<who>[^,。;:]{2,30}?)?(?P<may>可能|可|会|有可能)(?:会)?(?P<verb>引发|导致|引起|引入|造成|诱发|出现|发生"
    r"|增加)(?P<what>[^,。;]{2,40})$"
)
_BARE_GIVING = re.compile(  # the cells that are meant stand behind `whose`
    "(?P<whose>异体|自体|同种异体|异基因)(?:移植|输注|注射)"
    "|(?P<given>(?:静脉|动脉|鞘内|局部|关节腔内?|反复|多次|大量)*(?:输注|注射|移植|给予)(?:过?[高大低多]量?剂?量?的?)?)细胞"
)
# what comes of it in turn: `可能导致A,引发B`
_IN_TURN = re.compile(r"(?:[并且]|进而|从而|甚至|继而|随之)*(?:引发|导致|引起|造成|诱发)[^,。;]{2,20}")
_MAKERS_TRIAL = (
    r"(?:(?<![一-鿿])|(?<=[如由及和与]))(?P<maker>(?![如由及和与])[一-鿿]{2,10}?(?:生物|公司|药业|制药|医药|医疗|集团|<:agent.zh>))的"
    r"(?P<phase>(?:iv|i{1,3}|[1-4一二三四])(?:[/-](?:i{1,3}|[1-4]))?\s?期)的?(?:临床)?试验"
)
# `X针对甲病和乙病推进临床研究`: what a product is being tried in
_TRIED_IN = re.compile(
    r"(?:同时|目前|现|正在?|已|分别|还|将)*(?:针对|围绕)(?P<what>[^,。;“”]{2,40}?)"
    r"(?:[这两三四多]?[大个项种类]*(?:适应[症证]|疾病))?(?:推进|开展|进行|启动)(?:了|着)?"
    r"(?:[^,。;]{0,8}期)?(?:的)?(?:临床|注册)(?:研究|试验)"
)
_MAKER = re.compile(r"(?:^|[,:])(?P<maker>[^,。;:的\d]{2,16}的)$")
_YEAR_IN_FRONT = re.compile(r"^(?:(?:19|20)\d\d)年?(?:\d{1,2}月)?(?=,)")
_DANGER = re.compile(r"风险|副作用|不良|安全|并发症|隐患|警讯|挑战")
_NOBODY = re.compile("[这该其它如因]|由于|(?:甚至|而且|并且?|同时|还|也|更|往往|通常|一般|进而|从而)$")
_THIS = re.compile("(?:(?<![使令让])[这它其此]|后者|前者)(?:只|仅|也|都|主要)?$")
_SHARE = re.compile("[约仅只]*\\d[^,。;]{0,8}%")
_SO_ON = re.compile("等(?:多种)?(?:疾病|病症|患者)?")
_JOINED = re.compile(r"、|(?:以及|和|与|及)")


def find_claims(
    told: Sequence[Statement], approved: Collection[tuple[int, int]] = (), disease: str = ""
) -> Iterator[Fact]:
    """Indications and risks, each with the therapy it speaks of, as written; phases of a maker's trials.

    `approved` are the places (line, column) of sentences on approvals, whose indications are told already;
    `disease` is the one that the page is on, in which a therapy has its risks.
    """
    therapy, led = "", ""
    section: tuple[str, ...] = ()
    for statement in told:
        therapy = _therapy(statement) or therapy
        if statement.view.endswith(":"):  # `MSC治疗的主要风险包括:`
            led, section = (
                next((statement.raw(p.start, p.end) for p in cell_phrases(statement)), ""),
                statement.section,
            )
        yield from _phases(statement)
        if (statement.line, statement.start) in approved:
            continue  # the approval asks for it, of its own product
        for match in _MEANT.finditer(statement.view):
            if _THIS.search(statement.view[: match.start()]) or _SHARE.match(match["what"] or match["b"]):
                continue  # of what was told before, which need not be this therapy
            group = "what" if match["what"] else "b"
            yield _fact("indication", statement, therapy, *match.span(group), match.start())
        for match in _RISKS.finditer(statement.view):
            risk = _fact("risk", statement, therapy, *match.span("what"), match.start())
            yield replace(risk, context=disease)
        yield from _hazards(statement, led if statement.section[: len(section)] == section else "")
        yield from _tried(statement)
        yield from developers(statement)


def _therapy(statement: Statement) -> str:
    """The first therapy a sentence names outside titles: cells with what is done with them."""
    for phrase in cell_phrases(statement):
        if phrase.acted and not statement.titled(phrase.start):
            lead = literal.search(r"(?:双倍|双重|联合)$", statement.seen(statement.start, phrase.start))
            return statement.raw(phrase.start - (len(lead[0]) if lead else 0), phrase.action).strip()
    return ""


def _phases(statement: Statement) -> Iterator[Fact]:
    """`the phase III trial of So-and-so Bio`, told in passing."""
    for match in statement.words.pattern(_MAKERS_TRIAL).finditer(statement.view):
        start, end = statement.start + match.start("phase"), statement.start + match.end("phase")
        first, last = statement.start + match.start("maker"), statement.start + match.end("maker")
        yield Fact(
            FactKind.TRIAL,
            "phase_of",
            subject=statement.raw(first, last),
            value=statement.raw(start, end),
            evidence=statement.span(first, statement.start + match.end()),
            answer=statement.span(start, end),
        )


def _tried(statement: Statement) -> Iterator[Fact]:
    """The diseases in which the product of a maker is being tried, and in which year that is told of."""
    match = _TRIED_IN.search(statement.view)
    if match is None:
        return
    start, end = (statement.start + at for at in match.span("what"))
    at = statement.start + match.start()
    product = next((one for one in cell_phrases(statement) if 0 <= at - one.action <= 1 and one.source), None)
    ill = [one for one in statement.terms(TermKind.DISEASE) if start <= one.start < end]
    whose = _MAKER.search(statement.seen(statement.start, product.start)) if product and ill else None
    if product is None or whose is None:
        return  # such cells are tried in many diseases, by many
    begin = statement.start + whose.start("maker")
    year = _YEAR_IN_FRONT.match(statement.view)
    yield Fact(
        FactKind.TRIAL,
        "tried_in",
        subject=statement.raw(begin, product.action).strip(),
        value=statement.raw(start, end).strip(),
        measure=statement.raw(statement.start, statement.start + year.end()) if year else "",
        evidence=statement.span(statement.start if year else begin, statement.start + match.end()),
        answer=statement.span(start, end),
    )


def _hazards(statement: Statement, led: str) -> Iterator[Fact]:
    """`X may cause Y`, where heading or label speaks of risks; `treated patients may get Y` anywhere.

    `led` are the cells of the line that leads a list in, of which the sentence is an item.
    """
    label = statement.clauses[0].text if statement.clauses else ""
    danger = bool(_DANGER.search("".join(match_view(title) for title in statement.section[-2:]) + label[:12]))
    before = None
    for clause, behind in zip_longest(statement.clauses, statement.clauses[1:]):
        match = _HAZARD.fullmatch(literal.sub(r"\([^()]*\)$", "", clause.text))
        who = _with_cells(_who(statement, clause, before, match), led) if match else ""
        treated = "患者" in who and bool(cell_phrases(statement))
        if match and who and (danger or treated):
            start, end = clause.start + match.start("what"), clause.start + match.end("what")
            end = behind.end if behind and _IN_TURN.fullmatch(behind.text) else end
            yield Fact(
                FactKind.TRIAL,
                "hazard",
                subject=who,
                value=statement.raw(start, end),
                measure=statement.raw(clause.start + match.start("verb"), clause.start + match.end("verb")),
                evidence=statement.span(
                    clause.start if match["who"] or before is None else before.start, max(clause.end, end)
                ),
                answer=statement.span(start, end),
                flags=("hedged",) if "可" in match["may"] else (),
            )
        before = clause


def _with_cells(who: str, cells: str) -> str:
    """A bare way of giving (`异体移植`) with the cells that the line which leads its list in speaks of.

    Nothing where cells of no kind are given, and no line tells which.
    """
    bare = _BARE_GIVING.fullmatch(match_view(who))
    if bare is None or bare["whose"]:
        return f"{who[: bare.end('whose')]}{cells}{who[bare.end('whose') :]}" if bare and cells else who
    return f"{who[: bare.end('given')]}{cells}" if cells else ""


def _who(statement: Statement, clause: Piece, before: Piece | None, match: re.Match[str]) -> str:
    """What may cause it: the words in front, or the clause before; nothing for `this` and `it`."""
    if match["who"]:
        who = statement.raw(clause.start, clause.start + match.end("who"))
    else:
        who = statement.raw(before.start, before.end) if before and not statement.labels(before) else ""
    return "" if _NOBODY.match(match_view(who)) else who


def _fact(slot: str, statement: Statement, therapy: str, start: int, end: int, begin: int) -> Fact:
    first, last = statement.start + start, statement.start + end
    value = statement.raw(first, last).strip()
    members = tuple(part.strip() for part in _JOINED.split(value) if part.strip())
    more = _SO_ON.match(statement.view, end)  # that there are others belongs to what is said
    return Fact(
        FactKind.TRIAL,
        slot,
        subject=therapy,
        value=value,
        evidence=statement.span(statement.start + begin, statement.start + more.end() if more else last),
        answer=statement.span(first, last),
        items=members if len(members) > 4 else (),
    )
