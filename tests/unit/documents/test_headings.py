"""Where a short line is a heading and where it is not."""

from collections.abc import Callable

from sctui.model.document import Document, LineKind

Read = Callable[[str], Document]
BODY = "间充质干细胞可以分泌多种生长因子,从而改善组织的血液供应,并在炎症部位发挥免疫调节作用。"


def headings(document: Document) -> list[int]:
    return [line.number for line in document.lines if line.kind is LineKind.HEADING]


def test_numbered_short_lines_with_text_below_are_headings_without_it_a_list(document_of: Read) -> None:
    assert headings(document_of(f"1、来源\n{BODY}\n2、剂量\n{BODY}\n")) == [1, 3]
    assert headings(document_of(f"细胞\n{BODY}\n1、来源\n2、剂量\n3、途径\n")) == [1]


def test_a_colon_above_a_list_leads_in_above_a_heading_it_is_one(document_of: Read) -> None:
    assert headings(document_of(f"细胞\n{BODY}\n两种细胞的作用:\n免疫调节\n{BODY}\n")) == [1, 3, 4]
    assert headings(document_of(f"细胞\n{BODY}\n主要的风险包括:\n- 发热\n- 头痛\n")) == [1]


def test_the_short_name_of_a_list_is_a_label(document_of: Read) -> None:
    document = document_of(f"细胞\n{BODY}\n环境因素:\n- 感染\n- 饮食\n")
    assert document.lines[2].kind is LineKind.RUN_IN


def test_a_salutation_of_two_questions_is_no_heading(document_of: Read) -> None:
    asked = "亲爱的朋友们,您是不是也有这样的烦恼:降糖药从一种加到三种,血糖还是像坐过山车?脚上破一点皮,两个月都不收口?"
    assert headings(document_of(f"打针还能减下来吗\n\n{asked}\n\n{BODY}\n")) == [1]


def test_figures_below_a_sentence_with_a_colon_are_a_list(document_of: Read) -> None:
    led = "▲ 慢性期:某試驗收案48位病人,另各16人植入細胞於梗塞周圍。第12個月平均進步:"
    document = document_of(f"中風\n{BODY}\n{led}\n\n  對照組 2.1 分\n  250 萬組 5.4 分(p=0.06)\n\n{BODY}\n")
    assert [line.kind for line in document.lines[4:6]] == [LineKind.BULLET] * 2


def test_a_question_that_stands_again_without_an_answer_is_a_repeat(document_of: Read) -> None:
    text = (
        f"中風\n{BODY}\nQ:誰不適合?\nA:{BODY}\n\nQ:誰不適合?\n\n八、返家後何時應立即回診?\n發燒超過38.5度。\n"
    )
    document = document_of(text)
    assert headings(document) == [1, 3, 8]
    assert document.lines[5].kind is LineKind.REPEATED


def test_the_last_line_is_no_heading(document_of: Read) -> None:
    assert headings(document_of(f"细胞\n{BODY}\n某某研究所\n")) == [1]


def test_broken_english_lines_are_no_headings(document_of: Read) -> None:
    text = (
        "Cells And The Heart\n\nRepair of the heart is limited because adult\nmuscle cells hardly divide at all. Several\n"
        "groups have asked whether bone marrow\ncan help it.\n\nWhat Was Tried\n\nIn the first trials cells were given by\n"
        "catheter, and the effect was small.\n"
    )
    assert headings(document_of(text)) == [1, 8]


def test_broken_chinese_lines_are_no_headings(document_of: Read) -> None:
    text = (
        "第一章 概论\n\n细胞治疗是指把体外扩增的细胞输入患者体内以达到修\n复组织的目的。近年来随着分离技术与培养技术的进\n"
        "步,越来越多的研究进入临床。\n\n第一节 来源\n\n骨髓是最早的来源但是采集的时候需要穿刺且细胞数量\n随年龄下降。\n"
    )
    assert headings(document_of(text)) == [1, 7]


def test_menus_and_contents_are_not_headings(document_of: Read) -> None:
    menu = f"新闻\n科普\n问答\n专题\n\n干细胞与关节\n\n{BODY}\n"
    assert headings(document_of(menu)) == [6]
    contents = f"细胞治疗简述\n\n{BODY}\n\n一、来源\n二、剂量\n三、风险\n\n一、来源\n{BODY}\n二、剂量\n甲{BODY}\n三、风险\n乙{BODY}\n"
    assert headings(document_of(contents)) == [1, 9, 11, 13]


def test_a_heading_with_a_damaged_mark_inside_stays_one(document_of: Read) -> None:
    assert headings(document_of(f"细胞\n{BODY}\n免疫性疾?。簭腉VHD说起\n甲{BODY}\n")) == [1, 3]


def test_a_bare_list_is_no_row_of_headings(document_of: Read) -> None:
    listed = "\n\n".join(f"某某大学第{n}附属医院血液科" for n in "一二三四五六")
    assert headings(document_of(f"细胞治疗的研究单位\n\n{listed}\n\n{BODY}\n")) == [1, 13]


def test_a_row_of_a_table_with_tabs_is_no_heading(document_of: Read) -> None:
    assert headings(document_of(f"细胞\n{BODY}\n来源\t优点\t缺点\n脐带\t方便\t昂贵\n{BODY}\n")) == [1]


def test_events_of_years_are_no_headings(document_of: Read) -> None:
    text = f"题目\n\n{BODY}\n\n发展历程\n2006年:首例移植\n2012年:首个试验完成\n2021年:随访结果发表\n\n{BODY}也。\n"
    assert headings(document_of(text)) == [1, 5]


def test_lines_that_begin_with_one_sign_are_a_list(document_of: Read) -> None:
    text = f"题目\n\n{BODY}\n\n▍谁适合?\n◎ 分级第2至3级\n◎ 保守治疗无效\n◎ 没有感染\n\n▍剂量\n{BODY}也。\n"
    document = document_of(text)
    assert headings(document) == [1, 5, 10]
    assert [line.number for line in document.lines if line.kind is LineKind.BULLET] == [6, 7, 8]


def test_words_right_below_a_heading_in_the_midst_of_text_are_a_list(document_of: Read) -> None:
    text = f"题目\n\n{BODY}\n\n【如何修复】\n活化毛乳头细胞\n促进血管新生\n延长生长期\n\n剂量\n{BODY}也。\n"
    document = document_of(text)
    assert headings(document) == [1, 5, 10]
    assert [line.number for line in document.lines if line.kind is LineKind.BULLET] == [6, 7, 8]


def test_sentences_are_no_list_that_a_heading_could_belong_to(document_of: Read) -> None:
    text = (
        "多项研究的结果显示,间充质干细胞具有以下几个方面的作用:\n- 抑制炎症\n心肌梗死:射血分数提升了一成。\n"
        "糖尿病肾病:滤过率改善维持了一年。\n慢性病修复:从肾病到卵巢早衰\n在慢性肾病治疗中,间充质干细胞也有作用,研究还在进行。\n"
    )
    lines = document_of(text).lines
    assert lines[4].kind is LineKind.HEADING
