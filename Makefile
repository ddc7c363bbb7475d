# Everything one does with the project. `make` alone prints this list.
SHELL := /bin/bash
PYTHON ?= python3
VENV ?= .venv
PY := $(VENV)/bin/python
RUN_READY := $(VENV)/.run-ready
DEV_READY := $(VENV)/.dev-ready
COMPILED := $(VENV)/.compiled
SOURCES := $(shell find bot storage -name '*.py')
FUZZ_EXAMPLES ?= 2000
FUZZ_SECONDS ?= 60

.DEFAULT_GOAL := help
.PHONY: help run sandbox terminal test retest fuzz audit lint format check preview eval risk-model search-model lock screenshot bench soak capacity clean

help:  ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(COMPILED)  ## set up and start the bot; without TELEGRAM_BOT_TOKEN the sandbox
	@exec $(PY) -m bot run

sandbox: $(COMPILED)  ## the bot on a page on this computer, no token needed
	@exec $(PY) -m bot sandbox

terminal: $(COMPILED)  ## the bot in this terminal, no token needed
	@exec $(PY) -m bot sandbox --terminal

test: $(DEV_READY)  ## set up and run every test
	$(PY) -m pytest -n auto --maxprocesses 6

retest: $(DEV_READY)  ## only what failed last time
	$(PY) -m pytest --last-failed --last-failed-no-failures none

fuzz: $(DEV_READY)  ## look for what breaks it, for FUZZ_SECONDS (60) a target: hypothesis, then guided by coverage
	FUZZ_EXAMPLES=$(FUZZ_EXAMPLES) $(PY) -m pytest tests/fuzz tests/promises/test_doors_taps.py tests/promises/test_doors_words.py -n auto --timeout 0
	$(PY) -m pip install --quiet --no-deps --require-hashes -r tests/fuzz/requirements.txt
	for target in taps shown updates imports backups; do $(PY) -m tests.fuzz.guided $$target $(FUZZ_SECONDS) || exit 1; done

audit: $(DEV_READY)  ## are the dependencies pinned, hashed, the very ones installed, and free
	$(PY) -m scripts.audit

lint: $(DEV_READY)  ## style and types, as CI checks them
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy

format: $(DEV_READY)  ## put the code in shape
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

check: $(RUN_READY)  ## look over settings, content and contacts
	$(PY) -m bot check

preview: $(RUN_READY)  ## every screen in every language on one page: build/preview.html
	$(PY) -m bot preview

eval: $(DEV_READY)  ## how well the risk screen and the search do on the labelled sets
	$(PY) -m tests.eval.risk_report
	$(PY) -m tests.eval.search_report

risk-model: $(DEV_READY)  ## train the risk screen's second opinion from the examples
	$(PY) -m benchmarks.risk_model

search-model: $(DEV_READY)  ## train what the search has learned from the phrasings
	$(PY) -m benchmarks.search_model

bench: $(DEV_READY) build/peers/.ready  ## every figure of docs/performance.md, as ratios in one run (15 minutes)
	$(PY) -m benchmarks.report
	$(PY) -m benchmarks.capacity

build/peers/.ready: benchmarks/peers.txt
	@$(PYTHON) -m venv build/peers
	@build/peers/bin/python -m pip install --quiet --disable-pip-version-check -r benchmarks/peers.txt
	@touch $@

MINUTES ?= 240
soak: $(DEV_READY)  ## hours of mixed traffic over HTTP and what drifted (MINUTES=240)
	$(PY) -m scripts.soak --minutes $(MINUTES)

capacity: $(DEV_READY)  ## docs/capacity.md from the figures that were measured last
	$(PY) -m benchmarks.capacity

screenshot: $(DEV_READY)  ## docs/sandbox.png from the running sandbox (needs chromium)
	$(PY) scripts/screenshot.py

lock: $(DEV_READY)  ## pin the newest dependencies, with hashes
	$(PY) -m pip install --quiet uv
	$(VENV)/bin/uv pip compile --quiet --upgrade --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements.in -o requirements.lock
	$(VENV)/bin/uv pip compile --quiet --upgrade --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements-dev.in -o requirements-dev.lock

clean:  ## remove what can be made again
	rm -rf $(VENV) build .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; $(PYTHON) is older."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python cannot make an environment. On Debian: apt-get install python3-venv"; rm -rf $(VENV); exit 1; }

$(RUN_READY): requirements.lock | $(PY)
	@echo "Installing what the bot needs (once) ..."
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

# Read anew at every start it costs a quarter of the time to the first answer, where Python may not keep it itself.
$(COMPILED): $(SOURCES) | $(RUN_READY)
	@$(PY) -m compileall -q bot storage
	@touch $@

$(DEV_READY): requirements-dev.lock requirements.lock | $(PY)
	@echo "Installing what tests need (once) ..."
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@ $(RUN_READY)
