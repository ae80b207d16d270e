"""Who a clause speaks of: its own subject, or the last one named, with pronouns resolved."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sctui.facts.mechanisms.passage import Passage
from sctui.facts.mechanisms.predicate import before_adverbs
from sctui.lexicon.term import TermKind
from sctui.model.quick import quick
from sctui.text.brackets import BRACKET_AT_END, is_balanced
from sctui.text.enumeration import members
from sctui.text.match_view import match_view
from sctui.text.patterns import LATIN

_AUXILIARY = re.compile(
    r"(?:之所以|免不了|难免|反过头?来|[很极鲜]少|(?<![可依牢])靠(?!近|谱)|能够|(?<![功多潜全性])能(?!力|量)|可以|可(?!溶|逆)|会(?!议)|将|还(?!原)|也|则|又|都|均|已被?|被|可能|有望|有助于|"
    r"有利于|进一步|更|有效|显著|特异性|有力|主要(?!组织)|往往|通常|直接|间接|从而|进而|最终|并(?!发)|且|不仅|[通透]过|[藉借]由|以(?=[^,;。]{2,30}(?:方式|途径|形式)[^,;。])|利用|借助|"
    r"容?易(?=[引导造诱产受患被])|用于|一方面|共同|参与|一旦|在|对(?!照)|尚(?=不|无|未)|使(?!用)|让|令|把|是|具有|具备|具(?!体)|拥有|由于|由(?!来)|(?<![基病原诱])因(?!子|素|此)|与[^,]{1,20}结合后?|"
    r"(?<![神月痛闭绝停财已曾])经(?![皮颅鼻口食支肝颈尿阴胸股桡直导腹肛冠心脑血静动济验络典期历产过由])|表现(?=\s?[a-z])|主动|自发|错误|定向(?!分化)|凭借|不(?!良)|未|无法|没有|难以|(?<![异正非经])常)"
)
_EXPRESS, _LEVELS = ("表达", "表现"), ("低", "高", "弱", "强")
# `这些细胞进入血流后`
_ARRIVED = re.compile("(?:进入|到达|来到|抵达|输入|回到|植入|注入)[^,;。的]{1,8}$")
_MADE_TO = re.compile("[使让令](?:其|之|它们?)(?![他它余中])")
PRONOUN = re.compile(r"(?:后者|(?:这|该|此|那)(?:些|种|类|一|项)?|它们?|其|他们)")
SAME = (
    r"(?:它们?|其|(?:<:giving.zh>|输注|注射|植入)的?<:agent.zh>"
    r"|(?:这|该|此)(?:些|种|类|一|项)?(?:创新|新型)?(?:<:agent.zh>|<:subject.zh>|疗法|治疗|疾病|病|组合|联合作用|作用|机制(?:的?(?:协同|共同|联合|相互)作用)?))(?:的)?$"
)
_AGENT = re.compile(r"[这该此](?:些|种|类)?(?P<what>外泌体|细胞外囊泡|囊泡)")
_FACTORS = re.compile(r"(?:这|该)些?(?:生物活性)?(?:分子|物质|因子|细胞因子|生长因子|关键因子)$")
_PATHWAYS = re.compile(r"(?:这|该)些?(?:信号)?通路(?:的激活)?$")
_NOT_A_SUBJECT = re.compile(
    r"^(?:[先再]|随后)[用以]|^同[一样]|批准|获批|患者(?:接受|经)|患者$|如何|是否|什么|如果|研究|数据|结果|医生|人员|文章|本文|参与者|受试者|团队|医院|期刊|杂志|公司|人类|科学家|试验|"
    r"(?<!临床)表现(?!型)|看[看到]|时间|^\d(?!型|-[a-z])|年$|月$|[这那该它]|:|在(?!体)"
)
_SHARE = re.compile("[一二两三四五六七八九几]成|分之")
_BAD_EDGE = re.compile(r"^[\"“「『的和与及等或从为被于了以]|[和与及或的从将把为被由向于是最更很]$|等$")
_LIKE = re.compile(r"^(?:像|如(?!果)|例如)")
_ROLE_END = re.compile(
    r"(?:自身|本身|大量|低度|高度|过度|不断)$|的(?:主要|重要|典型)?(?:病理|生理|病理生理|临床)?(?:特点|特征)$|的(?:另一个|主要|重要|核心|关键)?(?:这种)?(?:联合|协同)?(?:作用|功能|机制|方法|治疗潜力|潜力|效果)$"
)
_LATTER = "后者"
_OWN = re.compile(
    r"其(?P<what>[^的,;。()与和及]{0,6}(?:(?:迁移|增殖|分化|浸润|激活|活化|衰老|凋亡)[与和及])?(?:衰老|失调|异常|缺乏|缺失|缺陷|突变|下降|升高|减少|活化|激活|凋亡|受损))"
)
# `它分泌的PGE2抑制B`
_ITS_PRODUCT = re.compile(
    r"(?:它们?|其|[这该]些?细胞)所?(?P<did>(?:分泌|释放|释出|放出|产生)的[^,;。的]{2,20})"
)
_THESE_CELLS = re.compile("[这该那]些?(?:种|类)?细胞")
_LONGEST_NAME = 28  # characters, a Latin word counts two
_LONGEST_LIST = 48  # of several things that do it together
_LISTED_THING = re.compile(r"[^,;。:()、]{2,14}(?:\([^()]{1,16}\))?")
_NO_THING = re.compile(r"[的是了在被把从就都会]|能(?!量|力)|可(?!溶|逆)|^(?:有(?!机)|[以为与])|不|没|\d{2}")
_LONGEST_OWNER = 14
_THIS = re.compile(r"(?:这|该|此)(?:些|种|类|一|项)")
_THERAPY = r"(?:(?:治疗|疗法|药物|手术|<:giving.zh>|替代)(?:手段|方法|方案|措施)?)$"
_CONDITION = re.compile(
    r"[\u3400-\u9fff]{2}(?:环境|缺氧|缺血|高糖|因素|感染|饮食|肥胖|缺乏|暴露|失调|应激|损伤|治疗)$"
)
_HARM = re.compile(
    "^(?:香烟)?烟雾$|^紫外线|^酒精|^强?光照?$|^[低缺]氧$|^高血?糖$|^吸烟$|^辐射|^[化放]疗$|^葡萄柚"
)
# what makes ill, and drugs, whatever the lexicon knows: `牙龈单胞菌`, `立他司特(lifitegrast)`
_AGENT_OF_ILL = re.compile(r"(?:[杆球弧]菌|单胞菌|螺旋体|病毒|支原体|衣原体|内毒素)$")
_DRUG = re.compile(
    r"[\u3400-\u9fff]{2,8}\([a-z]{4,}(?:mab|nib|ast|cept|stat|mus|sone|olone|ine|ide|cin|gliptin|formin)\)$"
)
_DOSING = r"^<:way.zh>?内?(?:输注|注射|<:giving.zh>|给药)[^0-9后前]{2,}$"
_GIVEN = r"(?:<:giving.zh>|治疗|输注|注射|给药)(?:[到至入于][^,;。]{2,12})?后?"
# how much, and not who: `在X刺激下,过度分化为Y`
_MANNER = re.compile("过度|异常|大量|迅速|快速|持续|逐渐")
# `X的治疗依赖A,但长期使用易引发B`: it is X's treatment that does
_USED_LONG = re.compile(
    "(?:长期|反复|大量|过量|大剂量|高剂量|持续|不当)(?:使用|应用|服用|给药|用药|输注|治疗)(?:时|后)?"
)
TREATED = r"(?P<by>^.*?(?:<:giving.zh>|治疗|输注|注射|干预))后.*$"


@dataclass(slots=True)
class Speaker:
    """What a passage has spoken of so far; `subject` is empty when it is not known.

    `said` is the column where the current sentence names the subject, -1 when it does not; `before` that of
    the clause before this one, when it spoke of the same subject; `factors` and `pathways` are the last lists
    of such things, `latter` what something was last done to, `disease` the last disease that was a subject,
    `ends` where the sentence's clauses end, `goes_on` what the next sentence goes on about, where this
    one has turned to a state of it, or to its cause; `main` whom the sentence was about before a `后者`,
    `turned` where the cells stand that it says are turned into others, `alike` what two clauses of one form
    are about, with the form and the subject of the last one; `way` where the clause before tells by what;
    `cells` the only ones that the text named before this passage.
    """

    subject: str
    said: int = -1
    before: int = -1
    factors: str = ""
    pathways: str = ""
    latter: str = ""
    disease: str = ""
    ends: tuple[int, ...] = ()
    goes_on: str | None = None
    main: str = ""
    turned: tuple[int, int] = (-1, -1)
    alike: tuple[str, str, str] = ("", "", "")
    way: tuple[int, int] = (-1, -1)
    cells: str = ""

    def begin_sentence(self) -> None:
        """Forget where the last sentence named things, and whom but it was about."""
        self.said = self.before = -1
        if self.goes_on is not None:
            self.subject, self.goes_on = self.goes_on, None
        self.subject = self.main or self.subject
        self.main, self.turned, self.alike = "", (-1, -1), ("", "", "")
        self.way = (-1, -1)

    def begin_clause(self, *, apart: bool) -> None:
        """Behind a semicolon (`apart`), be about whom the sentence was about before it spoke of `后者`."""
        if apart and self.main:
            self.subject, self.main = self.main, ""

    def say(self, slot: str, subject: str) -> None:
        """Take in what a clause of a fixed form is about, and with whom the one before of that form was."""
        last, before, _ = self.alike
        pair = f"{before}和{subject}" if last == slot and before and before != subject else ""
        self.alike = (slot, subject, pair)


@quick
@dataclass(frozen=True, slots=True)
class Found:
    """The subject of a clause, and the column where its evidence begins; `named` when the clause names it."""

    subject: str
    start: int
    named: bool


def find_subject(passage: Passage, speaker: Speaker, start: int, head: int) -> Found:
    """The subject of the clause that begins at `start` and whose verb stands at `head`; updates the speaker.

    A subject that cannot be named silences the passage until another one is named.
    """
    view = passage.view
    if _MADE_TO.search(view, start, head):  # `激活A,使其转化为B`: it is A that turns into B
        return Found("", head, named=False)
    auxiliary = next(
        (
            found.start()
            for found in _AUXILIARY.finditer(view, start, head)
            if not passage.nested[found.start()] and not _in_term(passage, found.start())
        ),
        head,
    )
    end = before_adverbs(view, start, auxiliary)
    end -= view.startswith(_EXPRESS, head) and view.endswith(_LEVELS, start, end)  # `MSC低表达A`
    name = view[start:end].strip()
    name = _ARRIVED.sub("", name) if PRONOUN.match(name) else name
    if not name or _MANNER.fullmatch(name):
        return Found(speaker.subject, min(end, auxiliary), named=False)
    if _USED_LONG.fullmatch(name) or passage.words.pattern(_GIVEN).fullmatch(name):  # `BC表达A,移植后可重建B`
        return Found(speaker.subject, start, named=False)
    if PRONOUN.match(name) or passage.words.pattern("<:plain>").fullmatch(name):
        speaker.main = speaker.subject if name == _LATTER else speaker.main
        speaker.subject, speaker.said = _resolved(passage, speaker, name, end), -1
        return Found(speaker.subject, end, named=False)
    speaker.subject = name_between(passage, start, end)
    if any(m.term.kind is TermKind.DISEASE for m in passage.entities(start, end)):
        speaker.disease = speaker.subject
    if _THIS.search(name):  # `A和B的这种联合作用`: the clause is asked without its own subject
        speaker.said = -1
        return Found(speaker.subject, end, named=False)
    speaker.said, subject = start, speaker.subject
    if _SHARE.search(name):
        speaker.subject = ""  # `约七成X`: the next clause may be about all of them
    return Found(subject, start, named=True)


def name_between(passage: Passage, start: int, end: int) -> str:
    """The name between two columns, without a bracket at its end; empty when it is no clean name."""
    view = passage.view
    like = _LIKE.match(view[start:end])
    start += like.end() if like else 0
    seen = view[start:end].strip()
    is_drug = bool(_DRUG.search(seen))
    treated = passage.words.pattern(TREATED).match(seen)
    if (
        treated
        and treated.end() - treated.end("by") > 1
        and not passage.entities(start, start + treated.end("by"))
    ):
        return ""  # `移植后这些前体`: what was given is not told, and it is these who do it
    for ending in (
        treated,
        _ROLE_END.search(seen),
        BRACKET_AT_END.search(seen),
    ):
        if ending:
            seen = seen[: ending.end("by") if "by" in ending.re.groupindex else ending.start()]
    listed = is_list(passage, seen, start)
    if listed:
        seen = seen.removesuffix("等")
    left = view.index(seen, start)
    name = passage.line.text[left : left + len(seen)]
    if (
        not 2 <= len(LATIN.sub("--", seen)) <= (_LONGEST_LIST if listed else _LONGEST_NAME)
        or not is_balanced(name)
        or _NOT_A_SUBJECT.search(seen)
        or _BAD_EDGE.search(seen)
    ):
        return ""
    kinds = {m.term.kind for m in passage.entities(left, left + len(seen))}
    known = (*map(passage.words.pattern, (_THERAPY, _DOSING)), _CONDITION, _HARM, _AGENT_OF_ILL)
    told = is_drug or any(pattern.search(seen) for pattern in known)
    return name if kinds - {TermKind.SOURCE} or told or listed else ""


def is_list(passage: Passage, seen: str, start: int) -> bool:
    """Whether words are a list of things, known or not, that do something together (`A病毒、B病毒及C`)."""
    if "、" not in seen:
        return False
    at = passage.view.index(seen, start)
    things = members(seen.removesuffix("等"))
    ends = {at + seen.find(thing) + len(thing) for thing in things}  # `EB病毒感染`: a deed that ends a name
    return (
        len(things) > 1
        and all(_LISTED_THING.fullmatch(thing) and not _NO_THING.search(thing) for thing in things)
        and all(deed.end in ends for deed in passage.actions(at, at + len(seen)))
    )


def _in_term(passage: Passage, column: int) -> bool:
    mention = passage.mention_at(column)
    return mention is not None and mention.term.kind is not TermKind.ACTION


def _is_of_cells(passage: Passage, subject: str) -> bool:
    """Whether a subject that is spoken of before ends in no molecule: it names cells, or what they make."""
    ends = {
        m.term.kind
        for m in passage.mentions
        if subject and subject.endswith(passage.line.text[m.start : m.end])
    }
    return ends != {TermKind.FACTOR}


def _resolved(passage: Passage, speaker: Speaker, name: str, end: int) -> str:
    """Whom a pronoun means; `这些外泌体` behind a molecule are the vesicles, by their plain name."""
    noun = _AGENT.fullmatch(name)
    if noun and not _is_of_cells(passage, speaker.subject):
        return passage.line.text[end - len(noun["what"]) : end]
    if _THESE_CELLS.fullmatch(name) and not _is_of_cells(passage, speaker.subject):
        return ""
    first = _THESE_CELLS.fullmatch(name) and not passage.entities(passage.body, end - len(name))
    if first and not speaker.subject:
        return speaker.cells
    made = _ITS_PRODUCT.fullmatch(name)
    if made and len(speaker.subject) <= _LONGEST_OWNER:
        told = passage.line.text[end - len(name) + made.start("did") : end]
        return f"{speaker.subject}{told}" if speaker.subject else ""
    return speaker.latter if name == _LATTER else _spoken_of(passage, speaker, name, end)


def _spoken_of(passage: Passage, speaker: Speaker, name: str, end: int) -> str:
    if _FACTORS.fullmatch(name):
        return speaker.factors
    if _PATHWAYS.fullmatch(name):
        return speaker.pathways
    if passage.words.pattern(SAME).fullmatch(name) or passage.words.pattern("<:plain>").fullmatch(name):
        return speaker.subject
    own = _OWN.fullmatch(name)
    owner = speaker.alike[2] or speaker.subject
    if own and (speaker.said >= 0 or speaker.before >= 0) and len(owner) <= _LONGEST_OWNER:
        return f"{owner}的{passage.line.text[end - len(name) + 1 : end]}"
    this = _THIS.match(name)
    rest = name_between(passage, end - len(name) + this.end(), end) if this else ""
    held = (
        re.search(rf"含有?{re.escape(match_view(rest))}的(?P<in>[^,;。的]{{2,12}})", passage.view[:end])
        if rest
        else None
    )
    if held:  # `含有miRNA的外泌体,这些miRNA`: those in the vesicles
        return f"{passage.line.text[slice(*held.span('in'))]}中的{rest}"
    return rest if len(rest) > 3 else ""
