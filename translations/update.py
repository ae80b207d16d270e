"""Bring the catalogues up to date: `python -m translations.update`, or `make translations`.

New words of the sources come into `zh_Hans.po` without a translation, for somebody to write; `zh_Hant.po` is
made of it through OpenCC, with our exceptions (`sctui.text.script`) and the words of `traditional.txt`; both
are compiled to where the program reads them. What cards say comes there as well (`translations.ours`).
"""

from __future__ import annotations

import io
import re
import sys
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from sctui.i18n.language import Language, catalogue_file
from sctui.text.script import Script, converted
from translations import ours
from translations.words import words

FOLDER = Path(__file__).parent
SIMPLIFIED, TRADITIONAL = FOLDER / "zh_Hans.po", FOLDER / "zh_Hant.po"
_NEVER = datetime(2026, 1, 1, tzinfo=UTC)  # a date that does not change the file
_HEAD = """msgid ""
msgstr ""
"Project-Id-Version: sctui\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""


def simplified() -> Catalog:
    """The translations that stand in the file, for the words of today; what is gone is left out."""
    with SIMPLIFIED.open("rb") as file:
        written = read_po(file, locale="zh_Hans")
    catalogue = Catalog(locale="zh_Hans", charset="utf-8", fuzzy=False)
    for message in words():
        if message.id:
            known = written.get(message.id)
            catalogue.add(message.id, known.string if known else "", locations=message.locations)
    return catalogue


def traditional(source: Catalog) -> Catalog:
    """The same in the Traditional of Taiwan."""
    made = Catalog(locale="zh_Hant", charset="utf-8", fuzzy=False)
    for message in source:
        if message.id:
            shown = tuple(map(in_traditional, forms(message)))
            text = shown if isinstance(message.id, tuple) else shown[0]
            made.add(message.id, text, locations=message.locations)
    return made


def forms(message: Message) -> tuple[str, ...]:
    """The translations of a message, one a plural form; empty ones where there is none yet."""
    written = message.string if isinstance(message.string, tuple) else (message.string,)
    return tuple(str(form or "") for form in written)


def in_traditional(text: str) -> str:
    """A translation as one writes it in Taiwan."""
    words = own_words()
    known = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    pieces = re.split(f"({known})", text)
    return "".join(words[piece] if piece in words else converted(piece, Script.TAIWAN) for piece in pieces)


@cache
def own_words() -> dict[str, str]:
    """What Taiwan calls otherwise, or OpenCC cannot know: Simplified -> Traditional."""
    lines = (FOLDER / "traditional.txt").read_text("utf-8").splitlines()
    return {line.split()[0]: line.split()[1] for line in lines if line and not line.startswith("#")}


def po(catalogue: Catalog) -> bytes:
    """A catalogue as text; its head tells nothing that changes by itself, such as dates."""
    out = io.BytesIO()
    write_po(out, catalogue, width=0, sort_output=True, omit_header=True)
    return _HEAD.format(language=catalogue.locale).encode() + out.getvalue()


def mo(catalogue: Catalog) -> bytes:
    """A catalogue as the program reads it, which falls back to English where a translation is missing."""
    done = Catalog(
        locale=catalogue.locale, charset="utf-8", fuzzy=False, creation_date=_NEVER, revision_date=_NEVER
    )
    for message in catalogue:
        if message.id and all(forms(message)):
            done.add(message.id, message.string)
    out = io.BytesIO()
    write_mo(out, done)
    return out.getvalue()


def pages() -> dict[Path, str]:
    """The pages of the documentation in Traditional, made of those in Simplified."""
    root = FOLDER.parent
    return {
        root / page.replace("zh-Hans", "zh-Hant"): _page(root / page)
        for page in ("README.zh-Hans.md", "docs/guide.zh-Hans.md")
    }


def _page(file: Path) -> str:
    """A page with its links to pages in Traditional; blocks that are typed stay as they are."""
    lines = file.read_text("utf-8").split("\n")
    typed, shown = False, []
    for line in lines:
        typed = typed != line.startswith("```")
        own = typed or "繁體中文" in line
        shown.append(line if own else in_traditional(line).replace("zh-Hans.md", "zh-Hant.md"))
    text = "\n".join(shown)
    here = re.compile(r"简体中文 · \[繁體中文\]\((.*?)zh-Hant\.md\)")
    return here.sub(r"[简体中文](\1zh-Hans.md) · 繁體中文", text)


def main() -> None:
    """Write the files; tells how many words wait for a translation."""
    source = simplified()
    SIMPLIFIED.write_bytes(po(source))
    made = traditional(source)
    TRADITIONAL.write_bytes(po(made))
    catalogue_file(Language.SIMPLIFIED).write_bytes(mo(source))
    catalogue_file(Language.TRADITIONAL).write_bytes(mo(made))
    for file, text in pages().items():
        file.write_text(text, "utf-8")
    ours.FILE.write_text(ours.table(), "utf-8", newline="\n")
    waiting = [message.id for message in source if message.id and not all(forms(message))]
    sys.stdout.write(f"{len(source)} messages, {len(waiting)} without a translation\n")


if __name__ == "__main__":
    main()
