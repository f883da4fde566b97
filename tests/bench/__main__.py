"""The command line of `make bench`."""

import argparse
import json
import os
from dataclasses import asdict
from pathlib import Path

import uvloop
from tests.bench import as_of, cases, merging
from tests.bench.contenders import ROOT
from tests.bench.run import run, say, table


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="make bench",
        description="伯乐与手写 SQL、PostGraphile、Strawberry ORM 的对比（说明见 tests/bench/README.md）",
    )
    parser.add_argument("--size", type=int, default=int(os.environ.get("SIZE", "100000")), help="人才数")
    parser.add_argument("--rounds", type=int, default=6, help="轮数")
    parser.add_argument("--seconds", type=float, default=2.0, help="每轮每项秒数")
    parser.add_argument(
        "--cases",
        default=",".join((*cases.CASES, "import_xlsx", *as_of.CASES, *merging.CASES, "browser")),
        help="测哪些，逗号隔开",
    )
    parser.add_argument("--contenders", default=",".join(cases.CONTENDERS), help="测谁，逗号隔开")
    parser.add_argument(
        "--data", default=os.environ.get("BENCH_DIR", str(ROOT / ".demo" / "bench")), help="数据目录"
    )
    parser.add_argument("--json", help="结果另存为 JSON")
    args = parser.parse_args()
    rows, read = uvloop.run(run(args))
    say("\n" + table(rows, read))
    if args.json:
        Path(args.json).write_text(json.dumps([asdict(r) for r in rows], ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
