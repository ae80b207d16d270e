"""Where a name before its short form begins, and whose short form it cannot be."""

from collections.abc import Callable

import pytest

from sctui.facts.terms import find_terms
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document


def found(document: Document, lexicon: Lexicon) -> set[tuple[str, str]]:
    return {(fact.subject, fact.value) for fact in find_terms(document, lexicon) if fact.slot == "expansion"}


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        ("肌肉细胞膜上的葡萄糖转运蛋白4(GLUT4)随之减少。", "GLUT4", "葡萄糖转运蛋白4"),
        ("3个月后内膜厚度(MET)升高。", "MET", "内膜厚度"),
        ("收治于各国重症监护病房(ICU)的人。", "ICU", "重症监护病房"),
        ("推估全國退化性脊椎病(DSD)人口超過百萬。", "DSD", "退化性脊椎病"),
        ("細胞因含有較多過氧化氫酶(CAT)而存活。", "CAT", "過氧化氫酶"),
        ("可诱导成外侧神经节隆起(LGE)样细胞。", "LGE", "外侧神经节隆起"),
        ("细胞借隧道微管(TMT)相连。", "TMT", "隧道微管"),
        ("改行全踝置换(TAA)者两例。", "TAA", "全踝置换"),
        ("但下肢运动评分(LEMS)没有变化。", "LEMS", "下肢运动评分"),
        ("移植后常见移植物相关性心动过速(GART)。", "GART", "移植物相关性心动过速"),
        ("单纯血浆交换(PX)无效。", "PX", "血浆交换"),
        ("胰岛素等效日剂量(IEDD)下降。", "IEDD", "胰岛素等效日剂量"),
        ("可引发即刻经血液介导的凝血反应(IBMCR)。", "IBMCR", "即刻经血液介导的凝血反应"),
        ("方法:角膜緣異體移植(KLAT),適合雙眼。", "KLAT", "角膜緣異體移植"),
        ("或者塗琺瑯基質蛋白(EMD)。", "EMD", "琺瑯基質蛋白"),
        ("高糖激活蛋白激酶C(PKC)。", "PKC", "蛋白激酶C"),
        ("刺激宿主抗原呈現細胞(APC)。", "APC", "抗原呈現細胞"),
        ("它分泌大量腦源性神經滋養因子(BDNF)。", "BDNF", "腦源性神經滋養因子"),
        ("新細胞都要靠輪部幹細胞(limbal stem cell, LSC)補充。", "LSC", "輪部幹細胞"),
        ("检查中抗环瓜氨酸肽抗体(抗CCP)明显下降。", "抗CCP", "抗环瓜氨酸肽抗体"),
        ("同時抗雙鏈DNA抗體(抗dsDNA)轉陰。", "抗dsDNA", "抗雙鏈DNA抗體"),
        ("四周后细胞组脑脊液神经丝轻链(NfL)减少。", "NfL", "神经丝轻链"),
        ("尿液中視網醇結合蛋白4(RBP4)上升。", "RBP4", "視網醇結合蛋白4"),
        ("衰老時晚期糖化終產物(AGE)累積。", "AGE", "晚期糖化終產物"),
        ("它们所分泌的细胞外囊泡(EVs)很小。", "EVs", "细胞外囊泡"),
        ("人們用間充質幹細胞來源的細胞外囊泡(MSC-EVs)。", "MSC-EVs", "間充質幹細胞來源的細胞外囊泡"),
        ("它们所来源的细胞外囊泡 (MSC-EVs) 用于多发性硬化。", "MSC-EVs", "细胞外囊泡"),
        ("慢性腎臟病(chronic kidney disease,簡稱 CKD)很常見。", "CKD", "慢性腎臟病"),
        ("心力衰竭（HF，heart failure）很常见。", "HF", "心力衰竭"),
        ("Cells calm T cells and favour regulatory T cells (Tregs).", "Tregs", "regulatory T cells"),
        ("Severe aplastic anaemia (SAA) is rare.", "SAA", "Severe aplastic anaemia"),
        ("Neurofilament light chain (NfL) fell.", "NfL", "Neurofilament light chain"),
    ],
)
def test_a_name_begins_behind_what_is_no_part_of_it(
    document_of: Callable[[str], Document], lexicon: Lexicon, text: str, short: str, name: str
) -> None:
    assert found(document_of(text + "\n"), lexicon) == {(short, name)}


@pytest.mark.parametrize(
    "text",
    [
        "糖尿病足(diabetic foot ulcer,DFU)患者的截肢率。",
        "也没有出现移植物诱发的异动症(graft-induced dyskinesia,GID)。",
        "住在眼睛邊緣那一圈柵欄構造裡面的上皮的幹細胞(limbal stem cell, LSC)。",
        "用於類固醇治療無效之第二至四級急性移植物抗宿主病(SR-aGVHD)。",
        "Most people begin with relapsing-remitting disease (RRMS).",
        "發作後可施打靜脈血栓溶解劑(rt-PA)。",
        "請勿使用含防腐劑(BAK)的藥水。",
        "一年時沒有復發且沒有併發症的存活率(CRFS)為五成。",
        "Surgeons then choose ligation of tract (LIFT) instead.",
        "異體細胞製劑「軟芽」(ChondroBud)已上市。",
    ],
)
def test_what_is_left_of_a_name_is_none(
    document_of: Callable[[str], Document], lexicon: Lexicon, text: str
) -> None:
    assert not found(document_of(text + "\n"), lexicon)
