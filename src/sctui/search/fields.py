"""The fields of a query over cards, as data: what each is called, what it looks at, what may stand in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from sctui.i18n import N_
from sctui.search.syntax import PATTERN


class Sort(Enum):
    """What a field holds."""

    WORDS = "words"  # a part of the card's text
    NAME = "name"  # one name or several, such as its deck and its tags
    NUMBER = "number"
    STATE = "state"  # a word for what is so now
    PATTERN = "pattern"


@dataclass(frozen=True, slots=True)
class Field:
    """A field.

    Args:
        name: its canonical name.
        sort: what it holds.
        others: what else it may be called, in the match view.
        example: how it is written, and what that finds, in English.
    """

    name: str
    sort: Sort
    others: tuple[str, ...]
    example: tuple[str, str]


# how words are written, in English
LANGUAGE = N_(
    "Words stand beside each other and all must be found; or, - and ( ) as in Anki; "
    '"a phrase"; * for anything. Scripts, widths, capitals and accents make no difference.'
)
FIELDS = (
    Field(
        "deck",
        Sort.NAME,
        ("牌组", "卡组"),
        ("deck:狼疮", N_("in a deck whose name, or one above, has these words")),
    ),
    Field("topic", Sort.NAME, ("主题",), ("topic:疗效", N_("under a heading with these words"))),
    Field(
        "kind",
        Sort.NAME,
        ("类型",),
        ("kind:trial", N_("of a kind (mechanism, trial, …) or type (cloze, number, …)")),
    ),
    Field(
        "tag",
        Sort.NAME,
        ("tags", "标签"),
        ("tag:core", N_("with a tag that has these letters; tag:=core, just so")),
    ),
    Field(
        "flag",
        Sort.NAME,
        ("旗标", "旗"),
        ("flag:3", N_("with your flag 3; flag:0, with none; flag:damage, doubtful …")),
    ),
    Field(
        "source",
        Sort.NAME,
        ("document", "doc", "来源", "文献"),
        ("source:asthma.md:42", N_("from a document, a line of it")),
    ),
    Field("id", Sort.NAME, ("编号",), ("id:sle-*", N_("whose id has these letters"))),
    Field(
        "front",
        Sort.WORDS,
        ("question", "问题", "正面"),
        ("front:剂量", N_("with these words in the question")),
    ),
    Field("back", Sort.WORDS, ("answer", "答案", "背面"), ("back:84%", N_("with these words in the answer"))),
    Field(
        "quote",
        Sort.WORDS,
        ("原文", "引文"),
        ("quote:随访", N_("with these words in the quote of the source")),
    ),
    Field(
        "is",
        Sort.STATE,
        ("状态",),
        ("is:due", N_("due, new, learning, review, suspended, buried, flagged, leech, core")),
    ),
    Field("due", Sort.NUMBER, ("到期",), ("due:<=3", N_("due within three days; due<0, overdue"))),
    Field("ivl", Sort.NUMBER, ("interval", "间隔"), ("ivl>30", N_("that came back after more than 30 days"))),
    Field("lapses", Sort.NUMBER, ("遗忘",), ("lapses>3", N_("forgotten more than three times"))),
    Field("reps", Sort.NUMBER, ("reviews", "次数"), ("reps:0", N_("answered so often"))),
    Field(
        "s", Sort.NUMBER, ("stability", "稳定性"), ("prop:s>30", N_("of a stability of more than 30 days"))
    ),
    Field("d", Sort.NUMBER, ("difficulty", "难度"), ("prop:d>7", N_("of a difficulty (1 to 10) above 7"))),
    Field(
        "r",
        Sort.NUMBER,
        ("retrievability", "可提取性"),
        ("prop:r<0.9", N_("recalled today with a lower probability")),
    ),
    Field(PATTERN, Sort.PATTERN, (), (r"re:/\d+ ?mg/", N_("in which a regular expression matches"))),
)
BY_NAME: Mapping[str, Field] = MappingProxyType({field.name: field for field in FIELDS})
_ALL_NAMES = {known: field.name for field in FIELDS for known in (field.name, *field.others)}
_NUMBERS = {f"prop:{known}": name for known, name in _ALL_NAMES.items() if BY_NAME[name].sort is Sort.NUMBER}
# a single letter is a number's name only behind `prop:`, for `r=0.8` and `d<2` stand in texts
NAMES: Mapping[str, str] = MappingProxyType(
    {known: name for known, name in _ALL_NAMES.items() if len(known) > 1 or not known.isascii()} | _NUMBERS
)
STATES = ("due", "new", "learning", "review", "suspended", "buried", "flagged", "leech", "core")
