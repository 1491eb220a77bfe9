# Two commands: `make site` builds the site, `make test` checks everything.
# Both set up .venv first, from requirements.txt (pinned and hash-checked).

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: site test serve bench lock clean

site: $(READY)
	$(BIN)/chronology build --generate

test: $(READY)
	PYTHON=$(BIN)/python bash tests/run

serve: $(READY)
	$(BIN)/mkdocs serve

bench: $(READY)
	$(BIN)/python -m bench

# uv is used when it is there and put into the project's own environment when it is not.
$(READY): requirements.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	command -v uv >/dev/null || test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	PATH="$$PATH:$(BIN)"; uv pip install --quiet --python $(BIN)/python --no-deps --require-hashes -r requirements.txt
	PATH="$$PATH:$(BIN)"; uv pip install --quiet --python $(BIN)/python --no-deps --editable .
	touch $(READY)

# Renews the pins in requirements.txt from pyproject.toml.
lock:
	PATH="$$PATH:$(BIN)"; uv pip compile --quiet --universal --python-version 3.11 --extra dev \
	  --generate-hashes --no-emit-index-url --no-header --no-annotate --upgrade pyproject.toml -o requirements.txt

clean:
	rm -rf $(VENV) .cache site/*
