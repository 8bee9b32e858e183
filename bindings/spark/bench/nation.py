"""Generated rows in Spark: totals against the closed form, and the rate beside the plain Arrow batch of the same run.

    nation.py [ROWS] [CORES] [ROWS_FROM_JVM]     default 1000000000 rows, 2 cores, 20000000

Incomes and the wrong rows follow from the row's number, so that every sum has a closed form; a difference ends the program
with 1 before any rate is printed. Twice: rows that the executors make themselves (`sums_of_parts`, as they would read files),
and rows of a DataFrame, which pass Spark's JVM (`sums`, and `totals` of `assess`). The plain rate is `assess_batch` over the
same rows, made by the same function, in one process without Spark.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any, Iterator

import numpy

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from conftest import session  # noqa: E402

import ansinh  # noqa: E402
from ansinh import spark as on_spark  # noqa: E402

DAY = "2026-11-22"
WRONG_EVERY = 1000
BLOCK = 100_000
PART = 10_000_000


def closed_form(rows: int) -> dict[str, int]:
    """Of rows 0 ... rows - 1; rows is a multiple of 1000."""
    blocks = rows // WRONG_EVERY
    incomes = sum(1_500_000 + 50_000 * (number % 100) for number in range(1, WRONG_EVERY)) * blocks
    taken = blocks * (WRONG_EVERY - 1)
    return {"rows": taken, "contribution": incomes * 22 // 100, "central_support": taken * 165_000, "wrong": blocks}


def made(part: tuple[int, int]) -> Iterator[Any]:
    """The rows from ... to - 1 of the nation, in blocks that stay in the cache."""
    first, last = part
    groups = numpy.full(BLOCK, 1, dtype=numpy.uint16)  # poor
    for start in range(first, last, BLOCK):
        rows = min(BLOCK, last - start)
        numbers = numpy.arange(start, start + rows, dtype=numpy.int64)
        income = (1_500_000 + 50_000 * (numbers % 100)).astype(numpy.int32)
        income[numbers % WRONG_EVERY == 0] = 1_400_000
        yield {"income": income, "groups": groups[:rows]}


def plain_rate(rows: int) -> float:
    """Rows a second of assess_batch on one core, the same rows made in the same way."""
    best = 0.0
    for _ in range(3):
        start = time.perf_counter()
        whole = ansinh.assess_batch({"income": numpy.zeros(0, numpy.int32)}, paid_on=DAY).totals
        for batch in made((0, rows)):
            whole = whole + ansinh.assess_batch(batch, paid_on=DAY, amounts_only=True).totals
        best = max(best, rows / (time.perf_counter() - start))
    return best


def held(found: dict[str, Any], rows: int) -> bool:
    expected = closed_form(rows)
    return (
        found["rows"] == rows
        and found["status"]["ok"] == expected["rows"]
        and found["status"]["income_below_floor"] == expected["wrong"]
        and found["sums"]["contribution"] == expected["contribution"]
        and found["sums"]["central_support"] == expected["central_support"]
        and found["sums"]["participant_share"] == expected["contribution"] - expected["central_support"]
    )


def main(rows: int, cores: int, from_jvm: int) -> int:
    spark = session(
        f"local[{cores}]", spark__driver__memory="2g", spark__sql__execution__arrow__maxRecordsPerBatch=str(BLOCK)
    )
    parts = [(start, min(start + PART, rows)) for start in range(0, rows, PART)]
    on_spark.sums_of_parts(spark, parts[:cores], made, paid_on=DAY)  # starting is not measured
    plain = plain_rate(PART)

    def report(name: str, count: int, seconds: float) -> None:
        rate = count / seconds / cores
        print(
            f"{name}: {count:,} rows on {cores} cores in {seconds:.1f} s, as the closed form; "
            f"{rate / 1e6:.2f} million rows a second and core, {100 * rate / plain:.0f} % of the plain batch's {plain / 1e6:.1f}"
        )

    start = time.perf_counter()
    found = on_spark.sums_of_parts(spark, parts, made, paid_on=DAY, partitions=2 * cores)
    seconds = time.perf_counter() - start
    if not held(found, rows):
        print(f"the sums are not those of the closed form: {found}", file=sys.stderr)
        return 1
    report("sums_of_parts", rows, seconds)

    df = spark.range(0, from_jvm, numPartitions=8 * cores).selectExpr(
        f"cast(if(id % {WRONG_EVERY} = 0, 1400000, 1500000 + 50000 * (id % 100)) as int) as income", "'poor' as groups"
    )
    start = time.perf_counter()
    found = on_spark.sums(df, paid_on=DAY)
    seconds = time.perf_counter() - start
    if not held(found, from_jvm):
        print(f"the sums of the DataFrame are not those of the closed form: {found}", file=sys.stderr)
        return 1
    report("sums of a DataFrame", from_jvm, seconds)

    start = time.perf_counter()
    answers = on_spark.totals(on_spark.assess(df, keep=[], paid_on=DAY, amounts_only=True))
    by_status = {row["status"]: row for row in answers.collect()}
    seconds = time.perf_counter() - start
    expected = closed_form(from_jvm)
    taken = by_status["ok"]
    if (int(taken["rows"]), int(taken["contribution"])) != (expected["rows"], expected["contribution"]):
        print("the totals are not those of the closed form", file=sys.stderr)
        return 1
    report("totals of assess", from_jvm, seconds)
    spark.stop()
    return 0


if __name__ == "__main__":
    numbers = [int(text) for text in sys.argv[1:]]
    defaults = [1_000_000_000, 2, 20_000_000]
    sys.exit(main(*(numbers + defaults[len(numbers):])))
