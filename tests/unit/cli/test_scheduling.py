"""The commands about scheduling, on a home with one small deck and a simulated learner's answers."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sctui.cli.commands import cli
from sctui.errors import ConfigError
from sctui.model.change import Marks
from sctui.model.preset import Preset
from sctui.model.review import MemoryState, Phase, Rating, Review
from sctui.scheduler.fit import FitError
from sctui.scheduler.fsrs6 import previews
from sctui.scheduler.histories import histories
from sctui.scheduler.memory import Memory
from sctui.scheduler.replay import replay
from sctui.scheduler.workload import RETENTIONS
from sctui.store.store import Store
from tests.small_collection import DAY

DECK = "deck: 试验::狼疮\nlanguage: zh-Hans\ncards:\n" + "".join(
    f"  - id: card-{number}\n    topic: [狼疮, {'疗效' if number % 2 else '安全性'}]\n    front: 问{number}\n    back: 答{number}\n"
    for number in range(60)
)
NOW = int(datetime.now(UTC).timestamp() * 1000)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "lupus.yaml").write_text(DECK, encoding="utf-8")
    monkeypatch.setattr("sctui.locations.bundled", lambda: tmp_path / "nothing")
    return tmp_path


def run(home: Path, *arguments: str, code: int = 0) -> str:
    result: Result = CliRunner().invoke(cli, ["--home", str(home), *arguments], catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result.output


def study(home: Path, cards: range, *, days_ago: int, answers: int = 1) -> None:
    """Answer cards on the days before today."""
    store = Store.open(home / "collection.db")
    store.ensure()
    for number in cards:
        state = MemoryState(f"card-{number}")
        now = NOW - days_ago * DAY
        for answer in range(answers):
            rating = Rating.AGAIN if answer and (answer + number) % 7 == 0 else Rating.EASY
            after = previews(state, now, Preset())[rating - 1].apply(state, now)
            store.record(Review(state.card, now, rating, 6000, state, after, Preset()))
            state, now = after, min(NOW, now + 3 * DAY)
    store.close()


def test_too_few_answers_to_optimise_are_told(home: Path) -> None:
    with pytest.raises(FitError, match="0 answers"):
        run(home, "optimise")


def test_parameters_are_fitted_kept_and_given_back(home: Path) -> None:
    study(home, range(60), days_ago=60, answers=12)
    dry = run(home, "optimise", "--dry-run")
    assert "log loss" in dry
    assert "(--dry-run)" in dry
    assert "->" not in run(home, "optimise", "--history")
    assert "What is remembered of 60 cards was worked out anew" in run(home, "optimise")
    store = Store.open(home / "collection.db")
    own = Memory(store.parameters()[-1].parameters)
    states = {state.card: state for state in store.due_before(NOW + 99_999 * DAY)}
    assert replay(store.log()) == states
    for history, state in zip(histories(store.log()), states.values(), strict=False):
        memorised = own.first(history[0].rating)
        for answer in history[1:]:
            memorised = own.after(*memorised, answer.elapsed, answer.rating)
        assert memorised in {(one.stability, one.difficulty) for one in states.values()}
        assert state.due is not None
    store.close()
    assert "->" in run(home, "optimise", "--history")
    assert "default parameters are in use" in run(home, "optimise", "--defaults")
    store = Store.open(home / "collection.db")
    assert [bool(fitted.parameters) for fitted in store.parameters()] == [True, False]
    store.close()


def test_retention_is_suggested_for_the_time_there_is(home: Path) -> None:
    out = run(home, "retention", "--minutes", "600", "--new", "5")
    assert "60 cards, 5 new a day" in out
    assert "desired_retention = 0.97 fits into 600 minutes" in out


def test_retention_is_told_to_other_programs(home: Path) -> None:
    told = json.loads(run(home, "retention", "--new", "5", "--format", "json"))
    assert told["new_per_day"] == 5
    assert told["minutes_studied"] == 0
    assert [load["retention"] for load in told["workloads"]] == sorted(RETENTIONS)
    assert told["workloads"][0]["minutes"] < told["workloads"][-1]["minutes"]


def test_retention_is_suggested_for_the_time_that_was_taken_of_late(home: Path) -> None:
    assert "desired_retention" not in run(home, "retention", "--new", "5")
    for part, days_ago in enumerate((9, 5, 2)):
        study(home, range(20 * part, 20 * part + 20), days_ago=days_ago)
    out = run(home, "retention", "--new", "5")
    assert "In the last 30 days you studied" in out
    assert "desired_retention = " in out


def test_an_exam_is_shown_with_its_plan_and_without(home: Path) -> None:
    study(home, range(20), days_ago=9)
    day = (datetime.now(UTC) + timedelta(days=12)).date()
    (home / "config.toml").write_text(f'[[exam]]\ndate = {day}\ndeck = "试验"\nminutes = 3\n', "utf-8")
    out = run(home, "exam")
    assert "试验:" in out
    assert "60 cards, 40 of them new" in out
    shares = [float(line.split("%")[0].split()[-1]) for line in out.splitlines() if "%" in line]
    assert shares[0] > shares[1] > shares[2]
    assert "card-" in run(home, "exam", "--cards")
    assert "No exam" not in run(home, "exam", "--date", "2020-01-01")


def test_an_unknown_deck_and_a_wrong_setting_are_named(home: Path) -> None:
    assert "no deck `nowhere`" in run(home, "exam", "--date", "2030-01-01", "--deck", "nowhere", code=2)
    (home / "config.toml").write_text("[[exam]]\nminutes = 3\n", "utf-8")
    with pytest.raises(ConfigError, match=r"exam\.date"):
        run(home, "exam")


def test_a_backlog_is_shown_spread_and_taken_back(home: Path) -> None:
    assert "nothing to relieve" in run(home, "backlog")
    study(home, range(30), days_ago=30)
    shown = run(home, "backlog", "--reviews", "10")
    assert "30 cards are due. Over 3 days" in shown
    assert "Nothing was changed" in shown
    assert "Done" in run(home, "backlog", "--reviews", "10", "--apply")
    store = Store.open(home / "collection.db")
    assert len(store.due_before(NOW + DAY // 8)) <= 20
    store.undo(lambda _: True, NOW)
    assert len(store.due_before(NOW)) == 30
    store.close()


def test_mastery_has_a_line_a_topic_and_a_history(home: Path) -> None:
    study(home, range(0, 60, 2), days_ago=2)
    lines = run(home, "mastery").splitlines()
    assert [line.split()[-1] for line in lines[1:]] == ["疗效", "狼疮", "安全性"]
    assert lines[3].split()[1] == "30/30"
    assert run(home, "mastery", "--by", "deck").splitlines()[1].endswith("试验")
    past = run(home, "mastery", "--history", "10").splitlines()
    assert past[3].split()[0] == "0"
    assert int(past[3].split()[10]) > 90


def test_cards_are_marked_listed_set_due_and_reset(home: Path) -> None:
    study(home, range(2), days_ago=3)
    assert run(home, "card", "suspend", "card-0", "card-1", "card-0") == "2 cards changed.\n"
    run(home, "card", "flag", "3", "card-1")
    run(home, "card", "bury", "--days", "2", "card-1")
    listed = run(home, "card", "list").splitlines()
    assert listed[0] == "card-0  suspended"
    assert listed[1].startswith("card-1  suspended, buried until 20")
    assert run(home, "card", "list", "--flag", "3").startswith("card-1")
    run(home, "card", "unsuspend", "card-0")
    run(home, "card", "unbury", "card-1")
    run(home, "card", "due", "5", "card-0")
    run(home, "card", "reset", "card-1")
    store = Store.open(home / "collection.db")
    assert store.marks() == {"card-1": Marks(suspended=True, flag=3)}
    assert (store.state("card-0").due or 0) > NOW + 4 * DAY
    assert store.state("card-1").phase is Phase.NEW
    store.close()


def test_unknown_and_new_cards_are_refused(home: Path) -> None:
    assert "no card `nobody`" in run(home, "card", "suspend", "nobody", code=2)
    assert "never studied" in run(home, "card", "due", "3", "card-5", code=2)


def test_statistics_as_text_and_json_tell_the_same(home: Path) -> None:
    assert run(home, "stats") == "Nothing was studied yet.\n"
    study(home, range(10), days_ago=30, answers=3)
    out = run(home, "stats")
    assert "30 answers in 3 min on 3 days" in out
    told = json.loads(run(home, "stats", "--json"))
    assert sum(day["answers"] for day in told["days"]) == 30
    # the first answer to each of ten cards tells nothing; of the 20 others two were Again (cards 6 and 5)
    assert (told["calibration"]["answers"], told["calibration"]["recalled"]) == (20, 18)
    assert sum(due["due"] for due in told["forecast"]) <= 10
    assert {topic["topic"] for topic in told["topics"]} == {"狼疮", "狼疮 / 疗效", "狼疮 / 安全性"}
    assert told["topics"][0]["retention"] <= told["topics"][-1]["retention"]


def test_statistics_of_a_topic_and_of_the_last_days(home: Path) -> None:
    study(home, range(10), days_ago=30)
    told = json.loads(run(home, "stats", "--json", "--topic", "狼疮 / 疗效"))
    assert sum(day["answers"] for day in told["days"]) == 5
    assert json.loads(run(home, "stats", "--json", "--days", "7"))["days"] == []
    assert "There is no topic `心`" in run(home, "stats", "--topic", "心", code=2)


def test_what_was_scheduled_into_a_break_is_shown_moved_and_taken_back(home: Path) -> None:
    assert "No break is planned" in run(home, "breaks")
    study(home, range(30), days_ago=4)
    database = home / "collection.db"
    dues = _dues(database)
    first, last = _day(min(dues.values())), _day(max(dues.values())) + timedelta(days=1)
    (home / "config.toml").write_text(f"[[pause]]\nfirst = {first}\nlast = {last}\n", "utf-8")
    shown = run(home, "breaks")
    assert "30 cards due in a break" in shown
    assert "Nothing was changed" in shown
    assert _dues(database) == dues
    assert "Done" in run(home, "breaks", "--apply")
    moved = _dues(database)
    assert moved.keys() == dues.keys()
    assert not [due for due in moved.values() if first <= _day(due) <= last]
    assert "Nothing falls due" in run(home, "breaks", "--apply")
    assert "30 cards" in run(home, "undo")
    assert _dues(database) == dues


def _dues(database: Path) -> dict[str, int]:
    store = Store.open(database)
    found = {state.card: state.due or 0 for state in store.due_before(NOW + 9999 * DAY)}
    store.close()
    return found


def _day(moment: int) -> date:
    """The study day, which begins at four in the morning."""
    return datetime.fromtimestamp((moment - 4 * 3_600_000) / 1000).astimezone().date()
