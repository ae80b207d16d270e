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
