"""Anki packages out and in, beside genanki and Anki itself, with 10,000 and 50,000 cards.

Each case runs in a process of its own, with its modules loaded, in turns, and the best of its runs counts;
memory is what its peak rose by. Cards are cut from our own documents, with topic, source and quote; all
exporters write the same fields.
Importing reads one package of Anki's, of a note type of Anki's, into an empty collection of either program.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from benchmarks.report import Row, show
from sctui.anki.package import write_package
from sctui.model.card import CardKind, Note, Source
from sctui.model.deck import Deck
from sctui.model.language import Language

_SIZES = (10_000, 50_000)
_ROUNDS = 3
_EXPORT_GATE, _IMPORT_GATE = 1.0, 1.5  # times the better of the others, times Anki
_NOW = 1_760_000_000
_DOCUMENTS = Path(__file__).parents[1] / "data" / "documents"

Figures = dict[str, float]


def main() -> list[Row]:
    """Measure at both sizes."""
    return [row for size in _SIZES for row in _measure(size)]


def _measure(size: int) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        _run("prepare", size, folder)
        out = _turns(("ours", "genanki", "anki", "anki legacy"), size, folder)
        best = min(out[name]["seconds"] for name in out if name != "ours")
        told = "; ".join(f"{name} {_told(figures)}" for name, figures in out.items())
        yield Row(f"export {size} cards", told, out["ours"]["seconds"] / best, _EXPORT_GATE)
        come = _turns(("import ours", "import anki"), size, folder)
        ratio = come["import ours"]["seconds"] / come["import anki"]["seconds"]
        told = "; ".join(f"{name} {_told(figures)}" for name, figures in come.items())
        yield Row(f"import {size} cards", told, ratio, _IMPORT_GATE)


def _turns(names: tuple[str, ...], size: int, folder: Path) -> dict[str, Figures]:
    best: dict[str, Figures] = {}
    for _ in range(_ROUNDS):
        for name in names:
            figures = _run(name, size, folder)
            if name not in best or figures["seconds"] < best[name]["seconds"]:
                best[name] = figures
    return best


def _run(name: str, size: int, folder: Path) -> Figures:
    command = [sys.executable, "-m", "benchmarks.packages", name, str(size), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: Figures = json.loads(done.stdout)
    return figures


def _told(figures: Figures) -> str:
    size = f", {figures['bytes'] / 1e6:.2f} MB" if figures["bytes"] else ""
    return f"{figures['seconds'] * 1000:.0f} ms{size}, +{figures['memory'] / 1e6:.0f} MB memory"


def _notes(size: int) -> tuple[Note, ...]:
    text = "".join(file.read_text(encoding="utf-8") for file in sorted(_DOCUMENTS.glob("*.md")))
    chance = Random(size)  # noqa: S311 -- the same cards at each run
    words = text.replace("\n", " ").replace("|", " ")

    def piece(length: int) -> str:
        start = chance.randrange(len(words) - length)
        return words[start : start + length].strip() or "?"

    return tuple(
        Note(
            f"bench-{number:06d}",
            CardKind.TRIAL,
            (f"topic {number % 40}", f"part {number % 7}"),
            piece(40) + "?",
            piece(15),
            sources=(Source("msc-overview.md", number % 300 + 1, piece(60)),),
        )
        for number in range(size)
    )


def _prepare(size: int, folder: Path) -> None:
    """A collection of Anki's with our notes in it, and a package of Anki's own Basic notes."""
    from anki.collection import (  # noqa: PLC0415 -- in the process that needs it alone
        AddNoteRequest,
        Collection,
        ExportAnkiPackageOptions,
        ImportAnkiPackageOptions,
        ImportAnkiPackageRequest,
    )

    notes = _notes(size)
    write_package([Deck("Bench", Language.SIMPLIFIED, notes)], folder / "ours.apkg", _NOW)
    collection = Collection(str(folder / "ours.anki2"))
    options = ImportAnkiPackageOptions()
    request = ImportAnkiPackageRequest(package_path=str(folder / "ours.apkg"), options=options)
    collection.import_anki_package(request)
    collection.close()
    collection = Collection(str(folder / "basic.anki2"))
    deck, kind = collection.decks.id("Bench"), collection.models.by_name("Basic")
    assert deck is not None
    assert kind is not None
    added = []
    for note in notes:
        made = collection.new_note(kind)
        made.fields = [note.front, note.back]
        added.append(AddNoteRequest(made, deck))
    collection.add_notes(added)
    out = ExportAnkiPackageOptions(with_scheduling=False, with_media=False, legacy=False)
    collection.export_anki_package(out_path=str(folder / "basic.apkg"), options=out, limit=None)
    collection.close()


def _ours(size: int, folder: Path) -> tuple[Callable[[], Any], Path]:
    deck = Deck("Bench", Language.SIMPLIFIED, _notes(size))
    file = folder / "out.apkg"
    write_package([Deck("Warm", Language.SIMPLIFIED, (Note("w", front="**a**", back="b"),))], file, _NOW)
    return lambda: write_package([deck], file, _NOW), file


def _genanki(size: int, folder: Path) -> tuple[Callable[[], Any], Path]:
    import genanki  # noqa: PLC0415 -- in the process that needs it alone

    from sctui.anki.note_types import BASIC_FIELDS, page, resource  # noqa: PLC0415 -- see above
    from sctui.anki.notes_out import notes_out  # noqa: PLC0415 -- see above

    written = [notes_out(note, Language.SIMPLIFIED)[0] for note in _notes(size)]
    fields = [{"name": name} for name in BASIC_FIELDS]
    templates = [{"name": "Card", "qfmt": page("question.html"), "afmt": page("answer.html")}]
    file = folder / "out.apkg"

    def export() -> None:
        model = genanki.Model(1, "Bench", fields=fields, templates=templates, css=resource("card.css"))
        deck = genanki.Deck(2, "Bench")
        for note in written:
            deck.add_note(genanki.Note(model=model, fields=note.fields, guid=note.key, tags=list(note.tags)))
        genanki.Package(deck).write_to_file(str(file))

    return export, file


def _anki(folder: Path, *, legacy: bool) -> tuple[Callable[[], Any], Path]:
    from anki.collection import Collection, ExportAnkiPackageOptions  # noqa: PLC0415 -- see above

    collection = Collection(str(folder / "ours.anki2"))
    file = folder / "out.apkg"
    options = ExportAnkiPackageOptions(with_scheduling=False, with_media=False, legacy=legacy)
    return lambda: collection.export_anki_package(out_path=str(file), options=options, limit=None), file


def _import_ours(folder: Path) -> Callable[[], Any]:
    from sctui.cli.own_decks import bundled_names  # noqa: PLC0415 -- see above
    from sctui.locations import Home  # noqa: PLC0415 -- see above
    from sctui.markup.parse import is_marked  # noqa: PLC0415 -- see above
    from sctui.model.preset import Preset  # noqa: PLC0415 -- see above
    from sctui.safety.opening import open_store  # noqa: PLC0415 -- see above
    from sctui.transfer.importing import import_package  # noqa: PLC0415 -- see above

    is_marked("**warm**")
    home = Home(Path(tempfile.mkdtemp(dir=folder)))
    open_store(home, lambda: _NOW * 1000).ensure()  # as Anki's collection is there, and open
    return lambda: import_package(home, folder / "basic.apkg", bundled_names(), Preset(), _NOW * 1000)


def _import_anki(folder: Path) -> Callable[[], Any]:
    from anki.collection import (  # noqa: PLC0415 -- see above
        Collection,
        ImportAnkiPackageOptions,
        ImportAnkiPackageRequest,
    )

    collection = Collection(str(Path(tempfile.mkdtemp(dir=folder)) / "collection.anki2"))
    options = ImportAnkiPackageOptions()
    request = ImportAnkiPackageRequest(package_path=str(folder / "basic.apkg"), options=options)
    return lambda: collection.import_anki_package(request)


def _case(name: str, size: int, folder: Path) -> tuple[Callable[[], Any], Path | None]:
    if name == "ours":
        return _ours(size, folder)
    if name == "genanki":
        return _genanki(size, folder)
    if name.startswith("anki"):
        return _anki(folder, legacy=name.endswith("legacy"))
    return _import_ours(folder) if name.endswith("ours") else _import_anki(folder), None


def _alone(name: str, size: int, folder: Path) -> Figures:
    """One run of one case, in this process."""
    act, file = _case(name, size, folder)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = perf_counter()
    act()
    seconds = perf_counter() - started
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    return {"seconds": seconds, "memory": memory, "bytes": file.stat().st_size if file else 0}


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1] == "prepare":
        _prepare(int(sys.argv[2]), Path(sys.argv[3]))
        print("{}")
    elif len(sys.argv) > 1:
        print(json.dumps(_alone(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))))
    else:
        show(main())
