"""Hostile YAML: refused with its line, in bounded memory. Each deck is read in a process that may take no more."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOM = 192 << 20  # bytes beyond what the program takes before it reads a deck; the largest here has 8 MB
READER = """
import resource, sys
from pathlib import Path
from sctui.decks.yaml_reader import read_deck_text, read_text
from sctui.errors import DeckError
try:
    read_deck_text("deck: [", "")  # loads the parser
except DeckError:
    pass
taken = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (taken + int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    reading = read_deck_text(read_text(Path(sys.argv[1])), "deck.yaml")
except DeckError as problem:
    reading = None
    print(problem)
print(*(reading.problems[:1] if reading else ()), sep="\\n")
"""
CARD = "deck: d\ncards:\n  - front: x\n"
_LINES, _AGAIN, _MARKS = "      word\n" * 700_000, "    front: y\n" * 500_000, "---\n" * 1_000_000
DECKS = {
    "billion laughs": (
        "deck: d\na0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 10}]\n" for n in range(1, 12)),
        "2:5: anchors",
    ),
    "alias": ("deck: d\ncards:\n  - front: *a\n    back: y\n", "3:12: aliases"),
    "tag": ("deck: d\ncards:\n  - front: !!python/object/apply:os.system [ls]\n", "3:12: tags"),
    "brackets": (f"deck: d\ncards:\n  - front: {'[' * 500_000}{']' * 500_000}\n", "3:42: nested deeper"),
    "dashes": (f"deck: d\ncards:\n  {'- ' * 100_000}x\n", "3:67: nested deeper"),
    "blocks": ("deck: d\ncards:\n" + "".join(f"{' ' * n}a:\n" for n in range(1, 1500)), "nested deeper"),
    "a long text": (
        f"deck: d\ncards:\n  - front: {'x' * 8_000_000}\n",
        "3:12: a text of 8,000,000 characters",
    ),
    "a long quoted text": (
        f'{CARD}    back: "{"word   " * 600_000}\n      {"word   " * 600_000}"\n',
        "4:11: a text of",
    ),
    "a long text of lines": (f"{CARD}    back: word\n{_LINES}", "4:11: a text of"),
    "a long block": (f"{CARD}    back: |\n{_LINES}", "4:11: a text of"),
    "a quote without an end": (f'{CARD}    back: "word\n{_LINES}', "4:11: what begins here is not closed"),
    "many keys": (
        "deck: d\n" + "".join(f"k{n}: v\n" for n in range(600_000)),
        "10001:1: a mapping of more than",
    ),
    "many keys of a card": (
        CARD + "".join(f"    k{n}: v\n" for n in range(500_000)),
        "10003:5: a mapping of more than",
    ),
    "many keys in braces": (
        "deck: d\ncards:\n  - {" + ", ".join(f"k{n}: v" for n in range(500_000)) + "}\n",
        "3:98896: a mapping of more than",
    ),
    "the same key": (f"{CARD}{_AGAIN}", "4:5: `front` stands here a second time"),
    "documents": (f"deck: d\n{_MARKS}", "2:1: one document a file"),
    "lines": ("\n" * 2_000_001 + "deck: d\n", "2000001:1: more than 2,000,000 lines"),
}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux how much a process takes")
@pytest.mark.parametrize("name", DECKS)
def test_a_hostile_deck_is_refused_with_its_line_and_little_memory(name: str, tmp_path: Path) -> None:
    text, told = DECKS[name]
    file = tmp_path / "deck.yaml"
    file.write_text(text, encoding="utf-8")
    assert file.stat().st_size < 9_000_000
    done = subprocess.run(
        [sys.executable, "-c", READER, str(file), str(ROOM)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert told in done.stdout
