"""What a record brings, and plans: the examples of the C++ tests, refusals, and many records against fractions."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

import ansinh
from ansinh import Span

RECORD = [
    Span("2010-03", 46, 1_500_000),
    Span("2014-01", 60, 2_500_000),
    Span(date(2019, 1, 1), 36, 3_000_000, scheme="compulsory"),
    Span("2022-01", 48, 3_000_000, groups={"near_poor"}),
]


def test_a_pension() -> None:
    found = ansinh.pension(RECORD, sex="F", birth="1969-05", on="2026-06")
    assert found.eligible and found.reason is None
    assert (found.pension, found.average_income, found.months) == (1_449_332, 3_083_684, 190)
    assert (found.rate, found.benefit_years, found.eligible_from) == (Decimal("0.47"), Decimal(16), "2026-06")
    assert "Luật 41/2024/QH15, Điều 99" in found.explain() and "Law 41/2024/QH15, art. 99" in found.explain("en")
    assert found.flags == frozenset() and found.as_dict()["steps"]
    assert "pension=1449332" in repr(found)
    as_text = "from,months,income\n2010-03,46,1.500.000\n2014-01,148,2500000\n"
    assert ansinh.pension(as_text, sex="F", birth="1969", on="2026-06").months == 194
    young = ansinh.pension(RECORD, sex="F", birth="1980", on="2026-06")
    assert not young.eligible and young.reason == "age" and young.pension is None


def test_every_other_benefit() -> None:
    once = ansinh.one_time(RECORD, sex="F", birth="1975-05", on="2026-06", case="emigration")
    assert (once.gross, once.support_deducted, once.net) == (94_052_368, 4_441_800, 89_610_568)
    left = ansinh.death(RECORD, on="2026-06")
    assert (left.funeral_grant, left.survivor_lump_sum) == (23_400_000, 94_052_368)
    assert ansinh.death(on="2026-08", pension=3_000_000, months_drawn=2).survivor_lump_sum == 144_000_000
    assert ansinh.maternity([Span("2026-01", 7, 1_500_000)], on="2026-08", children=2).allowance == 4_000_000
    waits = ansinh.bridge([Span("2025-01", 18, 1_500_000)], sex="F", birth="1960-01", on="2026-08")
    assert (waits.allowance, waits.allowance_months) == (500_000, 9)


def test_plans() -> None:
    request: dict[str, Any] = {"sex": "F", "birth": "1980-03", "first": "2026-12"}
    ahead = ansinh.plan(**request, income=3_000_000, term=12)
    assert (ahead.pension, ahead.months) == (1_350_000, 180)
    assert "illustration" in ahead.flags and ahead.explain().startswith("Minh họa, không phải quyết định.")
    assert ansinh.plan(**request, target_pension=2_000_000).income == 4_450_000
    assert ansinh.plan(**request, budget=700_000).income == 3_150_000
    assert ansinh.plan(**request, income=3_000_000, fixed_factor="1.35").pension == 1_822_500
    assert ansinh.plan(**request, income=1_500_000, groups={"poor"}, province="01").central_total > 0
    with pytest.raises(ansinh.Refused) as refused:
        ansinh.plan(**request, income=1_400_000)
    assert refused.value.status == "income_below_floor" and refused.value.limit == 1_500_000
    with pytest.raises(ansinh.Refused):
        ansinh.plan(**request)
    with pytest.raises(TypeError):
        ansinh.plan(**request, income=3e6)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        ansinh.plan(**request, income=3_000_000, fixed_factor=1.35)  # type: ignore[arg-type]
    with pytest.raises(ansinh.Refused):
        ansinh.plan(**request, income=3_000_000, fixed_factor="101")


def test_refusals_name_the_span() -> None:
    with pytest.raises(ansinh.Refused) as refused:
        ansinh.death([Span("2024-01", 7, 1_500_000), Span("2024-03", 7, 1_500_000)], on="2026-08")
    assert refused.value.as_dict()["span"] == 2
    assert (refused.value.parameter, refused.value.given, refused.value.limit) == ("from", "2024-03", "2024-08")
    assert "Khoảng thứ 2" in refused.value.message()
    with pytest.raises(ansinh.Refused) as no_table:
        ansinh.pension(RECORD, sex="F", birth="1975-05", on="2035-06")
    assert no_table.value.status == "value_not_published"
    estimate = ansinh.pension(RECORD, sex="F", birth="1975-05", on="2035-06", estimate_indexation=True)
    assert "estimated_indexation" in estimate.flags
    with pytest.raises(ansinh.Refused) as strict:
        ansinh.death([Span("2025-01", 7, 1_500_000)], on="2026-08", strict=True)
    assert strict.value.status == "not_settled"


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"sex": "W"}, ValueError),
        ({"birth": 1969}, TypeError),
        ({"birth": "1969-13"}, ValueError),
        ({"on": "June"}, ValueError),
        ({"on": "2026"}, ValueError),
        ({"record": [("2010-03", 46, 1_500_000)]}, TypeError),
        ({"record": [Span("2010-03", 46, 1.5e6)]}, TypeError),  # type: ignore[arg-type]
        ({"record": [Span("2010-03", True, 1_500_000)]}, TypeError),
        ({"record": [Span("2010-03", 46, 1_500_000, scheme="free")]}, ansinh.Refused),
        ({"record": [Span("2010-03", 46, 1_500_000, kind='a",b')]}, ansinh.Refused),
    ],
)
def test_wrong_arguments(change: dict[str, Any], error: type[Exception]) -> None:
    arguments: dict[str, Any] = {"record": RECORD, "sex": "F", "birth": "1969-05", "on": "2026-06", **change}
    with pytest.raises(error):
        ansinh.pension(**arguments)


COEFFICIENTS = {
    year: Fraction(text)
    for year, text in zip(
        range(2008, 2027),
        "2.29 2.14 1.96 1.65 1.51 1.42 1.36 1.36 1.32 1.28 1.23 1.20 1.16 1.14 1.11 1.07 1.03 1.00 1.00".split(),
    )
}


def by_fractions(woman: bool, spans: list[tuple[int, int, int]]) -> int:
    """The pension of a benefit year 2026, month by month."""
    total, months = Fraction(0), 0
    for first, count, income in spans:
        for month in range(first, first + count):
            total += income * COEFFICIENTS[1970 + month // 12]
            months += 1
    odd = months % 12
    years = months // 12 + (Fraction(0) if odd == 0 else Fraction(1, 2) if odd <= 6 else Fraction(1))
    percent = 45 + (years - 15) * 2 if woman else 40 + (years - 15) if years < 20 else 45 + (years - 20) * 2
    exact = total / months * min(percent, Fraction(75)) / 100
    return (exact.numerator * 2 + exact.denominator) // (exact.denominator * 2)


def test_many_records_equal_fractions() -> None:
    chance = random.Random(20261126)
    records = []
    for _ in range(300):
        at, spans = (2008 - 1970) * 12 + chance.randrange(3), []
        for number in range(30):  # 180 to 210 months, up to 2026-01 at the latest
            count = chance.randint(6, 7)
            spans.append((at, count, chance.randint(1_500_000, 10_800_000)))
            at += count + (chance.randrange(2) if number < 5 else 0)
        records.append(spans)
    flat = [span for spans in records for span in spans]
    rows = len(records)
    answers = ansinh.pensions(
        sex=np.array([row % 2 for row in range(rows)], dtype=np.uint8),
        # Women reach 57 in 2026-05, men 61 years and 6 months in 2026-04.
        birth=np.array([(1969 - 1970) * 12 + 4 if row % 2 == 0 else (1964 - 1970) * 12 + 9 for row in range(rows)], np.int32),
        on=np.full(rows, (2026 - 1970) * 12 + 6, dtype=np.int32),
        offsets=np.arange(0, 30 * rows + 1, 30, dtype=np.uint32),
        first=np.array([span[0] for span in flat], dtype=np.int32),
        months=np.array([span[1] for span in flat], dtype=np.int32),
        income=np.array([span[2] for span in flat], dtype=np.int64),
        scheme=np.ones(30 * rows, dtype=np.uint8),
        kind=np.zeros(30 * rows, dtype=np.uint8),
    )
    assert set(answers["status"]) == {0}
    compared = 0
    for row, spans in enumerate(records):
        year = 1970 + int(answers["eligible_from"][row]) // 12
        if answers["eligible"][row] and year == 2026:
            assert answers["pension"][row] == by_fractions(row % 2 == 0, spans), row
            compared += 1
    assert compared == rows


def test_columns_that_do_not_fit() -> None:
    one = {
        "sex": np.zeros(1, np.uint8),
        "birth": np.zeros(1, np.int32),
        "on": np.zeros(1, np.int32),
        "offsets": np.array([0, 1], np.uint32),
        "first": np.zeros(1, np.int32),
        "months": np.ones(1, np.int32),
        "income": np.ones(1, np.int64),
        "scheme": np.zeros(1, np.uint8),
        "kind": np.zeros(1, np.uint8),
    }
    assert ansinh.pensions(**one)["status"][0] != 0  # an event of 1970
    with pytest.raises(ValueError, match="offsets"):
        ansinh.pensions(**{**one, "offsets": np.array([0, 2], np.uint32)})
    with pytest.raises(ValueError, match="one value a record"):
        ansinh.pensions(**{**one, "on": np.zeros(2, np.int32)})
    with pytest.raises(TypeError):
        ansinh.pensions(**{**one, "income": np.ones(1, np.float64)})
