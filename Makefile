# Two commands are all a newcomer types: `make run` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/ready

.PHONY: run test setup lint types suite bench clean

run: setup
	@scripts/demo

test: setup lint types suite

lint: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: setup
	$(BIN)/mypy --cache-dir .venv/mypy-cache

suite: setup
	$(BIN)/python -B -m pytest

bench: setup
	$(BIN)/python scripts/bench

setup: $(STAMP)

$(STAMP): pyproject.toml requirements-dev.lock
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "notice_parser needs Python 3.11 or newer, this is " + sys.version.split()[0] + "; name another one: make PYTHON=python3.12")'
	@echo "setting up .venv (once, about a minute)"
	@$(PYTHON) -m venv --clear --without-pip .venv
	@$(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@$(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(STAMP)

clean:
	rm -rf .venv build dist out
