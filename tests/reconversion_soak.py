"""A document and its decks edited at random, and converted again after every edit.

    python -m tests.reconversion_soak 1000

Run by a test with a few edits. What the author of the decks wrote is there afterwards, always; what they deleted stays
away; converting once more changes nothing; ids survive lines that are inserted and moved, and words that are changed
beside what a card asks.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random

from sctui.conversion import Made, standing_imprints, together
from sctui.decks.atomic_file import write_together
from sctui.decks.merge import MergeReport
from sctui.decks.yaml_reader import read_deck_file
from sctui.locations import bundled
from sctui.pipeline import Knowledge, plan, read, read_knowledge
from sctui.records.library import read_library_knowledge

FILLER = (
    "这一段与别的内容无关。",
    "这里没有要记的东西。",
    "上文已经说明。",
    "下面继续说明。",
    "读者可以跳过这一行。",
)
LINES = 24  # of the document at the beginning
_DOCUMENTS = bundled() / "data" / "documents"


class Author:
    """A document, its decks, and somebody who edits both."""

    def __init__(self, folder: Path, chance: Random) -> None:
        self.chance = chance
        self.knowledge: Knowledge = read_knowledge(bundled() / "data", folder / "lexicon")
        self.file, self.decks = folder / "page.md", folder / "decks"
        pool = [
            line for file in sorted(_DOCUMENTS.glob("*.md")) for line in file.read_text("utf-8").splitlines()
        ]
        self.pool = [
            line for line in pool if len(line) > 12 and not line.startswith(("#", "|", "-", ">", "["))
        ]
        self.lines = ["# 页", "", "## 一", *self.some(LINES // 2), "## 二", *self.some(LINES // 2)]
        self.pieces: dict[
            str, str
        ] = {}  # what must stand in the decks, once: by card, or by the comment itself
        self.deleted: set[str] = set()
        self.count = 0
        self.ids: Counter[str] = Counter()

    def some(self, count: int) -> list[str]:
        return [self.pool.pop(self.chance.randrange(len(self.pool))) for _ in range(count)]

    def convert(self) -> MergeReport:
        """Convert, see that nothing of the author's is lost, and that once more changes nothing."""
        self.file.write_text("\n".join(self.lines) + "\n", "utf-8")
        report, files = self.planned()
        write_together(files)
        self.check()
        _, again = self.planned()
        assert not again, [str(file) for file in again]
        return report

    def planned(self) -> tuple[MergeReport, dict[Path, bytes]]:
        around = standing_imprints(read_library_knowledge([self.decks]))
        made = Made.of(self.file, self.file, read(self.file, self.knowledge, around=around), 0, around)
        library = together([made], self.decks, self.knowledge)
        (one,) = library.made
        return plan(library.finished(one, self.knowledge), self.file, self.decks, library.places)

    def files(self) -> list[Path]:
        return sorted(self.decks.rglob("*.yaml"))

    def check(self) -> None:
        text = "".join(file.read_text("utf-8") for file in self.files())
        lost = [piece for piece in self.pieces.values() if text.count(piece) != 1]
        assert not lost, lost
        there = {note for file in self.files() for note in read_deck_file(file).places}
        assert not there & self.deleted, there & self.deleted

    def step(self) -> None:
        """One random edit of the document or the decks, and the conversion after it."""
        act = self.chance.choice((*_DOCUMENT_ACTS, *_DECK_ACTS))
        before = self.standing()
        getattr(self, f"do_{act}")()
        after = set(self.convert().made)
        if act in _DOCUMENT_ACTS:
            self.ids[f"{act}: kept"] += len(before & after)
            self.ids[f"{act}: gone"] += len(before - after)  # not made any more, or made under another id
            self.ids[f"{act}: new"] += len(after - before)
            if act == "insert":
                assert before == after, before ^ after

    def standing(self) -> set[str]:
        return set(self.planned()[0].made)

    # the document

    def do_insert(self) -> None:
        self.lines.insert(self.at(), self.chance.choice(FILLER))

    def do_move(self) -> None:
        line = self.lines.pop(self.at())
        self.lines.insert(self.at(), line)

    def do_append(self) -> None:
        at = self.at()
        self.lines[at] += self.chance.choice(FILLER)

    def do_prepend(self) -> None:
        at = self.at()
        self.lines[at] = self.chance.choice(FILLER) + self.lines[at]

    def do_more(self) -> None:
        self.lines.insert(self.at(), *self.some(1)) if self.pool else self.do_insert()

    def do_take_away(self) -> None:
        if len(self.lines) > LINES // 2:
            del self.lines[self.at()]

    def at(self) -> int:
        return self.chance.randrange(3, len(self.lines))

    # the decks

    def card(self) -> tuple[Path, str, list[str], int, int] | None:
        """A card: its file and id, the lines of the file, the first of its own (from 0) and behind the last."""
        file = self.chance.choice(self.files())
        places = read_deck_file(file).places
        if not places:
            return None
        key = self.chance.choice(sorted(places))
        place = places[key]
        return file, key, file.read_text("utf-8").splitlines(keepends=True), place.line - 1, place.last_line

    def put(self, file: Path, lines: list[str]) -> None:
        file.write_text("".join(lines), "utf-8")
        self.count += 1

    def do_tag(self) -> None:
        found = self.card()
        if found and "- {" not in found[2][found[3]]:
            file, key, lines, start, end = found
            own = [line for line in lines[start:end] if not line.startswith("    tags:")]
            lines[start:end] = [*own, f"    tags: [own{self.count}]  # 甲\n"]
            self.put(file, lines)
            self.pieces[f"{key} tags"] = f"    tags: [own{self.count - 1}]  # 甲\n"

    def do_requote(self) -> None:
        if found := self.card():
            file, key, lines, start, _ = found
            lines[start] = lines[start].replace(f"id: {key}", f'id:   "{key}"')
            self.put(file, lines)
            self.pieces[f"{key} id"] = lines[start]

    def do_comment(self) -> None:
        if found := self.card():
            file, _, lines, start, _ = found
            comment = f"\n  # mine {self.count}\n\n"
            lines.insert(start, comment)
            self.put(file, lines)
            self.pieces[comment] = f"# mine {self.count - 1}\n"

    def do_own(self) -> None:
        if found := self.card():
            file, _, lines, start, _ = found
            card = f"  - {{front: Mine {self.count}?,   back: 'yes'}}  # {self.count}\n"
            lines.insert(start, card)
            self.put(file, lines)
            self.pieces[card] = card

    def do_delete(self) -> None:
        found = self.card()
        if found and len(read_deck_file(found[0]).places) > 1 and not found[1].startswith("own-"):
            file, key, lines, start, end = found
            del lines[start:end]
            self.put(file, lines)
            for name in ("tags", "id"):
                self.pieces.pop(f"{key} {name}", None)
            self.deleted.add(key)

    def do_swap(self) -> None:
        """Let a card stand last in its file."""
        found = self.card()
        if found and len(read_deck_file(found[0]).places) > 1:
            file, _, lines, start, end = found
            card = lines[start:end]
            self.put(file, [*lines[:start], *lines[end:], *card])


_DOCUMENT_ACTS = ("insert", "move", "append", "prepend", "more", "take_away")
_DECK_ACTS = ("tag", "requote", "comment", "own", "delete", "swap")


def soak(folder: Path, edits: int, seed: int) -> Counter[str]:
    """Edit at random; gives how many ids of cards were kept, gone and new after each kind of edit of the document.

    Raises:
        AssertionError: when something of the author's is lost, or a second conversion changes something.
    """
    author = Author(folder, Random(seed))  # noqa: S311 -- chance that can be repeated
    author.convert()
    for _ in range(edits):
        author.step()
    return author.ids


if __name__ == "__main__":
    wanted, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    total: Counter[str] = Counter()
    for start in range(
        0, wanted, 50
    ):  # a fresh document now and then: one that is only edited becomes filler
        with tempfile.TemporaryDirectory() as name:
            total += soak(Path(name), min(50, wanted - start), seed + start)
        sys.stderr.write(f"{min(start + 50, wanted)} of {wanted} edits\n")
    sys.stdout.write("\n".join(f"{count:6} {name}" for name, count in sorted(total.items())) + "\n")
