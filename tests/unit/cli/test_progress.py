import json

import pytest

from sctui.cli.progress import Bar, followed
from sctui.model.progress import FOR_PROGRAMS, MARK


def test_a_program_follows_by_lines_of_json(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(FOR_PROGRAMS, "1")
    monkeypatch.setattr("sctui.cli.progress._NOW_AND_THEN", 0)
    with Bar(2, ("lines", "cards"), "Reading") as bar:
        for name in ("one.md", "two.md"):
            bar.begin(name)
            list(followed(range(2), 2, "lines", bar.step))
            bar.step("cards", 1, 1)
    lines = capsys.readouterr().err.rstrip("\n").split("\n")
    assert all(line.startswith(MARK) for line in lines)
    told = [json.loads(line[1:]) for line in lines]
    assert told[1] == {"does": "Reading", "at": "one.md: line 2 of 2", "share": 0.25}
    assert [one["share"] for one in told] == sorted(one["share"] for one in told)
    assert told[-1] == {"does": "Reading", "at": "two.md", "share": 1.0}


def test_nobody_is_told_who_does_not_ask(capsys: pytest.CaptureFixture[str]) -> None:
    with Bar(1, ("lines",), "Reading") as bar:
        bar.begin("one.md")
        bar.step("lines", 1, 1)
    assert capsys.readouterr().err == ""
