from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sctui.decks.imports.cells import Cell, rows
from sctui.decks.imports.draft import Draft
from sctui.decks.imports.table import read_table
from sctui.errors import DeckError


def drafts(text: str, file: str = "x.csv") -> list[Draft]:
    drafted = read_table(text, file)
    assert drafted.faults == []
    return drafted.drafts


def asked(text: str, file: str = "x.csv") -> list[tuple[str, str]]:
    return [(draft.front or draft.text, draft.back) for draft in drafts(text, file)]


@given(st.lists(st.lists(st.text(max_size=6), min_size=1, max_size=3), max_size=4), st.sampled_from(",;\t|"))
def test_cells_are_those_of_the_csv_module(table: list[list[str]], separator: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(table)
    expected = [row for row in table if any(cell.strip() for cell in row)]
    assert [[cell.value for cell in row] for row in rows(out.getvalue(), separator, "x")] == expected


@given(st.text(alphabet='a",\n\r 甲', max_size=20))
def test_any_text_gives_rows_or_an_error_with_its_place(text: str) -> None:
    try:
        found = list(rows(text, ",", "x"))
    except DeckError:
        found = []
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for row in found:
        for cell in row:
            first = cell.value.split("\n")[0].split("\r")[0].split('"')[0]
            assert lines[cell.line - 1][cell.column - 1 :].removeprefix('"').startswith(first)


def test_places() -> None:
    assert list(rows('a,"b\nc",d\n\ne,f', ",", "x", 5)) == [
        (Cell("a", 5, 1), Cell("b\nc", 5, 3), Cell("d", 6, 4)),
        (Cell("e", 8, 1), Cell("f", 8, 3)),
    ]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ('a,b\nc,"d', (2, 3), "a quote is never closed"),
        ('a,"b"c\n', (1, 6), "text stands behind a closing quote"),
        ("a\tb\nc\n", (2, 1), "the question has no answer"),
        ("a,b\n,c\n", (2, 1), "there is no question"),
        ("#separator:commma\na,b\n", (1, 12), "unknown separator `commma`; did you mean `comma`?"),
        ("#tags column:0\na,b\n", (1, 14), "`0` is no column"),
        ("#notetype:Cloze\nno gap,b\n", (2, 1), "the text has no gap"),
        ("{{c1::}}x {{c2::a}}\n", (1, 1), "a gap hides nothing"),
        ("{{c1::a}} {{c2::b\n", (1, 1), "a gap is not closed"),
    ],
)
def test_faults_have_their_place(text: str, place: tuple[int, int], message: str) -> None:
    fault = read_table(text, "x.csv").faults[0]
    assert (fault.line, fault.column) == place
    assert message in fault.message


@pytest.mark.parametrize(
    ("text", "file"),
    [
        ("a,b\n", "x.csv"),
        ("a;b, c\n".replace(", c", ""), "x.csv"),
        ("a\tb\n", "x.txt"),
        ("a\tb\n", "x.tsv"),
        ("#separator:Pipe\na|b\n", "x.txt"),
    ],
)
def test_separators(text: str, file: str) -> None:
    assert asked(text, file) == [("a", "b")]


def test_columns_by_name() -> None:
    text = "Deck,Back,Front,Tags,Notes,Topic\n甲::乙,答,问,x y,more,病/药\n"
    drafted = read_table(text, "x.csv")
    assert drafted.drafts == [
        Draft(2, 8, front="问", back="答", tags=("x", "y"), topic=("病", "药"), deck="甲::乙")
    ]
    assert drafted.left_out == ["line 2: 1 more fields"]


def test_a_table_without_names_has_question_answer_and_tags() -> None:
    assert drafts("a,b\nc,d,x y\n") == [
        Draft(1, 1, front="a", back="b"),
        Draft(2, 1, front="c", back="d", tags=("x", "y")),
    ]


def test_the_header_of_anki() -> None:
    text = (
        "#separator:tab\n#html:true\n#tags:all\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n"
        "g1\tBasic\t甲::乙\ta<br>b &lt;c&gt;\t<b>d</b>&nbsp;e\tx y\n"
        "g2\tBasic (and reversed card)\t甲\tf\tg\t\n"
        'g3\tCloze\t甲\t"{{c1::h}} <img src=""x.png""> i"\textra\t\n'
    )
    drafted = read_table(text, "x.txt")
    assert drafted.faults == []
    assert drafted.drafts == [
        Draft(8, 15, front="a\nb <c>", back="**d** e", tags=("all", "x", "y"), deck="甲::乙", guid="g1"),
        Draft(9, 32, front="f", back="g", reversible=True, tags=("all",), deck="甲", guid="g2"),
        Draft(10, 12, text="{{c1::h}}  i", tags=("all",), deck="甲", guid="g3"),
    ]
    assert drafted.left_out == ["line 10: a picture", "line 10: 1 more fields"]


def test_a_text_that_is_no_html_keeps_its_angles() -> None:
    assert asked("p<b>0.05,5 &lt; 6\n") == [("p<b>0.05", "5 &lt; 6")]
