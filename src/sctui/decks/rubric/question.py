"""What a question must be: one, whole, standing alone, as careful as its source, and silent on its answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.decks.rubric.answer import letters_of
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.language import Language
from sctui.text.match_view import match_view
from sctui.text.occurrences import occurrences
from sctui.text.patterns import HAN

_DEICTIC_ZH = re.compile(
    r"(?=[其:：该这上本同前后此它那异自我再])(?:^其中|[:：]其中|(?<!应)该(?!死)|这[些种项类个一道份款套批条]|上述|上文|我们|我院|本院|同一批|同[左上](?!述)|本文|本研究|同年|同一年|前者|后者|此类|此外|它们?的?|那些(?![^,，。;；]{2,24}的(?!____情况))|"
    r"(?<![尤极及与])其(?![他它余实中])|(?<![^,，:：])再(?=[用以将把经加由向给])"
    r"|^(?:异体|自体|同种异体|异基因)(?:移植|输注|注射)(?=可|会|后|能|引|的?[^a-z一-鿿]))"
)
_DEICTIC_EN = re.compile(
    r"\b(?:this|these|those|(?-i:[Ii]t)|(?<!when )(?<!once )they|them|(?-i:[Ww]e|[Oo]ur)|their"
    r"|its|such(?! as)|former|latter|above)\b",
    re.IGNORECASE,
)
_YES_NO = re.compile(r"是否|吗[?？]|^(?:is|are|does|do|did|can|was|were|has|have)\b", re.IGNORECASE)
_DAMAGED = re.compile(r"\?(?=.)|\ufffd")  # a question mark inside a question is a lost character
_TWICE = re.compile(r"分别|respectively|[?？].*[?？]", re.IGNORECASE)
_COUNTS_AGAIN = re.compile(r"有多少.+,\d+\s?[名例位人]")  # `有多少患者改用甲,2名又用乙?`
_LISTED = re.compile(r"[、,]|[和与及]|\band\b")
_TWO_DEEDS = re.compile(
    r"[,，](?:并|且|从而|进而)?(?:恢复|改善|促进|抑制|减轻|减少|降低|增加|提高|增强|调节|修复|维持|保护)"
)
_UNFINISHED = re.compile(
    r"\b(?:and|or|the|an?|that|which|but)\s*\?$|\b(\w+) \1\b"
    r"|\b(?:in|of) (?:than|that|and|or)\b|\b(?:in|of) which\b(?! \w+ \w)"
    r"|\b(?:the|a|an) (?:of|in|and|or|to|by|with|from|after|before|was|were|is|are|has|had)\b|\bhad\?$"
    r"|\b(?:and|or|the|of|by|with|through|from)\s*$"
    # `what was the remission was reached?`: a clause where a name should stand
    r"|\b(?:what|how much|how) (?:was|were|did) the [^,?]*\b(?:was|were|is|are|did|had|has)\b[^,?]*\?",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:do|does|is|are|may) (?:which|that|who|and|but)\b"
    r"|^(?:In [^,]+, |[^:]+: )?(?:which|that|who|and|but|thereby) .*____"
    # `releasing X, which lowers ____`: who does it is not told
    r"|^(?:In [^,]+, |[^:]+: )?[a-z]+ing (?!of\b)[^,]*, which [^,]*____",
    re.IGNORECASE,
)
# `通过A或____`: the way, and not what it leads to
_BARE_WAY = re.compile(r"通过(?:[^,，。]{0,20}[或和与及、])?____$")
_ARM = re.compile(
    r"(?:试验|实验|治疗|对照|观察|干预|安慰剂|有效|无效|剂量)组"
    r"|(?<!age )\b(?!age)[a-z/]+ (?:group|arm|cohort)\b|\b(?:group|arm|cohort) [a-d1-4]\b"
)
# what a gap must hold more than: how much something changed, without what changed
_BARE_CHANGE = re.compile(
    r"(?:(?:显著|明显|大幅|逐渐|进一步|快速|部分|有效)地?)*"
    r"(?:恢复|升高|降低|下降|增加|减少|改善|提高|上升|上调|下调|减小|增大|增厚|减轻|增强|抑制|促进)(?:正常|了)?"
    r"|(?:significantly |markedly )?(?:improved?|increased?|decreased?|reduced?|restored?)"
)
# `plays a role in ____` alone: anything would fit
_OPEN = re.compile(
    r"(?:.*[,，])?对于?____(?:能够?|可)?(?:起到?|发挥)[了着]?[^,，]{0,8}作用"
    r"|(?:在.{2,12}中，)?[^,，;；]{0,24}(?:在____中(?:也|还)?(?:发挥|起到?|扮演|具有)[着了]?(?:关键|重要|核心)?的?(?:作用|角色)|具有____)"
)
# examples of a kind that is named behind them, and so can be asked for by it; or of no kind, for nothing told
_EXAMPLES = re.compile(
    r"(?:分泌|释放|产生)(?:例?如____等|了?____等(?:多种|一系列)?(?:物质|成分)$)|例?如____$"
)
# one of many of a class that says nothing of its members: `炎症因子(如____)`
_ANY_EXAMPLE = re.compile(r"(?:炎[症性]|[促抗致]炎|细胞|生长|营养)性?(?:细胞)?因子\((?:例如|如) ?____\)")
_BOTH_NAMES = re.compile(r"([^()、,]{2,})\(([^()、,]{2,})\)")
_DATED = re.compile(r"(?:19|20)\d\d(?!\d)")  # in brackets behind an answer, no other name of it
_WHAT_IS = re.compile("什么是(?P<name>[^?？]+)[?？]")
_CALLED = re.compile("叫什么[?？]$")
_SHORT_NAME = re.compile("[\u3400-\u9fff]{3}")
_LEAST_NEAR = 6  # characters of an answer that another phrase can nearly be
_LEAST_REPEATED = 4  # characters of a name that are its substance
_ASIDE = re.compile(r"[(（][^()（）]*[)）]")
# what an answer has in common with others of its kind, at the end of its name
_KIND_END = r"(?:<:thing>|<:head.zh>|细胞|因子|性|样|的|状态)+$"
_CORE = re.compile(r"(?:炎|[\u3400-\u9fff]{2,})")
_SLOGAN = re.compile(r"[!！]")
_GAP = "____"
_BARE_DEED = re.compile(r"(?:在[^,]{2,30}中,|in [^,]{3,60}, )?[^,;:]+____[。.]?")
_FRAME = re.compile(r"^(?:在[^，]{2,30}中，|[^：]{2,30}：)")
_ENGLISH = re.compile(r"[A-Za-z]{2,}")
_LEAST_ENGLISH = 4  # words that are a sentence, and not a few names
_NO_MODEL = "临床前研究:"
_LEAST_SAID = 12  # characters beside a gap that tell what was done in an experiment of no named disease
_WORD, _PART = re.compile("[a-z0-9]"), re.compile("[a-z0-9.]")
_LEAST_PLURAL = 3  # letters from which an s at the end is a plural's
_RESERVE = re.compile(
    r"可能|或许|也许|有望|潜力|潜能|似乎|被认为|推测|预计|估计|倾向|尚需|有助于|初步|有(?:报道|研究|学者|人|观点)(?:称|认为)|据报道|"
    r"\b(?:may|might|could|can|potential\w*|suggest\w*|likely|appear\w*|seem\w*|possib\w+|promis\w+|thought|expected)\b",
    re.IGNORECASE,
)
_PRECLINICAL = re.compile(
    r"动物|临床前|小鼠|大鼠|鼠|兔|猪|犬|猴|实验模型|模型中|体外|"
    r"\b(?:mice|mouse|rats?|rabbits?|animals?|preclinical|in vitro|model)\b",
    re.IGNORECASE,
)


def is_damaged(front: str) -> bool:
    """Whether a character of the question is lost."""
    return bool(_DAMAGED.search(front))


def is_yes_no(front: str) -> bool:
    """Whether a guess would be right every second time."""
    return bool(_YES_NO.search(match_view(front)))


def asks_twice(front: str, back: str) -> bool:
    """Whether two things are asked, or two answered one by one."""
    answer = match_view(back)
    return bool(
        _TWICE.search(match_view(front))
        or _COUNTS_AGAIN.search(match_view(front))
        or (_TWICE.search(answer) and _LISTED.search(answer))
        or (_GAP in front and _TWO_DEEDS.search(answer))
    )


def is_of_two_languages(front: str, back: str, language: Language) -> bool:
    """Whether a question is in another language than its document, or in two at once."""
    if language is Language.ENGLISH:
        return bool(HAN.search(front + back))
    said = _FRAME.sub("", front)
    return _GAP in said and not HAN.search(said) and len(_ENGLISH.findall(said)) >= _LEAST_ENGLISH


def points_elsewhere(text: str) -> bool:
    """Whether it can be understood only with the text around its source."""
    return bool(_DEICTIC_EN.search(text) if not HAN.search(text) else _DEICTIC_ZH.search(match_view(text)))


def unfinished(front: str) -> bool:
    """Whether a question breaks off, has a clause's beginning for its subject, or tells a way to nowhere."""
    spaced = " " in front or "?" in front
    return bool(
        (spaced and (_UNFINISHED.search(front) or _SUBORDINATE.search(front)))
        or _BARE_WAY.search(match_view(front))
    )


def names_an_arm(front: str) -> bool:
    """Whether it tells of a group of some study, which nobody knows without the study."""
    return bool(_ARM.search(match_view(front)))


def is_open_gap(front: str, back: str) -> bool:
    """Whether a gap holds a bare change (`显著恢复`), or stands where almost anything would fit."""
    if _GAP not in front:
        return False
    view = match_view(front)
    if _ANY_EXAMPLE.search(view) and not _LISTED.search(match_view(back)):
        return True
    of_no_model = view.startswith(_NO_MODEL) and len(view) <= len(_NO_MODEL) + len(_GAP) + _LEAST_SAID
    return of_no_model or bool(
        _EXAMPLES.search(view) or _BARE_CHANGE.fullmatch(match_view(back)) or _OPEN.fullmatch(view)
    )


def tells_nothing_else(front: str) -> bool:
    """Whether a gap stands behind a bare subject and verb (`在RA中，甲细胞促进____`), with no label."""
    return bool(_BARE_DEED.fullmatch(match_view(front).strip()))


def leaks(front: str, back: str) -> bool:
    """Whether the question says the answer, one of its two names (`名(ABBR)`), or its plural."""
    question, answer = match_view(front), match_view(back)
    names = _BOTH_NAMES.fullmatch(answer.strip())
    parts = names.groups() if names else (answer,)
    return any(_is_read(question, name) for name in parts if not (names and _DATED.match(name)))


def _is_read(question: str, name: str) -> bool:
    if HAN.search(name):
        return letters_of(name) in letters_of(question)
    one = name.strip().removesuffix("s") if len(name.strip()) > _LEAST_PLURAL else name.strip()
    return any(_stands_alone(question, at, at + len(one)) for at in occurrences(question, one))


def _stands_alone(question: str, start: int, end: int) -> bool:
    """Whether what stands there is a word, or its plural, and no part of a longer one."""
    end += question.startswith("s", end)
    return not (_PART.match(question, start - 1) if start else None) and not _WORD.match(question, end)


def is_nearly_read(front: str, back: str) -> bool:
    """Whether a gap's sentence has most of its answer, or it but for a word (`促炎…`, `抗炎…`)."""
    question, answer = match_view(front), match_view(back)
    size = len(answer)
    if _SHORT_NAME.fullmatch(answer) and answer[:-1] in question and _GAP in front:
        return True  # `左旋多巴` and `多巴胺`
    if size < _LEAST_NEAR or _GAP not in front or not HAN.search(answer):
        return False
    most = max(_LEAST_NEAR, -(-size * 3 // 4))  # characters of the answer that are as good as all of it
    if any(answer[at : at + most] in question for at in range(size - most + 1)):
        return True
    half = size // 2  # one of the halves is read as it is
    places = set(_columns(question, answer[:half]))
    places |= {at - half for at in _columns(question, answer[half:])}
    return any(
        sum(a != b for a, b in zip(question[at : at + size], answer, strict=True)) <= 1
        for at in places
        if 0 <= at <= len(question) - size
    )


def is_read_by_sense(front: str, back: str, lexicon: Lexicon) -> bool:
    """Whether what tells an answer from its like stands in the sentence around its gap.

    `免疫` of `免疫细胞谱系` beside `免疫重建`; not in the names of diseases, which tell what all is about.
    """
    if _GAP not in front:
        return False
    answer, question = _ASIDE.sub("", match_view(back)).strip(), match_view(front)
    core = lexicon.words.pattern(_KIND_END).sub("", answer)
    if core == answer or core not in question or not _CORE.fullmatch(core):
        return False
    for mention in reversed(lexicon.of(TermKind.DISEASE).mentions(front)):
        question = f"{question[: mention.start]} {question[mention.end :]}"
    return core in question


def _columns(text: str, part: str) -> Iterator[int]:
    """Where a part begins, also within another place of it."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def is_circular(front: str, back: str) -> bool:
    """Whether a definition says little but the name again (`溶血性贫血`: `以溶血性贫血为特征的疾病`)."""
    asked, called = _WHAT_IS.match(match_view(front)), _CALLED.search(match_view(front))
    if not asked and not called:
        return False
    name, view = (asked["name"], match_view(back)) if asked else (match_view(back), match_view(front))
    half = (len(name) + 1) // 2
    pieces = (name[at : at + half] for at in range(len(name) - half + 1))
    return half >= _LEAST_REPEATED and any(piece in view for piece in pieces)


def is_slogan(text: str) -> bool:
    """Whether it calls out: an advertisement's headline, no finding."""
    return bool(_SLOGAN.search(text))


def same_term(front: str, back: str, lexicon: Lexicon) -> bool:
    """Whether the question has another name of the very term that is the answer."""
    verb = lexicon.of(TermKind.ACTION).leading(back)
    term = lexicon.lookup(back) or (lexicon.lookup(back[verb.end :]) if verb else None)
    return term is not None and any(
        mention.term.key == term.key and mention.term.kind is term.kind for mention in lexicon.mentions(front)
    )


def keeps_reserve(text: str) -> bool:
    """Whether a claim that the source makes with reserve is asked with reserve."""
    return bool(_RESERVE.search(match_view(text)))


def names_preclinical(text: str) -> bool:
    """Whether it says that animals or cells were looked at."""
    return bool(_PRECLINICAL.search(match_view(text)))
