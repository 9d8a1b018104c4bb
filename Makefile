# `make` is what must hold before a commit. Every target works on a machine that has only Python and git, once `make setup` has run.

bin := .venv/bin

check: format-check lint types layers test drift floors

setup:
	test -d .venv || python3 -m venv .venv
	$(bin)/pip install -r requirements.lock
	$(bin)/pip install --no-deps --no-build-isolation -e .

format:
	$(bin)/ruff format .
	$(bin)/ruff check --fix .

format-check:
	$(bin)/ruff format --check .

lint:
	$(bin)/ruff check .

types:
	$(bin)/mypy

layers:
	$(bin)/lint-imports

test:
	$(bin)/pytest -m "not slow and not browser"

test-all:
	$(bin)/pytest

# Files made from other files must be what their source makes of them today.
drift:
	$(bin)/python scripts/make_vocab.py --check
	$(bin)/python scripts/build_gazetteer.py --check
	$(bin)/python scripts/make_cli_reference.py --check
	$(bin)/python scripts/make_codebook.py --check
	$(bin)/pytest -q tests/house/test_exports.py

# Measured quality may only rise.
floors:
	$(bin)/pytest -q tests/gold

# Floors follow what is measured on the seeds, and only up.
raise-floors: exports
	$(bin)/kgraph score --raise-floors tests/gold/floors.toml

# Every example sentence of the word lists.
words:
	$(bin)/kgraph words check

exports:
	$(bin)/kgraph build seeds --out exports

bench:
	$(bin)/python -m benchmarks

# Pages of 1,000 and 5,000 nodes of a large graph beside plain pyvis: make bench-page GRAPH=folder
bench-page:
	$(bin)/python -m benchmarks.page $(GRAPH)

# The pictures in docs/images, also of a large graph where GRAPH names one; look at them.
screenshots:
	$(bin)/python scripts/make_screenshots.py $(GRAPH)

# What RELIABILITY.md promises is measured, and its figures are set anew.
reliability:
	$(bin)/python -m benchmarks.reliability

# Newest allowed versions, without the name of any package host.
lock:
	$(bin)/pip install --quiet uv
	$(bin)/uv pip compile pyproject.toml --extra web --extra pandas --extra parquet --extra plots --extra cluster --extra serve --group dev --universal --python-version 3.11 --fork-strategy fewest --upgrade \
	  --generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links --quiet --output-file requirements.lock

.PHONY: check setup format format-check lint types layers test test-all drift floors raise-floors words exports bench bench-page reliability screenshots lock
