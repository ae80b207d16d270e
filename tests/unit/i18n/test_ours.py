"""Texts of ours in Traditional characters: what OpenCC would give, without it."""

import pytest

from sctui.text import script
from sctui.text.script import Script, converted, show
from translations import ours


def test_each_text_stands_in_the_file_as_opencc_gives_it() -> None:
    pairs = dict(line.split("\t") for line in ours.FILE.read_text("utf-8").splitlines())
    assert {text: shown for text, shown in pairs.items() if converted(text, Script.TAIWAN) != shown} == {}
    texts = ours.texts()
    assert len(texts & set(pairs)) > 0.9 * len(texts)  # else: make translations


def test_a_text_of_ours_needs_no_dictionaries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(script, "converted", lambda text, shown: f"{text} by OpenCC in {shown}")
    assert show("可能由什么引起？", Script.TAIWAN) == "可能由什麼引起？"
    assert show("系统性红斑狼疮", Script.TAIWAN) == "系統性紅斑狼瘡"
    assert show("系统性红斑狼疮", Script.HONG_KONG).endswith("by OpenCC in zh-Hant-HK")
