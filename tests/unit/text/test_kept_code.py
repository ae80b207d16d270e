"""Classes made of kept code are those that Python makes, and a file that cannot be used does no harm."""

import collections
import dataclasses
import subprocess
import sys
import typing
from pathlib import Path
from types import CodeType, FunctionType

import pytest

from sctui.text.kept_code import KeptCode
from sctui.text.kept_file import read_kept
from tests.unit.text.spoilt import SPOILT, spoil

# all classes that the app and a conversion load, made once without and once with what is kept
_OF_ALL_MODULES = """
import sys
from pathlib import Path
from sctui.text.kept_code import KeptCode
from sctui.text.kept_file import read_kept
file = Path(sys.argv[1])
kept = KeptCode(file)
with kept.while_loading():
    import sctui.cli.convert, sctui.tui.run
if file.exists():
    assert kept.news() == b"", "none of it had to be compiled again"
else:
    file.write_bytes(kept.news())
    known = list(kept._new)
    assert len(known) > 500 and len(read_kept(file)["places"]) == len(known)
    again = KeptCode(file)
    for what, text in known:
        usual = compile(text, "<string>", what, dont_inherit=True)
        found = again.compiled(text, what)
        assert again.news() == b"" and found == usual and found.co_code == usual.co_code and found.co_consts == usual.co_consts, text
"""
_SUM, _EXPRESSION = "def total(one, two=2):\n return one + two", "lambda one: one * 2"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    kept = KeptCode(tmp_path / "kept.code")
    kept.compiled(_SUM, "exec")
    (tmp_path / "kept.code").write_bytes(kept.news())
    return tmp_path / "kept.code"


def test_the_code_of_all_classes_is_equal_to_what_python_compiles(tmp_path: Path) -> None:
    for _run in range(2):
        command = [sys.executable, "-c", _OF_ALL_MODULES, str(tmp_path / "kept.code")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def test_code_from_the_file_does_the_same(file: Path) -> None:
    kept = KeptCode(file)
    made, *_defaults = (one for one in kept.compiled(_SUM, "exec").co_consts if isinstance(one, CodeType))
    assert FunctionType(made, {})(1, 2) == 3
    assert kept.news() == b""


def test_a_block_is_no_expression(file: Path) -> None:
    kept = KeptCode(file)
    assert kept.compiled(_EXPRESSION, "exec") != kept.compiled(_EXPRESSION, "eval")
    assert [what for what, _check in read_kept(file)["places"]] == ["exec"]
    file.write_bytes(kept.news())
    assert [what for what, _check in read_kept(file)["places"]] == ["exec", "exec", "eval"]
    assert KeptCode(file).compiled(_EXPRESSION, "eval") == kept.compiled(_EXPRESSION, "eval")


def test_classes_are_as_ever(file: Path) -> None:
    kept = KeptCode(file)
    with kept.while_loading():
        made = dataclasses.make_dataclass("Made", [("one", int), ("two", int, 2)], frozen=True, order=True)
        pair = collections.namedtuple("pair", "one two")
        told = typing.get_type_hints(type("Told", (), {"__annotations__": {"one": "int | None"}}))
    assert made(1) == made(1, 2) < made(2)
    assert repr(made(1)).endswith("Made(one=1, two=2)")
    assert hash(made(1)) == hash(made(1))
    with pytest.raises(dataclasses.FrozenInstanceError):
        made(1).one = 2
    assert pair(1, two=2) == (1, 2)
    assert told == {"one": int | None}


def test_python_is_as_it_was_when_the_modules_are_loaded(file: Path) -> None:
    places = (dataclasses, "exec"), (collections, "eval"), (typing, "compile")
    with KeptCode(file).while_loading():
        assert [name in vars(module) for module, name in places] == [True] * 3
    with pytest.raises(ImportError), KeptCode(file).while_loading():
        raise ImportError
    assert [name in vars(module) for module, name in places] == [False] * 3


def test_where_python_makes_classes_otherwise_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(KeptCode, "_exec", lambda _kept: None)  # called with what it does not know
    kept = KeptCode(tmp_path / "kept.code")
    with kept.while_loading():
        assert "exec" not in vars(dataclasses)
        assert dataclasses.make_dataclass("Made", ["one"])(1).one == 1


@pytest.mark.parametrize("what", SPOILT)
def test_a_file_that_cannot_be_used_is_none(file: Path, what: str) -> None:
    data = spoil(file, what)
    kept = KeptCode(file)
    kept.compiled(_SUM, "exec")
    assert kept.news() == data


def test_a_text_that_only_looks_like_one_that_is_known_is_compiled(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sctui.text.kept_code.crc32", lambda _text: next(iter(read_kept(file)["places"]))[1])
    assert KeptCode(file).compiled("one = 2", "exec") == compile("one = 2", "<string>", "exec")


def test_what_is_no_code_is_refused_as_usual(file: Path) -> None:
    with pytest.raises(SyntaxError):
        KeptCode(file).compiled("def", "exec")


def test_what_has_to_be_written_down_is_not_forgotten(file: Path) -> None:
    kept = KeptCode(file)
    kept.compiled(_EXPRESSION, "eval")
    kept.forget()
    assert kept.news()
    same = KeptCode(file)
    same.forget()
    assert same.news() == b""
