"""Compare: cell sources against attributes, whatever document says it; and a quiz that hides the cells."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar, Self

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from sctui.i18n import N_, _
from sctui.text.plural import counted
from sctui.tui import actions
from sctui.tui.card_text import flag_chips
from sctui.tui.desk import Desk
from sctui.tui.knowledge.matrix import Matrix, matrix_of, rows_counted
from sctui.tui.knowledge.quiz import Quiz
from sctui.tui.screens.base import say
from sctui.tui.screens.knowledge import FilterScreen
from sctui.tui.widgets.detail_pane import DetailPane
from sctui.tui.widgets.filter_bar import FilterBar
from sctui.tui.widgets.key_bar import KeyBar
from sctui.tui.widgets.matrix_view import MatrixView
from sctui.tui.widgets.prose import Prose
from sctui.tui.widgets.too_small import TooSmall
from sctui.tui.widgets.top_bar import TopBar

_HINT = N_("words in source, attribute or value")
_IN_QUIZ = frozenset({"quiz", "reveal", "wrong", "leave", "scroll"})
_OUT_OF_QUIZ = frozenset({"reveal", "wrong"})


class CompareScreen(FilterScreen):
    """The matrix, and below it the cell under the cursor in full."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["knowledge.tcss", "compare.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("compare")
    nothing = N_("No comparison is known yet.")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._matrix = Matrix()
        self._hidden: set[str] = set()
        self._quiz: Quiz | None = None
        self._shown: object = None  # what the matrix was made of

    def begin(self, text: str = "") -> Self:
        """Show the cells that fit, with all attributes."""
        self._hidden.clear()
        for view in self.query(MatrixView):
            view.go_home()
        return super().begin(text)

    def compose(self) -> ComposeResult:
        """The bar, the matrix, the cell, the filter."""
        yield TopBar(id="where")
        yield Prose(_("Reading …"), name="message")
        with Vertical(id="known"):
            yield MatrixView(self.desk.line)
            yield Prose(_("Nothing fits. Escape takes the filter away."), name="none", classes="-absent")
            yield DetailPane()
        yield FilterBar(_(_HINT))
        yield KeyBar()
        yield TooSmall()

    @property
    def _view(self) -> MatrixView:
        return self.query_one(MatrixView)

    async def prepare(self) -> bool:
        """Whether there is a cell."""
        return bool(self.known.cells)

    def filtered(self, text: str) -> None:
        """Show the rows and columns that fit."""
        made_of = self.known, text, frozenset(self._hidden)
        if made_of != self._shown:
            self._shown, self._matrix = made_of, matrix_of(self.known.cells, text, self._hidden)
        self._view.show(self._matrix)
        self.show_found(self._view, found=bool(self._matrix.rows))
        self._show_where()

    def _show_where(self) -> None:
        where = self.query_one("#where", TopBar)
        where.left = Content.styled(_("Compare"), "bold $text-accent")
        rows, columns = len(self._matrix.rows), len(self._matrix.columns)
        size = f"{rows_counted(self._matrix)} × {counted(columns, 'attribute')}"
        hidden = "  ·  " + _("{count} hidden").format(count=len(self._hidden)) if self._hidden else ""
        where.right, where.right_narrow = (
            Content.styled(size + hidden, "dim"),
            Content.styled(f"{rows} × {columns}", "dim"),
        )
        if self._quiz:
            where.left = Content.styled(_("Compare: quiz"), "bold $text-accent")
            where.right = where.right_narrow = _score(self._quiz)

    def on_matrix_view_moved(self) -> None:
        """Show another cell in full."""
        place = self._view.place
        if place is None:
            self.query_one(DetailPane).show(Content(""))
            return
        cells = self._matrix.cells.get(place, ())
        head = f"{self._matrix.rows[self._view.row].name}  ×  {self._matrix.columns[self._view.column].name}"
        told = Content.styled(self.desk.line(head), "$text-accent")
        if self._quiz and self._quiz.left and not self._quiz.revealed:
            self.query_one(DetailPane).show(
                Content.assemble(
                    told,
                    "\n\n",
                    (_("Press {key} to see the cell.").format(key=self.desk.key("compare.reveal")), "dim"),
                )
            )
            return
        if not cells:
            told = Content.assemble(told, "\n", (_("No document says anything here."), "dim"))
        for value, flags in dict.fromkeys((cell.value, cell.flags) for cell in cells):
            told = Content.assemble(told, "\n", self._told(value, flags))
        proof = {cell.evidence: (cell.evidence, cell.value) for cell in cells}
        self.query_one(DetailPane).show(told, list(proof.values()))

    def _told(self, value: str, flags: tuple[str, ...]) -> Content:
        chips = Content(" ").join(flag_chips(flags, self.desk))
        return Content.assemble((self.desk.text(value), "bold"), "  " if flags else "", chips)

    async def script_changed(self) -> None:
        """Names and values change; quotes stay as written."""
        self._view.refresh()
        self.on_matrix_view_moved()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In a quiz one answers, and nothing else."""
        if action not in _IN_QUIZ if self._quiz else action in _OUT_OF_QUIZ:
            return False
        return super().check_action(action, parameters)

    def action_move(self, steps: int) -> None:
        """A source down, or up."""
        self._view.move(steps, 0)

    def action_side(self, steps: int) -> None:
        """An attribute to the right, or to the left."""
        self._view.move(0, steps)

    def action_page(self, pages: int) -> None:
        """As many sources as fit."""
        self._view.move(pages * self._view.page, 0)

    def action_end(self, way: int) -> None:
        """The first source (-1) or the last (1)."""
        self._view.move(way * len(self._matrix.rows), 0)

    def action_edge(self, way: int) -> None:
        """The first attribute (-1) or the last (1)."""
        self._view.move(0, way * len(self._matrix.columns))

    def action_scroll(self, lines: int) -> None:
        """Scroll a long cell."""
        self.query_one(DetailPane).scroll_relative(y=lines, animate=False)

    def on_matrix_view_chosen(self) -> None:
        """A cell was chosen with the mouse."""
        self.action_full()

    def action_full(self) -> None:
        """Give the cell most of the screen, or take it back."""
        self.toggle_class("-full")

    def action_source(self) -> None:
        """Go to the document of the cell."""
        self.go_to_source([cell.evidence for cell in self._matrix.at(self._view.row, self._view.column)])

    def action_study(self) -> None:
        """Study the cards of the source under the cursor."""
        row = self._view.place
        cards = [
            cell.card
            for place, told in self._matrix.cells.items()
            for cell in told
            if row and place[0] == row[0]
        ]
        self.study([card for card in cards if card])

    def action_hide(self) -> None:
        """Leave the attribute under the cursor out."""
        place = self._view.place
        if place and len(self._matrix.columns) > 1:
            self._hidden.add(place[1])
            self.filtered(self.query_one(FilterBar).value)

    def action_unhide(self) -> None:
        """Show all attributes again."""
        self._hidden.clear()
        self.filtered(self.query_one(FilterBar).value)

    def action_quiz(self) -> None:
        """Hide the cells and ask them one at a time; after a quiz, the wrong ones again."""
        wrong = self._quiz.wrong if self._quiz and not self._quiz.left else ()
        if self._matrix.cells:
            self._begin(Quiz(wrong or self._matrix.cells, self.desk.now()))

    def _begin(self, quiz: Quiz | None) -> None:
        self.remove_class("-full")
        self._quiz = self._view.quiz = quiz
        self._go_on()
        self.refresh_bindings()

    def _go_on(self) -> None:
        """Ask what is asked now, and show how it goes."""
        if self._quiz and self._quiz.asked:
            self._view.go_to(self._quiz.asked)
        elif self._quiz:
            self._say_end(self._quiz)
        self._view.move(0, 0)
        self._show_where()

    def _say_end(self, quiz: Quiz) -> None:
        again = _("z asks those again") if quiz.wrong else _("z asks all again")
        told = _("{right} right, {wrong} wrong; {again}, q ends the quiz.")
        say(self.app, told.format(right=quiz.right, wrong=len(quiz.wrong), again=again))

    def action_reveal(self) -> None:
        """Show the cell that is asked; once it is shown, count it as right."""
        if self._quiz is None:
            return
        if self._quiz.revealed:
            self._quiz.answer(known=True)
        else:
            self._quiz.reveal()
        self._go_on()

    def action_wrong(self) -> None:
        """Count the cell that is shown as wrong."""
        if self._quiz:
            self._quiz.answer(known=False)
            self._go_on()

    def action_leave(self) -> None:
        """Out of the quiz, the full cell or the filter; else back."""
        if self._quiz:
            self._begin(None)
        elif self.has_class("-full"):
            self.remove_class("-full")
        else:
            super().action_leave()


def _score(quiz: Quiz) -> Content:
    return Content.assemble(
        (_("{count} right").format(count=quiz.right), "bold $text-success"),
        "   ",
        (_("{count} wrong").format(count=len(quiz.wrong)), "bold $text-error"),
        ("   " + (_("{count} to go").format(count=quiz.left) if quiz.left else _("done")), "dim"),
    )
