"""Lists in columns, from and to the data tools, against `assess` row by row."""

from __future__ import annotations

import datetime
import json
import pickle
import random
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from typing import Any

import numpy
import pandas
import polars
import pyarrow
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ansinh

DAY = date(2026, 11, 22)
AMOUNTS = [
    "contribution", "central_support", "local_top_up", "province_top_up", "locality_top_up", "other_support",
    "participant_share",
]  # fmt: skip


def people(count: int, seed: int = 1) -> list[dict[str, Any]]:
    rng = random.Random(seed)
    rows = []
    for _ in range(count):
        rows.append(
            {
                "paid_on": date(2018, 1, 1) + datetime.timedelta(days=rng.randrange(3600)),
                "income": rng.choice([700_000, 1_500_000, 2_200_000]) + 50_000 * rng.randrange(100),
                "term": rng.choice(["1", "3", "6", "12", "VS2", "TH7"]),
                "groups": rng.choice(["", "poor", "near_poor", "near_poor|ethnic_minority"]),
                "province": rng.choice(["01", "56", "79", "22", "99"]),
                "months_supported": rng.choice([0, 5, 119, 120]),
                "fund_return_rate": Decimal("0.0031"),
            }
        )
    return rows


def by_rows(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    answers = []
    for row in rows:
        fields = {name: value for name, value in row.items() if value is not None}
        fields["groups"] = {group for group in (row.get("groups") or "").split("|") if group}
        try:
            due = ansinh.assess(**fields)
        except ansinh.Refused as refusal:
            answers.append({"status": refusal.status, **{name: None for name in AMOUNTS}})
        else:
            answers.append({"status": "ok", **{name: getattr(due, name) for name in AMOUNTS}})
    return answers


def only(answers: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{name: row[name] for name in ["status", *AMOUNTS]} for row in answers]


SCHEMA = pyarrow.schema(
    [
        ("paid_on", pyarrow.date32()),
        ("income", pyarrow.int64()),
        ("term", pyarrow.string()),
        ("groups", pyarrow.string()),
        ("province", pyarrow.dictionary(pyarrow.int32(), pyarrow.string())),
        ("months_supported", pyarrow.int16()),
        ("fund_return_rate", pyarrow.decimal128(9, 6)),
    ]
)


def test_pyarrow_chunks_and_slices() -> None:
    rows = people(5_000)
    table = pyarrow.Table.from_pylist(rows, SCHEMA)
    expected = by_rows(rows)
    assert {"ok", "invalid_argument", "income_below_floor"} <= {row["status"] for row in expected}
    whole = ansinh.assess_batch(table)
    assert only(whole.to_pyarrow().to_pylist()) == expected and len(whole) == 5_000
    chunked = pyarrow.concat_tables([table.slice(0, 1_234), table.slice(1_234, 1), table.slice(1_235)])
    assert ansinh.assess_batch(chunked).to_pyarrow().to_pylist() == whole.to_pyarrow().to_pylist()
    sliced = ansinh.assess_batch(table.slice(777, 3_001))
    assert only(sliced.to_pyarrow().to_pylist()) == expected[777 : 777 + 3_001]
    batch = table.combine_chunks().to_batches()[0]
    assert ansinh.assess_batch(batch).to_pyarrow().to_pylist() == whole.to_pyarrow().to_pylist()
    structs = pyarrow.chunked_array([batch.to_struct_array()])
    assert ansinh.assess_batch(structs).totals == whole.totals
    assert ansinh.assess_batch(table.slice(0, 0)).totals.rows == 0
    assert len(ansinh.assess_batch(SCHEMA.empty_table())) == 0


def test_polars_with_lists_categories_and_views() -> None:
    rows = people(3_000, 2)
    frame = polars.DataFrame(pyarrow.Table.from_pylist(rows, SCHEMA).cast(
        pyarrow.schema([f.with_type(pyarrow.string()) if f.name == "province" else f for f in SCHEMA])
    ))
    frame = frame.with_columns(
        polars.col("province").cast(polars.Categorical),
        polars.col("groups").str.split("|").list.eval(polars.element().filter(polars.element() != "")),
    )
    answers = ansinh.assess_batch(frame)
    assert only(answers.to_polars().to_dicts()) == by_rows(rows)
    assert answers.to_polars().schema["participant_share"] == polars.Int64


def test_pandas() -> None:
    rows = people(2_000, 3)
    frame = pandas.DataFrame(rows)
    frame.index = pandas.Index(range(7, 2_007))
    answers = ansinh.assess_batch(frame).to_pandas()
    expected = by_rows(rows)
    assert list(answers["status"]) == [row["status"] for row in expected]
    assert str(answers["participant_share"].dtype) == "Int64"
    assert [None if value is pandas.NA else int(value) for value in answers["participant_share"]] == [
        row["participant_share"] for row in expected
    ]
    settled = ansinh.assess_batch(pandas.DataFrame({"income": [1_500_000]}), paid_on=DAY).to_pandas()
    assert settled["contribution"].tolist() == [330_000]


def test_numpy_without_copies() -> None:
    income = numpy.arange(1_500_000, 1_500_000 + 50_000 * 900, 50_000)
    days = numpy.full(900, "2026-11-22", "datetime64[D]")
    answers = ansinh.assess_batch({"income": income, "paid_on": days}, groups={"poor"})
    columns = answers.to_numpy()
    expected = [ansinh.assess(DAY, int(value), groups={"poor"}) for value in income]
    assert columns["participant_share"].tolist() == [due.participant_share for due in expected]
    assert columns["status"].dtype == numpy.uint8 and not columns["status"].any()
    assert not columns["contribution"].flags.owndata
    of_32_bit = ansinh.assess_batch({"income": income.astype(numpy.int32), "paid_on": days}, groups={"poor"})
    assert of_32_bit.to_numpy()["participant_share"].dtype == numpy.int32
    assert of_32_bit.totals == answers.totals
    del answers, income
    assert columns["contribution"][0] == 330_000, "the memory lives as long as it is seen"
    handles = numpy.full(900, ansinh.built_in_law().place("01"), numpy.uint16)
    with pytest.raises(ansinh.BatchError, match="place_book"):
        ansinh.assess_batch({"income": numpy.zeros(900, numpy.int64), "place": handles}, paid_on=DAY)


def test_what_a_row_does_not_say() -> None:
    table = pyarrow.table({"income": [1_500_000, None, 1_500_000], "groups": [None, "poor", ""]})
    shares = ansinh.assess_batch(table, paid_on=DAY, groups="near_poor", term=3).to_pyarrow()
    assert shares.column("status").to_pylist() == ["ok", "invalid_argument", "ok"]
    assert shares.column("central_support").to_pylist() == [396_000, None, 396_000]
    with pytest.raises(TypeError, match="unexpected argument 'income'"):
        ansinh.assess_batch(table, income=3)
    with pytest.raises(ansinh.Refused):
        ansinh.assess_batch(table, paid_on=DAY, term="vs2")


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ({"income": [1_500_000.0]}, "income.*float64.*whole dong.*Binary floating point"),
        ({"income": ["1500000"]}, "income.*utf8"),
        ({"income": [Decimal(1_500_000)]}, "income.*decimal"),
        ({"income": [True]}, "income.*bool"),
        ({"incom": [1_500_000]}, "`incom` is no field"),
        ({"income": [1], "province": [1]}, "province.*int64.*text"),
        ({"income": [1], "fund_return_rate": [0.0031]}, "fund_return_rate.*float64"),
        ({"income": [1], "paid_on": [datetime.datetime(2026, 1, 1)]}, "paid_on.*timestamp.*date32"),
        ({"income": [1], "groups": [[1]]}, "groups"),
        ({"paid_on": [DAY]}, "`income` is required"),
        ({}, "income"),
    ],
)
def test_columns_that_cannot_be_taken(columns: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ansinh.BatchError, match=sentence):
        ansinh.assess_batch(pyarrow.table(columns), paid_on=DAY)


@pytest.mark.parametrize(
    ("columns", "error", "sentence"),
    [
        ({"income": numpy.array([1.5e6])}, ansinh.BatchError, "Binary floating point"),
        ({"income": numpy.arange(10)[::2]}, ValueError, "ascontiguousarray"),
        ({"income": numpy.arange(10)[::-1]}, ValueError, "ascontiguousarray"),
        ({"income": numpy.zeros((2, 2), numpy.int64)}, ValueError, "one-dimensional"),
        ({"income": numpy.arange(3), "term": numpy.ones(2, numpy.uint8)}, ValueError, "2 values, the others have 3"),
        ({"income": numpy.array(["1"])}, TypeError, "texts come in Arrow columns"),
        ({"income": numpy.array([10**30], object)}, TypeError, "income"),
        ({"income": [1_500_000]}, TypeError, "a NumPy array, not list"),
        ({"income": numpy.arange(1), "paid_on": numpy.array(["2026-11-22"], "datetime64[ns]")}, TypeError, "datetime64.D."),
        ({"income": numpy.arange(1), "paid_on": numpy.array(["NaT"], "datetime64[D]")}, ValueError, "NaT"),
    ],
)
def test_numpy_arrays_that_cannot_be_taken(columns: dict[str, Any], error: type[Exception], sentence: str) -> None:
    with pytest.raises(error, match=sentence):
        ansinh.assess_batch(columns, paid_on=DAY)


@pytest.mark.parametrize("stranger", [None, 3, "income", [1, 2], object()])
def test_strangers(stranger: Any) -> None:
    with pytest.raises(TypeError, match="PyCapsule"):
        ansinh.assess_batch(stranger)


def test_other_columns_are_slips_unless_asked_for() -> None:
    table = pyarrow.table({"income": [1_500_000], "name": ["An"]})
    with pytest.raises(ansinh.BatchError, match="`name`"):
        ansinh.assess_batch(table, paid_on=DAY)
    few = ansinh.assess_batch(table, paid_on=DAY, ignore_other_columns=True, amounts_only=True)
    assert few.columns == ["status", "contribution", "central_support", "local_top_up", "participant_share"]


def test_totals_are_exact_and_merge() -> None:
    rows = people(4_000, 5)
    table = pyarrow.Table.from_pylist(rows, SCHEMA)
    whole = ansinh.assess_batch(table).totals
    expected = [row for row in by_rows(rows) if row["status"] == "ok"]
    assert whole.sums == {name: sum(row[name] for row in expected) for name in AMOUNTS}
    assert whole.rows == 4_000 and whole.by_status["ok"] == len(expected)
    parts = [ansinh.assess_batch(table.slice(at, 999)).totals for at in range(0, 4_000, 999)]
    random.Random(1).shuffle(parts)
    assert sum(parts) == whole and hash(sum(parts)) == hash(whole)
    assert pickle.loads(pickle.dumps(whole)) == whole
    assert json.loads(whole.json())["sums"]["contribution"] == str(whole.sums["contribution"])
    arrow = pyarrow.record_batch(whole)
    assert arrow.schema.field("participant_share").type == pyarrow.decimal128(38, 0)
    assert arrow.column("participant_share")[0].as_py() == whole.sums["participant_share"]
    # Beyond 64 bit: doubled seventy times.
    large = ansinh.assess_batch({"income": numpy.full(1, 1_500_000)}, paid_on=DAY).totals
    for _ in range(60):
        large = large + large
    assert large.sums["contribution"] == 330_000 * 2**60 > 2**63 and large.rows == 2**60


def test_answers_are_shared_without_copies_and_survive() -> None:
    table = pyarrow.Table.from_pylist(people(1_000, 6), SCHEMA)
    answers = ansinh.assess_batch(table)
    first, second = answers.to_pyarrow(), answers.to_pyarrow()
    assert first.column(1).chunk(0).buffers()[1].address == second.column(1).chunk(0).buffers()[1].address
    kept = first.column("participant_share").slice(10, 5)
    copy = kept.to_pylist()
    del answers, first, second, table
    assert kept.to_pylist() == copy
    array = pyarrow.record_batch(ansinh.assess_batch({"income": numpy.arange(3)}, paid_on=DAY))
    assert array.num_rows == 3
    chunked = ansinh.assess_batch(pyarrow.table({"income": pyarrow.chunked_array([[1], [2]])}), paid_on=DAY)
    with pytest.raises(ValueError, match="more than one chunk"):
        chunked.__arrow_c_array__()
    assert repr(chunked) == "Batch(2 rows; ok: 0, income_below_floor: 2)"


def test_threads_price_at_once_and_a_law_may_be_closed_meanwhile() -> None:
    table = pyarrow.Table.from_pylist(people(20_000, 7), SCHEMA)
    expected = ansinh.assess_batch(table).totals
    law = ansinh.Law()
    with ThreadPoolExecutor(4) as pool:
        futures = [pool.submit(law.assess_batch, table) for _ in range(8)]
        assert all(future.result().totals == expected for future in futures)
        futures = [pool.submit(law.assess_batch, table) for _ in range(8)]
        law.close()
        for future in futures:
            try:
                assert future.result().totals == expected
            except ValueError as error:
                assert "closed" in str(error)


def test_a_stream_that_fails_says_why() -> None:
    def batches() -> Any:
        yield pyarrow.record_batch({"income": [1_500_000]})
        raise OSError("the disk is gone")

    reader = pyarrow.RecordBatchReader.from_batches(pyarrow.schema([("income", pyarrow.int64())]), batches())
    with pytest.raises(RuntimeError, match="the disk is gone"):
        ansinh.assess_batch(reader, paid_on=DAY)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_any_split_gives_the_same_rows_and_totals(data: st.DataObject) -> None:
    rows = people(120, data.draw(st.integers(0, 1_000)))
    table = pyarrow.Table.from_pylist(rows, SCHEMA)
    whole = ansinh.assess_batch(table)
    cuts = sorted(data.draw(st.lists(st.integers(0, 120), max_size=6)))
    pieces = [table.slice(start, end - start) for start, end in zip([0, *cuts], [*cuts, 120], strict=True)]
    answers = [ansinh.assess_batch(piece) for piece in pieces]
    assert pyarrow.concat_tables([a.to_pyarrow() for a in answers]).to_pylist() == whole.to_pyarrow().to_pylist()
    assert sum((a.totals for a in answers), ansinh.Totals()) == whole.totals
    assert only(whole.to_pyarrow().to_pylist()) == by_rows(rows)
