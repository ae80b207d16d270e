"""Markdown -> drafts, by the conventions that flashcard programs have in common.

`Q:` and `A:`, `C:` with [gaps] (hashcards, repeat); `question::answer`, `question:::answer` for both
directions, a line of `?` or `??` between question and answer, ==gaps== (Obsidian's spaced repetition);
`{{c1::gaps}}` (Anki); a heading that is a question, with its answer below. Other headings are topics, all
other text is passed over, and told. Without any of these, `---` may part the sides of a card (Mochi).
"""

from __future__ import annotations

import re

from sctui.decks.imports.draft import Draft, Drafted
from sctui.decks.imports.gaps import bracketed, highlighted
from sctui.decks.imports.markdown_lines import (
    FENCE,
    HEADING,
    QUESTION_MARKS,
    RULE,
    SCHEDULE,
    lines_of,
    opens_code,
    passed_over,
    plain,
)
from sctui.decks.imports.sides import read_sides
from sctui.errors import DeckError
from sctui.i18n import _
from sctui.model.card import gaps
from sctui.text.plural import counted

_BEFORE = r"\s{0,3}(?:[-*+]\s+|\d+[.)]\s+)?(?:\*\*|__)?"
_BEHIND = r"(?:\*\*|__)?\s*[:：](?!:)\s*(?:\*\*|__)?\s*(.*)"  # `Question::Answer` is a card by itself
_QUESTION = re.compile(rf"{_BEFORE}(?:Q|Question|问题?|問題?){_BEHIND}")
_ANSWER = re.compile(rf"{_BEFORE}(?:A|Answer|答案?){_BEHIND}")
_CLOZE = re.compile(r"(?:C|Cloze|填空)[:：]\s*(.*)")
_INLINE = re.compile(r"(?:[-*+]\s+|\d+[.)]\s+)?(.*?[^\s:])\s*(:::?)(?!:)\s*(\S.*)")
_MATTER = re.compile(r"""(?:name|deck)\s*[=:]\s*["']?(.*?)["']?\s*""")


def read_markdown(text: str, file: str) -> Drafted:
    """The cards of a Markdown file; `file` is how messages name it."""
    reader = _Reader(file)
    for number, line in enumerate(lines_of(text), 1):
        reader.read(number, line)
    reader.close()
    if reader.scheduled:
        cards = counted(reader.scheduled, "card")
        reader.drafted.left_out.append(_("the schedule of {cards} in Obsidian").format(cards=cards))
    if reader.ruled and not reader.marked:
        drafted = read_sides(reader.lines, file)
        if drafted.drafts or drafted.faults:
            drafted.deck = reader.drafted.deck
            drafted.left_out = reader.drafted.left_out + drafted.left_out
            return drafted
    reader.drafted.left_out += passed_over(sorted(reader.over))
    return reader.drafted


class _Reader:
    """Reads line by line; `_front` and `_back` hold the lines of the open card.

    `lines` are those below the front matter, numbered, and `over` where text became no card. `marked` says
    that a card or a fault was found that `---` alone cannot make, `ruled` that there is such a line.
    `scheduled` is how many cards had a schedule of another program.
    """

    def __init__(self, file: str) -> None:
        self.drafted = Drafted()
        self.lines: list[tuple[int, str]] = []
        self.over: list[int] = []
        self.marked = self.ruled = False
        self.scheduled = 0
        self._file = file
        self._topic: list[tuple[int, str]] = []
        self._mode = ""  # question, answer, cloze or heading; empty between cards
        self._start = 1
        self._front: list[str] = []
        self._back: list[str] = []
        self._both = False
        self._paragraph: list[tuple[int, str]] = []
        self._fenced = self._matter = False

    def read(self, number: int, line: str) -> None:
        """Take the next line."""
        if self._in_matter(number, line):
            return
        if not self._fenced and SCHEDULE.search(line):
            self.scheduled += 1
            line = SCHEDULE.sub("", line)
            if not line.strip():
                return
        self.lines.append((number, line))
        if self._fenced or FENCE.match(line):
            self._code(number, line)
        elif RULE.fullmatch(line):
            self.ruled = True
            self.close()
        elif heading := HEADING.fullmatch(line):
            self._heading(number, len(heading[1]), heading[2])
        elif found := _QUESTION.fullmatch(line):
            self._open("question", number, found[1])
        elif found := _CLOZE.fullmatch(line):
            self._open("cloze", number, found[1])
        elif found := _ANSWER.fullmatch(line):
            self._answer(number, found[1])
        else:
            self._add(number, line)

    def close(self) -> None:
        """End the open card, or the paragraph between cards."""
        front, back = plain(self._front), plain(self._back)
        mode, self._mode = self._mode, ""
        if mode == "question":
            self._fault(self._start, _("the question has no answer"), _("an answer begins with `A:`"))
        elif mode in {"answer", "below"} or (mode == "heading" and back):
            self._put(
                Draft(self._start, front=front, back=back, reversible=self._both), marked=mode != "heading"
            )
        elif mode == "cloze":
            self._put(Draft(self._start, text=bracketed(front) or front or " "))
        self._both = False
        self._front, self._back = [], []
        self._end_paragraph()

    def _in_matter(self, number: int, line: str) -> bool:
        """Whether the line belongs to what stands between two `---` at the top of the file."""
        if number == 1 and line.strip() == "---":
            self._matter = True
            return True
        if not self._matter:
            return False
        if line.strip() == "---":
            self._matter = False
        elif found := _MATTER.fullmatch(line):
            self.drafted.deck = found[1]
        return True

    def _heading(self, number: int, level: int, title: str) -> None:
        self.close()
        while self._topic and self._topic[-1][0] >= level:
            self._topic.pop()
        if title.endswith(QUESTION_MARKS):
            self._mode, self._start, self._front = "heading", number, [title]
        elif title:
            self._topic += ((level, part.strip()) for part in plain([title]).split(" / "))

    def _open(self, mode: str, number: int, text: str) -> None:
        self.close()
        self._mode, self._start, self._front = mode, number, [text]
        self._fenced = opens_code(text)

    def _answer(self, number: int, text: str) -> None:
        if self._mode == "question":
            self._mode, self._back, self._fenced = "answer", [text], opens_code(text)
            return
        self.close()
        self._fault(number, _("an answer without a question"), _("a question begins with `Q:`"))

    def _code(self, number: int, line: str) -> None:
        """Take a line of code, or the fence around it: part of the open card, or passed over."""
        self._fenced ^= opens_code(line)
        if self._mode in {"question", "cloze"}:
            self._front.append(line)
        elif self._mode:
            self._back.append(line)
        else:
            self._end_paragraph()
            self.over.append(number)

    def _add(self, number: int, line: str) -> None:
        if self._mode in {"question", "cloze"}:
            self._front.append(line)
        elif self._mode in {"answer", "heading"}:
            self._back.append(line)
        elif line.strip() in {"?", "??"} and self._paragraph:
            self._start, self._both = self._paragraph[0][0], line.strip() == "??"
            self._front, self._mode, self._back = [text for _, text in self._paragraph], "below", []
            self._paragraph = []
        elif self._mode == "below":
            self._below(line)
        elif line.strip():
            self._paragraph.append((number, line))
        else:
            self._end_paragraph()

    def _below(self, line: str) -> None:
        """The answer below a line of `?`: up to the next empty line."""
        if line.strip():
            self._back.append(line)
        elif self._back:
            self.close()

    def _end_paragraph(self) -> None:
        lines, self._paragraph = self._paragraph, []
        whole = plain([line for _, line in lines])
        if any(gaps(whole)) or (whole and highlighted(whole)):
            self._put(Draft(lines[0][0], text=whole if any(gaps(whole)) else highlighted(whole)))
            return
        for number, line in lines:
            found = _INLINE.fullmatch(line.strip())
            if found and "`" not in line:
                front, back = plain([found[1]]), plain([found[3]])
                self._put(Draft(number, front=front, back=back, reversible=found[2] == ":::"))
            else:
                self.over.append(number)

    def _put(self, draft: Draft, *, marked: bool = True) -> None:
        self.marked |= marked
        topic = tuple(title for _, title in self._topic)
        self.drafted.put(
            Draft(draft.line, 1, draft.front, draft.back, draft.text, draft.reversible, topic), self._file
        )

    def _fault(self, line: int, message: str, hint: str) -> None:
        self.marked = True
        self.drafted.faults.append(DeckError(message, file=self._file, line=line, hint=hint))
