import pytest

from sctui.collection import Collection
from sctui.model.change import UNMARKED
from sctui.model.review import Rating
from sctui.scheduler import acts
from sctui.scheduler.study_day import study_day
from sctui.search.syntax import QueryError
from sctui.study.session import StudySession
from sctui.study.settings import StudySettings
from tests.small_collection import DAY, NOON
from tests.unit.search.conftest import Find, found_in

ALL = ["hans", "hant", "wide", "sjogren", "choice", "gap#1", "gap#2"]


@pytest.mark.parametrize(
    ("query", "cards"),
    [
        ("", ALL),
        ("干细胞", ["hans", "hant"]),
        ("幹細胞", ["hans", "hant"]),
        ("乾細胞 or 干細胞", ["hans", "hant"]),
        ("骨髓", ["hans"]),  # in the quote
        ("髓", ["hans"]),
        ("msc", ["wide"]),
        ("ｍｓｃ", ["wide"]),
        ("10^7/KG", ["wide"]),
        ("10⁷", ["wide"]),
        ("cd4+", ["hant"]),
        ("sjogren", ["sjogren"]),
        ("SJÖGREN", ["sjogren"]),
        ("il-6", ["choice"]),  # among the wrong answers
        (r"\(a", ["choice"]),
        ("gap 1", ["gap#1", "gap#2"]),
        ('"gap 1"', ["gap#1", "gap#2"]),  # the sentence with its gaps filled
        ('"1 gap 2"', ["gap#1", "gap#2"]),
        ("何*细胞", ["hant"]),
        ("细胞*何", []),
        ("移植*22", []),  # never from the question into the answer
        ("-干细胞", ["wide", "sjogren", "choice", "gap#1", "gap#2"]),
        ("干细胞 -移植", ["hant"]),
        ("(干细胞 or msc) -移植", ["hant", "wide"]),
        ("青蒿素", []),
        ("front:干细胞", ["hans", "hant"]),
        ("back:细胞", ["hant"]),
        ("quote:骨髓 back:22", ["hans"]),
        ("quote:剂量", []),
        ("答案:更新", ["hant"]),
        ("deck:免疫", ["hans", "hant", "wide"]),
        ("deck:免疫 剂量", ["wide"]),
        ("deck:=免疫", ["hans", "hant", "wide"]),
        ("deck:=狼疮", []),
        ("deck:免*狼", ["hans", "hant", "wide"]),
        ("topic:背景", ["hant", "wide"]),
        ("topic:=疗效", ["hans"]),
        ("kind:trial or kind:cloze", ["hans", "gap#1", "gap#2"]),
        ("kind:choice", ["choice"]),
        ("tag:core", ["hans", "hant"]),
        ("tag:=core", ["hans"]),
        ("is:core", ["hans"]),
        ("tag:考试", ["hant"]),
        ("flag:damage", ["wide"]),
        ("source:sle", ["hans"]),
        ("source:sle.md:42", ["hans"]),
        ("source:sle.md:4", []),
        ("id:hAn", ["hans", "hant"]),
        ("id:h*t", ["hant"]),
        (r"re:/\d+名/", ["hans"]),
        (r"re:/^何/", ["hant"]),
        (r"re:/幹細胞.移植/", []),
        (r"re:/幹細胞移植/", ["hans"]),
        (r"re:/ＭＳＣ\S剂/", ["wide"]),
        (r"re:/植.*22/", []),  # never from the question into the answer
        (r"re:/[^x]更新的/ or re:/sjögren/", ["hant", "sjogren"]),
        (r"re:/(移植|更新)/", ["hans", "hant"]),
        ("is:new", ALL),
        ("lapses:0", ALL),
        ("deck:", ALL),
        ("-", ALL),
    ],
)
def test_a_query_finds(find: Find, query: str, cards: list[str]) -> None:
    assert find(query) == cards


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("is:lost", "Known: due"),
        ("lapses>many", "lapses>3"),
        ("deck>3", "deck:"),
        ("re:/(/", "RE2"),
        ("re:/(?=a)/", "RE2"),
        (r"re:/(a)\1/", "RE2"),
        ("re:/a{1000}{1000}/", "RE2"),
        ("prop:r<nan", "prop:r"),
    ],
)
def test_what_cannot_be_asked_says_what_to_write(find: Find, query: str, hint: str) -> None:
    with pytest.raises(QueryError) as caught:
        find(f"x or {query}")
    assert caught.value.at == len("x or ")
    assert hint in caught.value.hint


@pytest.mark.parametrize("query", ["is:du", "lapses>-"])
def test_what_may_become_a_value_is_unfinished(find: Find, query: str) -> None:
    with pytest.raises(QueryError) as caught:
        find(query)
    assert caught.value.unfinished


@pytest.mark.parametrize("pattern", ["(a+)+$", "(x|xx)*y", "[ab]*a[ab]{40}c", "(.*)*=", "(a?){50}a{50}"])
def test_a_hostile_expression_ends(find: Find, pattern: str) -> None:
    assert isinstance(find(f"re:/{pattern}/"), list)


def test_what_is_known_of_cards_is_found(collection: Collection, find: Find) -> None:
    session = StudySession(collection, ("hans", "hant", "wide"), StudySettings())
    for at, rating in enumerate((Rating.EASY, Rating.GOOD, Rating.AGAIN)):
        assert session.next(NOON + at * 1000)
        session.grade(rating, NOON + at * 1000, 1000)
    assert find("is:review") == ["hans"]
    assert find("is:learning") == ["hant", "wide"]
    assert find("is:due") == ["hant", "wide"]
    assert find("is:new") == ["sjogren", "choice", "gap#1", "gap#2"]
    assert find("reps:1") == ["hans", "hant", "wide"]
    assert find("prop:r<1.1") == ["hans", "hant", "wide"]
    assert find("prop:r<100%") == []
    assert find("prop:s>8") == ["hans"]
    assert find("prop:d>5") == ["wide"]
    assert find("due>0") == ["hans"]
    assert find("ivl>=1") == ["hans"]
    assert find("prop:due<=0") == ["hant", "wide"]
    assert find("", "s")[:3] == ["wide", "hant", "hans"]
    assert find("", "s", downwards=True)[:3] == ["hans", "hant", "wide"]
    assert find("", "due", downwards=True)[0] == "hans"
    assert find("-is:new", "reps") == ["hans", "hant", "wide"]


def test_marks_are_found(collection: Collection, find: Find) -> None:
    store, today = collection.store, study_day(NOON, 0, 4)
    store.change([acts.suspended("hans", UNMARKED, NOON, on=True)])
    store.change([acts.buried("hant", UNMARKED, NOON, today)])
    store.change(
        [
            acts.flagged("wide", UNMARKED, NOON, 3),
            acts.leeched("choice", UNMARKED, NOON, suspend=False),
        ]
    )
    assert find("is:suspended") == ["hans"]
    assert find("is:buried") == ["hant"]
    assert find("flag:3") == find("is:flagged") == ["wide"]
    assert find("flag:0 -is:new") == []
    assert find("flag:0")[-1] == "gap#2"
    assert find("is:leech") == find("tag:leech") == ["choice"]
    assert find("", "flag", downwards=True)[0] == "wide"


def test_orders(find: Find) -> None:
    assert find("", "deck", downwards=True)[0] == "hans"
    assert find("", "deck")[0] == "sjogren"
    assert find("is:new", "kind")[0] == "sjogren"  # mechanism, note, term, trial
    assert find("id:han", "question") == ["hant", "hans"]
    assert find("", "added", downwards=True) == ALL[::-1]
    assert sorted(find("", "topic")) == sorted(ALL)


def test_the_day_decides_what_is_due(collection: Collection) -> None:
    session = StudySession(collection, ("hans",), StudySettings())
    session.next(NOON - 20 * DAY)
    session.grade(Rating.EASY, NOON - 20 * DAY, 1000)
    assert found_in(collection, "is:due due<0 prop:r<0.9") == ["hans"]
