"""A title that stands below the name of a journal or a site is no byline."""

from collections.abc import Callable

import pytest

from sctui.model.document import Document, LineKind

BODY = (
    "Mesenchymal stromal cells calm the inflammation of the diabetic foot, and the wound may close in weeks."
)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "问诊圈 › 神经内科 › 癫痫 › 问题详情\n【提问】颞叶癫痫19年,干细胞移植靠谱吗?\n提问者:小银杏   2025-01-14   浏览 630",
            1,
        ),
        (
            "某某資訊站 Knee.tw\n首頁|關節炎|運動傷害|再生醫療\n▶ 再生醫療 ▶ 產品比較\n【2025更新】膝軟骨修復怎麼選?臍血幹細胞與PRP\n文/編輯部 江某某",
            3,
        ),
        (
            "財團法人某某紀念醫院 眼科部\n跳到主要內容 ::: 就醫指南\n衛教園地 / 眼科 / 乾眼症與角膜輪部幹細胞\n編號:OPH-E-047  制訂日期:2019/06/12",
            2,
        ),
        (
            "Cell Monitor | News | Approvals | Guidance | Calendar\nHome > Approvals > Haematology\nConditional approval of cells for GVHD\nPublished 18 June 2024, updated 19 June 2024 with comment",
            2,
        ),
    ],
)
def test_a_title_below_a_path(document_of: Callable[[str], Document], head: str, title: int) -> None:
    lines = document_of(f"{head}\n\n{BODY}\n").lines
    count = head.count("\n") + 1
    assert [line.number - 1 for line in lines[:count] if line.kind is LineKind.HEADING] == [title]


def test_a_line_on_the_subject_is_no_byline_of_a_line_on_none(document_of: Callable[[str], Document]) -> None:
    head = "Annals of Repair 2023; 12(3): 214-229\nStem cells for diabetic foot: from matrix to immunity\n"
    page = document_of(
        f"{head}Anna Lind1, Bo Lund2 and Carl Berg1,*\nDownload PDF   Cite   Share\n\n{BODY}\n"
    )
    told = next(line for line in page.lines if line.text.startswith("Stem cells"))
    assert told.kind is not LineKind.BYLINE
