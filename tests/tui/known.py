"""What two invented documents tell together: studies, a comparison, chains of mechanisms."""

from sctui.model.knowledge import (
    Cell,
    DocumentKnowledge,
    Evidence,
    Finding,
    LibraryKnowledge,
    Link,
    Record,
    Told,
    Verdict,
)
from sctui.model.language import Language
from sctui.tui.desk import Desk


def know(desk: Desk, known: LibraryKnowledge) -> None:
    """Let a desk know this instead of what stands in files."""
    desk.known = known
    vars(desk)["knowledge"] = lambda: known


ASTHMA, LUPUS = "asthma.md", "lupus.md"
QUOTE = "12名患者中有9名(75%)发作次数减少"


def proof(quote: str, document: str = LUPUS, line: int = 3) -> Evidence:
    return Evidence(document, line, 0, len(quote), quote)


def told(slot: str, value: str, quote: str = "", document: str = LUPUS, line: int = 3, **more: str) -> Told:
    return Told(slot, value, proof(quote or value, document, line), **more)  # type: ignore[arg-type]  # by name


_N81, _N78 = told("n", "81名"), told("n", "78名", "共78名狼疮患者", ASTHMA, 20)
LUPUS_TRIAL = Record(
    "lupus-1",
    "trial",
    (
        told("condition", "系统性红斑狼疮"),
        told("cell_source", "异体脐带间充质干细胞"),
        told("phase", "I/II期"),
        told("design", "开放标签研究"),
        told("year", "2018年"),
        told("journal", "Stem Cell Reports"),
        _N81,
        told("dose", "1×10^6个细胞/kg"),
        told(
            "outcome", "84%", "随访五年时,总生存率为84%", measure="总生存率", time="5年", card="sle-survival"
        ),
        told("share", "34%", measure="完全缓解率"),
        Told("safety", "没有出现严重不良事件", proof("没有出现严重不良事件", line=4), flags=("hedged",)),
        _N78,
    ),
    findings=(
        Finding("sum-of-arms", Verdict.DOUBTFUL, "The arms add up to 79, not to 81.", (_N81.evidence,)),
        Finding("implied-n", Verdict.AGREES, "34% of 81 is 27.5; 27 or 28 people.", (_N81.evidence,)),
    ),
    disagreements=((_N81, _N78),),
)
ASTHMA_TRIAL = Record(
    "asthma-1",
    "trial",
    (
        told("condition", "哮喘", document=ASTHMA, line=19),
        told("product", "骨髓间充质干细胞", document=ASTHMA, line=19),
        told("n", "12名患者", QUOTE, ASTHMA, 20),
        told("year", "2021年", document=ASTHMA, line=19),
        told("count", "9名(75%)", QUOTE, ASTHMA, 20, measure="发作次数减少", card="asthma-fewer"),
    ),
    identity=(("n", "12"), ("year", "2021")),
)
REVIEW = Record(
    "asthma-2",
    "review",
    (
        told("type", "荟萃分析", document=ASTHMA, line=22),
        told("condition", "1型糖尿病", document=ASTHMA, line=22),
        told("cell_source", "MSC", document=ASTHMA, line=22),
        told("n", "1,250例", document=ASTHMA, line=22),
        told("year", "2023年", document=ASTHMA, line=22),
    ),
    identity=(("disease", "1型糖尿病/儿童1型糖尿病"), ("n", "1250"), ("tissue", "骨髓"), ("year", "2023")),
)
APPROVAL = Record(
    "lupus-2",
    "approval",
    (
        told("indication", "移植物抗宿主病"),
        told("brand", "Ryoncil"),
        told("regulator", "FDA"),
        told("approved", "2024年12月"),
    ),
)
RECORDS = (LUPUS_TRIAL, ASTHMA_TRIAL, REVIEW, APPROVAL)


def cell(row: str, column: str, value: str, document: str = LUPUS, line: int = 3) -> Cell:
    return Cell(row, row, column, column, value, proof(value, document, line), title="来源比较")


CELLS = (
    cell("骨髓间充质干细胞", "获取方式", "骨髓穿刺,有创"),
    cell("脐带间充质干细胞", "获取方式", "分娩后收集,无创"),
    cell("脂肪间充质干细胞", "获取方式", "抽脂"),
    cell("骨髓间充质干细胞", "增殖能力", "随年龄下降"),
    cell("脐带间充质干细胞", "增殖能力", "强"),
    cell("脐带间充质干细胞", "增殖能力", "很强", ASTHMA, 22),
    cell("脐带间充质干细胞", "免疫原性", "低"),
    cell("脂肪间充质干细胞", "优势", "容易获取", ASTHMA, 22),
)


def link(subject: str, relation: str, to: str, *flags: str, after: tuple[str, ...] = (), **more: str) -> Link:
    proved = proof(f"{subject}{to}", line=5)
    return Link(subject, subject, relation, to, to, proved, flags=flags, after=after, **more)


LINKS = (
    link("间充质干细胞", "secretes", "IDO", card="msc-ido"),
    link("间充质干细胞", "promotes", "调节性T细胞", context="1型糖尿病"),
    link("间充质干细胞", "inhibits", "B细胞", "hedged"),
    link("间充质干细胞", "differentiates", "神经元", "negated"),
    link("IDO", "reduces", "色氨酸", card="ido-trp"),
    link("色氨酸", "promotes", "T细胞增殖", "preclinical"),
    link("调节性T细胞", "secretes", "IL-10"),
    link("IL-10", "promotes", "调节性T细胞"),
)
KNOWN = LibraryKnowledge(
    (
        DocumentKnowledge(
            LUPUS, Language.SIMPLIFIED, "狼疮与干细胞", (LUPUS_TRIAL, APPROVAL), CELLS[:5], LINKS
        ),
        DocumentKnowledge(
            ASTHMA, Language.SIMPLIFIED, "哮喘与间充质干细胞", (ASTHMA_TRIAL, REVIEW), CELLS[5:]
        ),
    ),
    RECORDS,
    CELLS,
    LINKS,
)
