"""Which sentence begins to tell of a study, which goes on with one, and which speaks of something else."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from sctui.facts.trials.announced import is_designed
from sctui.facts.trials.approvals import tells_approval
from sctui.facts.trials.names import introduces, names
from sctui.facts.trials.parts import in_methods, is_labelled
from sctui.facts.trials.people import everywhere
from sctui.facts.trials.phrases import cell_phrases
from sctui.facts.trials.setting import authors, designs, journals, registry
from sctui.facts.trials.stages import trial_phases
from sctui.facts.trials.statement import Statement
from sctui.text import literal
from sctui.text.quantity import QuantityKind


class FrameKind(StrEnum):
    """What kind of work a frame tells of."""

    TRIAL = "trial"
    REVIEW = "review"
    CONSENSUS = "consensus"
    APPROVAL = "approval"
    CASE = "case"
    LOOSE = "loose"  # `clinical studies show …`: nobody's study in particular


_STUDY = re.compile(
    r"研究|试验|文献|论文|文章|报道|报告|案例|临床数据|实验|\b(?:study|studies|trial|report|article"
    r"|paper|analysis)\b"
)
_REVIEW = re.compile(
    r"综述|荟萃分析|meta\s?分析|系统(?:性)?(?:评价|回顾)|统合分析|\b(?:review|meta-analysis)\b"
)
_CONSENSUS = re.compile(r"共识|诊疗指南|临床指南|治疗指南|\bconsensus|\bguidelines?\b")
_PUBLISHED = re.compile(r"发表|刊发|刊登|登载|发布|一篇|\bpublished\b")
_PEOPLE = r"(?:患者|病人|参与者|受试者|志愿者|女性|男性|儿童|患儿|婴儿|病例)"
_CASE = re.compile(
    rf"(?:一|1|首)\s?(?:名|例|位)(?:(?:患有"
    rf"|诊断为)?[^,。]{{0,16}}?)(?:\d{{1,2}}\s?岁)[^,。]{{0,16}}?(?:{_PEOPLE}|男子|女子|男孩|女孩)"
    r"|\ba(?:n)?\s\d{1,2}[-\s]year[-\s]old\b"
)
_TREATED = (
    r"治疗|接受|<:giving.zh>|注射|输注|纳入|收治|收案|收了\s?\d|招募|入组|入选|给予|植入|干预|\b(?:treat(?:ed|ment)|receiv(?:ed"
    r"|ing)|enrol(?:led|ment)?|recruited|randomi[sz]ed|gave|given|infus(?:ed|ions?)|inject(?:ed|ions?)|underwent"
    r"|<:giving.en>|<:given>|administered|included|assigned|evaluated|analy[sz]ed|allocated)\b"
)
_WHO = re.compile(
    r"患者|病人|受试者|志愿者|\b(?:patients|participants|subjects|volunteers|adults|children|infants|women|men)\b"
)
_OURS = re.compile(  # an abstract speaks of its own study
    r"\bwe (?:\w+ )?(?:conducted|ran|designed|undertook|performed|carried out|evaluated|investigated"
    r"|assessed|examined|studied"
    r"|tested|enrolled|recruited|treated|report(?:ed)?|compared)\b"
    r"|\bthis (?:[a-z-]+ ){0,4}(?:study|trial) (?:was|is|evaluate|include|enrol|assess|investigate|aim)"
)
_TO_FIND = re.compile(r":\s?to (?:compare|assess|evaluate|determine|test|investigate|examine)\b")
_SURVEY = re.compile(r"\baims? to (?:summari[sz]e|review|discuss|describe|explore|provide|outline)")
_SEVERAL = re.compile(  # told at once, of which none is one study that could be named
    r"(?:两|[二三四五六七八九十]|几|多|数)[项篇][^,。;]{0,8}(?:研究|试验|论文|成果)"
    r"|\b(?:two|three|four|five|several) (?:[\w-]+ ){0,3}(?:studies|trials|papers)\b"
)
_POOLED = re.compile(  # people counted over several studies are those of a meta-analysis
    r"(?:纳入|汇总|合并)[^,。;]{0,20}?\d+\s?项[^,。;]{0,12}(?:研究|试验|rcts?)"
    r"|\d+\s?项[^,。;]{0,12}(?:rcts?|随机对照试验)[^。]{0,16}纳入"
    r"|(?:荟萃|统合|meta)\s?分析[^。;\d]{0,8}\d+\s?项"
    r"|\bmeta-analysis\b[^.;\d]{0,24}\d+ (?:[\w-]+ ){0,2}(?:rcts|trials|studies)\b"
    r"|\d+\s?项[^,。;]{0,12}(?:研究|试验)[^,。;]{0,4}(?:共计?|合计|累计|总计)[^,。;]{0,4}\d"
    r"|\b(?:\d+|[a-z]+) (?:[\w-]+ ){0,3}(?:rcts|trials|studies)\b[^.]{0,80}"
    r"\b(?:were included|met|involving|comprising|enrolling|with a total of)\b"
    r"|\b(?:included|pooled|identified) (?:\d+|[a-z]+) (?:[\w-]+ ){0,3}(?:rcts|trials|studies)\b"
)
# of several, told one by one: `第二项研究`, `第二个是某中心做的`
_NUMBERED = re.compile(
    "^(?:在|而|,)*第[一二三四五](?:项(?:临床)?(?:研究|试验)|[个項]?(?:研究|试验|叫|是|来自|名为))"
)
_SEARCHED = re.compile(
    r"\bsearch(?:ed|es)?\b.{0,60}(?:pubmed|medline|embase|cochrane)|(?:pubmed|medline|embase|cochrane).{0,80}\bsearched\b"
    r"|\bincluded in (?:the|this|our) (?:meta-analysis|review|analysis)|met (?:the )?inclusion criteria"
)
# `this is a phase 2 trial of …`, without its size
_IS_TRIAL = re.compile(r"(?:[是为]|属于?)一[项个].*(?:试验|研究)|\b(?:is|was) an? .*\b(?:trial|study)\b")
_NEW = re.compile(
    r"另一项|另外?一[个种]是|另外?一[个种][^,。;]{0,12}(?:研究|试验)|另一\s?\d+\s?[例名位人]|另一(?:临床|随机|[^,。;]{0,12})?(?:研究|试验)|第[一二三四五]项(?:临床)?(?:研究|试验)|^第[二三四五]个(?:研究|试验|叫|是|来自|名为)|另一篇|另外一项|另有一项|还有研究|另有研究|进行了[^,。]{0,8}研究,?(?:证明|证实|表明|显示)"
    r"|(?:最近|近期|近日|同年|目前|今年|去年)?[,，]?(?:在|有)?(?<!同)一项|同年|同一年|一篇"
    r"|^(?:其后|随后|此后|之后|后来)的?(?![^,。;]{0,10}(?:随访|延长|扩展|延伸))[^,。;(]{0,12}(?:研究|试验)"
    r"|\banother\s(?:study"
    r"|trial|review)|\b(?:a|an|one)\s(?:[a-z0-9/-]+\s){0,8}(?:study|trial|review|meta-analysis)\b"
)
_SAME_YEAR = re.compile(r"同年|同一年|(?:in )?the same year")
_CLINICAL = re.compile(
    r"临床(?:研究|试验|数据|案例|实践|观察)[^,。]{0,12}(?:显示|表明|发现|证实|证明|观察到|中)|还有研究"
    r"|另有研究|进行了[^,。]{0,8}研究,?(?:证明|证实|表明|显示)|\bclinical (?:studies|trials?|data)\b"
)
_AFTER = (  # `after the infusion, patients' markers rose`: results of people, though of no study
    r"<:agent.zh>(?:<:giving.zh>|治疗|输注|注射|干预)(?:治疗)?后,(?=[^。]{0,60}患者)[^。]{0,70}(?:升高|降低|上升|下降|改善|缓解)"
)
_ANAPHOR = re.compile(
    r"^这是|^那是一[项个]|^这(?:款|种|个|一)[^,。:]{0,24}?的?(?:药物|产品|疗法|注射液)|^(?:(?:因此|总之|此外|另外|同时"
    r"|而且|并且|然而|最终|结果|基于这些结果|值得注意的是|更令人振奋的是)?[,，]?)?(?:在)?(?:该|此|本"
    r"|这项|这一|这篇|这份|这次|上述|这款"
    r"|这种(?:药物|产品))(?:项|篇|款)?\s?(?:临床|前瞻性|回顾性|多中心)?\s?"
    r"(?:研究|试验|综述|文章|论文|共识|指南|药物?|产品|疗法|报告|分析|病例|结果|创新疗法)"
    r"|^(?:试验|研究)[于自从](?:19|20)\d\d年"
    r"|^(?:the|this|our)\s(?!(?:first|earliest|largest|biggest|latest|only|pivotal)\s)"
    r"(?:[a-z-]+\s){0,3}?(?:study|trial|review|meta-analysis|analysis|report|results?)\b"
    r"|^(?:results?|conclusions?|methods|findings)\b"
)
_CONTINUES = (
    r"^(?:此外|另外|同时|其中|而且|并且|值得注意的是|更重要的是|总之|最终|随后|通过前期筛选)?[,，]?(?:在)?"
    r"(?:该|其中|团队(?:以|用|发现|观察|还|也|在|对)|研究(?:团队|结果|人员|者|发现|显示|表明|纳入|共|中)|试验(?:结果|中|共)|(?:治疗|临床"
    r"|试验|观察|最终|随访)?结果|(?:治疗|试验|观察|<:giving.zh>|对照)组|随访|术后|治疗(?:后|期间|过程)|<:giving.zh>后"
    r"|注射后"
    r"|[a-e]\s?组|组\s?[a-e1-4](?![a-z\d])|第[一二三四]组|[高中低]剂量组|(?:group|arm|cohort) [a-e1-4]\b"
    r"|干预后|输注后|(?:所有|全部|总共|共|每名|每位|多数|大多数|部分|少数|两名|两组|首位|首例|首名|几名"
    r"|多名)[^,。]{0,8}?(?:患者|参与者|受试者|病人|病例|例|名)?|患者|参与者|受试者|\d+(?:名|例|位|%|周"
    r"|个月|年)"
    r"|(?:通过|经过)?对[^,。]{0,20}的分析|(?:主要|次要|关键)(?:疗效|研究|评估)?(?:终点|指标)|mri|ct|影像|磁共振|超声|安全性|疗效|不良反应|不良事件|meta分析"
    r"|荟萃分析|(?:最终|文章"
    r"|作者|论文|综述|共识)|另有|文章最终"
    r"|(?:patients|participants|subjects|all|adverse|no|at|after|results?|safety|efficacy|there|the"
    r"|compared|both|mean|overall|median)\b)"
)
_OF_GROUPS = (
    "(?:治疗|对照|试验|观察|安慰剂|<:giving.zh>|<:agent.zh>)组"  # groups are those of a study told before
)
_RESULTS = re.compile(r"^(?:研究|试验|临床|治疗|最终|总体)?结果(?:均|也)?(?:显示|表明|发现)")
_ELSEWHERE = re.compile(
    r"^(?:还有|至于|再看|再说)[^,。;—]{0,10}(?:治疗|疗法|药物|路线|方法)|^(?:综上|总体而言|总体来看|总的来说|总而言之|由此可见|近年来?|近几年|因此,(?!该|这)|未来|与此同时"
    r"|然而,(?!该|这项|患者))|也有研究|还有研究|亦有研究|已有研究|有研究|许多研究|一些研究|多项研究"
    r"|多学科的研究|^研究表明|\bmany reports\b|\bin conclusion\b.*\bfuture\b"
)
# how many somebody has treated so far, in no study
_RUNNING_TOTAL = re.compile(
    r"^(?!.*(?:试验|临床研究|纳入|入组)).*(?:目前|至今|迄今|截至|累计|已经?)[^,。;]{0,30}"
    r"(?:治疗|救治|完成|应用|服务|惠及)[^,。;]{0,8}"
    r"\d[\d,]*\s?[余多]?\s?万?[余多]?[例名位人]"
)
_AIM = re.compile(
    r"(?:本|该|这项|此项|我们的)(?:临床)?(?:研究|试验)[^,。]{0,6}(?:评估|评价|探讨|观察|旨在|比较|考察|检验)"
)
_STATISTICS = re.compile(r"统计学(?:意义|差异|显著)|\bstatistically significant")
_PRECLINICAL = re.compile(
    r"小鼠|大鼠|兔模型|动物(?:模型|实验|研究|试验)|体外|共培养|细胞[系株]|实验模型|临床前|模型(?:组|中|对比|显示|小)"
    r"|猪模型|[狗犬猴羊猪兔鼠]的?(?:实验|模型|身上)|比格犬|猕猴|沙鼠|仓鼠|豚鼠|雪貂"
    r"|\b(?:mice|mouse|rats?|in vitro|animal models?|rabbits?(?! (?:anti|atg|polyclonal))|preclinical)\b"
)


@lru_cache(maxsize=256)  # several ask it of one sentence
def is_preclinical(text: str) -> bool:
    """Whether a stretch of the match view speaks of animals, models or the dish."""
    return bool(_PRECLINICAL.search(text))


def same_year(statement: Statement) -> bool:
    """Whether the sentence dates itself by the study before it."""
    return bool(_SAME_YEAR.search(statement.view))


def is_anaphoric(statement: Statement) -> bool:
    """Whether the sentence names its study as `this study`."""
    named = any(names(statement)) or (statement.view.isascii() and any(authors(statement)))
    return bool(_ANAPHOR.search(statement.view)) and not named


def opens(statement: Statement) -> FrameKind | None:
    """The kind of work the sentence begins to tell of, were it the first of its paragraph; None for none."""
    strong = _strong(statement)
    if strong or is_preclinical(statement.view):
        return strong
    if not _CLINICAL.search(statement.view):
        treated = bool(statement.words.pattern(_AFTER).search(statement.view)) and bool(
            cell_phrases(statement)
        )
        return FrameKind.LOOSE if treated and "机制" not in statement.view[:20] else None
    told = cell_phrases(statement) or "患者" in statement.view
    return FrameKind.LOOSE if told and "机制" not in statement.view else None


def _strong(  # noqa: PLR0911 -- one return for each kind of work
    statement: Statement,
) -> FrameKind | None:
    view = statement.view
    dated = bool(statement.counted(QuantityKind.DATE)) or same_year(statement)
    if tells_approval(statement, dated=dated):
        return FrameKind.APPROVAL

    def published() -> bool:
        return bool(dated or _PUBLISHED.search(view) or any(journals(statement)))

    review = _REVIEW.search(view)
    if _SEVERAL.search(view) and not review and not _OURS.search(view) and published():
        return FrameKind.LOOSE
    if _CONSENSUS.search(view) and published():
        return FrameKind.CONSENSUS
    if (review and (is_new(statement) or published())) or _POOLED.search(view) or _SEARCHED.search(view):
        return FrameKind.REVIEW
    if is_preclinical(view):
        return None
    if _CASE.search(view) and (statement.words.pattern(_TREATED).search(view) or "研究" in view):
        return FrameKind.CASE
    return FrameKind.TRIAL if _is_trial(statement, dated=dated) else None


def _is_trial(statement: Statement, *, dated: bool) -> bool:
    view = statement.view
    if any(registry(statement)) or introduces(statement) or is_designed(statement):
        return True
    if _TO_FIND.search(view) and is_labelled(statement) and cell_phrases(statement):
        return True
    treated, counts = (
        bool(statement.words.pattern(_TREATED).search(view)),
        any(not everywhere(statement, one) for one in statement.counted(QuantityKind.PEOPLE)),
    )
    if counts and (
        treated
        or literal.search(r"试验|研究|\b(?:trial|study)\b", view)
        or any(trial_phases(statement))
        or in_methods(statement)
    ):
        return True
    study, about = bool(_STUDY.search(view)), bool(cell_phrases(statement)) or treated
    if any(authors(statement)) and (study or about or dated):
        return True
    ours = _OURS.search(view) and not _SURVEY.search(view)
    numbered = _NUMBERED.search(view) and (counts or literal.search("研究|试验|盲", view))
    told = counts and ((dated and _PUBLISHED.search(view)) or any(designs(statement)))
    told = told or (about and bool(_IS_TRIAL.search(view)) and any(trial_phases(statement)))
    told = told or (treated and in_methods(statement) and _tells_whom(statement))
    if told or numbered or (ours and about and (study or treated)):
        return True
    published = study and any(journals(statement))
    return study and ((dated and published) or ((about or "临床" in view) and (dated or published)))


def _tells_whom(statement: Statement) -> bool:
    """Whether a sentence says who was treated, and with which cells."""
    return bool(_WHO.search(statement.view)) and bool(cell_phrases(statement))


def is_new(statement: Statement) -> bool:
    """Whether the sentence says that it speaks of another study than the one before it."""
    return bool(_NEW.search(statement.view[:60]))


def continues(statement: Statement) -> bool:
    """Whether a sentence of a later paragraph goes on with the study before it."""
    goes_on = (_ANAPHOR, *map(statement.words.pattern, (_CONTINUES, _OF_GROUPS)))
    told = any(pattern.search(statement.view) for pattern in goes_on)
    return told and not leaves(statement)


def tells_results(statement: Statement) -> bool:
    """Whether a sentence gives results of a study as told before (`结果显示,…`)."""
    return bool(_RESULTS.search(statement.view))


def is_running_total(statement: Statement) -> bool:
    """Whether a sentence tells how many somebody has treated so far, in no study."""
    return bool(_RUNNING_TOTAL.search(statement.view))


def is_of_many(statement: Statement) -> bool:
    """Whether a sentence tells what only many patients can show (`P<0.05`, `差异有统计学意义`)."""
    return bool(statement.counted(QuantityKind.P_VALUE)) or bool(_STATISTICS.search(statement.view))


def states_aim(statement: Statement) -> bool:
    """Whether a sentence tells what a study of its own is to find out."""
    return bool(_AIM.search(statement.view))


def leaves(statement: Statement) -> bool:
    """Whether the sentence sums up or turns to other work."""
    return bool(_ELSEWHERE.search(statement.view))
