"""Two servers that speak AnkiConnect on loopback, both on top of Anki's own library.

`anki-connect-server` of PyPI needs Python 3.12 and many packages; so it runs where it is installed: in the environment that
`tests.anki_connect_environment` makes, on PATH, or where SCTUI_ANKI_CONNECT_SERVER says. The other one does with the same library what the add-on does, call by
call, for the actions that we use; it has `importPackage`, in which version 0.5.0 of the former fails.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import socket
import subprocess
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from tests.anki_connect_environment import PROGRAMS

KEY = "secret"


def real_server() -> str:
    """The program of `anki-connect-server`; empty where it is not installed."""
    name = "anki-connect-server"
    return (
        os.environ.get("SCTUI_ANKI_CONNECT_SERVER")
        or shutil.which(name)
        or shutil.which(name, path=PROGRAMS)
        or ""
    )


@contextmanager
def running_real_server(folder: Path) -> Iterator[str]:
    """Run it on a collection in `folder`; gives its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder.mkdir(parents=True, exist_ok=True)
    settings = {
        "ANKICONNECT_COLLECTION_PATH": str(folder / "collection.anki2"),
        "ANKICONNECT_PORT": str(port),
    }
    with (folder / "server.log").open("wb") as log:
        command = [real_server(), "api"]
        running = subprocess.Popen(command, env=os.environ | settings, stdout=log, stderr=log, cwd=folder)
        address = f"http://127.0.0.1:{port}"
        try:
            for _ in range(500):
                time.sleep(0.2)
                if running.poll() is not None:
                    raise RuntimeError(f"{command[0]}: {(folder / 'server.log').read_text()[-500:]}")
                with suppress(OSError):
                    urllib.request.urlopen(f"{address}/health", timeout=5).close()  # noqa: S310 -- our own
                    break
            yield address
        finally:
            running.terminate()
            running.wait(20)


class AddOn:
    """What the add-on does for the actions that we use, after its `plugin/__init__.py`."""

    def __init__(self, folder: Path, *, imports: bool) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.collection: Any = Collection(str(folder / "collection.anki2"))
        self.imports = imports
        self.asked: list[str] = []

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """The reply to a request."""
        self.asked.append(request["action"])
        try:
            if request.get("key") != KEY:
                raise ValueError("valid api key must be provided")  # noqa: TRY301 -- as the add-on has it
            act = getattr(self, request["action"], None)
            if act is None:
                raise ValueError("unsupported action")  # noqa: TRY301 -- see above
            return {"result": act(**request.get("params", {})), "error": None}
        except Exception as error:  # noqa: BLE001 -- the add-on tells its caller of any
            return {"result": None, "error": str(error)}

    def multi(self, actions: list[dict[str, Any]]) -> list[Any]:
        return [self.answer(one) for one in actions]

    def findNotes(self, query: str) -> list[int]:  # noqa: N802 -- the add-on's names
        return list(self.collection.find_notes(query))

    def notesInfo(self, notes: list[int]) -> list[dict[str, Any]]:  # noqa: N802
        found = []
        for key in notes:
            note = self.collection.get_note(key)
            fields = {name: {"value": text, "order": at} for at, (name, text) in enumerate(note.items())}
            found.append(
                {"noteId": key, "tags": note.tags, "fields": fields, "modelName": note.note_type()["name"]}
            )
        return found

    def importPackage(self, path: str) -> bool:  # noqa: N802
        if not self.imports:
            raise FileNotFoundError(path)
        options = ImportAnkiPackageOptions(merge_notetypes=True, with_scheduling=True, with_deck_configs=True)
        self.collection.import_anki_package(ImportAnkiPackageRequest(package_path=path, options=options))
        return True

    def modelNames(self) -> list[str]:  # noqa: N802
        return [one.name for one in self.collection.models.all_names_and_ids()]

    def createModel(self, **asked: Any) -> None:  # noqa: N802
        models = self.collection.models
        model = models.new(asked["modelName"])
        model["type"], model["css"] = int(asked["isCloze"]), asked["css"]
        for name in asked["inOrderFields"]:
            models.add_field(model, models.new_field(name))
        for one in asked["cardTemplates"]:
            template = models.new_template(one["Name"])
            template["qfmt"], template["afmt"] = one["Front"], one["Back"]
            models.add_template(model, template)
        models.add_dict(model)

    def modelTemplates(self, modelName: str) -> dict[str, dict[str, str]]:  # noqa: N802, N803
        model = self.collection.models.by_name(modelName)
        return {one["name"]: {"Front": one["qfmt"], "Back": one["afmt"]} for one in model["tmpls"]}

    def updateModelTemplates(self, model: dict[str, Any]) -> None:  # noqa: N802
        there = self.collection.models.by_name(model["name"])
        for template in there["tmpls"]:
            sides = model["templates"].get(template["name"], {})
            template["qfmt"], template["afmt"] = sides.get("Front"), sides.get("Back")
        self.collection.models.update_dict(there)

    def modelStyling(self, modelName: str) -> dict[str, str]:  # noqa: N802, N803
        return {"css": self.collection.models.by_name(modelName)["css"]}

    def updateModelStyling(self, model: dict[str, str]) -> None:  # noqa: N802
        there = self.collection.models.by_name(model["name"])
        there["css"] = model["css"]
        self.collection.models.update_dict(there)

    def createDeck(self, deck: str) -> int:  # noqa: N802
        return int(self.collection.decks.id(deck))

    def addNotes(self, notes: list[dict[str, Any]]) -> list[int | None]:  # noqa: N802
        found: list[int | None] = []
        for one in notes:
            note = self.collection.new_note(self.collection.models.by_name(one["modelName"]))
            for name, text in one["fields"].items():
                note[name] = text
            note.tags = one["tags"]
            self.collection.add_note(note, self.collection.decks.id(one["deckName"]))
            found.append(note.id)
        return found

    def updateNoteFields(self, note: dict[str, Any]) -> None:  # noqa: N802
        there = self.collection.get_note(note["id"])
        for name, text in note["fields"].items():
            there[name] = text
        self.collection.update_note(there)

    def addTags(self, notes: list[int], tags: str) -> None:  # noqa: N802
        self.collection.tags.bulk_add(notes, tags)

    def removeTags(self, notes: list[int], tags: str) -> None:  # noqa: N802
        self.collection.tags.bulk_remove(notes, tags)

    def storeMediaFile(self, filename: str, data: str) -> str:  # noqa: N802
        return str(self.collection.media.write_data(filename, base64.b64decode(data)))


@contextmanager
def running_add_on(add_on: AddOn) -> Iterator[str]:
    """Let it listen on loopback; gives its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            data = json.dumps(add_on.answer(request)).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
            add_on.collection.close()
