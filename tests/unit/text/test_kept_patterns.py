"""Patterns that are kept are those that `re` compiles, and a file that cannot be used does no harm."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from sctui.lexicon.lexicon import Lexicon
from sctui.text.kept_patterns import KeptPatterns, kept_patterns
from tests.unit.text.spoilt import SPOILT, spoil

_PATTERN = r"(?P<a>[\u3400-\u9fff]{2,5}?)(?=细胞|(?i:msc)s?)|(?<!a)\d+(\s)*\2"
# every pattern of the modules that a conversion loads, compiled twice
_OF_ALL_MODULES = """
import re, sys
from pathlib import Path
from sctui.text.kept_file import read_kept
from sctui.text.kept_patterns import KeptPatterns
first = KeptPatterns(Path(sys.argv[1]))
with first.while_loading():
    import sctui.cli.convert
    import sctui.text.quantity
first.file.write_bytes(first.news())
second = KeptPatterns(first.file)
assert second.news() == b"", "none of them had to be compiled again"
written = list(read_kept(first.file))
assert len(written) > 500, len(written)
for pattern, flags in written:
    usual, kept = re.compile(pattern, flags), second.compiled(pattern, flags)
    assert kept == usual and kept is not usual, pattern
    assert kept.groupindex == usual.groupindex and kept.groups == usual.groups, pattern
assert second.news() == b""
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    kept = KeptPatterns(tmp_path / "kept.patterns")
    kept.compiled(_PATTERN, re.IGNORECASE)
    (tmp_path / "kept.patterns").write_bytes(kept.news())
    return tmp_path / "kept.patterns"


def test_all_patterns_of_a_conversion_are_equal_to_those_that_re_compiles(tmp_path: Path) -> None:
    """Equal patterns have the same code, flags and text: they match the same."""
    command = [sys.executable, "-c", _OF_ALL_MODULES, str(tmp_path / "kept.patterns")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_what_another_process_compiled_is_kept_as_well(file: Path) -> None:
    here, elsewhere = KeptPatterns(file), KeptPatterns(file)
    assert elsewhere.compiled_here() == {}
    elsewhere.compiled(r"\d+(?=%)")
    assert list(elsewhere.compiled_here()) == [(r"\d+(?=%)", 0)]
    here.take(elsewhere.compiled_here())
    file.write_bytes(here.news())
    later = KeptPatterns(file)
    assert later.compiled(r"\d+(?=%)") == re.compile(r"\d+(?=%)")
    assert later.compiled(_PATTERN, re.IGNORECASE) == re.compile(_PATTERN, re.IGNORECASE)
    assert later.news() == b""


def test_a_pattern_from_the_file_is_the_one_that_re_compiles(file: Path) -> None:
    kept = KeptPatterns(file)
    found = kept.compiled(_PATTERN, re.IGNORECASE)
    assert kept.news() == b""
    assert found == re.compile(_PATTERN, re.IGNORECASE)
    assert found.pattern == _PATTERN
    match = found.search("人脐带MSCs")
    assert match
    assert match["a"] == "人脐带"


def test_other_flags_are_another_pattern(file: Path) -> None:
    kept = KeptPatterns(file)
    assert kept.compiled(_PATTERN) == re.compile(_PATTERN)
    assert kept.news()


@pytest.mark.parametrize("what", SPOILT)
def test_a_file_that_cannot_be_used_is_none(file: Path, what: str) -> None:
    data = spoil(file, what)
    kept = KeptPatterns(file)
    assert kept.compiled(_PATTERN, re.IGNORECASE) == re.compile(_PATTERN, re.IGNORECASE)
    assert kept.news() == data


def test_code_that_is_no_pattern_is_compiled_anew(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = KeptPatterns(file)
    monkeypatch.setattr("sctui.text.kept_patterns.array", lambda *_: [1, 2, 3])
    assert kept.compiled(_PATTERN, re.IGNORECASE) == re.compile(_PATTERN, re.IGNORECASE)


def test_what_is_no_pattern_is_refused_as_usual(file: Path) -> None:
    with pytest.raises(re.error, match="unterminated"):
        KeptPatterns(file).compiled("(a")


def test_without_a_file_patterns_are_compiled_all_the_same() -> None:
    kept = KeptPatterns(None)
    assert kept.compiled(_PATTERN) == re.compile(_PATTERN)
    assert kept.news() == b""


def test_re_is_as_it_was_when_the_modules_are_loaded(file: Path) -> None:
    compiler = sys.modules["re._compiler"]
    before = compiler.__dict__["compile"]
    with pytest.raises(ImportError), KeptPatterns(file).while_loading():
        raise ImportError
    assert compiler.__dict__["compile"] is before


def test_words_are_put_into_patterns_as_before(lexicon: Lexicon) -> None:
    pattern = lexicon.words.pattern("(?:<:whose.zh>)的?")
    assert pattern == re.compile(pattern.pattern)
    assert pattern.fullmatch("自体的")


def test_what_a_command_leaves_is_what_the_lexicon_compiled() -> None:
    assert kept_patterns() is kept_patterns("commands")
    assert kept_patterns() is not kept_patterns("app")
