"""In one process, two tasks at a time: the answers are those of the plain batch, whatever the partitions."""

from __future__ import annotations

import datetime
import random
from typing import Any

import pyarrow
import pytest
from pyspark.sql import Row, SparkSession
from pyspark.sql import types as t

import ansinh
from ansinh import spark as on_spark

DAY = datetime.date(2026, 11, 22)
DRAFT: dict[str, Any] = {
    "name": "draft",
    "programmes": [
        {
            "id": "draft_2027",
            "territory": {"province": ["56"]},
            "from": "2026-01-01",
            "standing": "draft",
            "citation": {"instrument": "draft", "provision": ""},
            "rules": [{"per_month": {"fixed": 50_000}}],
        }
    ],
}


def people(rows: int) -> list[dict[str, Any]]:
    chance = random.Random(20261126)
    return [
        {
            "id": number,
            "paid_on": None if number % 97 == 13 else DAY,
            "income": 1 if number % 50 == 7 else None if number % 101 == 5 else 1_500_000 + 50_000 * chance.randrange(1_000),
            "groups": chance.choice(["poor", "near_poor", "", None, "near_poor|ethnic_minority", "rich"]),
            "province": chance.choice(["01", "56", "79", None]),
            "note": f"người số {number}",
        }
        for number in range(rows)
    ]


SCHEMA = t.StructType(
    [
        t.StructField("id", t.LongType()),
        t.StructField("paid_on", t.DateType()),
        t.StructField("income", t.LongType()),
        t.StructField("groups", t.StringType()),
        t.StructField("province", t.StringType()),
        t.StructField("note", t.StringType()),
    ]
)


def plain(rows: list[dict[str, Any]], **options: Any) -> list[dict[str, Any]]:
    """What the batch of this package answers, beside what came in."""
    table = pyarrow.Table.from_pylist(
        rows,
        schema=pyarrow.schema(
            [("paid_on", pyarrow.date32()), ("income", pyarrow.int64()), ("groups", pyarrow.string()), ("province", pyarrow.string())]
        ),
    )
    answers = ansinh.assess_batch(table, **options).to_pyarrow().to_pylist()
    return [{**row, **answer} for row, answer in zip(rows, answers)]


def test_three_rows(spark: SparkSession) -> None:
    df = spark.createDataFrame(
        [Row(id=1, income=1_500_000, groups="near_poor"), Row(id=2, income=1_400_000, groups=""), Row(id=3, income=2_000_000, groups="poor")]
    )
    answers = on_spark.assess(df, paid_on=DAY, province="01").collect()
    assert [row["status"] for row in answers] == ["ok", "income_below_floor", "ok"]
    assert [row["participant_share"] for row in answers] == [0, None, 110_000]
    assert [row["id"] for row in answers] == [1, 2, 3]


@pytest.mark.parametrize("partitions", [1, 2, 7, 64])
def test_rows_and_totals_whatever_the_partitions(spark: SparkSession, partitions: int) -> None:
    rows = people(5_000)
    df = spark.createDataFrame(rows, SCHEMA).repartition(partitions)
    answers = on_spark.assess(df)
    found = sorted((row.asDict() for row in answers.collect()), key=lambda row: row["id"])
    expected = plain(rows)
    assert len({row["status"] for row in expected}) >= 4
    assert found == [{name: row.get(name) for name in found[0]} for row in expected]
    sums = {row["status"]: row for row in on_spark.totals(answers).collect()}
    batch = ansinh.assess_batch(
        pyarrow.table({name: [row[name] for row in rows] for name in ("paid_on", "income", "groups", "province")})
    ).totals
    assert {status: int(row["rows"]) for status, row in sums.items()} == {
        status: count for status, count in batch.by_status.items() if count
    }
    for name in ("contribution", "central_support", "province_top_up", "participant_share"):
        assert int(sums["ok"][name]) == batch.sums[name], name


def test_an_overlay(spark: SparkSession) -> None:
    rows = people(500)
    df = spark.createDataFrame(rows, SCHEMA)
    found = on_spark.assess(df, DRAFT).orderBy("id").collect()
    expected = plain(rows, law=ansinh.Law(DRAFT))
    assert [row["province_top_up"] for row in found] == [row["province_top_up"] for row in expected]
    assert found[0].asDict().keys() >= {"note", "status", "flags"}


def test_totals_by_a_column(spark: SparkSession) -> None:
    df = spark.createDataFrame(people(2_000), SCHEMA)
    answers = on_spark.assess(df)
    by_province = on_spark.totals(answers, by=["province"]).where("status = 'ok'").collect()
    whole = on_spark.totals(answers).where("status = 'ok'").collect()[0]
    assert sum(row["contribution"] for row in by_province) == whole["contribution"]
    assert dict(on_spark.totals(answers).dtypes)["contribution"] == "decimal(38,0)"


def test_one_poisoned_row_among_many_is_refused_in_its_place(spark: SparkSession) -> None:
    df = spark.range(1_000_000).selectExpr("id", "if(id = 777777, -5, 1500000) as income")
    answers = on_spark.assess(df, paid_on=DAY)
    poisoned = answers.where("status <> 'ok'").collect()
    assert [(row["id"], row["status"], row["contribution"]) for row in poisoned] == [(777_777, "invalid_argument", None)]
    sums = {row["status"]: row for row in on_spark.totals(answers).collect()}
    assert int(sums["ok"]["contribution"]) == 999_999 * 330_000 and sums["invalid_argument"]["rows"] == 1


def test_columns_that_cannot_be_taken_are_refused_by_the_driver(spark: SparkSession) -> None:
    good = spark.createDataFrame([Row(paid_on=DAY, income=1_500_000)])
    with pytest.raises(ansinh.BatchError, match="income"):
        on_spark.assess(good.drop("income"))
    with pytest.raises(ansinh.BatchError, match="paid_on"):
        on_spark.assess(good.drop("paid_on"))
    with pytest.raises(ansinh.BatchError, match="income"):
        on_spark.assess(good.withColumn("income", good.income.cast("double")))
    with pytest.raises(ansinh.BatchError, match="paid_on"):
        on_spark.assess(good.withColumn("paid_on", good.income))
    with pytest.raises(ValueError, match="contribution"):
        on_spark.assess(good.withColumn("contribution", good.income))
    with pytest.raises(ValueError, match="keep"):
        on_spark.assess(good, keep=["nothing"])
    with pytest.raises(ansinh.OverlayError):
        on_spark.assess(good, {"programmes": [{"id": "x"}]})
    with pytest.raises(TypeError):
        on_spark.assess(good, provinz="01")


def test_an_executor_with_another_version_or_law_is_refused_naming_both(spark: SparkSession, monkeypatch: pytest.MonkeyPatch) -> None:
    good = spark.createDataFrame([Row(paid_on=DAY, income=1_500_000)])
    monkeypatch.setattr(on_spark, "__version__", "0.0.1")
    with pytest.raises(Exception, match="the driver has ansinh 0.0.1, this executor has " + ansinh.__version__.replace(".", r"\.")):
        on_spark.assess(good).collect()
    monkeypatch.undo()
    pricer = on_spark._Pricer([], ansinh.__version__, "sha256:0000000000000000", ["income"], {})
    with pytest.raises(on_spark.VersionMismatch, match="sha256:0000000000000000.*" + ansinh.built_in_law().digest):
        pricer.law()
