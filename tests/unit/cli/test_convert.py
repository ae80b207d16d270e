from pathlib import Path

import pytest
from click.testing import CliRunner

from sctui.cli import convert as command
from sctui.cli.commands import cli
from sctui.documents import read

TEXTS = {
    "a.md": "# 甲\n\n间充质干细胞(MSC)分泌VEGF和HGF。\n",
    "b.md": "# 乙\n\n神经干细胞(NSC)分泌BDNF。\n",
}


@pytest.mark.parametrize(("held", "times"), [(20_000_000, 1), (0, 2)])
def test_each_of_several_files_is_read_once_as_long_as_there_is_room_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: int, times: int
) -> None:
    seen: list[str] = []

    def read_and_count(path: Path) -> bytes:
        seen.append(path.name)
        return path.read_bytes()

    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(read, "_bytes", read_and_count)
    monkeypatch.setattr(command, "_HELD", held)
    files = [str(tmp_path / name) for name in TEXTS]
    result = CliRunner().invoke(cli, ["--home", str(tmp_path / "home"), "convert", *files])
    assert result.exit_code == 0, result.output
    assert sorted(seen) == sorted([*TEXTS] * times)
    assert [line.split(":")[0] for line in result.stdout.splitlines() if line[0] != " "] == [*TEXTS]


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("a.json", '{"title": "甲", "doi": "10.1/x"}', "its record has no abstract, only title, doi."),
        (
            "b.json",
            '[{"title": "甲"}, {"title": "乙"}]',
            "none of its 2 records has an abstract, only title.",
        ),
        ("c.json", "[]", "c.json is JSON without a record."),
        ("d.txt", "免责声明:仅供参考\n", "no card: it has no text"),
        (
            "e.txt",
            "Basalt is a dark rock that is found on the bottom of seas.\n",
            "none of the terms in the lexicon",
        ),
        ("f.json", '{"abstract": "干细胞很有前景。"}', "no card: its 1 line of text tells no mechanism"),
    ],
)
def test_a_folder_says_why_a_file_gives_no_card(tmp_path: Path, name: str, text: str, why: str) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / name).write_text(text, encoding="utf-8")
    (folder / "good.md").write_text(TEXTS["a.md"], encoding="utf-8")
    result = CliRunner().invoke(cli, ["--home", str(tmp_path / "home"), "convert", str(folder)])
    assert result.exit_code == 0, result.output
    assert why in result.output
    assert "good.md" in result.output
