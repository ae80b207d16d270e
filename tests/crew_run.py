"""Documents converted by several processes, in an interpreter of its own: `python -m tests.crew_run`.

Arguments: a folder for the decks, how many processes, the moment at which the others die (`opening`, `read`,
`asked`, `never`; `given` when never, but all documents go over to another process before they are asked, as they
do when the others are dead since they `read`), and the documents; one that is not there was gone before its
facts were looked for. Tells as
JSON which were read, asked and handed over elsewhere, which were begun, why one could not be read, and how many
processes were left behind.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Sequence
from functools import partial
from multiprocessing import active_children
from pathlib import Path
from time import sleep
from typing import Any

from sctui.conversion import Crew, Made, ToRead, together
from sctui.conversion import one_library as library_module
from sctui.conversion import reader as reader_module
from sctui.conversion import served as served_module
from sctui.conversion.evened import given_to
from sctui.locations import bundled
from sctui.model.progress import Progress, silent
from sctui.pipeline import Conversion, Knowledge, Opened, Reading, opened, read, read_knowledge
from tests.writing import write


def run(decks: Path, processes: int, killed: str, files: list[Path]) -> dict[str, object]:
    """Convert as `sctui convert` does."""
    knowledge = read_knowledge(bundled() / "data", Path("nobody's own lexicon"))
    begun: list[str] = []
    again: list[str] = []
    make = Made.again
    decks.mkdir(parents=True)
    reader_module.read = partial(  # type: ignore[attr-defined]  # as the reader names it
        _when_all_have_begun, decks.parent, os.getpid(), processes - 1
    )

    def counted(one: Made, knowledge: Knowledge) -> Conversion:
        again.append(one.known.file)
        return make(one, knowledge)

    def begin(one: ToRead) -> Progress:
        begun.append(one.read_from.name)
        return silent

    Made.again = counted  # type: ignore[assignment,method-assign]  # to see what this process does by itself
    served_module.opened = partial(  # type: ignore[attr-defined]  # as the other process names it
        _opened_unless, os.getpid(), killed == "opening"
    )
    with Crew(knowledge, processes) as crew:
        found = zip(files, crew.open(files, lambda _file: silent), strict=True)
        texts = {file: text for file, text in found if isinstance(text, Opened)}
        around = {text.document.name: text.imprint for text in texts.values()}
        came = crew.read([ToRead(file, file, 1) for file in files], dict(texts), around, begin)
        made = [one for one in came if isinstance(one, Made)]
        if killed in {"given", "read"}:
            library_module.evened = _given_on  # type: ignore[attr-defined]  # as the library names it
        _kill(killed == "read")
        library = together(made, decks, knowledge)
        _kill(killed == "asked")
        for one in library.made:
            write(library.finished(one, knowledge), one.file, decks, library.places)
    return {
        "elsewhere": [one.known.file for one in library.made if one.keeper and one.known.file not in again],
        "begun": begun,
        "refused": [str(one) for one in came if not isinstance(one, Made)],
        "left": len(active_children()),
    }


def _when_all_have_begun(marks: Path, first: int, others: int, *given: Any) -> Reading:
    """Read a document; the first process waits until each of the others has taken one, however slow it is."""
    if os.getpid() != first:
        (marks / f"{os.getpid()}.begun").touch()
    for _ in range(10_000):
        if os.getpid() != first or len(list(marks.glob("*.begun"))) >= others:
            break
        sleep(0.01)
    return read(*given)


def _opened_unless(first: int, dies: bool, *given: Any) -> Opened:
    """Open a document; every process but the first ends when it is to die."""
    if dies and os.getpid() != first:
        os._exit(1)
    return opened(*given)


def _given_on(made: Sequence[Made]) -> list[Made]:
    """Every document with the keeper of the one before that has another."""
    keepers = [None, *dict.fromkeys(one.keeper for one in made if one.keeper)]
    return [given_to(keepers[keepers.index(one.keeper) - 1], one) for one in made]


def _kill(now: bool) -> None:
    for child in active_children() if now else ():
        os.kill(child.pid or 0, signal.SIGKILL)
        child.join()


if __name__ == "__main__":
    folder, count, moment, *names = sys.argv[1:]
    sys.stdout.write(json.dumps(run(Path(folder), int(count), moment, [Path(name) for name in names])))
