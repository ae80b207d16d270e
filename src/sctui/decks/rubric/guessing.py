"""Which answers a learner could give without having read the source."""

from __future__ import annotations

import re

from sctui.decks.rubric.answer import NOISE, letters
from sctui.text.match_view import match_view

# what a treatment is expected to do: an answer that says this of the question's own words can be guessed
_EXPECTED = re.compile(
    r"(?:可|能|能够|显著|明显|有效|进一步|逐渐)*地?(?:得到|有所|获得)?(?:了)?"
    r"(?:改善|缓解|减轻)(?:了)?(?=.)"
)
_ASKS_WORTH = re.compile("结论|效果如何|疗效如何|作何评价|什么特性|什么结果|结果如何|(?:有|起了)哪些作用")
# what every report on a treatment says of it
_PRAISE = re.compile(
    r"(?:是|为|有|具有|显示|表现出?|均|都|总体|整体|较为?|更|十分|非常|很|的|且|并|和|与|及|既|又|也)*"
    r"(?:(?:治疗|临床|长期)?(?:安全|有效|可行|可靠|疗效|效果)性?(?:治疗|方法|良好|好|显著|明显|确切|较高|高|且|和|与|又|的)*)+"
)
# that what is written about does better than what was there before
_WINS = re.compile(
    r"(?:显著|明显|更|较|远|均|都|也|为)*(?:胜一筹|优越|优异|出色|突出|理想|好|佳|优|强|有效|具?有?优势|安全有效|安全)"
    r"(?:性|的|于传统疗法)*"
)
_ASKS_HOW_MUCH_BETTER = re.compile("相比.*(?:如何|表现)|^compared with", re.IGNORECASE)
_WINS_EN = re.compile(
    r"(?:significantly |much |more )?(?:better|superior|effective|improved|greater efficacy)"
)
_OF_PAPERS = re.compile("文献|共识|综述|分析|指南")  # what experts agree on is worth knowing
_GAP = "____"
_ASIDE = re.compile(r"[(（][^()（）]*[)）]$")
# a part that something has in a disease is no answer: `在X的发病机制中`
_ANY_PART = re.compile(
    r".{0,24}?(?:的|[病症炎染瘤])(?:发病机制|发病过程|发病|病理过程|病理生理|发生发展|发生和发展|发生|进展|治疗|防治|免疫治疗|修复过程)"
)
_MORE_OF_IT = (
    (re.compile("[促抗]炎|炎[症性]"), re.compile("(?:组织|局部|慢性)*的?炎症(?:反应|损伤|状态)?")),
    (re.compile("抗氧化"), re.compile("氧化(?:应激)?(?:损伤)?")),
    (re.compile("抗凋亡"), re.compile("(?:细胞)?凋亡")),
)
# what anything against inflammation does: `抑制促炎因子,减轻____`
_CALMED = re.compile(
    "(?:组织|局部|慢性)*的?炎[症性](?:(?:级联)?反应|损伤|浸润|对(?:组织|器官)(?:所?造成)?的(?:损伤|损害))?"
)
_CALMS = re.compile("[促抗]炎|炎[症性](?:细胞)?因子")
_ASKS_PART = re.compile("在哪些方面发挥作用|在 ?____(?:过程)?中(?:也|还)?(?:发挥|起|扮演)")


def is_expected(front: str, back: str) -> bool:
    """Whether the answer only repeats what is asked about, and that it got better."""
    answer = letters(back)
    change = _EXPECTED.match(answer)
    return change is not None and answer[change.end() :] in letters(front)


def is_praise(front: str, back: str) -> bool:
    """Whether the worth of a treatment is asked for, and the answer is that it is safe, or works."""
    question = match_view(front)
    asked = _ASKS_WORTH.search(question) and not _OF_PAPERS.search(question)
    return bool(asked or _GAP in question) and says_it_works(back)


def is_better(front: str, back: str) -> bool:
    """Whether a comparison is asked for, and the answer is but that the new treatment is better."""
    view = match_view(back).strip()
    return bool(_ASKS_HOW_MUCH_BETTER.search(match_view(front))) and bool(
        _WINS.fullmatch(view) or _WINS_EN.fullmatch(view)
    )


def says_it_works(text: str) -> bool:
    """Whether all that is said is that a treatment is safe, or works."""
    return bool(_PRAISE.fullmatch(NOISE.sub("", _ASIDE.sub("", match_view(text).strip()))))


def is_more_of_it(subject: str, answer: str) -> bool:
    """Whether what something does is what its name says (`促炎因子` worsens `炎症损伤`)."""
    named, view = match_view(subject), match_view(answer)
    return any(kind.search(named) and harm.fullmatch(view) for kind, harm in _MORE_OF_IT)


def is_any_part(front: str, back: str) -> bool:
    """Whether the answer to what something plays a part in is but a disease's course, or its treatment."""
    return bool(_ASKS_PART.search(match_view(front)) and _ANY_PART.fullmatch(match_view(back).strip()))


def is_calmed(front: str, back: str) -> bool:
    """Whether a gap holds that inflammation grows less, where the sentence tells how."""
    return _GAP in front and bool(
        _CALMED.fullmatch(match_view(back).strip()) and _CALMS.search(match_view(front))
    )
