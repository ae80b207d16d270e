"""The class of every kind of line, in a document around it."""

from collections.abc import Callable

import pytest

from sctui.model.document import Document, LineKind

Read = Callable[[str], Document]
BODY = "间充质干细胞可以分泌多种生长因子,从而改善组织的血液供应,并在炎症部位发挥免疫调节作用。"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("", LineKind.BLANK),
        ("-----", LineKind.BLANK),
        ("| 来源 | 优点 |", LineKind.TABLE_ROW),
        ("|---|:---:|", LineKind.TABLE_RULE),
        ("图1:细胞的来源", LineKind.CAPTION),
        ("圖2:細胞的來源", LineKind.CAPTION),
        ("表:来源比较", LineKind.CAPTION),
        ("表3", LineKind.CAPTION),
        ("Figure 2. Flow of patients", LineKind.CAPTION),
        ("△2021年各国的患者人数", LineKind.CAPTION),
        ("▲ 某某門診裡的醫師。(圖:某某攝)", LineKind.CAPTION),
        ("▲某試驗(2020,24人):注射一次。半年後疼痛減輕三分。", LineKind.BULLET),
        ("作者 | 皮肤科小林    编辑 | 阿芳    2023年5月", LineKind.BYLINE),
        ("〔記者林小美/台北報導〕", LineKind.BYLINE),
        ("【記者林某某／台北報導】2024/06/18", LineKind.BYLINE),
        ("冯某某1  柏某某1,2  纪 某 和1△", LineKind.BYLINE),
        ("供稿：骨科 林某某    审核：医务处    更新日期：2024-05-17", LineKind.BYLINE),
        ("By Ann Bee, staff writer | 6 March 2025 | 5 min read", LineKind.BYLINE),
        ("Chairs: A. Bee (Oslo), C. Dee (Rome)", LineKind.BYLINE),
        ("諮詢專線：傷口中心 分機 0000（週一至週五）", LineKind.BYLINE),
        ("[Table]", LineKind.CAPTION),
        ("陈某某　综述　　刘某某　审校", LineKind.BYLINE),
        ("外文名 mesenchymal stem cell", LineKind.BYLINE),
        ("ClinicalTrials.gov ID NCT00000000", LineKind.BYLINE),
        ("Mar 05 2024 21:30", LineKind.BYLINE),
        ("小青 發表在 某某邦 留言(3) 人氣(1024)", LineKind.BYLINE),
        ("READ MORE: Five myths about stem cells", LineKind.BOILERPLATE),
        (
            "目的　观察脐带来源的细胞对膝骨关节炎患者疼痛评分和关节功能的影响，并评价其安全性。",
            LineKind.RUN_IN,
        ),
        ("（价格不含手术）", LineKind.PARAGRAPH),
        ("上班時間：週一至週五 8:30–17:00", LineKind.BYLINE),
        ("阅读 3.2万  在看 15", LineKind.BYLINE),
        ("Working Group on Pigment Cell Therapy", LineKind.BYLINE),
        ("Lisbon, 12–15 October 2022", LineKind.BYLINE),
        ("[Print] [Export to calendar] [Login to see slides]", LineKind.BOILERPLATE),
        ("预览时标签不可点", LineKind.BOILERPLATE),
        ("图片", LineKind.CAPTION),
        ("有用(88)", LineKind.BYLINE),
        ("林某某 副主任医师  某某医院 癫痫中心  擅长:难治性癫痫", LineKind.BYLINE),
        ("2024年5月", LineKind.BYLINE),
        ("更新:2024/08/19", LineKind.BYLINE),
        ("日期:2024 年 6 月 7 日　地點:線上　記錄:胸腔內科", LineKind.BYLINE),
        ("香港某某雜誌 2024年11月號 撰文:陳某某", LineKind.BYLINE),
        ("某某眼科通訊 第 88 期", LineKind.BYLINE),
        ("某某醫學評論 2023; 15(2): 77–84　專題綜論", LineKind.BYLINE),
        ("曹某某¹　簡某某²*", LineKind.BYLINE),
        ("From OpenCardio Encyclopedia", LineKind.BYLINE),
        ("Category: Neurology > Trauma", LineKind.BYLINE),
        ("某某医院消化内科   版本号:2.0   版本日期:2024年3月1日", LineKind.BYLINE),
        ("冯某源 柏立群 纪春和", LineKind.BYLINE),
        ("< Previous session: Biomaterials    Next session: Imaging >", LineKind.BOILERPLATE),
        ('{| class="wikitable"', LineKind.TABLE_RULE),
        ("老师讲了一个试验:40名慢性脊髓损伤患者,随机两组各20名,鞘内注射细胞四次。", LineKind.PARAGRAPH),
        ("1.1 一般资料 研究纳入36例膝骨关节炎患者,随机分为两组,每组18例,随访12个月。", LineKind.RUN_IN),
        ("[^1]: 见某刊 2024;187:1-10.", LineKind.REFERENCE),
        ("叶医师 回复：目前没有研究同时做两处，先内膜，因为您手里有囊胚。", LineKind.PARAGRAPH),
        ("原理大概是：细胞在缺氧环境里分泌生长因子，把血管引进来，从而改善供血。", LineKind.PARAGRAPH),
        ("Step 1: Aspirate 60 mL of marrow from the iliac crest of the patient.", LineKind.PARAGRAPH),
        (
            "Background: Little is known. Methods: We treated 48 adults. Results: The response was 58.3%.",
            LineKind.PARAGRAPH,
        ),
        ("*本文由编辑部整理拍摄*", LineKind.PARAGRAPH),
        ("↳ 林某某 回复 小禾妈妈：目前只有动物实验", LineKind.BULLET),
        ("・擦的药，便宜", LineKind.BULLET),
        ("猜你想问：要打几针 / 要住院吗", LineKind.BOILERPLATE),
        ("<< previous page | next page >>", LineKind.BOILERPLATE),
        (
            "血样分析与上述说法大体吻合:给药后第3天,高剂量组的血浆浓度中位数较基线下降38%。",
            LineKind.PARAGRAPH,
        ),
        ("病人的大腦有兩種典型變化:神經細胞外堆積的斑塊,以及細胞內形成的纖維纏結。", LineKind.PARAGRAPH),
        (
            "Such a wound is kept open by a loop: bacteria cross the skin, and macrophages go on.",
            LineKind.PARAGRAPH,
        ),
        (
            "另一项研究将90例患者分成三组：甲组30例、乙组30例、空白对照组30例，均随访半年。",
            LineKind.PARAGRAPH,
        ),
        ("患者按1:1:1随机分为三组:低剂量组、高剂量组以及安慰剂组,均为单次静脉滴注。", LineKind.PARAGRAPH),
        ("所以那个数字,你要问一句:什么叫有效?出汗算不算?睡觉好了算不算?", LineKind.PARAGRAPH),
        ("问：会不会长瘤子？ 答：细胞多数在两周内被清除，随访最长7年的资料未见致瘤。", LineKind.RUN_IN),
        (
            "Results. Sixty patients were treated: 25% with cells, 40% with placebo, 35% with none.",
            LineKind.RUN_IN,
        ),
        ("1.1 星状细胞的活化  星状细胞是细胞外基质的主要来源，肝细胞受损以后由它产生胶原。", LineKind.RUN_IN),
        ("17 April 2014", LineKind.BYLINE),
        ("Published: March 3, 2020", LineKind.BYLINE),
        ("关键词:干细胞;关节炎;细胞治疗", LineKind.BYLINE),
        ("李小某,王某,赵某某", LineKind.BYLINE),
        ("1.某大学医学院,某市 210000;2.某省人民医院骨科,某市 210001", LineKind.BYLINE),
        ("某某医学会血液学分会", LineKind.BYLINE),
        ("Ann Bee, Cy Dee, Eff Aitch, et al.", LineKind.BYLINE),
        ("Bee A(1), Cee-Dee BC(1)(2), Eff G.", LineKind.BYLINE),
        ("Some Journal of Cells volume 6, Article number: 58 (2021)", LineKind.BYLINE),
        ("Some Journal. 2018 Sep 29;392(10152):1000-1010. doi: 10.1000/x.", LineKind.BYLINE),
        ("预约电话:0000-1234567", LineKind.BYLINE),
        ("某某健康讯", LineKind.BYLINE),
        ("某某医学网", LineKind.BYLINE),
        ("细胞通讯", LineKind.HEADING),
        ("某某医学杂志 2015年3月第19卷第3期 Some J Med, March 2015, Vol 19, No. 3", LineKind.BYLINE),
        ("·论著·", LineKind.BYLINE),
        ("临床研究", LineKind.HEADING),
        ("主讲人:王医生", LineKind.BYLINE),
        ("王小某 李某 丛某某", LineKind.BYLINE),
        ("(收稿日期:2014-08-12)", LineKind.BYLINE),
        ("DOI:10.1000/j.issn.1007-7480.2015.03.001", LineKind.BYLINE),
        ("Bee Ann, Cee Di. Cell Therapy Center, Some Hospital, Some City 110016, China", LineKind.BYLINE),
        ("Definition | How it works | Risks | Cost | Takeaway", LineKind.BOILERPLATE),
        ("▲▼ 手術過程。(圖/資料照)", LineKind.CAPTION),
        ("【查体】体温38.9℃,双肺可闻及湿啰音。", LineKind.RUN_IN),
        ("【某某网报道】据某医院消息,一项新的试验已经开始。", LineKind.PARAGRAPH),
        ("该院主任某某说:“目前的样本量还小,需要更多的试验来证实。”", LineKind.PARAGRAPH),
        ("100 patients were randomized 2:1 to cells (4 × 10^7 per infusion) or placebo.", LineKind.PARAGRAPH),
        ("间充质干细胞(英语:mesenchymal stem cell)是一类可以分化的细胞。", LineKind.PARAGRAPH),
        ("(某某大学附属医院,某省某市123456)", LineKind.BYLINE),
        ("某某医学会干细胞工程专业学组", LineKind.BYLINE),
        ("PART 2", LineKind.BOILERPLATE),
        ("01", LineKind.BOILERPLATE),
        ("— END —", LineKind.BOILERPLATE),
        ("✘ 感染中的患者", LineKind.BULLET),
        ("研究结果表明:间充质干细胞治疗安全有效,多数患者在一年之内症状减轻。", LineKind.PARAGRAPH),
        ("Table 1: Baseline", LineKind.CAPTION),
        ("图书馆提供了这些资料,并且允许公众在馆内查阅相关的研究记录与数据。", LineKind.PARAGRAPH),
        ("2024-05-06李小某王某赵某某", LineKind.BYLINE),
        ("國際中心綜合報導", LineKind.BYLINE),
        ("記者林小美／台北報導", LineKind.BYLINE),
        ("某某健康 2024-05-06 07:08:09", LineKind.BYLINE),
        ("2024年5月6日 来源:某某网", LineKind.BYLINE),
        ("Ann B. Cee, Dee van der Eff, and Gee Aitch", LineKind.BYLINE),
        ("王小某 李某 张某某", LineKind.BYLINE),
        ("Department of Medicine, University of Somewhere", LineKind.BYLINE),
        ("1 Institute for Cells, Some Hospital, Some City 123456, Some Country", LineKind.BYLINE),
        ("王小某1,李某2,张某某1*", LineKind.BYLINE),
        ("王小某, 李某, 某某医学院附属医院消化内科 某省某市 637000", LineKind.BYLINE),
        ("《某某医学杂志》 2008年 第12期", LineKind.BYLINE),
        ("某某医学杂志 2016年1期", LineKind.BYLINE),
        ("【关键词】  干细胞; 关节炎", LineKind.BYLINE),
        ("在线出版日期: 2010-11-18", LineKind.BYLINE),
        ("转换到繁體中文", LineKind.BOILERPLATE),
        ("健康 > 新聞現時批 > 新知傳真", LineKind.BYLINE),
        ("脐带 > 脂肪 > 骨髓", LineKind.HEADING),
        ("BY 某某醫院醫師 陳某醫師", LineKind.BYLINE),
        ("出處/ 某某雜誌2022年9、10月號", LineKind.BYLINE),
        ("瀏覽數 : 11408", LineKind.BYLINE),
        (". 2021 Feb 26;12:152. doi: 10.1186/s1", LineKind.BYLINE),
        ("Open Access 01.04.2014 | Research article", LineKind.BYLINE),
        ("Ann Bee 1,2,3,4,, Cy Dee 2, Jérôme Eff 1,2,3", LineKind.BYLINE),
        ("更新於 2019年11月22日02:43 • 發布於 2019年11月21日10:57", LineKind.BYLINE),
        ("(圖:某某攝)", LineKind.CAPTION),
        ("--对11个随机对照试验的分析", LineKind.PARAGRAPH),
        ("干细胞;关节炎;细胞治疗", LineKind.PARAGRAPH),
        ('{"title": "x", "doi": "10.1/y"}', LineKind.RECORD),
        ("AA,某某关节炎;BB,某某硬化症;CC,某某狼疮", LineKind.ABBREVIATIONS),
        ("AA: some arthritis; BB: some sclerosis", LineKind.ABBREVIATIONS),
        ("- 调节免疫细胞的活性", LineKind.BULLET),
        ("• 调节免疫细胞的活性", LineKind.BULLET),
        ("https://example.org/a/b", LineKind.REFERENCE),
        ("链接:https://example.org/a/b", LineKind.REFERENCE),
        ("[3] Bee A. Cells. J Cell. 2020;1(2):3-4.", LineKind.REFERENCE),
        ("参考资料:某人,某文,某刊,2020年", LineKind.REFERENCE),
        ("免责声明:本文仅供参考,不构成医疗建议。", LineKind.BOILERPLATE),
        ("扫码添加微信", LineKind.BOILERPLATE),
        ("0 阅读:12", LineKind.BOILERPLATE),
        ("旁分泌作用:细胞分泌多种因子,改善周围的微环境。", LineKind.RUN_IN),
        ("2.旁分泌作用:细胞分泌多种因子,改善周围的微环境。", LineKind.RUN_IN),
        ("3、2018年,某人报告了十名患者的结果,其中六名好转。", LineKind.NUMBERED),
        ("细胞的作用机制", LineKind.HEADING),
        ("二、细胞的作用机制", LineKind.HEADING),
        ("哪些患者适合治疗?", LineKind.HEADING),
        ("关节疾病:从修复到重建", LineKind.HEADING),
        ("机制 应用 展望", LineKind.HEADING),
        ("Hospital stay", LineKind.HEADING),
        ("研究结果显示:", LineKind.PARAGRAPH),
        (BODY + "这一行是完整的段落。", LineKind.PARAGRAPH),
    ],
)
def test_a_line_between_paragraphs(document_of: Read, line: str, kind: LineKind) -> None:
    document = document_of(f"细胞治疗简述\n\n{line}\n\n{BODY}\n")
    assert document.lines[2].kind is kind


def test_only_lines_with_content_carry_facts(document_of: Read) -> None:
    document = document_of(f"细胞治疗简述\n\n{BODY}\n\n图1:来源\n\n参考文献\n[1] 甲. 某文[J]. 某刊, 2020.\n")
    carrying = [line.number for line in document.lines if line.kind.carries_facts]
    assert carrying == [1, 3]


def test_everything_below_the_references_is_a_reference_until_another_section(document_of: Read) -> None:
    document = document_of(
        f"Cells\n\n{BODY}\n\nReferences\n\n1. Bee A. Cells. J Cell. 2020;1:2.\n\nhttps://example.org\n\n"
        "[2]A title without anything else, in lower case\n\nDisclaimer\n\nNo advice.\n"
    )
    kinds = [line.kind for line in document.lines if line.text][2:]
    assert kinds == [LineKind.REFERENCE] * 4 + [LineKind.BOILERPLATE] * 2


def test_a_journal_description_takes_what_follows(document_of: Read) -> None:
    document = document_of(
        f"细胞\n\n{BODY}\n期刊介绍:\nThis journal is published every month.\nIt has four editors.\n"
    )
    assert [line.kind for line in document.lines[3:6]] == [LineKind.BOILERPLATE] * 3


@pytest.mark.parametrize("heading", ["## 剂量", "剂量"])
def test_links_to_other_pages_end_where_the_text_goes_on(document_of: Read, heading: str) -> None:
    title = "# 题目\n\n" * heading.startswith("#")
    text = f"{title}甲{BODY}\n\n【延伸閱讀】\n膝蓋痛別忍!5個警訊\n玻尿酸有何不同?\n\n"
    document = document_of(f"{text}乙{BODY}\n\n{heading}\n丙{BODY}\n")
    kinds = [line.kind for line in document.lines if line.text][title.count("#") :]
    links = [LineKind.BOILERPLATE] * 3
    rest = [LineKind.PARAGRAPH, LineKind.HEADING, LineKind.PARAGRAPH]
    assert kinds == [LineKind.PARAGRAPH, *links, *rest]


def test_a_heading_ends_what_a_mark_opened(document_of: Read) -> None:
    document = document_of(f"# 题目\n\n作者介绍:\n\n一位医生。\n\n## 剂量\n\n{BODY}\n")
    assert document.lines[4].kind is LineKind.BOILERPLATE
    assert document.lines[8].kind is LineKind.PARAGRAPH


def test_a_mark_in_a_long_paragraph_is_no_boilerplate(document_of: Read) -> None:
    long = BODY * 4 + "患者通过微信登记。" + BODY
    assert document_of(f"细胞\n\n{long}\n\n{BODY}").lines[2].kind is LineKind.PARAGRAPH


def test_an_entry_of_a_list_that_stands_again_as_a_heading_is_no_repeat(document_of: Read) -> None:
    entries = ["1. Stem cells for dry eye", "2. A heart failure trial", "3. Upcoming meetings"]
    sections = [line for entry in entries for line in (entry.upper(), "", f"{entry[3:6]}{BODY}", "")]
    document = document_of("\n".join(["IN THIS ISSUE", "", *entries, "", *sections]))
    assert [line.kind for line in document.lines[2:5]] == [LineKind.BOILERPLATE] * 3
    assert [line.kind for line in document.lines[6::4]] == [LineKind.HEADING] * 3


def test_a_note_below_a_table_belongs_to_it(document_of: Read) -> None:
    table = "途径    滞留率*    优点\n静脉    5%    简便\n动脉    30%    浓度高\n"
    document = document_of(f"比较\n{BODY}\n{table}*放射性核素标记24 h显像,综合文献[32-35]\n{BODY}\n")
    assert document.lines[5].kind is LineKind.CAPTION


def test_the_head_of_a_drawn_table_is_a_row(document_of: Read) -> None:
    table = "┌ 項目 ┬ 靜脈 ┬ 植入 ┐\n時機     急性   慢性\n侵入性   低   高\n疑慮   肺部   出血\n└──┴──┴──┘\n"
    document = document_of(f"比較\n{BODY}\n{table}{BODY}\n")
    assert document.lines[2].kind is LineKind.TABLE_ROW


def test_a_list_of_sources_with_years_in_brackets(document_of: Read) -> None:
    sources = "某某學會(2023)。細胞治療之專家共識。\nBee, A., & Dee, C. (2021). Cells in stroke. J Cells, 9(3), 144–153.\n"
    document = document_of(f"中風\n{BODY}\n參考資料:\n{sources}")
    assert [line.kind for line in document.lines[2:5]] == [LineKind.REFERENCE] * 3


def test_repeats(document_of: Read) -> None:
    again = "与其他疾病一样,细胞治疗也成为研究的热点。"
    document = document_of(
        f"细胞治疗\n{BODY}\n{again}\n{again}并取得了一些成果,值得关注。\n{BODY}\n细胞治疗\n完。\n"
    )
    kinds = [line.kind for line in document.lines]
    assert kinds[2] is LineKind.REPEATED
    assert kinds[3] is LineKind.PARAGRAPH
    assert kinds[4] is LineKind.REPEATED
    assert kinds[5] is LineKind.HEADING


def test_lines_are_classed_as_they_read_without_injected_pinyin(
    document_of: Callable[[str], Document],
) -> None:
    document = document_of(
        "# 干细胞\n\n间充质干细(xì)胞来自骨髓。\n\n# 参(cān)考文献\n\nDoe J. Cells. 2020;1:2.\n"
    )
    assert [line.kind for line in document.lines if line.text][-1] is LineKind.REFERENCE
    assert document.lines[4].text == "# 参(cān)考文献"
