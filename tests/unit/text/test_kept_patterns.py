"""Patterns that are kept are those that `re` compiles, and a file that cannot be used does no harm."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from sctui.lexicon.lexicon import Lexicon
from sctui.locations import bundled
from sctui.text.kept_patterns import KeptPatterns, kept_patterns
from tests.unit.text.spoilt import SPOILT, spoil

_PATTERN = r"(?P<a>[\u3400-\u9fff]{2,5}?)(?=细胞|(?i:msc)s?)|(?<!a)\d+(\s)*\2"
_TEXT = "人脐带MSCs 与 12%,a3 4  4 干细胞"
# every pattern of the modules that a conversion loads, compiled twice
_OF_ALL_MODULES = """
import re, sys
from array import array
from importlib import import_module
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
written = read_kept(first.file)
assert len(written) > 500, len(written)
compiler, parser = import_module("re._compiler"), import_module("re._parser")
texts = [line for file in sys.argv[2:] for line in Path(file).read_text("utf-8").splitlines() if line]
quicker = 0
for (pattern, flags), parts in written.items():
    usual, kept = re.compile(pattern, flags), second.compiled(pattern, flags)
    assert kept.pattern == usual.pattern and kept.flags == usual.flags, pattern
    assert kept.groupindex == usual.groupindex and kept.groups == usual.groups, pattern
    code, plain = array("I", parts[1]).tolist(), compiler._code(parser.parse(pattern, flags), flags)
    assert code[1 + code[1] :] == plain[1 + plain[1] :], pattern
    if code != plain:
        quicker += 1
        for text in texts:
            spans = [[match.span() for match in one.finditer(text)] for one in (kept, usual)]
            assert spans[0] == spans[1], (pattern, text)
assert quicker > len(written) / 3, quicker
assert second.news() == b""
"""


def _finds(pattern: re.Pattern[str]) -> tuple[object, ...]:
    """What tells patterns apart: how they are written, and what they find."""
    found = [(match.span(), match.groupdict()) for match in pattern.finditer(_TEXT)]
    return pattern.pattern, pattern.flags, found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    kept = KeptPatterns(tmp_path / "kept.patterns")
    kept.compiled(_PATTERN, re.IGNORECASE)
    (tmp_path / "kept.patterns").write_bytes(kept.news())
    return tmp_path / "kept.patterns"


def test_all_patterns_of_a_conversion_are_those_that_re_compiles(tmp_path: Path) -> None:
    """They have the same code but for its head, which tells a search where to look: they find the same."""
    texts = sorted((bundled() / "data" / "documents").glob("*.md"))[:2]
    command = [sys.executable, "-c", _OF_ALL_MODULES, str(tmp_path / "kept.patterns"), *map(str, texts)]
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
    assert _finds(later.compiled(r"\d+(?=%)")) == _finds(re.compile(r"\d+(?=%)"))
    assert _finds(later.compiled(_PATTERN, re.IGNORECASE)) == _finds(re.compile(_PATTERN, re.IGNORECASE))
    assert later.news() == b""


def test_a_pattern_from_the_file_is_the_one_that_re_compiles(file: Path) -> None:
    kept = KeptPatterns(file)
    found = kept.compiled(_PATTERN, re.IGNORECASE)
    assert kept.news() == b""
    assert _finds(found) == _finds(re.compile(_PATTERN, re.IGNORECASE))
    assert found.pattern == _PATTERN
    match = found.search("人脐带MSCs")
    assert match
    assert match["a"] == "人脐带"


def test_other_flags_are_another_pattern(file: Path) -> None:
    kept = KeptPatterns(file)
    assert _finds(kept.compiled(_PATTERN)) == _finds(re.compile(_PATTERN))
    assert kept.news()


@pytest.mark.parametrize("what", SPOILT)
def test_a_file_that_cannot_be_used_is_none(file: Path, what: str) -> None:
    data = spoil(file, what)
    kept = KeptPatterns(file)
    assert _finds(kept.compiled(_PATTERN, re.IGNORECASE)) == _finds(re.compile(_PATTERN, re.IGNORECASE))
    assert kept.news() == data


def test_code_that_is_no_pattern_is_compiled_anew(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = KeptPatterns(file)
    monkeypatch.setattr("sctui.text.kept_patterns.array", lambda *_: [1, 2, 3])
    assert _finds(kept.compiled(_PATTERN, re.IGNORECASE)) == _finds(re.compile(_PATTERN, re.IGNORECASE))


def test_what_is_no_pattern_is_refused_as_usual(file: Path) -> None:
    with pytest.raises(re.error, match="unterminated"):
        KeptPatterns(file).compiled("(a")


def test_without_a_file_patterns_are_compiled_all_the_same() -> None:
    kept = KeptPatterns(None)
    assert _finds(kept.compiled(_PATTERN)) == _finds(re.compile(_PATTERN))
    assert kept.news() == b""


def test_re_is_as_it_was_when_the_modules_are_loaded(file: Path) -> None:
    compiler = sys.modules["re._compiler"]
    before = compiler.__dict__["compile"]
    with pytest.raises(ImportError), KeptPatterns(file).while_loading():
        raise ImportError
    assert compiler.__dict__["compile"] is before


def test_words_are_put_into_patterns_as_before(lexicon: Lexicon) -> None:
    pattern = lexicon.words.pattern("(?:<:whose.zh>)的?")
    assert "自体" in pattern.pattern
    assert pattern.fullmatch("自体的")


def test_what_a_command_leaves_is_what_the_lexicon_compiled() -> None:
    assert kept_patterns() is kept_patterns("commands")
    assert kept_patterns() is not kept_patterns("app")
