"""What keeps a figure from being one of everybody: it points away, or is one person's, or an offer."""

from __future__ import annotations

import re

from sctui.facts.trials.anchors import is_preclinical
from sctui.facts.trials.phrases import cell_phrases, disease_phrases
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.model.fact import Fact
from sctui.text.match_view import match_view

_ITS = re.compile(r"其(?![中他它余实])|[该此这]|所以|那个")
_OF_THESE = re.compile(
    r"\b(?:in|of|among|for) (?:this|these|those|such|that) (?:\w+ )?(?:group|patients|people|cases)\b"
)
# what is told of something that the clause leaves out: `of them`, `效果小`, `长骨骨折中发生率`
_OF_IT = re.compile(
    r"\b(?:of|among) (?:them\b|(?:these|those)\b(?! \w))"
    r"|^(?:效果|疗效|作用|风险|费用|成本)(?:[较很]?[小大好差高低]|有限)"
    r"|^[^,。;的]{2,10}中的?(?:发生率|发病率|患病率)"
)
# `盛行率推估每百萬人口約有1,000人`: of what, another clause says, with a figure of its own
_OF_SO_MANY = re.compile(r"每[\d一二三五十百千万亿]+[名个]?人")
# `血红蛋白超过90 g/L`: of somebody's blood, and of whom, other sentences say
_LEVEL = re.compile(r"\d\s?(?:[munpμ]?(?:g|mol|iu)|[ku]?u)/(?:d?l|ml)(?![a-z])")
_NORM = re.compile("正常|参考|诊断|定义|标准|[界阈]值|达标|norm|reference|defin|diagnos|threshold")
# of one person, of an offer, or of hearsay: true of nobody else
_NOT_GENERAL = re.compile(
    r"(?:个案|案例|病例|真人)(?:分享|故事|报道)?\s?:|(?:^|[:,。])[一-鿿]{2,3}(?:\([^()]*\))?,\s?\d{1,2}\s?岁,|(?:案例|病例|患者|例)\s?[a-z一二三\d]?\s?[:,]?\s?[一-鿿]{0,3}(?:叔|阿姨|先生|女士|大爷|奶奶|某)"
    r"|[一-鿿](?:叔|阿姨|先生|女士|大爷|某),?\s?\d{2}岁|有人(?:介绍|说|推荐)|听说|据说|号称|声称|承诺|(?:机构|厂商|业者|广告)[^,。;]{0,6}(?:[说称]|推荐)|客服|预约|优惠"
    r"|内部(?:回访|统计|数据)|满意率|我们自己的|服务[^,。;]{0,12}(?:位|名|人次|客户|发友|患者|病人)|报名|员工|本中心|我中心|本公司|我们(?:公司|中心)|请(?:维持|保持|控制)"
)
# after what, is told elsewhere: `术后约有20%的病人…`
_AFTER_WHAT = re.compile(r"(?:患者|病人)?(?:手?术|移植|治疗|输注|注射|给药|停药)[以之]?后(?!遗)")
# what patients of a study had: the study is told elsewhere, or was not recognized
_HAD = re.compile(
    r"\b(?:had|was|were|did|got|went|came|gave|gained|lost|fell|fallen|rose|dropped|improved|achieved"
    r"|reached|responded|achieving|stopped|needed|required|remained)\b"
)
_OF_MANY = re.compile(
    r"\b(?:incidence|prevalence|mortality|cases|people|diagnosed|world-?wide|globally|(?:19|20)\d\d"
    r"|deaths?|in (?:mice|rats|animals|vitro|culture)|cultures?)\b"
)
_LAB = re.compile(
    r"动物|小鼠|大鼠|模型|体外(?!激活|受精|循环|冲击)|\b(?:mice|mouse|rats?|animals?|models?|in vitro)\b"
)
_DISH = re.compile(
    r"共培养|培养皿|细胞系|条件培养基|[猕恒母公老幼]猴|食蟹猴|迷你猪|小型猪|山羊|绵羊|家兔|新西兰兔|鼠实验"
    r"|\bco-?cultur|\bcell lines?\b|\bin (?:a )?(?:dish|cultures?)\b"
    r"|\b(?:pigs?|goats?|sheep|dogs?|macaques?|monkeys?)\b"
)
_OUTSIDE = re.compile("体外(?:激活|受精|循环|冲击波?|膜肺)")  # what is done to people
_PEOPLE = re.compile(r"患者|病人|人群|女性|男性|儿童|\b(?:patients|people|women|men|adults|children)\b")
_OF_COHORT = re.compile(r"\d\s?[例名位]")  # so many are a study's
# what is done, and measures nothing: `每平方公分用0.5 mL`, `钻几个直径5 mm的洞`
_DEED = re.compile(r"每[^,。;]{1,10}用$|几个[^,。;]{0,4}$")
_LEAST = 8  # characters beside a figure that tell what it is of
_THINGS = re.compile("(?:细胞|患者|病人|者)$")
_CASES = re.compile("(?:真实|成功|典型|康复)?(?:案例|病例|个案|故事)$")


def is_of_one(statement: Statement) -> bool:
    """Whether a sentence tells of one person, by a level that is no norm too, or of an offer or hearsay."""
    if _LEVEL.search(statement.view) and not _NORM.search(statement.view):
        return True
    titles = (match_view(title).strip(" ★■●【】[]:") for title in statement.section)
    return bool(_NOT_GENERAL.search(statement.view)) or any(map(_CASES.search, titles))


def is_of_patients(statement: Statement) -> bool:
    """Whether an English sentence tells what happened to patients of a study that it does not name."""
    view = statement.view
    return view.isascii() and bool(_HAD.search(view)) and not (_OF_MANY.search(view) or is_lab(statement))


def points_away(statement: Statement, fact: Fact) -> bool:
    """Whether a figure is of something that its own sentence does not name before it (`其五年生存率`)."""
    start = fact.evidence.start
    if _OF_COHORT.search(match_view(fact.measure)) or _DEED.search(match_view(fact.measure)):
        return True
    if fact.answer and _OF_THESE.search(statement.seen(statement.start, fact.answer.start)):
        return True
    told = statement.seen(start, fact.evidence.end)
    if _OF_IT.search(told) or (_AFTER_WHAT.match(told) and _PEOPLE.search(told)):
        return True
    if fact.answer and _OF_SO_MANY.search(statement.seen(start, fact.answer.start)):
        return not any(start <= p.start < fact.evidence.end for p in disease_phrases(statement))
    named = any(p.start < start for p in (*cell_phrases(statement), *disease_phrases(statement)))
    return bool(_ITS.match(statement.view, start - statement.start)) and not named


def is_torn(statement: Statement, fact: Fact) -> bool:
    """Whether a figure stands in the midst of what somebody said, or between dashes of a drawn table."""
    told = statement.raw(fact.evidence.start, fact.evidence.end)
    if fact.slot == "gap" and len(told) - len(fact.value) < _LEAST:
        return True  # `80%出现关节痛`: of whom
    return told.count('"') % 2 == 1 or any(told.count(a) != told.count(b) for a, b in ("“”", "「」", "『』"))


def is_glossed(statement: Statement, fact: Fact) -> bool:
    """Whether a figure's subject is but the English in brackets behind its Chinese name."""
    if not fact.subject.isascii() or not fact.subject or statement.view.isascii():
        return False
    return statement.text.find(f"({fact.subject}") >= 0 or statement.text.find(f"（{fact.subject}") >= 0


def is_in_brackets(statement: Statement, found: Found) -> bool:
    """Whether a figure stands in brackets with what it measures: it says what is meant (`(超过40%)`)."""
    before = statement.seen(statement.start, found.start)
    opened = before.rfind("(")
    if opened < 0 or ")" in before[opened:] or not found.measure:
        return False
    return match_view(found.measure) in before[opened:]


def of_share(measure: str, value: str) -> str:
    """What a percentage of things is of: their share (`阳性的细胞的比例`)."""
    whose = value.endswith("%") and _THINGS.search(match_view(measure))
    return f"{measure}的比例" if whose else measure


def is_lab(statement: Statement) -> bool:
    """Whether a figure comes from animals or models rather than from patients."""
    own = _DISH.search(statement.view) or is_preclinical(_OUTSIDE.sub("", statement.view))
    if own or any(is_preclinical(_OUTSIDE.sub("", title)) or "模型" in title for title in statement.section):
        return True
    heading = match_view("".join(statement.section[-2:]))
    return bool(_LAB.search(heading)) and not _PEOPLE.search(statement.view)
