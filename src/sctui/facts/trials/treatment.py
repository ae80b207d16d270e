"""What was given, to whom and how: product, donor, tissue, disease, dose, route, follow-up, comparator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from sctui.facts.trials.passing import is_in_passing
from sctui.facts.trials.phrases import Phrase, cell_phrases, disease_phrases, donor_of
from sctui.facts.trials.setting import Found, journals
from sctui.facts.trials.statement import Statement
from sctui.lexicon.term import TermKind
from sctui.text import literal
from sctui.text.patterns import HAN

_GIVEN = (
    r"治疗|接受|<:giving.zh>|注射|输注|植入|干预|试(?:的是|了|用)|给予|使用|采用|选用|滴注|给药|疗法|评估|批准|制备|源自|来源于"
    r"|\b(?:received|treated|infus|inject|<:giving.en>|<:given>|therapy|administ|given|using|with"
    r"|intra\w+ous|<:way.en>)"
)
_TRIED = re.compile(
    r"\b(?:(?:assigned|randomi[sz]ed|allocated) to|compar(?:ed|ing)|evaluat(?:ed|ing)|test(?:ed|ing)"
    r"|(?:efficacy|safety|trial|trials|study|studies|use|injections?|infusions?|transplantation) of)"
    r"\s(?:[\w,-]+\s){0,3}$|\b(?:made|derived|prepared|produced|manufactured|grown)\b[^,.;]{0,40}\bfrom\s(?:[\w,-]+\s){0,3}$"
)
_MADE_FROM = re.compile(
    r"\b(?:made|derived|prepared|produced|manufactured|grown)\b[^,.;]{0,40}\bfrom\s(?:[\w,-]+\s){0,3}$"
)
_TREATMENT_ALONE = r"<:agent>|cell|^<:giving.zh>$|sct$"
# `40个孩子,外伤门牙、牙髓坏死,…`
_LISTED_BEHIND = re.compile(
    r"\d\s?[例名位个](?:孩子|患者|病人|儿童|患儿|成人|女性|男性),(?:[^,。;]{0,6}、)?$"
)
_COUNTED_BEFORE = re.compile(
    r"(?:研究|试验|纳入|入组|治疗了?)[^。;]{0,12}?[,，:]?\s?\d+\s?[例名位眼膝髋耳]$|\bn\s?=\s?\d+\s?[,)]\s?$"
)  # `68例难治性狼疮`
# `静脉输注组`, `intrathecal vs placebo`: one of several ways
_OF_GROUP = re.compile(
    r"[^,。;、()]{0,2}组(?!织)"
    r"|(?:途径|方式)?(?:同样|也|更|均|较)?(?:可行|安全|优于|更)|\s(?:groups?|arms?|cohorts?|vs\.?|versus)\b"
)
_GROUP = re.compile(r"组(?!织)|[\s-](?:groups?|arms?|cohorts?)\b|\s(?:patients|recipients|controls)\b")
_PREVENTED = re.compile(r"(?:预防|防止)$|\b(?:prevent(?:ing)?|prevention of|prophylaxis (?:of|against)) $")
_TOGETHER = re.compile(
    r"(?:\([^()]{1,14}\))?(?:治疗|移植|输注|注射)?(?:联合|结合|合并)(?P<what>[^,。;的和与]{0,14}?"
    r"(?:药物?|激素|抑制剂|单抗|手术|训练|化疗|放疗|胰岛素|甲氨蝶呤|标准治疗|常规治疗)(?:\([^()]{1,12}\))?)"
)
_BETTER = re.compile(r"优于|好于|不如|劣于|相比|较|\b(?:than|versus|vs)\b")
_VERSUS = re.compile(r"\s(?:vs\.?|versus)\s")
_PARTED = re.compile(r"\b(?:randomi[sz]ed|assigned|allocated)\b")
_ITS_OWN = re.compile(
    r"(?:第\s?[\d一二三四]|[a-d甲乙丙丁])组[^,。;]{0,10}$"
)  # of one group: `第2组8人走鞘内`
_BY_WAY = re.compile(r"经(?P<place>[一-鿿]{1,8})$")  # `经颈静脉门静脉途径`
# `eligible adults had fistulas`, `入组的是…`: who could take part, told by what they had
WHO_HAD = re.compile(
    r"\b(?:eligible|enrolled|all|included|the) (?:adults|patients|participants|people|children"
    r"|subjects)(?: all)? (?:had|have|suffered from) $"
    r"|(?:入组|入选|纳入|收治|招募|参与)(?:的|者)?(?:都|均|全)?(?:是|为)[^,。;]{0,24}$"
)
_NO_WAY = "(?:自体|自身|(?:同种)?异体|异基因)?(?:联合)?(?:输注|注射|<:giving.zh>|给药|植入)"
ROUTE = (
    r"(?<!假)(?:(?:<:way.zh>|联合)(?:内)?(?:输注|注射|滴注|<:giving.zh>|给药|植入)|鼻滴给药|雾化吸入|雾化治疗|雾化|吸入给药"
    r"|<:giving.zh>至[一-鿿]{2,8}|植入[一-鿿]{2,6}下)(?:\((?:it|iv|im|ia)\))?"
)
_SHORT_TREATMENT = r"<:agent.zh><:giving.zh>$|sct$"


def products(statement: Statement) -> Iterator[Found]:
    """Cell products with what is done with them; then whose cells and which cells, as far as that is said."""
    for phrase in _given(statement):
        if not _is_given(statement, phrase) or _in_journal(statement, phrase.start):
            continue
        # a label tells what a study is on, and asks for nothing: `MSC治疗GVHD:单臂,26人`
        labelled = HAN.search(statement.view) and statement.labels(statement.clause_at(phrase.start))
        titled = statement.titled(phrase.start) or bool(labelled)
        acted = phrase.acted
        if acted:
            yield Found("product", phrase.start, phrase.action, label=titled)
        if phrase.drug:
            return
        yield Found("cell_source", phrase.start, phrase.end, label=acted or titled)
        donor = donor_of(statement, phrase)
        if donor:  # the phrase says it already
            yield Found("donor", *donor, label=True)
        if not titled:
            return
    for mention in statement.terms(TermKind.ROUTE):  # `stem cell transplantation` by its short name
        behind = statement.seen(mention.end, statement.end)
        if _EARLIER.search(statement.seen(statement.start, mention.start)) or _OR_WITHOUT.match(behind):
            continue
        if statement.words.pattern(_SHORT_TREATMENT).search(statement.seen(mention.start, mention.end)):
            yield Found("product", mention.start, mention.end, label=statement.titled(mention.start))
            return


_EARLIER = re.compile(  # what they had had before
    r"\b(?:failed|failure of|prior|previous|refractory to|relapsed after)\s(?:[\w-]+\s)?$"
    r"|(?:既往|曾经?|此前)(?:接受|行|做)过?$"
)


_OTHER_CHOICE = re.compile(  # `randomised to X or the best available drug (mostly Y)`: held against X
    r"\b(?:randomi[sz]ed|assigned|allocated)\b"
    r"(?![^.;]*\bto (?:\w+ )?(?:placebo|control|sham|saline|standard|usual))"
    r"[^.;]*?\bto\b[^.;]*\s(?:or|versus|vs\.?)\s[^.;]*$"
)


# `甲、乙、丙各110人`: one of several that were held against each other
_EACH_OF_THEM = re.compile(
    r"[^,。;()]{0,30}[、和与][^,。;()、]{1,16}各(?:组)?\s?\d+\s?[例名位人]"
    r"|[^,。;()]{0,8}各\s?\d+\s?[例名位人]"
)
_OR_WITHOUT = re.compile(  # `transplantation with or without X`: all had it, and X was tested
    r"\s?(?:\bwith or without\b|\+/-|±)\s?(?!\d)|(?:联合|合并|加)(?:或|与)不(?:联合|合并|加)"
)


def _given(statement: Statement) -> list[Phrase]:
    """What a sentence tells of by itself, and not as the name of a group (`the microfracture group`)."""
    return [
        one
        for one in cell_phrases(statement)
        if not _GROUP.match(statement.seen(one.end, statement.end))
        and not _EARLIER.search(statement.seen(statement.start, one.start))
        and not _OR_WITHOUT.match(statement.seen(one.action, statement.end))
        and not _EACH_OF_THEM.match(statement.seen(one.end, statement.clause_at(one.end).end + 40))
        and not (one.drug and _OTHER_CHOICE.search(statement.seen(statement.start, one.start)))
    ]


def together(statement: Statement) -> Iterator[Found]:
    """What was given beside the cells: `联合抗风湿药(DMARDs)`."""
    for phrase in cell_phrases(statement):
        beside = _TOGETHER.match(statement.seen(phrase.end, statement.end))
        if beside and not phrase.drug and not statement.titled(phrase.start):
            yield Found("beside", phrase.end + beside.start("what"), phrase.end + beside.end("what"))
            return


def _is_given(statement: Statement, phrase: Phrase) -> bool:
    """A cell that is spoken of as a target (`T cells fell`) is no product; ours is treated with."""
    near = 18 if literal.search("[一-鿿]", statement.view) else 48
    around = statement.seen(max(statement.start, phrase.start - near), min(statement.end, phrase.action + 10))
    specific = donor_of(statement, phrase) or (
        phrase.source and literal.match("可|能|对", statement.seen(phrase.end, statement.end))
    )
    before = statement.seen(statement.start, phrase.start)
    if _MADE_FROM.search(before) and any(one.end <= phrase.start for one in cell_phrases(statement)):
        return False  # of which what was given was made
    specific = specific or (not HAN.search(statement.view) and _TRIED.search(before))
    return bool(phrase.acted or specific or statement.words.pattern(_GIVEN).search(around))


def conditions(statement: Statement) -> Iterator[Found]:
    """Whom or what the study treats: a disease with its people, or the object of treatment."""
    phrases = [p for p in disease_phrases(statement) if not _in_journal(statement, p.start)]
    with_people = [p for p in phrases if p.action > p.end]
    for phrase in (*with_people, *(p for p in phrases if p not in with_people)):
        before = statement.seen(statement.start, phrase.start)
        if is_in_passing(statement, phrase):
            continue
        prevented = _PREVENTED.search(before)
        if prevented:
            yield Found("prevents", statement.start + prevented.start(), phrase.end, label=True)
            continue
        if (
            phrase in with_people
            or literal.search(
                r"(?:治疗|对|(?<![主原起诱死病成])因(?!为)(?=.{0,8}$)|用于|适用于|针对|患有|诊断为|with|for|of|in)\s?(?:[^,。;]{0,6})?$",
                before,
            )
            or WHO_HAD.search(before)
            or _COUNTED_BEFORE.search(before)
            or (_LISTED_BEHIND.search(before) and phrase.end == statement.clause_at(phrase.start).end)
            or literal.search(r"^的?(?:有效|安全|疗效|临床)", statement.seen(phrase.end, statement.end))
        ):
            named = statement.titled(phrase.start) or bool(
                literal.match("的?(?:研究|试验)", statement.seen(phrase.end, phrase.end + 4))
            )
            yield Found("condition", phrase.start, _and_others(statement, phrase), label=named)
            if not named:
                return
    if statement.first and phrases and statement.labels(statement.clauses[0]):
        label = statement.clauses[0]
        if (phrases[0].start, phrases[0].end) == (label.start, label.end):
            yield Found("condition", label.start, label.end)  # `Parkinson's: a study …` says whom it treated


def _and_others(statement: Statement, phrase: Phrase) -> int:
    """Where the diseases of a study end, with the word that says that there were others beside these."""
    listed = phrase.action == phrase.end and literal.search(
        "[、和及与]", statement.seen(phrase.start, phrase.end)
    )
    more = literal.match("等", statement.seen(phrase.end, statement.end)) if listed else None
    return phrase.end + more.end() if more else phrase.action


def _in_journal(statement: Statement, column: int) -> bool:
    return any(found.start <= column < found.end for found in journals(statement))


def named(statement: Statement) -> Iterator[Found]:
    """Cells and disease that a statement speaks of; only to name the study by."""
    given = (phrase for phrase in _given(statement) if not _in_journal(statement, phrase.start))
    for phrase in islice(given, 1):
        yield Found("cell_source", phrase.start, phrase.end, label=True)
    for phrase in disease_phrases(statement):
        before, after = (
            statement.seen(statement.start, phrase.start),
            statement.seen(phrase.end, statement.end),
        )
        treated = literal.search(
            r"(?:治疗|改善|缓解|对|针对|用于|for|in|of|with)\s?$", before
        ) or literal.match(r"等[^,。]{0,4}疾?病|患者|的人(?![群口类体])", after)
        if treated and not (_in_journal(statement, phrase.start) or is_in_passing(statement, phrase)):
            yield Found("condition", phrase.start, _and_others(statement, phrase), label=True)
            return


def routes(statement: Statement) -> Iterator[Found]:
    """The ways of giving, joined where two stand together (`IT and IV`)."""
    words = statement.words
    if any(_VERSUS.match(statement.view, m.end - statement.start) for m in statement.terms(TermKind.ROUTE)):
        return  # `Intrathecal versus intravenous cells`: of two groups
    places = [
        (statement.start + m.start(), statement.start + m.end())
        for m in words.pattern(ROUTE).finditer(statement.view)
        if not _OF_GROUP.match(statement.view, m.end()) and not _ITS_OWN.search(statement.view[: m.start()])
    ]
    if not places:
        places = [
            (m.start, m.end)
            for m in statement.terms(TermKind.ROUTE)
            if _is_way(statement, m.start, m.end)
            and not _OF_GROUP.match(statement.view, m.end - statement.start)
            and not _ITS_OWN.search(statement.seen(statement.start, m.start))
        ]
    if not places:
        for phrase in cell_phrases(statement):
            bare = literal.search(r"输注|注射", statement.seen(phrase.end, phrase.action))
            if bare:
                places.append((phrase.end + bare.start(), phrase.end + bare.end()))
    if not places:
        return
    start, end = places[0]
    if len(places) > 1 and _BETTER.search(statement.seen(end, places[1][0])):
        return  # two ways set against each other: neither is that of all
    for following in places[1:]:
        if literal.fullmatch(
            r"\s?(?:\([^)]*\))?\s?(?:和|或|及|与|、|/|and|or|联合|联用|加)(?:经?腰椎?穿刺?)?\s?",
            statement.seen(end, following[0]),
        ):
            end = following[1]
    if end < places[-1][1] and _PARTED.search(statement.view):
        return  # some went one way, others another
    if statement.seen(start, end).endswith("途径"):
        whole = _BY_WAY.search(statement.seen(statement.start, start))
        start -= len(whole["place"]) if whole else 0
    # `infused` alone says no more of the way than that cells were given
    yield Found("route", start, end, label=bool(words.pattern(_NO_WAY).fullmatch(statement.seen(start, end))))


def _is_way(statement: Statement, start: int, end: int) -> bool:
    """Whether a route's name says the way and not only the treatment (`stem cell transplantation`)."""
    return (
        end - start > 1
        and not any(
            m.start == start and m.term.attributes.get("class") == "control" for m in statement.mentions
        )
        and not statement.titled(start)
        and not statement.words.pattern(_TREATMENT_ALONE).search(statement.seen(start, end))
    )
