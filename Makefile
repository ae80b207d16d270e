# The two commands of the README: `make study` and `make test`.
PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif

.PHONY: study test lint types contracts pytest decks explore bench golden translations pictures clean

study: $(VENV)/.study
	$(BIN)/sctui

test: lint types contracts pytest

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.test
	$(BIN)/mypy

contracts: $(VENV)/.test
	$(BIN)/lint-imports

pytest: $(VENV)/.test $(VENV)/.anki-connect
	$(BIN)/pytest -n 2

explore: $(VENV)/.test
	SCTUI_EXAMPLES=new $(BIN)/pytest -n 2 tests/property

decks: $(VENV)/.study
	$(BIN)/sctui convert data/documents/*.md --decks decks

bench: $(VENV)/.test
	$(BIN)/python -m benchmarks

golden: $(VENV)/.test
	SCTUI_GOLDEN=write $(BIN)/pytest tests/golden

translations: $(VENV)/.test
	$(BIN)/python -m translations.update

pictures: $(VENV)/.test
	$(BIN)/python docs/take_pictures.py
	$(BIN)/python docs/list_keys.py

clean:
	rm -rf $(VENV)

$(VENV)/.study: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "sctui needs Python 3.11 or newer; try: make PYTHON=python3.12 study")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q -c constraints.txt -e .
	@touch $@

$(VENV)/.test: $(VENV)/.study
	$(BIN)/python -m pip install -q -c constraints.txt -e '.[test]'
	@touch $@

$(VENV)/.anki-connect: $(VENV)/.test tests/anki_connect_server.txt
	$(BIN)/python -m tests.anki_connect_environment
	@touch $@
