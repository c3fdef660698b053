# Two commands do everything on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
TOWN := scenarios/ganling
DESIGNS := $(TOWN)/old.yaml $(TOWN)/flat.yaml $(TOWN)/dual_track.yaml
OUT ?= out

SOURCES := $(shell find bianping optimizer plots scenarios simulation -type f \
  -not -path '*/__pycache__/*') hatch_build.py
FAST := .venv/.fast
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check \
  --no-deps --no-build-isolation

.PHONY: demo demo-small fast plain test check check-all lint types layers docs format \
  lock clean

demo: $(READY) $(wildcard $(FAST))  ## run the main job and end with the path of the report
	$(BIN)/bianping compare $(DESIGNS) --out $(OUT)/demo --seconds 35

demo-small: $(READY) $(wildcard $(FAST))  ## the main job on its smallest settings
	$(BIN)/bianping compare $(DESIGNS) --out $(OUT)/demo-small --seconds 6 \
	  --set simulation.replications=2 --set careers.replications=2

fast: $(FAST)  ## compile the play, which then takes half the time or less

plain: $(READY)  ## go back from what was compiled to the sources
	@if [ -e $(FAST) ]; then $(INSTALL) --force-reinstall --editable . && rm $(FAST); fi

test: plain  ## run the tests, always on the sources
	$(BIN)/python -m pytest -q -n auto -m "not slow"

check: lint types layers  ## what must be clean before a commit

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

layers: $(READY)
	$(BIN)/lint-imports

check-all: check test  ## everything, the long tests too
	$(BIN)/python -m pytest -q -m slow

docs: plain  ## the pages that are made from the code
	$(BIN)/python -m scenarios.reference docs
	$(BIN)/python -m bianping.stress docs $(TOWN)/flat.yaml

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock:  ## pin the dependencies anew; needs uv
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
	  --generate-hashes --no-header -o requirements.lock

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " \
	  + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
	  --require-hashes -r requirements.lock
	$(INSTALL) --editable .
	@touch $(READY)

# Once made, it is made anew whenever a source has changed: what is stale never runs.
$(FAST): $(READY) $(SOURCES)
	@command -v $${CC:-cc} >/dev/null || { \
	  echo "make fast needs a C compiler (gcc, say); without one all works, more slowly."; \
	  exit 1; }
	HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 $(INSTALL) --force-reinstall .
	@touch $(FAST)

clean:
	rm -rf .venv out build dist
