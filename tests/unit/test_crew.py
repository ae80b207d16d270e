"""Several processes make what one makes, and whatever becomes of them."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.unit.test_conversion import ALIKE, DAMAGED, WHOLE, A, B, C, texts

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux alone")


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Documents with studies told twice, a place that another one repairs, and questions that clash."""
    alike = (ALIKE.format("双盲", "48", "静脉"), ALIKE.format("开放标签", "20", "鞘内"))
    made = []
    for number, text in enumerate((A, DAMAGED, B, WHOLE.format(dose="5×10^7"), C, *alike)):
        made.append(tmp_path / f"{number}.md")
        made[-1].write_text(
            f"# {number}\n\n{text.removeprefix('# ')}\n\n间充质干细胞分泌{'VEGF' * number}。\n", "utf-8"
        )
    return made


def run(decks: Path, processes: int, killed: str, files: list[Path]) -> dict[str, Any]:
    """What `tests.crew_run` tells."""
    command = [sys.executable, "-m", "tests.crew_run", str(decks), str(processes), killed, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.stderr == ""
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_several_processes_make_what_one_makes_and_whatever_becomes_of_them(
    files: list[Path], tmp_path: Path
) -> None:
    alone = run(tmp_path / "one" / "decks", 1, "never", files)
    assert alone["elsewhere"] == []
    assert sorted(alone["begun"]) == [file.name for file in files]
    expected = texts(tmp_path / "one" / "decks")
    assert len(expected) > len(files)
    moments = ("never", "given", "opening", "read", "asked")
    for processes, killed in zip((2, 3, 2, 3, 3), moments, strict=True):
        folder = tmp_path / f"{processes}-{killed}" / "decks"
        told = run(folder, processes, killed, files)
        assert told["elsewhere"] or killed in {"read", "asked"}
        assert not told["elsewhere"] or killed != "read"
        assert sorted(told["begun"]) == sorted(alone["begun"])
        assert told["left"] == 0
        assert texts(folder) == expected


def test_a_document_that_cannot_be_read_is_told_of_wherever_it_was_read(
    files: list[Path], tmp_path: Path
) -> None:
    files[1].unlink()
    files[2].unlink()
    told = run(tmp_path / "decks", 2, "never", files)
    assert ["1.md" in told["refused"][0], "2.md" in told["refused"][1]] == [True, True]
    assert len(told["refused"]) == 2
    assert told["elsewhere"]
