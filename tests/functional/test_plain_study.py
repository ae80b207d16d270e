"""`sctui study --plain` through a pipe and in a pseudo-terminal, without the full-screen app."""

import os
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from sctui.model.review import Rating
from sctui.store.store import Store

DECK = """\
deck: 厨房
language: zh-Hans
cards:
  - {id: k1, topic: [水], front: 水在几度沸腾？, back: 100 度, tolerance: "5%"}
  - {id: k2, topic: [水], front: 水的固体叫什么？, back: 冰, options: [雪, 霜]}
  - {id: k3, topic: [水], front: 水的化学名称？, back: 一氧化二氢, tags: [typed]}
"""
# tests that run in the background would hand on that Ctrl+C is not heard
HEARD = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
RUN = "from sctui.cli.main import run; run()"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "kitchen.yaml").write_text(DECK, "utf-8")
    (tmp_path / "config.toml").write_text("beyond_core = true\n", "utf-8")
    return tmp_path


def piped(home: Path, typed: str) -> str:
    command = [sys.executable, "-c", RUN, "study", "--plain", "--deck", "厨房"]
    env = os.environ | {"SCTUI_HOME": str(home), "PYTHONUTF8": "1", "SCTUI_LANG": "en"}
    done = subprocess.run(
        command, check=False, input=typed, env=env, capture_output=True, encoding="utf-8", timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def ratings(home: Path) -> list[Rating]:
    store = Store.open(home / "collection.db")
    found = [review.rating for review in store.reviews()]
    store.close()
    return found


def test_numbers_choices_and_typed_text_are_checked_and_graded(home: Path) -> None:
    out = piped(home, "?\n98\n\n1\n1\n一氧化氫\nx\n4\nq\n")
    assert "u: Take back the last answer" in out
    assert "Close. 2 too low." in out
    assert "Type the answer." in out
    assert "Compared, [missing] (too much): 一氧化[二]氢" in out
    assert "That is no command" in out
    assert "\x1b" not in out
    assert len(ratings(home)) == 3
    assert ratings(home)[0] is Rating.HARD  # what a close number suggests
    assert "3 answers in" in out


def test_the_end_of_the_input_loses_nothing(home: Path) -> None:
    out = piped(home, "\n4\n\n")
    assert "1 answer in" in out
    assert ratings(home) == [Rating.EASY]
    out = piped(home, "u\nq\n")
    assert "Taken back." in out
    assert ratings(home) == []
    out = piped(home, "\n")  # ends with the answer shown: a card is still there to be graded
    assert "No card was answered." in out
    assert "Nothing to study" not in out


def test_words_that_stand_in_several_places_are_read_out_once(home: Path) -> None:
    (home / "decks" / "kitchen.yaml").write_text(
        """\
deck: 厨房
language: zh-Hans
documents: {a: {file: a.md, sha256: 0}, b: {file: b.md, sha256: 0}}
cards:
  - id: k
    front: 热水叫什么？
    back: 开水
    sources:
      - {document: a, line: 1, quote: 热水（开水）}
      - {document: a, line: 4, quote: 开水很烫}
      - {document: b, line: 2, quote: 熱水（開水）}
""",
        "utf-8",
    )
    out = piped(home, "\nq\n")
    assert "Source: a.md, line 1; b.md, line 2: 热水（开水）" in out
    assert "Source: a.md, line 4: 开水很烫" in out
    assert "熱水" not in out


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_in_a_dumb_terminal_ctrl_c_leaves_with_a_summary(home: Path) -> None:
    env = os.environ | {"SCTUI_HOME": str(home), "TERM": "dumb", "SCTUI_LANG": "zh-Hant"}
    child: pexpect.spawn[str] = pexpect.spawn(
        sys.executable,
        ["-c", f"{HEARD}\n{RUN}", "study", "--plain", "--deck", "厨房"],
        env=env,
        encoding="utf-8",
        timeout=30,
    )
    child.sendline("")
    child.expect("答案：|答案:")
    child.sendline("4")
    child.expect("問題|问题")
    child.sendintr()
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert ratings(home) == [Rating.EASY]
