"""Makes the environment of `anki-connect-server`, which needs a newer Python than this program, if there is one.

`python -m tests.anki_connect_environment` puts it beside the packages of the running interpreter. Where that cannot be, it
says so, and the test against that server is skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ENVIRONMENT = Path(sys.prefix) / "anki-connect"
PROGRAMS = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
_PACKAGES = Path(__file__).with_name("anki_connect_server.txt")
_VERSIONS = Path(__file__).parents[1] / "constraints.txt"
_NEEDED = (3, 12)
_MOST_SECONDS = 300


def _interpreters() -> Iterator[str]:
    yield sys.executable
    for minor in range(_NEEDED[1], _NEEDED[1] + 6):
        yield f"python3.{minor}"
    root = os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv"
    yield from (str(one) for one in sorted(Path(root).glob("versions/3.*/bin/python")))


def _is_new_enough(python: str) -> bool:
    if not shutil.which(python):
        return False
    asked = [python, "-c", f"import sys, venv; sys.exit(sys.version_info < {_NEEDED})"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def _made(python: str) -> bool:
    install = ["-m", "pip", "install", "-q", "--no-deps", "--retries", "1", "--timeout", "30"]
    steps = (
        [python, "-m", "venv", "--clear", str(ENVIRONMENT)],
        [str(PROGRAMS / "python"), *install, "-c", str(_VERSIONS), "-r", str(_PACKAGES)],
    )
    try:
        for step in steps:
            subprocess.run(step, check=True, timeout=_MOST_SECONDS, stderr=subprocess.DEVNULL)
    except (OSError, subprocess.SubprocessError):
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        return False
    return True


if __name__ == "__main__":
    found = next(filter(_is_new_enough, _interpreters()), "")
    if not found:
        sys.stdout.write("No Python 3.12 here: `sctui push` is not tested against anki-connect-server.\n")
    elif not _made(found):
        sys.stdout.write(
            "anki-connect-server could not be installed: `sctui push` is not tested against it.\n"
        )
