import json
from pathlib import Path

import pytest

from sctui.documents.decisions import Decision, Verdict, key_of, unmatched, with_decision
from sctui.documents.decisions_file import decisions_yaml, read_decisions, sidecar_of
from sctui.documents.read import read_document
from sctui.errors import DocumentError
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Damage

TEXT = "治疗方法\n单次注射3×10?个脐带细胞,随访一年。\n骨关节炎(OA)?是常见病。\n"


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def read(path: Path, text: str, *decisions: Decision) -> tuple[Damage, ...]:
    path.write_text(text, encoding="utf-8")
    sidecar_of(path).write_text(decisions_yaml(path.name, decisions, quoted), encoding="utf-8")
    return read_document(path, Lexicon(())).damage


def decision(path: Path, kind: str, verdict: Verdict, text: str = "") -> Decision:
    path.write_text(TEXT, encoding="utf-8")
    document = read_document(path, Lexicon(()))
    (damage,) = (d for d in document.damage if d.kind == kind)
    return Decision(*key_of(document, damage), damage.span.line, verdict, text)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes.txt"


def test_own_text_is_a_repair(path: Path) -> None:
    own = decision(path, "lost-exponent", Verdict.TEXT, "3×10^7")
    places = {d.kind: (d.repair, d.safe) for d in read(path, TEXT, own)}
    assert places == {"lost-exponent": ("3×10^7", True), "stray-mark": ("", True)}


def test_what_is_rejected_is_no_damage(path: Path) -> None:
    rejected = decision(path, "stray-mark", Verdict.REJECT)
    assert [d.kind for d in read(path, TEXT, rejected)] == ["lost-exponent"]


def test_accepting_makes_a_proposal_safe_and_needs_one(path: Path) -> None:
    lost = decision(path, "lost-exponent", Verdict.ACCEPT)
    assert [d.safe for d in read(path, TEXT, lost) if d.kind == "lost-exponent"] == [False]
    flat = "结果为2×106,之后下降"
    path.write_text(flat, encoding="utf-8")
    document = read_document(path, Lexicon(()))
    accepted = Decision(*key_of(document, document.damage[0]), 1, Verdict.ACCEPT)
    assert [(d.repair, d.safe) for d in read(path, flat, accepted)] == [("2×10^6", True)]


def test_a_decision_stays_with_its_place_when_lines_are_inserted(path: Path) -> None:
    own = decision(path, "lost-exponent", Verdict.TEXT, "3×10^7")
    moved = read(path, "新的一行\n\n" + TEXT, own)
    assert [(d.span.line, d.repair) for d in moved if d.kind == "lost-exponent"] == [(4, "3×10^7")]


def test_a_decision_about_a_place_that_is_gone_is_told_and_kept(path: Path) -> None:
    own = decision(path, "lost-exponent", Verdict.TEXT, "3×10^7")
    read(path, TEXT.replace("3×10?", "3×10^8"), own)
    sidecar_of(path).rename(path.parent / "aside")
    document = read_document(path, Lexicon(()))
    assert unmatched(document, document.damage, [own]) == (own,)
    (path.parent / "aside").rename(sidecar_of(path))
    assert read_decisions(path) == (own,)


def test_deciding_again_replaces_the_decision_in_its_place() -> None:
    first, second = (Decision("k", context, 1, Verdict.REJECT) for context in ("a⟦?⟧", "b⟦?⟧"))
    changed = Decision("k", "a⟦?⟧", 1, Verdict.TEXT, "x")
    assert with_decision(with_decision((first,), second), changed) == (changed, second)


def test_the_file_reads_back_as_it_was_written(path: Path) -> None:
    decisions = (
        Decision("stray-mark", 'a "b": \t⟦?⟧ #c', 3, Verdict.REJECT),
        Decision("lost-letter", "⟦?⟧", 1, Verdict.TEXT, ""),
        Decision("pinyin", "機⟦(jī)⟧制", 7, Verdict.ACCEPT),
    )
    sidecar_of(path).write_text(decisions_yaml("notes.txt", decisions, quoted), encoding="utf-8")
    assert read_decisions(path) == decisions
    sidecar_of(path).write_text(decisions_yaml("notes.txt", (), quoted), encoding="utf-8")
    assert read_decisions(path) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("decisions: [", "yaml:2:1:"),
        ("- a", "`decisions:`"),
        ("decisions:\n  - kind: x\n    verdict: accept\n", "yaml:2:5: a decision needs `kind` and `context`"),
        ("decisions:\n  - {kind: x, context: y, verdict: maybe}\n", "verdict: accept"),
        ("decisions:\n  - {kind: x, context: y, because: z}\n", "`because` is not known"),
        ("decisions:\n  - {kind: x, context: [y]}\n", "single value"),
        ("decisions: [x]\n", "a decision has"),
    ],
)
def test_a_file_that_cannot_be_understood_is_told_with_its_place(path: Path, text: str, said: str) -> None:
    path.write_text(TEXT, encoding="utf-8")
    sidecar_of(path).write_text(text, encoding="utf-8")
    with pytest.raises(DocumentError) as error:
        read_document(path, Lexicon(()))
    assert said in str(error.value)


def test_a_file_that_is_not_text_is_told(path: Path) -> None:
    sidecar_of(path).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DocumentError, match="cannot be read"):
        read_decisions(path)


def test_an_empty_file_decides_nothing(path: Path) -> None:
    sidecar_of(path).write_text("# nothing yet\n", encoding="utf-8")
    assert read_decisions(path) == ()


def test_a_document_of_the_longest_name_has_no_such_file(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / ("x" * 250 + ".md")) == ()
