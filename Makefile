.DEFAULT_GOAL := help
SHELL := /bin/sh
# The first Python on the path that dbt works with.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null && echo $$python && break; done)
BIN := .venv/bin
DBT := $(BIN)/dbt

.PHONY: help build test slow-test spark-test kill-test range-test lint report docs pictures bench bench-peers lock sample clean

help:  ## print the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# What Python imports at its start in an environment: see python/quintile/early_interruption.py.
define say_ctrl_c_plainly
echo "import quintile.early_interruption" > \
		"$$($(1)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/quintile.pth"
endef

.venv/.installed: requirements.lock pyproject.toml
	@$(or $(PYTHON),false) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || { \
		echo "Quintile needs Python 3.11, 3.12 or 3.13. Install one, such as by apt install python3.13-venv or pyenv install 3.13," \
		"and name it where it is not on the path: make build PYTHON=path/to/python3.13" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	$(call say_ctrl_c_plainly,$(BIN))
	touch $@

# Models, log lines and failures are shown; starts and passed tests are in logs/dbt.log alone. The pipe keeps dbt's exit code.
BUILD := $(DBT) build --exclude-resource-type unit_test
build: .venv/.installed  ## build the warehouse from QUINTILE_INVOICES (default: the sample in data/sample)
	@echo "$(BUILD)"
	@exec 3>&1; exit $$({ { $(BUILD); echo $$? >&4; } | grep --line-buffered -Ev ' (START|PASS|OK hook:) ' >&3; } 4>&1)
	@echo
	@echo "The warehouse is $${QUINTILE_DB:-quintile.duckdb}. Look at segments (one row per customer),"
	@echo "segment_profiles (one row per cluster) and cleaning_audit (what was dropped, and why):"
	@echo "  $(BIN)/dbt show --inline 'select * from {{ ref(\"segment_profiles\") }}'"
	@echo "or write all of it as a page: make report"

test: .venv/.installed  ## run the tests (on real data too, where QUINTILE_TEST_DATA names its folder)
	$(BIN)/pytest

slow-test: .venv/.installed  ## run the tests that take long: all commands of docs/, whole builds of real data, processes that are killed
	$(BIN)/pytest -m slow

.venv-spark/.installed: requirements-spark.lock pyproject.toml
	$(PYTHON) -m venv .venv-spark
	.venv-spark/bin/pip install --quiet --require-hashes --requirement requirements-spark.lock
	.venv-spark/bin/pip install --quiet --no-deps --no-build-isolation --editable .
	$(call say_ctrl_c_plainly,.venv-spark/bin)
	touch $@

spark-test: .venv-spark/.installed  ## compare Apache Spark with DuckDB on a cluster of this machine (needs Java 17)
	.venv-spark/bin/pytest --numprocesses=0 -m spark

kill-test: .venv/.installed  ## kill builds and publications at 100 moments (QUINTILE_KILLS) and look what is left; an hour
	$(BIN)/pytest --numprocesses=0 -s -m kill

range-test:  ## build a host project on the wheel with the lowest, then with the highest versions it allows; six minutes
	integration_tests/with_wheel.sh lowest $(PYTHON)
	integration_tests/with_wheel.sh highest $(PYTHON)

lint: .venv/.installed  ## check format, style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/sqlfluff lint --disable-progress-bar models analyses tests
	$(BIN)/sqlfluff lint --disable-progress-bar --templater raw python

report: .venv/.installed  ## write the report of the built warehouse, one page, to target/report.html
	$(BIN)/quintile report

docs: .venv/.installed  ## write the docs site to target/static_index.html, and the lineage of each column beside it
	$(DBT) docs generate --static
	$(BIN)/python -m quintile.documentation.site target
	DBT_COLIBRI_NO_VERSION_CHECK=1 $(BIN)/colibri generate --disable-telemetry --output-dir target/column_lineage
	@echo "The lineage of each column is target/column_lineage/index.html."

# Always of the sample and of a first build, whose tables are the same on every machine.
PICTURED := target/pictures
pictures: .venv/.installed  ## take the pictures of docs/images and write the answers of docs/ from the sample (needs Chromium)
	rm -rf $(PICTURED)
	mkdir -p $(PICTURED)
	unset QUINTILE_FORGOTTEN QUINTILE_CUSTOMERS_TO_SCORE; \
		export QUINTILE_INVOICES=data/sample QUINTILE_DB=$(PICTURED)/quintile.duckdb DBT_TARGET_PATH=$(PICTURED); \
		$(DBT) build --exclude-resource-type unit_test --vars 'currency_symbol: £' && \
		$(DBT) docs generate --static --vars 'currency_symbol: £' && \
		$(BIN)/python -m quintile.documentation.site $(PICTURED) && \
		$(BIN)/quintile report --out $(PICTURED)/report.html && \
		$(BIN)/python -m quintile.documentation.pictures $(PICTURED)

bench: .venv/.installed  ## time the build against its limit and peers (LINES="1000000 10000000", OPTIONS="--runs 1")
	$(BIN)/python benchmarks/compare.py $(LINES) $(OPTIONS)

# Each in an environment of its own, since nothing else needs them.
bench-peers: $(foreach peer,polars openretailscience pymc-marketing,.venv-bench/$(peer)/.installed)  ## install the optional peers of the benchmark

.venv-bench/%/.installed:
	$(PYTHON) -m venv .venv-bench/$*
	.venv-bench/$*/bin/pip install --quiet $* pyarrow $(if $(filter polars,$*),pandas scikit-learn scipy)
	touch $@

lock: .venv/.installed  ## resolve requirements.lock and requirements-spark.lock again (needs uv)
	uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-emit-index-url --no-strip-extras \
		--python-version 3.11 --no-header --output-file requirements.lock
	uv pip compile pyproject.toml --group dev --group spark --constraint requirements.lock --universal --generate-hashes \
		--no-emit-index-url --no-strip-extras --python-version 3.11 --no-header --output-file requirements-spark.lock

sample: .venv/.installed  ## write data/sample again
	$(BIN)/python -m quintile.sample data/sample/invoices.csv

clean:  ## remove everything that was built
	rm -rf .venv .venv-spark .venv-bench target logs quintile.duckdb
