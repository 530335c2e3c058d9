# Every target sets up what it needs. `make` alone lists them.
SHELL := /bin/sh
RELEASE ?=
JOBS ?=
PORT ?= 8001
BIG ?= .artifacts/big
FOIA := .venv/bin/foia
PY := .venv/bin/python
READY := .venv/.ready
jobs = $(if $(JOBS),--jobs $(JOBS))

.DEFAULT_GOAL := help
.PHONY: help setup demo ingest build serve serve-public status failures test test-all lint bench bench-site train measure sample backup clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F'\t' '{printf "  make %-12s %s\n", $$1, $$2}'

$(READY): requirements.lock pyproject.toml scripts/setup.sh
	@sh scripts/setup.sh

setup: $(READY) ## install everything into .venv (no root needed)

# `foia ingest` ends with 4 when some pages could not be read: they are listed, and the rest is published all the same.
demo: $(READY) ## ingest the sample release, build, check, and say what to open
	@$(FOIA) ingest corpus/sample $(jobs) || [ $$? -eq 4 ]
	@$(FOIA) build
	@$(FOIA) check
	@echo; echo "What could not be read:"; $(FOIA) failures || [ $$? -eq 4 ]
	@echo; echo "To open the site:  make serve   (then http://127.0.0.1:$(PORT)/ in a browser)"

ingest: $(READY) ## take in a release: make ingest RELEASE=<folder, PDF or URL>
	@[ -n "$(RELEASE)" ] || { echo 'Say what to take in: make ingest RELEASE="/path/to/folder"'; exit 2; }
	@$(FOIA) ingest "$(RELEASE)" $(jobs) || [ $$? -eq 4 ]
	@$(FOIA) build
	@$(FOIA) check

build: $(READY) ## build the database from what was computed, and check it
	@$(FOIA) build
	@$(FOIA) check

serve: $(READY) ## open the site on this machine
	@$(FOIA) serve --port $(PORT)

serve-public: $(READY) ## open the site to others, safely (see scripts/deploy/)
	@$(FOIA) serve --public --port $(PORT)

status: $(READY) ## count what is fresh, stale, waiting, failed
	@$(FOIA) status

failures: $(READY) ## list what was not read, and the remedy
	@$(FOIA) failures || [ $$? -eq 4 ]

test: $(READY) ## run the tests (minutes)
	@$(PY) -m pytest -m "not slow"

test-all: $(READY) ## run every test, the slow ones too
	@$(PY) -m pytest

lint: $(READY) ## check style and types
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy

bench: $(READY) ## speed beside plain pytesseract and pdfplumber, and how comparing claims grows
	@$(PY) scripts/bench.py
	@$(PY) scripts/bench_compare.py

train: $(READY) ## train the topics' models from corpus/labels (an hour; installs PyTorch into .venv-train)
	@[ -x .venv-train/bin/python ] || $(PY) -m venv .venv-train
	@.venv-train/bin/python -m pip install --quiet --require-hashes -r scripts/training/requirements.lock
	@.venv-train/bin/python scripts/train.py
	@.venv-train/bin/python scripts/train_tagger.py
	@$(PY) scripts/training/curves.py

bench-site: $(READY) ## build a made-up edition of 100,000 pages and measure the site (10 minutes, 2 GB)
	@[ -f "$(BIG)/foia.db" ] || [ -f db/foia.db ] || $(MAKE) --no-print-directory demo
	@[ -f "$(BIG)/foia.db" ] || $(PY) scripts/big/edition.py db "$(BIG)"
	@$(PY) scripts/big/visits.py "$(BIG)"

measure: $(READY) ## print every quality figure with its counts
	@$(PY) scripts/measure.py

sample: $(READY) ## draw the sample release again (same bytes every time)
	@$(PY) scripts/make_sample_release.py

backup: ## pack releases, topics, labels and people's verdicts into backup-<date>.tar.gz
	@tar -czf "backup-$$(date +%Y-%m-%d).tar.gz" corpus $$(ls db/reviews.db db/reviewers.toml 2>/dev/null) && ls -l backup-*.tar.gz

clean: ## remove what can be computed again (never corpus/ or db/reviews.db)
	@rm -rf .artifacts db/images db/foia.db db/foia.db.new db/private.db db/private.db.new db/metadata.json db/inspect.json
	@rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis
