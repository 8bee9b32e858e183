"""Generated rows in Spark: totals against the closed form, and the rate beside the plain Arrow batch.

    nation.py [ROWS] [CORES]      default 100000000 rows, 2 cores

Incomes, groups and the wrong rows follow from the row's number, so that every sum has a closed form; a difference ends the
program with 1 before any rate is printed. The plain batch prices a million of the same rows on one core in the same run.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from conftest import session  # noqa: E402

import ansinh  # noqa: E402
from ansinh import spark as on_spark  # noqa: E402

DAY = "2026-11-22"
WRONG_EVERY = 1000


def closed_form(rows: int) -> tuple[int, int, int]:
    """Rows taken, their contributions and the State's support; rows is a multiple of 1000."""
    blocks = rows // WRONG_EVERY
    incomes = sum(1_500_000 + 50_000 * (number % 100) for number in range(1, WRONG_EVERY)) * blocks
    return blocks * (WRONG_EVERY - 1), incomes * 22 // 100, blocks * (WRONG_EVERY - 1) * 165_000


def plain_rate() -> float:
    """Rows a second of assess_batch on one core."""
    rows = 1_000_000
    numbers = numpy.arange(rows, dtype=numpy.int64)
    columns = {
        "income": 1_500_000 + 50_000 * (numbers % 100),
        "paid_on": numpy.full(rows, numpy.datetime64(DAY, "D")),
        "groups": numpy.full(rows, 1, dtype=numpy.uint16),
    }
    best = 0.0
    for _ in range(5):
        start = time.perf_counter()
        ansinh.assess_batch(columns)
        best = max(best, rows / (time.perf_counter() - start))
    return best


def main(rows: int, cores: int) -> int:
    spark = session(f"local[{cores}]", spark__driver__memory="2g")
    spark.range(1000).selectExpr("1500000 as income", f"date'{DAY}' as paid_on").count()  # the start is not measured
    df = spark.range(0, rows, numPartitions=16 * cores).selectExpr(
        "1500000 + 50000 * (id % 100) as income",
        f"date'{DAY}' as paid_on",
        f"if(id % {WRONG_EVERY} = 0, 'rich', 'poor') as groups",
    )
    start = time.perf_counter()
    found = {row["status"]: row for row in on_spark.totals(on_spark.assess(df, keep=[], amounts_only=True)).collect()}
    seconds = time.perf_counter() - start
    taken, contribution, support = closed_form(rows)
    ok = found["ok"]
    wrong = int(found["invalid_argument"]["rows"])
    if (int(ok["rows"]), int(ok["contribution"]), int(ok["central_support"]), wrong) != (
        taken, contribution, support, rows // WRONG_EVERY
    ):
        print("the totals are not those of the closed form", file=sys.stderr)
        return 1
    spark.stop()
    rate, plain = rows / seconds / cores, plain_rate()
    print(f"{rows:,} rows on {cores} cores in {seconds:.1f} s, totals equal the closed form")
    print(f"{rate / 1e6:.2f} million rows a second and core; plain batch {plain / 1e6:.1f}: {100 * rate / plain:.0f} %")
    return 0


if __name__ == "__main__":
    numbers = [int(text) for text in sys.argv[1:]]
    sys.exit(main(numbers[0] if numbers else 100_000_000, numbers[1] if len(numbers) > 1 else 2))
