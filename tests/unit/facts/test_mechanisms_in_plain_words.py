"""Mechanisms as popular texts and reviews tell them: by plain verbs, in lists of two, behind numbered titles."""

import pytest

from tests.unit.facts.mechanism_claims import Found, claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # the first and the second of two
        ("巨噬细胞释放IL-6和TNF-α,前者激活STAT3,后者损害血脑屏障。", ("IL-6", "activates", "STAT3")),
        ("巨噬细胞释放IL-6和TNF-α,前者激活STAT3,后者损害血脑屏障。", ("TNF-α", "damages", "血脑屏障")),
        ("滑膜細胞製造MMP-13與ADAMTS-5,前者切斷膠原、後者分解聚集蛋白聚醣。", ("ADAMTS-5", "reduces", "聚集蛋白聚醣")),
        # what is done to something
        ("胶原被MMP-9降解,瘢痕变薄。", ("MMP-9", "reduces", "胶原")),
        ("T細胞被PD-L1抑制。", ("PD-L1", "inhibits", "T細胞")),
        # what is turned into something
        ("间充质干细胞把小胶质细胞从M1型推向M2型。", ("间充质干细胞", "induces", "小胶质细胞")),
        ("IL-10讓巨噬細胞變成M2型。", ("IL-10", "induces", "巨噬細胞")),
        ("IL-10讓巨噬細胞變成M2型。", ("IL-10", "induces", "M2型")),
        ("外泌体使小胶质细胞从促炎表型转向抗炎表型。", ("外泌体", "induces", "抗炎表型")),
        ("外泌體把巨噬細胞變成修復型。", ("外泌體", "induces", "修復型")),
        ("MSC分泌TSG-6,使巨噬细胞由M1型向M2型极化。", ("MSC", "induces", "M2型")),
        ("PGE2作用于巨噬细胞,使之由M1型向M2型转化。", ("PGE2", "induces", "M2型")),
        ("外泌体使T细胞由Th17转为Treg。", ("外泌体", "induces", "T细胞")),
        ("成纤维细胞在TGF-β1作用下变成成骨细胞。", ("成纤维细胞", "becomes", "成骨细胞")),
        # what is handed on
        ("MSC通过隧道纳米管把线粒体“借”给受损的心肌细胞。", ("MSC", "carries", "线粒体")),
        ("MSC透過奈米管將粒線體送給肺泡上皮細胞。", ("MSC", "carries", "粒線體")),
        # plain verbs, and those of Taiwan
        ("巨噬細胞放出IL-1β。", ("巨噬細胞", "secretes", "IL-1β")),
        ("MSC大量表現PD-L1。", ("MSC", "expresses", "PD-L1")),
        ("DKK-1會擋住Wnt訊號。", ("DKK-1", "inhibits", "Wnt訊號")),
        ("MSC分泌的IDO吃掉色胺酸。", ("MSC分泌的IDO", "reduces", "色胺酸")),
        # behind a numbered title in the same line
        ("2.2 免疫调节 MSC经PGE2诱导调节性T细胞扩增。", ("MSC", "induces", "调节性T细胞扩增")),
        ("2.2 抗凋亡作用  MSC分泌的HGF激活PI3K/Akt通路。", ("MSC分泌的HGF", "activates", "PI3K/Akt通路")),
        # who acts, behind a colon, an arrow, `由`; who is where; who was roused
        ("它不变成神经元,主要靠分泌:MSC释放VEGF。", ("MSC", "secretes", "VEGF")),
        ("皮肤屏障受损→角质细胞释放IL-33→Th2细胞分泌IL-4。", ("Th2细胞", "secretes", "IL-4")),
        ("平时由PTEN抑制PI3K/Akt通路。", ("PTEN", "inhibits", "PI3K/Akt通路")),
        ("脂肪组织里聚集着大量M1型巨噬细胞,它们分泌TNF-α。", ("M1型巨噬细胞", "secretes", "TNF-α")),
        ("缺氧使小胶质细胞过度活化,释放IL-1β。", ("小胶质细胞", "secretes", "IL-1β")),
        ("MSC进入脾脏。同时它放出的PGE2抑制T细胞增殖。", ("MSC放出的PGE2", "inhibits", "T细胞增殖")),
        ("紫外线使活性氧升高。", ("紫外线", "changes", "活性氧")),
        # English
        ("MSCs lack ACE2 and so are not infected.", ("MSCs", "lacks", "ACE2")),
        ("PGE2 pushes macrophages towards a repair state.", ("PGE2", "induces", "macrophages")),
        ("Exosomes shift macrophages from M1 to M2 and protect vessels.", ("Exosomes", "induces", "M2")),
        ("MSCs skew naive T cells toward regulatory T cells.", ("MSCs", "induces", "regulatory T cells")),
        ("MSCs polarize microglia to an M2 phenotype.", ("MSCs", "induces", "M2 phenotype")),
        ("IDO starves activated T cells and favours regulatory T cells.", ("IDO", "reduces", "activated T cells")),
        ("IDO starves activated T cells and favours regulatory T cells.", ("IDO", "promotes", "regulatory T cells")),
        ("MSCs are infused. There they release KGF.", ("MSCs", "secretes", "KGF")),
        ("MSCs are infused. In the presence of IFN-γ they upregulate IDO.", ("MSCs", "upregulates", "IDO")),
        ("Rituximab – binds CD20 and depletes B cells.", ("Rituximab", "binds", "CD20")),
        ("TNF-α activates NF-κB, which induces MuRF1 and so speeds the loss.", ("NF-κB", "induces", "MuRF1")),
        ("T cells secreting IL-17 destroy keratinocytes.", ("T cells", "damages", "keratinocytes")),
    ],
)  # fmt: skip
def test_what_is_told_in_plain_words(told: Found, text: str, claim: tuple[str, str, str]) -> None:
    assert claim in claims(told(text + "\n"))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("早期认为MSC可分化为肝细胞。", "肝细胞"),
        ("很多人以为MSC会变成神经元。", "神经元"),
        ("成纤维细胞并不变成神经元。", "神经元"),
        ("IFN-γ使活化T细胞停在G1期。", "T细胞停在G1期"),
        ("MSC表现IDO将色氨酸转化为犬尿氨酸。", "IDO将色氨酸转化为犬尿氨酸"),
        ("再用CHIR99021激活Wnt信号。", "Wnt信号"),
        ("同一批T细胞攻击皮肤。", "皮肤"),
        ("MSCs express ACE2 and so resist infection by SARS-CoV-2.", "SARS-CoV-2"),
        ("T cells secreting IFN-γ destroy marrow CD34+ cells.", "IFN-γ destroy marrow CD34+ cells"),
        ("MSCs are old, with raised p16 and lower secretion of IDO.", "IDO"),
        ("Cell therapy is the use of MSCs to slow or partly reverse fibrosis.", "fibrosis"),
        ("Cord blood, which tolerates mismatch, was supported by T cells.", "which tolerates mismatch,"),
        ("MSCs do not replace them.", "do not replace them"),
        ("These cells differ. This microRNA represses PTEN.", "PTEN"),
    ],
)
def test_what_is_denied_or_cut_is_not_claimed(told: Found, text: str, wrong: str) -> None:
    assert wrong not in {fact.value for fact in told(text + "\n")}


@pytest.mark.parametrize(
    ("text", "subject", "context"),
    [
        ("移植物抗白血病效应很重要。T细胞分泌IFN-γ。", "T细胞", ""),
        ("肿瘤患者常有感染。中性粒细胞释放弹性蛋白酶。", "中性粒细胞", ""),
    ],
)
def test_what_frames_no_claim(told: Found, text: str, subject: str, context: str) -> None:
    assert (subject, context) in {(fact.subject, fact.context) for fact in told(text + "\n")}


def test_what_follows_from_a_loss_is_told_with_what_was_taken_out(told: Found) -> None:
    facts = told("清除巨噬细胞后,MSC的抗纤维化作用丧失,说明巨噬细胞是不可缺少的中介。\n")
    (fact,) = [fact for fact in facts if fact.slot == "implies"]
    assert fact.evidence.start == 0


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("MSC释放携带miR-133b等微小RNA的外泌体。", ("MSC", "secretes", "miR-133b")),
        ("● 脂肪幹細胞(ADSC):抽脂後培養。細胞會分泌PGE2。", ("脂肪幹細胞", "secretes", "PGE2")),
    ],
)
def test_what_is_carried_and_whose_label_it_is(told: Found, text: str, claim: tuple[str, str, str]) -> None:
    assert claim in claims(told(text + "\n"))
