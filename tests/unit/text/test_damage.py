from sctui.model.document import Damage, Span
from sctui.text.damage import find_damage


def found(*texts: str) -> tuple[Damage, ...]:
    return find_damage(texts)


def test_places_carry_line_and_columns() -> None:
    (damage,) = found("第一行", "注射3×10?个细胞")
    assert damage == Damage(Span(2, 2, 7), "lost-exponent", "D1", None, safe=False)
    assert damage.flag == "damage:lost-exponent"


def test_no_two_places_overlap_and_the_particular_rule_wins() -> None:
    kinds = [damage.kind for damage in found("(2×10\ufffd颗粒)与3×10??个")]
    assert kinds == ["lost-exponent", "lost-exponent"]


def test_a_final_mark_is_stray_for_sure_where_other_residue_is() -> None:
    (alone,) = found("细胞的作用机制?")
    assert not alone.safe
    title, other = found("细胞的作用机制?", "骨关节炎(OA)?是常见病")
    assert title.safe
    assert other.safe
    assert title.flag == "repaired:stray-mark"


def test_a_slip_is_proved_by_the_document_itself() -> None:
    line = "自身免疫性疾" + "?" + "病（SLE）".encode("gbk")[1:].decode("gbk")
    unproved = [damage for damage in found(line) if damage.kind == "mojibake"]
    assert [damage.safe for damage in unproved] == [False]
    (damage,) = (d for d in found(line, "另一种免疫性疾病也常见") if d.kind == "mojibake")
    assert damage.repair == "病(S"
    assert damage.safe


def test_a_slip_is_proved_by_a_known_term() -> None:
    line = "自身免疫性疾" + "?" + "病（SLE）".encode("gbk")[1:].decode("gbk")
    (damage,) = find_damage([line], lambda word: word == "疾病")
    assert damage.repair == "病(S"


def test_a_word_that_always_goes_on_was_cut_before_the_quotation_mark() -> None:
    full = "临床试验一。临床试验二。临床试验三。临床试验四。"
    cut = [d for d in found(full, "题为“某细胞的临床试”的文章") if d.kind == "cut-text"]
    assert [(d.repair, d.safe) for d in cut] == [("临床试验", False)]
    assert not [d for d in found(full, "题为“某细胞的临床试验”的文章") if d.kind == "cut-text"]


def test_a_paragraph_that_ends_at_a_comma_was_cut() -> None:
    long = "干细胞可以分化为多种细胞,并参与组织修复与免疫调节,在随访一年之后,"
    assert [d.kind for d in found(long)] == ["cut-text"]
    assert found("干细胞,") == ()


def test_a_line_broken_by_width_may_end_at_a_comma() -> None:
    text = "干细胞可以分化为多种细胞,并参与组织的修复与免疫反应的调节,在随访一年之后,病人的症状减轻,"
    lines = [text[:-1], text, text[1:-1], text, "功能改善。"]
    assert found(*lines) == ()
    assert [d.span.line for d in found(*lines, "", text)] == [7]  # nothing follows
    assert [d.span.line for d in found(text, "功能改善。")] == [1]  # no other line is broken


LONG = "间充质干细胞可以通过多种途径调节免疫反应并且促进组织修复"


def cuts(*texts: str) -> list[tuple[int, str]]:
    return [
        (d.span.line, texts[d.span.line - 1][d.span.start : d.span.end])
        for d in found(*texts)
        if d.rule == "D15"
    ]


def test_a_bracket_that_nothing_closes_was_cut() -> None:
    assert cuts(f"{LONG}(包括旁分泌和细胞接触", "下一段。") == [(1, "(")]
    assert cuts(f"{LONG},发表于《细胞与", "") == [(1, "《")]


def test_brackets_closed_soon_intervals_and_speech_are_whole() -> None:
    assert cuts(f"{LONG}(包括旁分泌", "和细胞接触)。") == []
    assert cuts(f"{LONG},取值为[0,1)。") == []
    assert cuts(f"“{LONG}。", f"“{LONG}。”") == []
    assert cuts(f"1) {LONG}") == []
    assert cuts(f"{LONG},即所谓”归巢“现象。") == []
    assert cuts("短行(未完") == []


def test_a_bracket_that_nothing_opened_shows_a_loss() -> None:
    assert cuts(f"骨关节炎OA)是常见病，{LONG}。") == [(1, ")")]
    assert cuts(f"骨关节炎OA）是常见病，{LONG}。") == [(1, "）")]


def test_brackets_that_need_no_partner_and_those_opened_before_are_whole() -> None:
    assert cuts(f"方法有三:1){LONG};2){LONG};iii)其他;a)其他") == []
    assert cuts(f"{LONG} :)") == []
    assert cuts(f"用右括号“)”结束，{LONG}") == []
    assert cuts(f"{LONG}(包括旁分泌", f"和细胞接触)，{LONG}。") == []
    assert cuts(f"移植物抗宿主?。⊿R-aGVHD)，{LONG}。") == []
    assert cuts("短行)完") == []
