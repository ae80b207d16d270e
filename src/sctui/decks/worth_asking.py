"""Which facts of a study are worth a card by themselves, and why the others are not."""

from __future__ import annotations

import re

from sctui.decks.any_treatment import is_any_treatment, is_of_a_kind
from sctui.decks.carriers import (
    TREATED,
    is_anybodys,
    is_bare_control,
    is_findable,
    is_nobodys,
    is_on_something,
    is_told_apart,
)
from sctui.decks.claim_faults import ALONE, GUESSED, OPEN
from sctui.decks.foregone import is_foregone, says_no_harm
from sctui.decks.joined import BARE, KINDS
from sctui.decks.results import FIGURES, RESULTS, is_of_animals, is_practice
from sctui.decks.turned import is_vague
from sctui.decks.wording import COMPARED
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.fact import Fact
from sctui.text.enumeration import members
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

DETAIL = "detail of a study"
_DETAILS = BARE | {"condition", "groups", "beside"}
_OF_A_PERSON = frozenset({"course", "when", "duration", "age", "followup", "followups"})
_GIVEN = (
    r"<:giving>|<:thing>|<:subject>|治疗|疗法|手术|注射|输注|药|剂"
    r"|\b(?:treatments?|therap(?:y|ies)|injections?|infusions?)\b"
)
_THINGS = (
    TermKind.CELL,
    TermKind.TREATMENT,
    TermKind.DISEASE,
    TermKind.FACTOR,
    TermKind.IMMUNE,
    TermKind.SOURCE,
)
_COUNTED = re.compile(r"[\d,]+\s?(?:名|例|人|位|个|patients|participants)?(?:患者|病人|参与者|受试者)?")
# patients by the kind of their disease, who are no group of the study
_KIND_OF_PATIENTS = re.compile(r"[^组組]*(?:患者|病人)")
_TREATED_AS = re.compile("接受|治[疗療]|移植|注射|[输輸]注|使用|采用|採用|安慰[剂劑]|[对對]照")
_BARE_VERDICTS = frozenset({"safe", "effective", "feasible", "safe and effective"})
_OF_DISEASE = frozenset({"change_word", "state_change", "effect"})  # told of an organ that its name has
_TOLD_WHOLE = frozenset({"effect", "caused", "verdict", "conclusion", "proved"})
_LEAST_SEEN = 6  # characters behind a time that tell what was seen then
_NUMBER, _FEW, _MANY = re.compile(r"\d+"), 3, 20
_LARGE = 6  # of which part of the patients a group is, to be asked for by itself
_HOW_MANY = re.compile(r"\d|\b(?:once|twice|single|one|two|three|four|five|six)\b", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:decreased|increased|improved|reduced|ranging|between)\b")  # a sentence, no measure
_IF = re.compile("若|如果|一旦|不当")  # what goes wrong where something is done badly
_CRITERION = re.compile("(?:入组|纳入|入选)标准")  # how long a symptom had to last, to be let in
_OF_NOTHING = re.compile(
    "(?:平均|中位|已|均|可|持续|维持|长期|稳定)*"
)  # of a length, told without what lasted
# those who are left when all that something was done to are counted
_REST = re.compile(r"(?:未|没有?|未曾)(?:再)?(?:接受|使用|进行|给予)|\bdid not (?:receive|undergo|get)\b")
# what a medicine is called by whoever calls it the first of its kind
_FIRST = re.compile(
    "全球|世界|国内|我国|中国|美国|首[款个种例]|第一[款个种]|获批|上市|批准|许可|来源|类|的|药物|药品|产品|疗法|治疗|注射液|制剂|细胞"
)
_GIVEN_TO = re.compile(
    r"(?:患者|病人|参与者)?(?:[^,，。]{0,12}(?:时|中|内))?(?:的)?(?:所有疗程)?(?:还|也|又|都|均|只|仅|曾)*(?:不|未|没有)?"
    r"(?:接受|使用|采用|选用|改用|换用|输注|用)了?(?!.*(?:后|缓解|停|减|恢复|改善|死亡|复发$)).{1,24}"
    r"|(?:患者|病人|参与者)?(?:为|是|属于?).{2,24}(?:患者|病人)"
)
_VOLUME = re.compile(r"(?:约)?\d+(?:\.\d+)?\s?(?:ml|毫升|cc)")
_ONE_WORD_OF_DESIGN = re.compile(
    "(?:一项)?(?:回顾性|前瞻性|随机|观察性|对照|开放|单臂)(?:化)?的?(?:对照)?(?:研究|试验|分组)?|randomi[sz]ed|retrospective"
)
_GROUP = re.compile("组$")
_LEFT = re.compile(
    "(?:患者|病人)?(?:中途|途中)?(?:失访|脱落|退出)(?:了?(?:研究|试验))?"
)  # and are told of no more
_FORM_ALONE = re.compile(
    "(?:干?细胞)(?:膜?片|薄片|制剂|产品|悬液)|cell (?:sheets?|products?|suspensions?)"
)  # of which cells?

# what relieves anything
_ANY_RELIEF = re.compile(
    "(?:简单|对症|一般|常规|适当|口服|支持|短期|的)*(?:镇痛|止痛|退热|休息|处理|治疗|护理|观察|药物?|用药|措施|和|与|及|或|、)*"
)
_NOTHING_AMISS = re.compile("(?:均|都|也|皆)?(?:无|未见|没有|未发现)(?:明显|任何)?异常")
_HARM = re.compile("不良|副作用|副反[应應]|[并並][发發]症")  # of no kind
_PEOPLE = re.compile("患者|病人|参与者|参加者|受试者|女性|志愿者|patients|participants|women|volunteers")
_SEVERAL = re.compile(r"[和与與及、]|[联聯]合|\band\b|\bcombined\b")


def not_worth_asking(fact: Fact, lexicon: Lexicon | None) -> str:
    """What keeps a fact of a study from being a card by itself; empty for nothing."""
    kind = fact.study.get("kind") if fact.study else ""
    disease = fact.study.get("condition") if fact.study and fact.slot in _OF_DISEASE else ""
    told = fact.value if fact.slot in _TOLD_WHOLE else f"{fact.measure}{fact.value}"
    found = fact.slot in RESULTS - FIGURES - {"safety"} or fact.slot.startswith("state")
    of_nobody, a_trial = kind == "loose", kind == "trial"
    reasons = (
        (DETAIL, fact.slot in _DETAILS and kind in KINDS),
        (ALONE, a_trial and fact.slot not in TREATED and not fact.subject and is_nobodys(fact.study)),
        (ALONE, fact.study is not None and a_trial and not is_on_something(fact.study, lexicon)),
        (OPEN, fact.slot == "hazard" and bool(_IF.search(match_view(fact.subject)))),
        (ALONE, fact.slot == "hazard" and not _names_what(fact.subject, lexicon)),
        (GUESSED, fact.slot in TREATED and is_any_treatment(fact, lexicon)),
        (GUESSED, fact.slot == "received" and is_of_a_kind(fact, lexicon)),
        (GUESSED, fact.slot in TREATED and bool(_FORM_ALONE.fullmatch(match_view(fact.value)))),
        (GUESSED, fact.slot in TREATED and a_trial and is_anybodys(fact, lexicon)),
        # a product whose cells nobody would doubt; what the study is known by alone, is no question
        (GUESSED, fact.slot == "cell_source" and kind == "approval" and is_of_a_kind(fact, lexicon)),
        (DETAIL, fact.slot == "approved_age" and _is_in_indication(fact)),
        # by whom is told where it is asked when
        (DETAIL, fact.slot == "regulator" and fact.study is not None and bool(fact.study.get("approved"))),
        (DETAIL, fact.slot == "followups" and _is_told_by_results(fact)),
        (GUESSED, fact.slot == "relief" and bool(_ANY_RELIEF.fullmatch(match_view(fact.value).strip()))),
        (DETAIL, fact.study is not None and a_trial and fact.slot in TREATED and not is_findable(fact.study)),
        (GUESSED, fact.slot == "comparator" and is_bare_control(fact)),
        (GUESSED, fact.slot == "first" and _is_told_by_name(fact)),
        (DETAIL, kind == "case" and fact.slot in _OF_A_PERSON),
        (DETAIL, fact.slot == "reviewed" or (kind == "approval" and fact.slot == "condition")),
        (ALONE, fact.slot == "duration" and bool(_OF_NOTHING.fullmatch(match_view(fact.measure)))),
        (DETAIL, fact.slot == "arm_size" and _GROUP.search(match_view(fact.measure)) is not None),
        # who of one group got what besides is told with the design, or by nobody, where they are few
        (DETAIL, fact.slot == "arm_of" and a_trial),
        (DETAIL, fact.slot == "arm" and a_trial and not _is_large_part(fact)),
        (DETAIL, fact.slot in {"arm", "arm_of"} and (_is_one_or_two(fact) or _is_rest(fact))),
        (DETAIL, fact.slot == "n" and a_trial and fact.study is not None and not is_told_apart(fact.study)),
        (DETAIL, fact.slot == "arm_size" and _is_kind_of_patients(fact.measure) and not _is_large_part(fact)),
        (DETAIL, fact.slot in {"n", *TREATED} and is_practice(fact)),
        (DETAIL, of_nobody and fact.slot == "verdict"),
        (DETAIL, fact.slot == "count" and a_trial and bool(_LEFT.fullmatch(match_view(fact.measure)))),
        # what of one group some were given besides, or which kind of the disease they had
        (
            DETAIL,
            fact.slot in {"count", "count_of"}
            and a_trial
            and bool(_GIVEN_TO.fullmatch(match_view(fact.measure))),
        ),
        (
            DETAIL,
            fact.slot in {"age", "arm_size"} and any(flag.startswith("doubtful:") for flag in fact.flags),
        ),
        (DETAIL, fact.slot == "dose" and _is_volume_beside_cells(fact)),
        (
            GUESSED,
            fact.slot == "design" and bool(_ONE_WORD_OF_DESIGN.fullmatch(match_view(fact.value).strip())),
        ),
        (GUESSED, a_trial and fact.slot == "safety" and bool(_HARM.search(told)) and says_no_harm(told)),
        (GUESSED, found and bool(_NOTHING_AMISS.fullmatch(match_view(fact.value).strip()))),
        (DETAIL, kind == "case" and (fact.slot == "change_word" or fact.slot.startswith("state"))),
        (DETAIL, bool(_CRITERION.match(match_view(fact.measure)))),
        # what only people have, of a review of work on animals: the text has it from somewhere else
        (
            "claim in doubt",
            fact.slot in FIGURES and bool(_PEOPLE.search(match_view(told))) and is_of_animals(fact),
        ),
        # `a company's trial`, of what is not told; `among the 59`
        (DETAIL, fact.slot == "when" and _is_time_alone(fact)),
        (ALONE, fact.slot == "phase_of"),
        (ALONE, fact.slot.endswith("_of") and bool(_COUNTED.fullmatch(match_view(fact.subject)))),
        (GUESSED, fact.slot == "change_word" and is_vague(fact.measure)),
        (GUESSED, found and bool(HAN.search(told)) and is_foregone(told, lexicon, disease)),
        (GUESSED, fact.slot == "verdict" and fact.value.casefold() in _BARE_VERDICTS),
        (DETAIL, fact.slot == "doses" and fact.value.isascii() and not _HOW_MANY.search(fact.value)),
        ("cut text", fact.slot in COMPARED and bool(_TOLD.search(fact.measure))),
        # `clinical studies show that ____ helps`: anything fits, but what is given together
        (OPEN, of_nobody and fact.slot == "product" and not _SEVERAL.search(fact.value)),
    )
    return next((item for item, holds in reasons if holds), "")


def _is_volume_beside_cells(fact: Fact) -> bool:
    """Whether a dose is but how much fluid was given, where the study tells how many cells were in it."""
    doses = [slot.value for slot in fact.study.all("dose")] if fact.study else []
    return bool(_VOLUME.fullmatch(match_view(fact.value).strip())) and len(doses) > 1


def _is_told_by_results(fact: Fact) -> bool:
    """Whether figures of the study tell each of the times at which patients were seen again."""
    told = [match_view(one.measure) for one in fact.study.slots if one.name in FIGURES] if fact.study else []
    times = members(match_view(fact.value))
    return len(times) > 1 and all(any(time in measure for measure in told) for time in times)


def _is_in_indication(fact: Fact) -> bool:
    """Whether for whom a product is approved says from which age on."""
    told = fact.study.get("indication") if fact.study else ""
    return match_view(fact.value).rstrip("及以上岁") in match_view(told)


def _names_what(subject: str, lexicon: Lexicon | None) -> bool:
    """Whether what may do harm is named: a known thing, or a treatment by its plain word; not only how."""
    if lexicon is None:
        return True
    plain = lexicon.words.pattern(_GIVEN).search(match_view(subject))
    return bool(plain or lexicon.of(*_THINGS).mentions(subject))


def _is_one_or_two(fact: Fact) -> bool:
    """Whether so few of the patients were treated so that nobody need remember how many."""
    size, total = (_NUMBER.search(text) for text in (fact.value, fact.study.get("n") if fact.study else ""))
    return bool(size and int(size[0]) <= _FEW and total and int(total[0]) >= _MANY)


def _is_large_part(fact: Fact) -> bool:
    """Whether those counted are so many of all that they say what kind of study it was."""
    size, total = (_NUMBER.search(text) for text in (fact.value, fact.study.get("n") if fact.study else ""))
    return bool(size and total and int(total[0]) <= _LARGE * int(size[0]) < _LARGE * int(total[0]))


def _is_rest(fact: Fact) -> bool:
    """Whether those counted are the ones whom nothing was done to."""
    return bool(_REST.search(match_view(fact.measure)))


def _is_told_by_name(fact: Fact) -> bool:
    """Whether a medicine is the first of what its name says it is (`首款羊膜来源干细胞药物`)."""
    brand = match_view(fact.study.get("brand")) if fact.study else ""
    left = _FIRST.sub("", match_view(fact.value))
    return bool(brand) and all(sign in brand for sign in left if not sign.isspace())


def _is_kind_of_patients(measure: str) -> bool:
    """Whether those counted only have a kind of the disease, and were treated like all others."""
    return bool(_KIND_OF_PATIENTS.fullmatch(measure)) and not _TREATED_AS.search(measure)


def _is_time_alone(fact: Fact) -> bool:
    """Whether a clause tells a time, and not what was seen then."""
    return fact.answer is not None and fact.evidence.end - fact.answer.end < _LEAST_SEEN
