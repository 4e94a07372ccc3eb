# Everything a checkout needs, from python3 (with pip and venv) and make alone.

PYTHON ?= python3
VENV ?= .venv
RUNS ?= 15000
BIN := $(VENV)/bin
# The environment is ready for exactly this lock, this project file and this interpreter.
READY := $(VENV)/ready-$(shell { cat 2>/dev/null requirements.lock pyproject.toml; $(PYTHON) -V; } | cksum | tr ' ' '-')

.DEFAULT_GOAL := help
.PHONY: help setup run test lint schemas docs bench fuzz lock clean

help: ## Show what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-8s %s\n", $$1, $$2}'

setup: $(READY)

$(READY):
	@echo "Setting up $(VENV), once for this requirements.lock"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q ledger tui
	@rm -f $(VENV)/ready-*
	@touch $@

run: $(READY) ## The main job: every figure of seeds/, counted, and the conflicts among them
	@$(BIN)/factledger extract seeds/ --summary
	@echo
	@$(BIN)/factledger check seeds/ || test $$? -eq 1

test: $(READY) lint ## The whole test suite, after lint
	$(BIN)/python -m pytest -q -n 2 -rs

lint: $(READY) ## Style, types and import contracts
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

schemas: $(READY) ## Write schemas/ again from the records
	$(BIN)/factledger schema --all schemas

docs: $(READY) ## Write the README's outputs, docs/rules.md and the pictures again
	$(BIN)/python docs/outputs.py
	$(BIN)/python docs/picture.py

bench: $(READY) ## Speed of extraction, of a cold start, of reconciliation and of a folder checked again
	$(BIN)/python benchmarks/extract.py
	$(BIN)/python benchmarks/start.py
	$(BIN)/python benchmarks/reconcile.py
	$(BIN)/python benchmarks/folder.py

fuzz: $(READY) ## The readers on RUNS inputs a format (15,000), where atheris is installed; rules, checks and exports on strange ones
	@for format in text markdown html; do PYTHONPATH=. $(BIN)/python tests/fuzz/readers.py $$format $(RUNS) || exit 1; done
	@for inputs in soup lines articles exports; do PYTHONPATH=. $(BIN)/python tests/fuzz/$$inputs.py || exit 1; done

lock: ## Resolve requirements.lock again from pyproject.toml (LOCK=--upgrade moves every pin)
	@touch requirements.lock
	$(PYTHON) -m venv build/lock
	build/lock/bin/pip install --quiet --disable-pip-version-check uv
	build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --all-extras --generate-hashes \
		--no-annotate --no-header --no-emit-index-url --no-emit-find-links $(LOCK) pyproject.toml -o requirements.lock
	@! grep -nE '://|^-' requirements.lock

clean: ## Remove the environment and everything made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
