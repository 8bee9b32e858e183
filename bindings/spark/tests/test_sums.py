"""Sums that are added up in the executors: the same as of the answers, whatever the partitions and parts."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Iterator

import numpy
import pyarrow
import pyarrow.parquet
import pytest
from pyspark.sql import SparkSession

import ansinh
from ansinh import spark as on_spark

from test_local import DAY, DRAFT, SCHEMA, people


def of_batch(rows: list[dict[str, Any]], law: ansinh.Law | None = None) -> dict[str, Any]:
    """What one batch in this process adds up to."""
    table = pyarrow.Table.from_pylist(
        rows,
        schema=pyarrow.schema(
            [("paid_on", pyarrow.date32()), ("income", pyarrow.int64()), ("groups", pyarrow.string()), ("province", pyarrow.string())]
        ),
    )
    totals = ansinh.assess_batch(table, law=law).totals
    return {"rows": totals.rows, "status": totals.by_status, "sums": totals.sums, "by_source": totals.by_source}


def same(found: dict[str, Any], expected: dict[str, Any]) -> None:
    assert found["rows"] == expected["rows"]
    for group in ("status", "sums", "by_source"):
        assert {name: value for name, value in found[group].items() if value} == {
            name: value for name, value in expected[group].items() if value
        }


@pytest.mark.parametrize("partitions", [1, 2, 7, 64])
def test_of_a_data_frame(spark: SparkSession, partitions: int) -> None:
    rows = people(5_000)
    df = spark.createDataFrame(rows, SCHEMA).repartition(partitions)
    same(on_spark.sums(df), of_batch(rows))
    drafted = on_spark.sums(df, DRAFT)
    same(drafted, of_batch(rows, ansinh.Law(DRAFT)))
    assert drafted["law_digest"] == ansinh.Law(DRAFT).digest


@pytest.mark.parametrize("tasks", [None, 1, 2, 7, 64])
def test_of_parts_that_executors_read(spark: SparkSession, tmp_path: Path, tasks: int | None) -> None:
    rows = people(7_000)
    paths = []
    for number in range(13):
        path = tmp_path / f"{number}.parquet"
        pyarrow.parquet.write_table(
            pyarrow.Table.from_pylist(rows[number::13], schema=pyarrow.schema([
                ("id", pyarrow.int64()), ("paid_on", pyarrow.date32()), ("income", pyarrow.int64()), ("groups", pyarrow.string()),
                ("province", pyarrow.string()), ("note", pyarrow.string()),
            ])), path, row_group_size=100,
        )
        paths.append(str(path))

    def read(path: str) -> Iterator[Any]:
        return pyarrow.parquet.ParquetFile(path).iter_batches(batch_size=150)

    same(on_spark.sums_of_parts(spark, paths, read, partitions=tasks), of_batch(rows))


def test_more_than_64_bits(spark: SparkSession) -> None:
    def read(times: int) -> Iterator[Any]:
        for _ in range(times):
            yield {"income": numpy.full(100_000, 10**12, dtype=numpy.int64)}

    cited = {"from": "2026-01-01", "to": "2026-12-31", "citation": {"instrument": "test", "provision": ""}, "standing": "assumed"}
    rich = {
        "name": "high ceiling",
        "overrides": [
            {"parameter": "income_ceiling_multiple", "value": 1000, **cited},
            {"parameter": "base_salary", "value": 1_000_000_000, **cited},
        ],
    }
    found = on_spark.sums_of_parts(spark, [20, 20], read, rich, paid_on=DAY, term=12)
    assert found["status"]["ok"] == found["rows"] == 4_000_000
    assert found["sums"]["contribution"] == 4_000_000 * 12 * (10**12 * 22 // 100) > 2**63


def test_nothing_at_all(spark: SparkSession) -> None:
    assert on_spark.sums_of_parts(spark, [], lambda part: [])["rows"] == 0
    assert on_spark.sums_of_parts(spark, [1, 2], lambda part: [], paid_on=DAY)["rows"] == 0
    assert on_spark.sums(spark.createDataFrame([], SCHEMA))["rows"] == 0


def test_what_is_wrong_is_said_and_no_sum_is_given(spark: SparkSession) -> None:
    with pytest.raises(ansinh.BatchError, match="income"):
        on_spark.sums(spark.range(3).selectExpr("cast(id as double) as income"), paid_on=DAY)
    with pytest.raises(TypeError, match="day"):
        on_spark.sums(spark.range(3).selectExpr("id as income"), day=DAY)
    with pytest.raises(Exception, match="income"):
        on_spark.sums_of_parts(spark, [1], lambda part: [{"income": numpy.zeros(3)}], paid_on=DAY)

    def broken(part: int) -> Iterator[Any]:
        yield {"income": numpy.full(10, 1_500_000, dtype=numpy.int32)}
        if part == 3:
            raise OSError("the file ends in the middle")

    with pytest.raises(Exception, match="the file ends in the middle"):
        on_spark.sums_of_parts(spark, list(range(8)), broken, paid_on=DAY)
