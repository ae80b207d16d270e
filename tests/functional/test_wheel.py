"""The wheel, installed in a fresh environment, finds what it brings along."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BIN = "Scripts" if os.name == "nt" else "bin"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "-q", "--disable-pip-version-check"]
    subprocess.run(
        [*pip, "wheel", "--no-deps", "-w", str(folder), str(ROOT)], check=True, capture_output=True
    )
    (wheel,) = folder.glob("sctui-*.whl")
    subprocess.run([sys.executable, "-m", "venv", str(folder / "fresh")], check=True, capture_output=True)
    python = folder / "fresh" / BIN / "python"
    constraints = ["-c", str(ROOT / "constraints.txt")]
    install = [
        str(python),
        "-m",
        "pip",
        "-q",
        "--disable-pip-version-check",
        "install",
        *constraints,
        str(wheel),
    ]
    subprocess.run(install, check=True, capture_output=True)
    return folder / "fresh" / BIN


def sctui(installed: Path, home: Path, *arguments: str) -> str:
    command = [str(installed / "sctui"), "--home", str(home), *arguments]
    return subprocess.run(
        command, check=True, capture_output=True, text=True, encoding="utf-8", cwd=home
    ).stdout


def test_it_finds_its_decks(installed: Path, tmp_path: Path) -> None:
    cards = sctui(installed, tmp_path, "export", "--format", "jsonl").splitlines()
    assert len(cards) > 300
    assert "no problems" in sctui(installed, tmp_path, "check")


def test_it_finds_its_lexicon_and_templates(installed: Path, tmp_path: Path) -> None:
    text = "# 甲院试验\n\n2021年,甲院对12名膝骨关节炎患者进行了脂肪间充质干细胞关节腔注射治疗,患者疼痛评分下降。\n"
    (tmp_path / "甲院.md").write_text(text, encoding="utf-8")
    sctui(installed, tmp_path, "convert", "甲院.md", "--decks", "mine")
    assert "12名" in sctui(installed, tmp_path, "export", "--decks", "mine", "--format", "jsonl")
