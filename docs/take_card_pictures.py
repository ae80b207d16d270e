"""Take the pictures of our cards in Anki: `python docs/take_card_pictures.py [FOLDER]`. It needs Chromium.

A package is exported and imported by the real Anki, whose own rendering of each card is put into a page as
Anki does, in light and dark, as wide as a phone and as a window.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from sctui.anki.package import write_package
from sctui.model.card import CardKind, Note, Source
from sctui.model.deck import Deck
from sctui.model.language import Language

IMAGES = Path(__file__).parent / "images"
CHROMIUM = "chromium"
PHONE, WINDOW = (390, 520), (760, 400)
TRIAL = Source(
    "autoimmune.md",
    42,
    "81例难治性SLE患者接受异体MSC输注，5年总生存率为84%，完全缓解率为27%，部分缓解率为7%。",
)
SOURCES = Source("msc-overview.md", 88, "与骨髓和脂肪来源相比，脐带来源的MSC增殖能力最强。")
FACTORS = Source("msc-overview.md", 120, "MSC通过分泌IDO和PGE2抑制T细胞增殖。")
NOTES = (
    Note(
        "trial",
        CardKind.TRIAL,
        ("系统性红斑狼疮", "临床试验"),
        "81 名难治性 SLE 患者输注异体 MSC 后，5 年总生存率是多少？",
        "84%",
        sources=(TRIAL,),
        flags=("repaired:lost-exponent",),
        tolerance="2",
    ),
    Note(
        "cells",
        CardKind.COMPARISON,
        ("间充质干细胞", "来源比较"),
        "哪种来源的 MSC 增殖能力最强？",
        "脐带",
        sources=(SOURCES,),
        options=("骨髓", "脂肪组织", "牙髓"),
    ),
    Note(
        "gaps",
        CardKind.MECHANISM,
        ("间充质干细胞", "免疫调节"),
        text="间充质干细胞分泌 {{c1::IDO}} 和 {{c1::PGE2}}，抑制 {{c2::T 细胞增殖::哪种细胞？}}。",
        sources=(FACTORS,),
        flags=("preclinical",),
    ),
    Note(
        "formula",
        CardKind.NOTE,
        ("Pharmacology",),
        "What is **first-order** elimination?",
        "The rate follows the concentration:\n- `t½` is constant\n- a *constant share* is lost an hour",
    ),
)
TYPED = "document.querySelector('.number').innerHTML = '<span class=\"typed right\">85</span>'"
PICKED = "document.querySelectorAll('.choices li')[1].click()"
# file, note, whether it is answered, size, whether it is dark, what is done on it
PICTURES = (
    ("anki-number-phone", "trial", True, PHONE, False, TYPED),
    ("anki-number-window-dark", "trial", True, WINDOW, True, ""),
    ("anki-choice-phone-dark", "cells", False, PHONE, True, PICKED),
    ("anki-choice-window", "cells", True, (760, 560), False, ""),
    ("anki-cloze-phone", "gaps", True, PHONE, False, "window.sctuiNext()"),
    ("anki-markdown-phone-dark", "formula", True, PHONE, True, ""),
)


def main() -> None:
    """Take every picture."""
    images = Path(sys.argv[1]) if len(sys.argv) > 1 else IMAGES
    with tempfile.TemporaryDirectory() as place, closing(_filled(Path(place))) as collection:
        for name, note, answered, size, dark, act in PICTURES:
            card = collection.get_card(collection.find_cards(f"Id:{note}")[0])
            html = card.answer() if answered else card.question()
            page = Path(place) / f"{name}.html"
            page.write_text(_page(html, size, dark=dark, act=act), encoding="utf-8")
            _shoot(page, images / f"{name}.png", size)


def _filled(folder: Path) -> Any:
    package = folder / "cards.apkg"
    write_package([Deck("示例", Language.SIMPLIFIED, NOTES)], package, 1_760_000_000, all_scripts=True)
    collection = Collection(str(folder / "collection.anki2"))
    options = ImportAnkiPackageOptions()
    collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(package), options=options))
    return collection


def _page(card: str, size: tuple[int, int], *, dark: bool, act: str) -> str:
    """A page as Anki's reviewer has it, in a frame: Chromium's windows do not get as narrow as phones."""
    style = "card nightMode" if dark else "card"
    inner = (
        f'<!doctype html><html class="{"night-mode" if dark else ""}"><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><body class="{style}"><div id="qa">{card}</div>'
        f"<script>{act}</script></body></html>"
    )
    escaped = inner.replace("&", "&amp;").replace('"', "&quot;")
    frame = f'<iframe srcdoc="{escaped}" style="border:0;width:{size[0]}px;height:{size[1]}px"></iframe>'
    return f'<!doctype html><meta charset="utf-8"><body style="margin:0">{frame}'


def _shoot(page: Path, picture: Path, size: tuple[int, int]) -> None:
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    command += [f"--window-size={max(size[0], 500)},{size[1]}", f"--screenshot={picture}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=60)  # noqa: S603 -- our own page
    _crop(picture, size)


def _crop(picture: Path, size: tuple[int, int]) -> None:
    from PIL import Image  # noqa: PLC0415 -- only where a window was wider than the phone

    with Image.open(picture) as whole:
        cut = whole.crop((0, 0, *size)).convert("P", palette=Image.Palette.ADAPTIVE, colors=96)
    cut.save(picture, optimize=True)


if __name__ == "__main__":
    main()
