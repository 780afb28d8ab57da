# Each target sets up what it needs; nothing but Python 3.11+ and make is asked for.
PYTHON ?= python3
BIN := .venv/bin
.PHONY: demo test bench lint weights lock clean

demo: .venv/ready
	$(BIN)/detainer-watch demo

test: .venv/ready lint
	$(BIN)/pytest -n 2 --dist loadfile

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: .venv/ready
	$(BIN)/python -m tests.bench

# Fits every weight of the reading anew, in the order in which one leans on another; say ANNOTATED="FOLDER..." for more.
# WORDING is for what a number counts alone.
ANNOTATED ?= tests/corpus tests/corpus/training
WORDING := tests/corpus/wording
weights: .venv/ready
	$(BIN)/python -m tests.bench._homes $(ANNOTATED)
	$(BIN)/python -m tests.bench._measures $(ANNOTATED) $(WORDING)
	$(BIN)/python -m tests.bench._net $(ANNOTATED) $(WORDING)
	$(BIN)/python -m tests.bench._claimants $(ANNOTATED)
	$(BIN)/python -m tests.bench._periods $(ANNOTATED)
	$(BIN)/python -m tests.bench._confidence tests/corpus/unseen

.venv/ready: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

lock:
	uv pip compile pyproject.toml --extra test --extra browser --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-annotate --no-header -o requirements.lock

clean:
	rm -rf .venv build data *.egg-info
