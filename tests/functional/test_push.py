"""`sctui push` to servers that speak AnkiConnect, on top of Anki's own library."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sctui.anki.ids import guid
from sctui.anki.note_types import resource
from sctui.cli.commands import cli
from tests.anki_connect_server import KEY, AddOn, real_server, running_add_on, running_real_server

PICTURE = b"\x89PNG of a heart"
DECK = """\
deck: own::push
cards:
  - {id: a, front: What is **MSC**?, back: a cell, tags: [core], topic: [X, Y]}
  - {id: r, front: POF, back: failure, reverse: {front: failure, back: POF}}
  - {id: z, text: "{{c1::IDO}} and {{c2::PGE2}}"}
  - {id: p, front: '![heart](heart.png)', back: heart}
"""


@contextmanager
def serving(kind: str, folder: Path) -> Iterator[str]:
    if kind == "anki-connect-server":
        with running_real_server(folder) as address:
            yield address
    else:
        with running_add_on(AddOn(folder, imports=kind == "add-on")) as address:
            yield address


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "home" / "decks").mkdir(parents=True)
    write(tmp_path / "home", DECK)
    (tmp_path / "home" / "decks" / "heart.png").write_bytes(PICTURE)
    return tmp_path / "home"


def write(home: Path, text: str) -> None:
    (home / "decks" / "own.yaml").write_text(text, encoding="utf-8")


def push(home: Path, address: str, *words: str) -> Result:
    options = ["push", "--deck", "own", "--url", address, "--key", KEY, *words]
    return CliRunner().invoke(cli, ["--home", str(home), *options])


def ask(address: str, action: str, **params: Any) -> Any:
    data = json.dumps({"action": action, "version": 6, "params": params, "key": KEY}).encode()
    request = urllib.request.Request(address, data, {"Content-Type": "application/json"})  # noqa: S310 -- loopback
    with urllib.request.urlopen(request) as reply:  # noqa: S310 -- loopback
        answer = json.load(reply)
    assert answer["error"] is None
    return answer["result"]


def notes(address: str) -> dict[str, dict[str, Any]]:
    found = ask(address, "notesInfo", notes=ask(address, "findNotes", query="deck:own::push"))
    return {one["fields"]["Id"]["value"]: one for one in found}


@pytest.mark.parametrize("kind", ["add-on", "add-on far away", "anki-connect-server"])
def test_cards_are_added_updated_and_never_deleted(home: Path, tmp_path: Path, kind: str) -> None:
    if kind == "anki-connect-server" and not real_server():
        pytest.skip("anki-connect-server is not installed; see tests/anki_connect_server.py")
    with serving(kind, tmp_path / "anki") as address:
        tried = push(home, address, "--dry-run")
        assert tried.output.splitlines() == [
            "+ a",
            "+ r",
            "+ r#reversed",
            "+ z",
            "+ p",
            "5 notes to add, 0 notes to update, 0 the same",
        ]
        assert notes(address) == {}
        done = push(home, address)
        assert done.exit_code == 0, done.output
        assert "5 notes added, 0 notes updated, 0 the same" in done.output
        assert ("one by one" in done.output) == (kind != "add-on")
        there = notes(address)
        assert set(there) == {"a", "r", "r#reversed", "z", "p"}
        assert there["a"]["fields"]["Front"]["value"] == "What is <b>MSC</b>?"
        assert set(there["a"]["tags"]) == {"core", "kind::note", "topic::X::Y"}
        assert 'src="sctui-' in there["p"]["fields"]["Front"]["value"]

        ask(address, "addTags", notes=[there["a"]["noteId"]], tags="mine")
        assert "0 notes to add, 0 notes to update, 5 the same" in push(home, address, "--dry-run").output
        write(
            home,
            DECK.replace("a cell, tags: [core], topic: [X, Y]", "two cells, tags: [core], topic: [X, Z]"),
        )
        tried = push(home, address, "--dry-run")
        assert "~ a: Back, Topic, +topic::X::Z, -topic::X::Y" in tried.output
        assert notes(address)["a"]["fields"]["Back"]["value"] == "a cell"
        assert "0 notes added, 1 note updated, 4 the same" in push(home, address).output
        changed = notes(address)["a"]
        assert changed["fields"]["Back"]["value"] == "two cells"
        assert set(changed["tags"]) == {"core", "kind::note", "topic::X::Z", "mine"}

        write(
            home,
            "deck: own::push\ncards:\n  - {id: a, front: What is **MSC**?, back: two cells, tags: [core], topic: [X, Z]}\n",
        )
        done = push(home, address)
        assert "0 notes added, 0 notes updated, 1 the same" in done.output
        assert "left alone in Anki: 4 notes" in done.output
        assert set(notes(address)) == {"a", "r", "r#reversed", "z", "p"}


def test_what_is_pushed_is_what_a_package_brings(home: Path, tmp_path: Path) -> None:
    add_on = AddOn(tmp_path / "anki", imports=True)
    with running_add_on(add_on) as address:
        push(home, address)
        guids = set(add_on.collection.db.list("SELECT guid FROM notes"))
        assert guids == {guid(key) for key in ("a", "r", "r#reversed", "z", "p")}
        names = [file.name for file in Path(add_on.collection.media.dir()).iterdir()]
        assert [name.startswith("sctui-") for name in names] == [True]


def test_templates_and_style_are_brought_up_to_date(home: Path, tmp_path: Path) -> None:
    add_on = AddOn(tmp_path / "anki", imports=True)
    with running_add_on(add_on) as address:
        push(home, address)
        models = add_on.collection.models
        model = models.by_name("sctui Basic")
        model["css"], model["tmpls"][0]["qfmt"] = "old", "{{Front}}"
        models.update_dict(model)
        push(home, address)
        model = models.by_name("sctui Basic")
        assert model["css"] == resource("card.css")
        assert "sctuiNext" in model["tmpls"][0]["qfmt"]
        assert not [one for one in add_on.asked if one.startswith("delete")]


def test_an_anki_that_asks_for_a_key(home: Path, tmp_path: Path) -> None:
    with running_add_on(AddOn(tmp_path / "anki", imports=True)) as address:
        done = push(home, address, "--key", "wrong")
    assert done.exit_code == 1
    error = done.exception
    assert "valid api key" in str(error)
    assert "--key" in error.hint  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("reply", "said"), [(b"<html>", "no AnkiConnect"), (b"[1]", "no AnkiConnect"), (b"{}", "no AnkiConnect")]
)
def test_what_is_no_anki(home: Path, reply: bytes, said: str) -> None:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(200)
            self.send_header("Content-Length", str(len(reply)))
            self.end_headers()
            self.wfile.write(reply)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        done = push(home, f"http://127.0.0.1:{server.server_port}")
        server.shutdown()
        thread.join()
    assert said in str(done.exception)


def test_no_anki_at_all(home: Path) -> None:
    done = push(home, "http://127.0.0.1:9")
    assert done.exit_code == 1
    assert "does not answer" in str(done.exception)
    assert "is no address" in str(push(home, "file:///etc/passwd").exception)
