# Two commands: `make site` builds the site, `make test` checks everything.
# Both set up .venv first, from requirements*.txt (pinned, hash-checked, complete: nothing is resolved here).

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev
# The pinned one, whatever else is on the PATH.
UV := $(BIN)/uv
INSTALL := $(UV) pip install --quiet --python $(BIN)/python --no-deps
# What is imported is compiled once: a start would compile all of it anew where the environment forbids to keep it.
export PYTHONDONTWRITEBYTECODE :=
LOCK := $(UV) pip compile --quiet --universal --python-version 3.11 --upgrade \
  --generate-hashes --no-emit-index-url --no-header --no-annotate

.PHONY: site test serve docs bench lighthouse fuzz lock clean

site: $(READY)
	$(BIN)/chronology build --generate

test: $(READY_DEV)
	PYTHON=$(BIN)/python bash tests/run

serve: $(READY)
	$(BIN)/mkdocs serve

docs: $(READY)
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --config-file mkdocs-docs.yml

bench: $(READY_DEV)
	$(BIN)/python -m bench --record

# Scores of the built site; needs Node, and fetches Lighthouse.
lighthouse: site $(READY_DEV)
	$(BIN)/python -m bench.lighthouse

# How many tries each target of tests/fuzz gets.
RUNS ?= 10000

fuzz: $(READY_DEV)
	$(INSTALL) --require-hashes -r requirements-fuzz.txt
	for target in headers data_files edtf tmx texts packages; do \
	  $(BIN)/python -m tests.fuzz $$target -runs=$(RUNS) -max_len=2000 || exit 1; \
	done

$(READY): requirements.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	test -x $(UV) || { $(BIN)/python -m ensurepip >/dev/null; $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes \
	  -r requirements-uv.txt; }
	$(UV) pip uninstall --quiet --python $(BIN)/python pip  # uv does all from here on
	$(INSTALL) --require-hashes -r requirements.txt
	$(INSTALL) --no-build-isolation --editable .
	touch $(READY)

$(READY_DEV): $(READY) requirements-dev.txt
	$(INSTALL) --require-hashes -r requirements-dev.txt
	touch $(READY_DEV)

# Renews the pins from pyproject.toml: what the site needs, and what else the tests need.
lock: $(READY_DEV)
	$(LOCK) --group packages --group build pyproject.toml -o requirements.txt
	$(LOCK) --group dev --constraints requirements.txt -o requirements-dev.txt
	$(LOCK) --group fuzz --constraints requirements.txt -o requirements-fuzz.txt
	$(LOCK) --group setup -o requirements-uv.txt

clean:
	rm -rf $(VENV) .cache site/*
