"""A study session line by line: what is asked and answered goes through standard input and output alone.

Nothing is drawn, coloured or erased, so that a screen reader reads all of it once and in order.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import click

from sctui.cli.plain_card import PlainCard
from sctui.cli.sitting import Sitting
from sctui.collection import Scope
from sctui.i18n import N_, _, ngettext
from sctui.model.change import Marks
from sctui.model.review import Phase, Rating
from sctui.study.answer import Checked
from sctui.study.session import Question, StudySession
from sctui.study.waiting import next_due
from sctui.tui.clock import Clock
from sctui.tui.formatting import interval, moment, spent

_KINDS = {
    Phase.NEW: N_("new"),
    Phase.LEARNING: N_("learning"),
    Phase.RELEARNING: N_("learning"),
    Phase.REVIEW: N_("due"),
}
_RATINGS = {
    Rating.AGAIN: N_("Again"),
    Rating.HARD: N_("Hard"),
    Rating.GOOD: N_("Good"),
    Rating.EASY: N_("Easy"),
}
_HELP = (
    ("⏎", N_("Show the answer, or check yours; then grade it as suggested")),
    ("1 2 3 4", N_("Grade: Again, Hard, Good, Easy; before that, choose an option")),
    ("u", N_("Take back the last answer, as often as you like")),
    ("U", N_("Do again what was taken back")),
    ("b", N_("Bury: do not show this card again today")),
    ("!", N_("Suspend: do not show this card any more")),
    ("f", N_("Give the card the next of seven flags, then none")),
    ("r", N_("Read on: the next lines of the source, beneath its quote")),
    ("q", N_("Back to where you came from; every answer is saved")),
    ("?", N_("This help")),
)


class PlainStudy:
    """Asks the cards of a scope until none is due, the input ends, or the learner leaves."""

    def __init__(self, at: Sitting, scope: Scope) -> None:
        self._at, self._scope = at, scope
        self._clock = Clock()
        self._session = StudySession(at.collection, scope, at.settings)
        self._left = False

    def run(self) -> None:
        """Study; whatever ends it, every answer given is on the disk."""
        try:
            while not self._left and (question := self._session.next(self._clock.now())):
                self._ask(question)
        except (EOFError, KeyboardInterrupt):
            click.echo("")
            self._left = True
        self._sum_up()

    def _ask(self, question: Question) -> None:
        card = PlainCard(self._at, question.card)
        left = self._session.remaining(self._clock.now()).total
        kind = _(_KINDS[question.state.phase])
        click.echo("\n" + _("Card, {kind}; {count} left.").format(kind=kind, count=left))
        _tell(card.question())
        asked_at, checked = self._clock.now(), None
        commands = self._commands()
        while True:
            line = self._read(_("Answer (Enter shows it, ? helps):"))
            if line in commands:
                if commands[line]():
                    return
                continue
            checked, problem = card.check(line)
            if not problem:
                break
            click.echo(problem)
        _tell(card.answer(checked))
        self._grade(question, card, checked, asked_at)

    def _grade(self, question: Question, card: PlainCard, checked: Checked | None, asked_at: int) -> None:
        suggested = checked.verdict.suggests if checked else Rating.GOOD
        offered = {button.rating: button for button in question.buttons}
        suggested = suggested if suggested in offered else Rating.GOOD
        told = ", ".join(
            f"{rating.value} {_(_RATINGS[rating])} ({interval(button.interval_seconds)})"
            for rating, button in offered.items()
        )
        commands = self._commands()
        while True:
            line = self._read(
                _("{ratings}; Enter is {suggested}:").format(ratings=told, suggested=int(suggested))
            )
            if line == "r":
                _tell(card.read_on())
            elif line in commands:
                if commands[line]():
                    return
            elif not line or (
                line.isascii() and line.isdigit() and int(line) in {int(one) for one in offered}
            ):
                now = self._clock.now()
                rating = Rating(int(line)) if line else suggested
                self._say_leech(self._session.grade(rating, now, now - asked_at))
                return
            else:
                click.echo(_("That is no command; ? tells them all."))

    @staticmethod
    def _say_leech(marks: Marks | None) -> None:
        """Tell when the answer just given made a leech of its card, which has these marks now."""
        if marks:
            click.echo(
                _("A leech: forgotten again and again. Write it anew, or split it; see sctui find is:leech.")
            )
            if marks.suspended:
                click.echo(_("It is suspended."))

    def _commands(self) -> dict[str, Callable[[], bool]]:
        """What a letter does; true when another card is to be asked."""

        def put_away(act: Callable[[int], None], said: str) -> bool:
            act(self._clock.now())
            click.echo(said)
            return True

        return {
            "?": self._help,
            "q": self._leave,
            "u": self._undo,
            "U": self._redo,
            "b": lambda: put_away(self._session.bury, _("Buried until tomorrow; u takes it back.")),
            "!": lambda: put_away(self._session.suspend, _("Suspended; u takes it back.")),
            "f": self._flag,
        }

    def _help(self) -> bool:
        for key, told in _HELP:
            click.echo(f"{key}: {_(told)}")
        return False

    def _leave(self) -> bool:
        self._left = True
        return True

    def _undo(self) -> bool:
        if self._session.undo(self._clock.now()) is None:
            click.echo(_("There is no answer to take back."))
            return False
        click.echo(_("Taken back."))
        return True

    def _redo(self) -> bool:
        done = self._session.redo(self._clock.now())
        click.echo(_("Done again.") if done else _("There is nothing to do again."))
        return done

    def _flag(self) -> bool:
        question = self._session.flag(self._clock.now())
        click.echo(_("Flag {number}.").format(number=question.marks.flag if question else 0))
        return False

    def _read(self, prompt: str) -> str:
        """A line of input.

        Raises:
            EOFError: when the input has ended.
        """
        click.echo(f"{prompt} ", nl=False)
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        return line.strip()

    def _sum_up(self) -> None:
        _tell(self._summary())

    def _summary(self) -> Iterator[str]:
        summary, now = self._session.summary(), self._clock.now()
        yield ""
        if summary.reviews:
            recalled = (summary.reviews - summary.again) / summary.reviews
            told = ngettext(
                "{count} answer in {time}, {share:.0%} recalled; all are saved.",
                "{count} answers in {time}, {share:.0%} recalled; all are saved.",
                summary.reviews,
            )
            yield told.format(count=summary.reviews, time=spent(summary.ms), share=recalled)
        else:
            yield _("No card was answered.") if self._left else _("Nothing to study here now.")
        due = next_due(self._at.collection, self._scope, now, self._at.settings)
        if due is not None and not self._session.remaining(now).total:
            yield _("The next card is due {time}.").format(
                time=moment(self._clock.local(due), self._clock.local(now), self._at.settings.rollover_hour)
            )


def _tell(lines: Iterator[str]) -> None:
    for line in lines:
        click.echo(line)
