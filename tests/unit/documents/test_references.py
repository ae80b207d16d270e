"""Reference lists become records, whatever way of citing they follow."""

from pathlib import Path

import pytest

from sctui.documents.read import read_bytes, read_document
from sctui.lexicon.lexicon import Lexicon
from sctui.model.reference import Reference

TEXT = "间充质干细胞可以调节免疫，也能修复组织，因此在许多疾病中得到研究，结果不一。[1]"


def references(entries: str, lexicon: Lexicon, heading: str = "参考文献") -> tuple[Reference, ...]:
    return read_bytes(f"{TEXT}\n{heading}\n{entries}\n".encode(), "a.txt", lexicon).references


ENTRIES = {
    "vancouver": (
        "[1] Zhao Q, Lin M, et al. Cord cells. Lancet Rheumatol. 2021;3(4). doi: 10.1016/S2665-9913(21)1-2.",
        ("Zhao Q, Lin M, et al.", "Cord cells", "Lancet Rheumatol", 2021),
    ),
    "one author": (
        "1. Weber J. Cells and hope. Nature. 2019;570:12-15. PMID: 31234567; PMCID: PMC6543210.",
        ("Weber J", "Cells and hope", "Nature", 2019),
    ),
    "year in brackets": (
        "1. Ševčík J, Ñez A. Stromal cells: a claim. Cell Stem Cell (2018) 22:824–33.",
        ("Ševčík J, Ñez A.", "Stromal cells: a claim", "Cell Stem Cell", 2018),
    ),
    "year at the end": (
        "2. Leng Z. et al. Cells without a receptor. Aging Dis. 11, 216–228 (2020).",
        ("Leng Z. et al.", "Cells without a receptor", "Aging Dis", 2020),
    ),
    "wiki": (
        "^ Bee AJ, Cee KV. Cells of bone marrow. Transplantation. 1968, 6 (2): 230–247. PMID 5654088.",
        ("Bee AJ, Cee KV.", "Cells of bone marrow", "Transplantation", 1968),
    ),
    "an organization": (
        "7. World Health Organization. Global report on diabetes. Geneva: WHO; 2016.",
        ("World Health Organization", "Global report on diabetes", "Geneva: WHO", 2016),
    ),
    "a short title": (
        "[4] 王五. 干细胞学[M]. 北京: 科学出版社, 2015: 33-45.",
        ("王五", "干细胞学", "北京: 科学出版社", 2015),
    ),
    "a title in quotes alone": (
        '13. "Stem cells and the heart", Nature Reviews Cardiology, vol. 15, 2018.',
        ("", "Stem cells and the heart", "Nature Reviews Cardiology", 2018),
    ),
    "a day of access": (
        "8. Cord cells for lupus. Some Registry. https://example.org/1. Accessed 3 May 2021.",
        ("", "Cord cells for lupus", "Some Registry", None),
    ),
    "mdpi": (
        "4. Ito, H.; Sato, K. Exosomes in dry eye. Int. J. Mol. Sci. 2023, 24, 1122.",
        ("Ito, H.; Sato, K.", "Exosomes in dry eye", "Int. J. Mol. Sci", 2023),
    ),
    "apa": (
        "Brown, T. A., & Green, L. (2018). Marrow for the heart. Journal of Cell Therapy, 12(3), 45–67.",
        ("Brown, T. A., & Green, L.", "Marrow for the heart", "Journal of Cell Therapy", 2018),
    ),
    "gb/t 7714": (
        "[2] 王小某, 李明, 等. 脐带间充质干细胞治疗狼疮的疗效[J]. 中华风湿病学杂志, 2020, 24(3): 161-166.",
        ("王小某, 李明, 等", "脐带间充质干细胞治疗狼疮的疗效", "中华风湿病学杂志", 2020),
    ),
    "full-width": (
        "7. 李雷，韩梅梅. 干细胞治疗糖尿病的进展. 中国糖尿病杂志，2019，27（5）：331-335.",
        ("李雷，韩梅梅", "干细胞治疗糖尿病的进展", "中国糖尿病杂志", 2019),
    ),
    "glued": (
        "[19]Ana Roth,Li Peng.Cells for cirrhosis: a meta-analysis [J].Euro Jour of gastro,2019(31):1283-91.",
        ("Ana Roth,Li Peng", "Cells for cirrhosis: a meta-analysis", "Euro Jour of gastro", 2019),
    ),
    "title alone": (
        "[3] Regulatory effect of cord cells on T cells in disease.",
        ("", "Regulatory effect of cord cells on T cells in disease", "", None),
    ),
    "title and journal": (
        "[3] Cord cells in animal models of nephritis. Stem Cell Res Ther.",
        ("", "Cord cells in animal models of nephritis", "Stem Cell Res Ther", None),
    ),
    "a note before it": (
        "2. 编者注所据：Xie X等，A phase I trial of exosomes，General Psychiatry，2023，36(5)：e101143",
        ("Xie X等", "A phase I trial of exosomes", "General Psychiatry", 2023),
    ),
    "a Chinese book": (
        "10. 卫生委员会：《干细胞研究管理办法（试行）》，2015年",
        ("卫生委员会", "干细胞研究管理办法（试行）", "", 2015),
    ),
    "a Chinese article": (
        "6. 周安、吴宁：《细胞治疗的伦理问题》，载《医学与哲学》2021年第3期，第12—18页。",
        ("周安、吴宁", "细胞治疗的伦理问题", "医学与哲学", 2021),
    ),
    "ieee": (
        '[3] M. Vos et al., "Marrow cells for refractory colitis," Gut, vol. 59, no. 12, pp. 1662-1669, 2010.',
        ("M. Vos et al.", "Marrow cells for refractory colitis", "Gut", 2010),
    ),
    "mla": (
        '4. Maas, Ilse, et al. "Marrow Cells Heal Fistulas." Gastroenterology 149.4 (2015): 918-927.',
        ("Maas, Ilse, et al.", "Marrow Cells Heal Fistulas", "Gastroenterology", 2015),
    ),
    "a surname of two words": (
        "1. Peña J, Van Laer G, et al. Fat cells for fistulas: a trial. Lancet 2016;388:1281–1290.",
        ("Peña J, Van Laer G, et al.", "Fat cells for fistulas: a trial", "Lancet", 2016),
    ),
    "a quotation in a title": (
        "3. 某委员会关于“干细胞临床研究备案”的通知. 2020.",
        ("", "某委员会关于“干细胞临床研究备案”的通知", "", 2020),
    ),
    "an institution": (
        "[4] 国家药品监督管理局. 细胞产品指导原则[EB/OL]. (2023-04-25)[2024-01-01]. https://www.example.cn/a.html",
        ("国家药品监督管理局", "细胞产品指导原则", "", 2023),
    ),
    "apa in Chinese": (
        "3. 陳大文(2020)。幹細胞治療的現況與展望。臺灣醫界，63(4)，15-19。",
        ("陳大文", "幹細胞治療的現況與展望", "臺灣醫界", 2020),
    ),
    "volume behind the journal": (
        "2. Lin HC, et al. (2021) 臍帶細胞治療關節炎之第一期試驗。台灣醫學雜誌 25(3):233-240。",
        ("Lin HC, et al.", "臍帶細胞治療關節炎之第一期試驗", "台灣醫學雜誌", 2021),
    ),
}


@pytest.mark.parametrize(("entry", "says"), ENTRIES.values(), ids=ENTRIES)
def test_an_entry(entry: str, says: tuple[str, str, str, int | None], lexicon: Lexicon) -> None:
    (found,) = references(entry, lexicon)
    assert (found.authors, found.title, found.journal, found.year) == says


def test_identifiers(lexicon: Lexicon) -> None:
    vancouver, one = (references(ENTRIES[name][0], lexicon)[0] for name in ("vancouver", "one author"))
    assert vancouver.doi == "10.1016/S2665-9913(21)1-2"
    assert vancouver.link == "https://doi.org/10.1016/S2665-9913(21)1-2"
    assert (one.pubmed, one.pmc, one.link) == (
        "31234567",
        "PMC6543210",
        "https://pubmed.ncbi.nlm.nih.gov/31234567/",
    )


def test_identifiers_on_lines_of_their_own(lexicon: Lexicon) -> None:
    entries = (
        "[1] Cord cells modulate the immune response.\n\n链接：https://pubmed.ncbi.nlm.nih.gov/15494428/\n"
        "[2] Neural cells in sclerosis.\nPMID: 12345678\ndoi:10.1002/sctm.19-0001\n"
        "https://www.example.org/a\nhttps://www.example.org/b"
    )
    first, second, third = references(entries, lexicon)
    assert (first.number, first.title, first.pubmed) == (
        1,
        "Cord cells modulate the immune response",
        "15494428",
    )
    assert first.lines == (3, 5)
    assert (second.pubmed, second.doi, second.address) == (
        "12345678",
        "10.1002/sctm.19-0001",
        "https://www.example.org/a",
    )
    assert (third.number, third.title, third.link) == (None, "", "https://www.example.org/b")


def test_a_list_on_the_line_of_its_heading(lexicon: Lexicon) -> None:
    text = f"{TEXT}\n参考资料：脐带干细胞治疗狼疮的机制 | 某某科学 (example.org)\n"
    (found,) = read_bytes(text.encode(), "a.txt", lexicon).references
    assert (found.title, found.journal) == ("脐带干细胞治疗狼疮的机制", "某某科学 (example.org)")


def test_a_citation_finds_its_entry(lexicon: Lexicon) -> None:
    text = f"{TEXT}\n参考文献\n{ENTRIES['gb/t 7714'][0]}\n{ENTRIES['vancouver'][0]}\n"
    document = read_bytes(text.encode(), "a.txt", lexicon)
    cited = document.reference(1)
    assert cited is not None
    assert cited.journal == "Lancet Rheumatol"
    assert document.reference(3) is None


@pytest.mark.shared
def test_the_originals(shared: Path, lexicon: Lexicon) -> None:
    files = (shared / "seeds").glob("*.txt")
    found = {path.name[:3]: read_document(path, lexicon).references for path in files}
    assert {name: len(entries) for name, entries in found.items()} == {
        "000": 1,
        "001": 1,
        "002": 0,
        "003": 19,
        "004": 0,
    }
    assert [entry.number for entry in found["003"]] == list(range(1, 20))
    assert sum(bool(entry.pubmed) for entry in found["003"]) == 17
    assert all(entry.title for entry in found["003"])
    (ovarian,) = found["000"]
    assert (ovarian.doi, ovarian.year, ovarian.journal) == ("10.3390/ijms26010069", 2025, "Int. J. Mol. Sci")
