import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sctui.cli.commands import cli
from sctui.documents.decisions_file import sidecar_of
from sctui.errors import DocumentError
from tests.unit.documents.test_halves import TEXT as TEXT_IN_BIG5

TEXT = "细胞治疗\n单次注射3×10?个脐带细胞。\n结果为2×106,之后下降。\n细(xì)胞与骨关节炎(OA)?很常见。\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "page.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["damage", *arguments])


def states(page: Path, *arguments: str) -> dict[str, tuple[str, str | None]]:
    return {d["kind"]: (d["state"], d["proposal"]) for d in listed(page, *arguments)["damage"]}


def listed(page: Path, *arguments: str) -> Any:
    result = run(str(page), "--format", "json", *arguments)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_every_place_is_listed_with_rule_and_surroundings(page: Path) -> None:
    first = listed(page)["damage"][0]
    assert first == {
        "number": 1, "line": 2, "column": 5, "rule": "D1", "kind": "lost-exponent", "before": "单次注射",
        "place": "3×10?", "after": "个脐带细胞。", "proposal": None, "state": "flagged", "decision": None,
    }  # fmt: skip
    assert states(page) == {
        "lost-exponent": ("flagged", None),
        "flattened-exponent": ("flagged", "2×10^6"),
        "pinyin": ("repaired", ""),
        "stray-mark": ("repaired", ""),
    }
    assert not sidecar_of(page).exists()


def test_the_list_for_people_marks_the_place(page: Path) -> None:
    output = run(str(page)).stdout
    assert "page.txt: 4 damaged places (2 flagged, 2 repaired)" in output
    assert "2:5  D1 lost exponent  flagged" in output
    assert "⟦2×106⟧,之后下降" in output
    assert "→  2×10^6" in output


def test_decisions_are_kept_and_can_be_taken_back(page: Path) -> None:
    decided = states(page, "--text", "2:5", "3×10^7", "--accept", "2", "--reject", "4:16")
    assert decided == {
        "lost-exponent": ("repaired", "3×10^7"),
        "flattened-exponent": ("repaired", "2×10^6"),
        "pinyin": ("repaired", ""),
        "stray-mark": ("rejected", ""),
    }
    assert states(page) == decided
    text = sidecar_of(page).read_text(encoding="utf-8")
    assert "context: 单次注射⟦3×10?⟧个脐带细胞。" in text
    assert "verdict: reject" in text
    assert states(page, "--undo", "1")["lost-exponent"] == ("flagged", None)


def test_a_note_that_the_author_wrote_into_the_file_stays(page: Path) -> None:
    run(str(page), "--reject", "4")
    sidecar = sidecar_of(page)
    sidecar.write_text(sidecar.read_text(encoding="utf-8") + "    # asked the editor\n", encoding="utf-8")
    run(str(page), "--accept", "2")
    assert "# asked the editor" in sidecar.read_text(encoding="utf-8")
    assert states(page)["flattened-exponent"] == ("repaired", "2×10^6")


def test_a_decision_that_fits_nothing_any_more_is_told(page: Path) -> None:
    run(str(page), "--text", "1", "3×10^7")
    page.write_text(TEXT.replace("3×10?", "3×10^8"), encoding="utf-8")
    assert [d["text"] for d in listed(page)["unmatched"]] == ["3×10^7"]
    assert "fits no place any more" in run(str(page)).stdout


@pytest.mark.parametrize("where", ["9", "0", "2:1", "x", "2:", "1:2:3", "-1"])
def test_a_place_that_is_not_there_is_a_wrong_call(page: Path, where: str) -> None:
    result = run(str(page), f"--reject={where}")
    assert result.exit_code == 2
    assert not sidecar_of(page).exists()


def test_what_has_no_proposal_cannot_be_accepted(page: Path) -> None:
    error = run(str(page), "--accept", "1").exception
    assert isinstance(error, DocumentError)
    assert "--text" in error.hint


def test_own_text_is_one_line(page: Path) -> None:
    assert run(str(page), "--text", "1", "a\nb").exit_code == 2


def test_a_whole_document_says_so(tmp_path: Path) -> None:
    file = tmp_path / "whole.txt"
    file.write_text("一切完好。\n", encoding="utf-8")
    assert run(str(file)).stdout == "whole.txt: no damaged places\n"
    assert listed(file)["traces"] == []


def test_what_costs_no_meaning_is_listed_with_what_becomes_of_it(tmp_path: Path) -> None:
    file = tmp_path / "senses.txt"
    file.write_text(
        "# 疾病\n\n潰瘍性結腸炎(UC)是腸病,干細胞可用.\n\n# 來源\n\n臍帶(UC)取自新生兒.\n", encoding="utf-8"
    )
    traces = {trace["rule"]: trace for trace in listed(file)["traces"]}
    assert traces["D7"]["examples"] == ["干→幹"]
    assert traces["D18"]["examples"] == ["UC = 潰瘍性結腸炎", "UC = 臍帶"]
    assert "D18 several senses: 2, asked with its topic (lines 3, 7)" in run(str(file)).stdout


TRIAL = (
    "# 干细胞治疗膝骨关节炎\n\n## 临床研究\n\n"
    "2021年,一项I期临床试验纳入24名膝骨关节炎患者,每名患者关节腔注射3×10?个脐带间充质干细胞,随访12个月。\n"
)


def answers(tmp_path: Path, file: Path) -> dict[str, list[str]]:
    home, out = tmp_path / "home", tmp_path / "cards.jsonl"
    for call in (
        ["convert", str(file)],
        ["export", "--format", "jsonl", "-o", str(out), "--decks", str(home / "decks")],
    ):
        result = CliRunner().invoke(cli, ["--home", str(home), *call])
        assert result.exit_code == 0, result.output
    cards = map(json.loads, out.read_text(encoding="utf-8").splitlines())
    return {card["back"]: card["flags"] for card in cards}


def test_a_conversion_honours_what_was_decided(tmp_path: Path) -> None:
    file = tmp_path / "knee.md"
    file.write_text(TRIAL, encoding="utf-8")
    assert not [back for back in answers(tmp_path, file) if "×10" in back]
    run(str(file), "--text", "1", "3×10^7")
    dose = {back: flags for back, flags in answers(tmp_path, file).items() if "×10" in back}
    assert [(back[:6], flags) for back, flags in dose.items()] == [("3×10^7", ["repaired:lost-exponent"])]
    assert sidecar_of(tmp_path / "home" / "documents" / "knee.md").read_text(encoding="utf-8")


def test_what_another_telling_of_the_study_has_is_shown_with_its_place(tmp_path: Path) -> None:
    told = "2022年,一项试验对36名膝骨关节炎患者进行了脐带间充质干细胞关节腔注射治疗,患者接受{}个细胞。"
    (tmp_path / "a.md").write_text(f"# 甲\n\n{told.format('5×10?')}\n", encoding="utf-8")
    (tmp_path / "b.md").write_text(f"# 乙\n\n{told.format('5×10^7')}\n", encoding="utf-8")
    decks = tmp_path / "decks"
    files = [str(tmp_path / "a.md"), str(tmp_path / "b.md")]
    converted = CliRunner().invoke(cli, ["convert", *files, "--decks", str(decks)])
    assert converted.exit_code == 0, converted.output
    (place,) = listed(tmp_path / "a.md", "--decks", str(decks))["damage"]
    assert (place["state"], place["elsewhere"]["text"]) == ("repaired", "5×10^7")
    assert (place["elsewhere"]["document"], place["elsewhere"]["line"]) == ("b.md", 3)
    shown = run(str(tmp_path / "a.md"), "--decks", str(decks)).output
    assert "5×10^7 in another telling of the same study (b.md, line 3:" in shown


def test_halves_of_characters_are_listed_and_decided(tmp_path: Path) -> None:
    text = TEXT_IN_BIG5.encode("cp950")
    at = text.index("確保".encode("cp950")) + 2
    page = tmp_path / "page.txt"
    page.write_bytes(text[:at] + text[at + 1 :])
    (find,) = listed(page)["damage"]
    assert (find["rule"], find["kind"], find["place"]) == ("D0", "lost-bytes", "O")
    (decided,) = listed(page, "--text", "1", "保")["damage"]
    assert (decided["state"], decided["decision"]) == ("repaired", "text")
