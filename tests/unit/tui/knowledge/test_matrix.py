from dataclasses import replace

from sctui.tui.knowledge.matrix import Matrix, cell_text, matrix_of, rows_counted
from sctui.tui.knowledge.quiz import CellState, Quiz
from tests.tui.known import ASTHMA, CELLS, LUPUS, cell


def keys(matrix: Matrix) -> tuple[list[str], list[str]]:
    return [axis.key for axis in matrix.rows], [axis.key for axis in matrix.columns]


def test_what_most_is_known_of_comes_first() -> None:
    rows, columns = keys(matrix_of(CELLS))
    assert rows == ["脐带间充质干细胞", "骨髓间充质干细胞", "脂肪间充质干细胞"]
    assert columns[:2] == ["获取方式", "增殖能力"]


def test_cells_of_several_documents_stand_in_one() -> None:
    matrix = matrix_of(CELLS)
    cells = matrix.at(0, 1)
    assert [one.evidence.document for one in cells] == [LUPUS, ASTHMA]
    assert cell_text(cells) == "强 / 很强 ×2"
    assert cell_text(cells[:1]) == "强"
    assert matrix.at(1, 9) == matrix.at(-1, 0) == ()


def test_words_leave_the_rows_and_columns_that_fit_whole() -> None:
    rows, columns = keys(matrix_of(CELLS, "獲取方式"))  # an attribute, in the other script
    assert columns == ["获取方式"]
    assert len(rows) == 3
    rows, columns = keys(matrix_of(CELLS, "脂肪"))  # a source
    assert (rows, set(columns)) == (["脂肪间充质干细胞"], {"获取方式", "优势"})
    rows, columns = keys(matrix_of(CELLS, "脐带 很强"))  # a value of a source
    assert (rows, columns) == (["脐带间充质干细胞"], ["增殖能力"])
    assert keys(matrix_of(CELLS, "nothing")) == ([], [])


def test_hidden_attributes_are_left_out() -> None:
    assert "获取方式" not in keys(matrix_of(CELLS, hidden={"获取方式"}))[1]


def test_a_row_goes_by_its_key_where_that_is_written_as_the_documents_are() -> None:
    written = replace(cell("UC-MSC", "Origin", "cord"), row_key="脐带间充质干细胞", column_key="来源")
    assert matrix_of([written]).rows[0].name == "UC-MSC"
    assert matrix_of([written, *CELLS]).rows[0].name == "脐带间充质干细胞"
    assert (
        matrix_of([replace(written, row_key="effectofhrt", row="Effect of HRT")]).rows[0].name
        == "Effect of HRT"
    )


def test_a_quiz_asks_every_cell_once_and_counts() -> None:
    places = list(matrix_of(CELLS).cells)
    quiz = Quiz(places, 7)
    asked = []
    while (place := quiz.asked) is not None:
        asked.append(place)
        assert quiz.state(place) is CellState.ASKED
        quiz.answer(known=True)  # not before it is revealed
        assert quiz.asked == place
        quiz.reveal()
        assert quiz.state(place) is CellState.REVEALED
        quiz.answer(known=len(asked) > 2)
    assert sorted(asked) == sorted(places)
    assert (quiz.right, list(quiz.wrong), quiz.left) == (len(places) - 2, asked[:2], 0)
    assert quiz.state(asked[0]) is CellState.WRONG
    assert quiz.state(asked[2]) is CellState.RIGHT
    assert quiz.state(("no", "such")) is None
    quiz.reveal()
    assert not quiz.revealed


def test_the_order_is_the_seeds() -> None:
    places = [(str(n), "x") for n in range(20)]
    first, second = Quiz(places, 1), Quiz(places, 1)
    assert first.asked == second.asked
    assert any(Quiz(places, seed).asked != first.asked for seed in range(5))


def test_rows_that_are_no_sources_stand_behind_them() -> None:
    told = [
        replace(cell("1型糖尿病", column, "x"), row_kind="disease")
        for column in ("体型", "年龄", "病程", "胰岛素", "增殖能力")
    ]
    matrix = matrix_of([*told, *CELLS])
    assert matrix.sources == 3
    assert keys(matrix)[0][3:] == ["1型糖尿病"]
    assert keys(matrix)[1][4:] == ["体型", "年龄", "病程", "胰岛素"]
    assert rows_counted(matrix) == "3 sources + 1 other row"
    assert rows_counted(matrix_of(CELLS)) == "3 sources"
    assert (matrix_of(told).sources, rows_counted(matrix_of(told))) == (0, "1 row")
