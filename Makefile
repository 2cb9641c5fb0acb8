# Two commands for everybody: `make serve` and `make test`. Both install what is missing first (scripts/setup.sh).
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
.DELETE_ON_ERROR:
.NOTPARALLEL:

PORT ?= 8080
TOOLS := $(or $(SFERUM_TOOLS),$(or $(XDG_CACHE_HOME),$(HOME)/.cache)/sferum-planner)
# What the set-up found: PATH, and the compiler for wasm where it is not the default one.
ENV := . '$(TOOLS)/env';
WASM := env $${WASM_TOOLCHAIN:+RUSTUP_TOOLCHAIN=$$WASM_TOOLCHAIN}
# Everything a release build may depend on. Tests, documents and other scripts do not belong to it.
SOURCES := $(shell find . -mindepth 1 \( -name '.*' -o -path ./target -o -path ./dist -o -path ./tests -o -path ./docs \
	-o -path ./benches -o -path ./scripts \) -prune -o -type f ! -name '*.md' ! -name Makefile ! -name LICENSE ! -name clippy.toml ! -name rustfmt.toml -print) \
	$(addprefix scripts/,after-build.mjs handbook.mjs licences.mjs offline.mjs policy.mjs reading.mjs service-worker.js split.mjs) \
	$(shell find docs/handbook -type f)

.PHONY: help serve test check build dist e2e screenshots bench sizes clean setup setup-test setup-bench

help: ## List the targets
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

serve: dist/index.html ## Build a release and serve it on 127.0.0.1:8080 with the real headers (PORT=… to change)
	@node scripts/serve.mjs --port $(PORT)

test: setup-test ## Everything: set-up, check, release build, size budget, browser tests
# A release build is mostly one thread long, so the checks run beside it.
	@mkdir -p target
	@$(MAKE) READY=: dist/index.html >target/release-build.log 2>&1 & build=$$!; \
	trap 'kill $$build 2>/dev/null || true' EXIT; \
	$(MAKE) READY=: check; \
	echo 'Waiting for the release build (target/release-build.log)'; \
	wait $$build || { cat target/release-build.log; exit 1; }
	@$(MAKE) READY=: sizes e2e
	@echo; echo 'What the runners counted:'
	@grep -hE '^ *Running|^test result|^. (tests|pass|fail) [0-9]' target/counted-*.log

check: setup-test ## The fast loop: format, lints (host and wasm), tests without a browser
	@$(ENV) cargo fmt --all --check
	@$(ENV) cargo clippy --locked --workspace --all-targets -- -D warnings
	@$(ENV) $(WASM) cargo clippy --locked --target wasm32-unknown-unknown --lib --bins -- -D warnings
	@mkdir -p target
	@node --test --test-reporter=spec scripts/ 2>&1 | tee target/counted-1-scripts.log
	@$(ENV) cargo test --locked 2>&1 | tee target/counted-2-native.log

build: dist/index.html ## Build a release into dist/, if anything changed

dist: dist/index.html ## Pack the hosting kit into target/kit/: folder, ZIP, digests, examples for hosts
	@node scripts/dist.mjs

screenshots: setup-test dist/index.html ## Picture every route (light, dark, 390 and 1440 px) into target/screenshots/, and those of the handbook
	@$(ENV) cargo run --locked -q -p sferum-planner-e2e --bin screenshots -- $(ARGS)

e2e: setup-test dist/index.html ## Browser tests against the release build (ARGS='-- smoke::' to choose)
	@mkdir -p target
	@$(ENV) cargo test --locked --no-fail-fast -p sferum-planner-e2e $(ARGS) 2>&1 | tee target/counted-3-browser.log

bench: setup-bench dist/index.html ## Measure: computed natively, then beside a hand-written page and a data grid (ARGS='--people 5000 --rounds 3')
	@$(ENV) cargo build --locked -q --bin sferum-plan
	@$(ENV) cargo bench --locked -q --bench core
	@$(ENV) cargo run --locked -q -p sferum-planner-e2e --bin bench -- $(ARGS)
	@node scripts/sizes.mjs

sizes: dist/index.html ## Weigh the release build against its budget
	@node scripts/sizes.mjs

clean: ## Remove everything built
	rm -rf dist
	cargo clean

# READY=: says that the set-up is done: two at once would write the same files.
setup:
	@$(READY) scripts/setup.sh build

setup-test:
	@$(READY) scripts/setup.sh test

setup-bench:
	@scripts/setup.sh bench

dist/index.html: $(SOURCES) | setup
	@$(ENV) $(WASM) trunk build --release --dist dist
