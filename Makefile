# Everything is set up on first use; nothing is installed outside this folder but the tests' browser.
PYTHON ?= python3
LANGUAGE := en
BIN := .venv/bin
READY := .venv/ready

.PHONY: serve site handouts check links preview test bench mutants rules social lock clean
.DELETE_ON_ERROR:

serve: $(READY) ## build all languages, serve them, rebuild on change (PORT=8000)
	@$(BIN)/python -m scripts.serve

site: $(READY) ## build all languages into site/ (SITE_URL=https://example.org/)
	@$(BIN)/python -m scripts.build

handouts: $(READY) ## build all languages into site/ with their handouts, PDF files with QR codes
	@$(BIN)/python -m scripts.handouts

check: $(READY) ## compare the languages, build nothing
	@$(BIN)/python -m scripts.parity

links: $(READY) ## what a change means for those who link to the site (ADD=1 publishes new sections)
	@$(BIN)/python -m scripts.links $(if $(ADD),--add)

preview: $(READY) ## one language with live reload (LANGUAGE=hi)
	@$(BIN)/python -m scripts.preview $(LANGUAGE)

test: $(READY) ## everything that can fail
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m scripts.browser
	$(BIN)/python -m pytest $(ARGS)

bench: $(READY) ## the gate beside plain MkDocs on generated pages (PAGES=100 in each language)
	@$(BIN)/python -m tests.bench $(PAGES)

mutants: $(READY) ## faults in the real pages, and how many the gate catches
	@$(BIN)/python -m tests.mutants

rules: $(READY) ## write the reference of rules in CONTRIBUTING.md
	@$(BIN)/python -c 'from pathlib import Path; from scripts.parity import explain; explain.write(Path("CONTRIBUTING.md"))'

social: $(READY) ## draw the pictures that chats show beside a link, one for each language
	@$(BIN)/python -m scripts.social

lock: ## write requirements.lock anew from pyproject.toml
	$(PYTHON) -m venv .venv/lock
	.venv/lock/bin/pip install --quiet uv
	.venv/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --extra test --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-header --no-annotate --output-file requirements.lock pyproject.toml

clean: ## remove everything that can be made again
	rm -rf .venv .build .preview site

$(READY): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name it with PYTHON=")'
	@$(PYTHON) -c 'import ensurepip, venv' || { echo 'Python has no venv; on Debian: apt-get install python3-venv' >&2; exit 1; }
	@test ! -L .venv || { echo '.venv is a link; remove it' >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	@touch $@
