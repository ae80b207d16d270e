"""What was found wrong with decks, for a person, for a program, and for GitHub's annotations."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from sctui.decks.check import Problem, Severity
from sctui.i18n import _
from sctui.text.plural import counted
from sctui.text.printable import one_line


class Found(NamedTuple):
    """The problems of some decks, and how many decks and cards were looked at."""

    problems: tuple[Problem, ...]
    decks: int
    cards: int

    def counts(self) -> Counter[Severity]:
        """How many problems there are of each severity."""
        return Counter(problem.severity for problem in self.problems)


def as_text(found: Found) -> str:
    """A line for each problem, as editors understand it, and one that counts."""
    counts = found.counts()
    errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
    several = [counted(errors, "error") if errors else "", counted(warnings, "warning") if warnings else ""]
    summary = ", ".join(filter(None, several)) or _("no problems")
    lines = [one_line(str(problem)) for problem in found.problems]
    return "\n".join([*lines, f"{counted(found.decks, 'deck')}, {counted(found.cards, 'card')}, {summary}"])


def as_json(found: Found) -> str:
    """One object: the problems, and the counts."""
    counts = found.counts()
    return json.dumps(
        {
            "problems": [
                {
                    "file": problem.file,
                    "line": problem.line,
                    "column": problem.column,
                    "severity": problem.severity.value,
                    "message": problem.message,
                    "hint": problem.hint,
                }
                for problem in found.problems
            ],
            "decks": found.decks,
            "cards": found.cards,
            "errors": counts[Severity.ERROR],
            "warnings": counts[Severity.WARNING],
        },
        ensure_ascii=False,
    )


def as_github(found: Found) -> str:
    """A workflow command for each problem; without problems, an empty text."""
    return "\n".join(map(_annotation, found.problems))


def _annotation(problem: Problem) -> str:
    file = Path(problem.file)
    here = file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file
    where = f"file={_property(here.as_posix())},line={problem.line},col={problem.column}"
    hint = f" ({problem.hint})" if problem.hint else ""
    return f"::{problem.severity.value} {where}::{_data(one_line(problem.message + hint))}"


def _data(text: str) -> str:
    """Text of a workflow command; the escapes are those of GitHub's own toolkit."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(one_line(text)).replace(":", "%3A").replace(",", "%2C")
