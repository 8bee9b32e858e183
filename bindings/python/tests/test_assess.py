"""One payment: arguments, answers, refusals, and what an answer can do."""

from __future__ import annotations

import copy
import pickle
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ansinh

DAY = date(2026, 11, 22)


def near_poor(**fields: Any) -> ansinh.Assessment:
    return ansinh.assess(DAY, 1_500_000, groups={"near_poor"}, province="01", **fields)


def test_the_first_example() -> None:
    due = near_poor()
    assert (due.contribution, due.central_support, due.province_top_up) == (330_000, 132_000, 198_000)
    assert (due.local_top_up, due.locality_top_up, due.other_support, due.participant_share) == (198_000, 0, 0, 0)
    assert (due.months, due.supported_months, due.flags, due.settled) == (1, 1, frozenset(), True)
    assert due.layers == (ansinh.Layer("province", "ha_noi_2026", 198_000, "budget"),)
    assert repr(due).startswith("Assessment(contribution=330000, central_support=132000, local_top_up=198000")
    assert due.law == ansinh.built_in_law()


def test_groups_in_every_form() -> None:
    for groups in ({"near_poor"}, ["near_poor"], ("near_poor", "near_poor"), "near_poor", frozenset({"near_poor"})):
        assert ansinh.assess(DAY, 1_500_000, groups=groups, province="01") == near_poor()
    assert ansinh.assess(DAY, 1_500_000, groups=set()) == ansinh.assess(DAY, 1_500_000)


def test_numbers_of_other_libraries_are_numbers() -> None:
    assert ansinh.assess(DAY, numpy.int64(1_500_000)) == ansinh.assess(DAY, 1_500_000)
    assert ansinh.assess(DAY, 1_500_000, term=numpy.int8(3)).months == 3


def test_texts_and_dates_say_the_same() -> None:
    by_date = ansinh.assess(DAY, 1_500_000, term=3, first_month=date(2026, 12, 31))
    assert by_date == ansinh.assess("22/11/2026", 1_500_000, term=3, first_month="12/2026")
    by_decimal = ansinh.assess(DAY, 1_500_000, term="VS3", fund_return_rate=Decimal("0.0031"))
    assert by_decimal == ansinh.assess(DAY, 1_500_000, term="VS3", fund_return_rate="0,31%")
    assert by_decimal == ansinh.assess(DAY, 1_500_000, term="VS3", fund_return_rate=Decimal("3.1E-3"))
    assert by_decimal.months == 36


@pytest.mark.parametrize(
    ("fields", "status", "parameter", "given_text"),
    [
        ({"income": 1_400_000}, "income_below_floor", "rural_poverty_line", "1400000"),
        ({"income": -1}, "invalid_argument", "income", "-1"),
        ({"income": 10**30}, "invalid_argument", "income", str(10**30)),
        ({"term": 2}, "invalid_argument", "term", "2"),
        ({"term": 22}, "invalid_argument", "term", "22"),
        ({"term": "vs2"}, "invalid_argument", "term", "vs2"),
        ({"groups": {"nobody"}}, "invalid_argument", "groups", "nobody"),
        ({"groups": {""}}, "invalid_argument", "groups", "|"),
        ({"groups": ["", "poor"]}, "invalid_argument", "groups", "|poor"),
        ({"province": "1"}, "invalid_argument", "province", "1"),
        ({"province": "99"}, "invalid_argument", "province", "99"),
        ({"locality": "12"}, "invalid_argument", "locality", "12"),
        ({"months_supported": 121}, "invalid_argument", "months_supported", "121"),
        ({"months_supported": -1}, "invalid_argument", "months_supported", "-1"),
        ({"months_supported": 2**40}, "invalid_argument", "months_supported", str(2**40)),
        ({"fund_return_rate": "abc"}, "invalid_argument", "fund_return_rate", "abc"),
        ({"fund_return_rate": Decimal("0.06")}, "invalid_argument", "fund_return_rate", "0.06"),
        ({"paid_on": "30/02/2026"}, "invalid_argument", "paid_on", "30/02/2026"),
        ({"paid_on": date(2007, 12, 31), "income": 540_000}, "day_outside_law", "paid_on", "2007-12-31"),
        ({"first_month": "2007-12"}, "invalid_argument", "first_month", "2007-12"),
    ],
)
def test_refusals_say_what_was_given(fields: dict[str, Any], status: str, parameter: str, given_text: str) -> None:
    with pytest.raises(ansinh.Refused) as caught:
        ansinh.assess(**{"paid_on": DAY, "income": 1_500_000, **fields})
    no = caught.value
    assert (no.status, no.code, no.parameter, no.given) == (status, status, parameter, given_text)
    assert no.message("vi") != no.message("en") and no.message("en") in str(no)
    assert no.as_dict("vi")["message"] == no.message_vi
    again = pickle.loads(pickle.dumps(no))
    assert (again.status, again.limit, again.provision) == (no.status, no.limit, no.provision)


def test_a_refusal_carries_limit_day_and_provision() -> None:
    with pytest.raises(ValueError) as caught:
        ansinh.assess(DAY, 1_400_000)
    no = caught.value
    assert isinstance(no, ansinh.Refused)
    assert no.limit == 1_500_000 and no.day == "2026-11-22" and no.provision and "art. 31" in no.provision
    with pytest.raises(ValueError, match="vi"):
        no.message("fr")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"income": 1_500_000.0}, "income: a whole number of đồng .int., not float; binary floating point"),
        ({"income": True}, "income: a whole number"),
        ({"income": "1500000"}, "income: a whole number"),
        ({"income": None, "paid_on": None}, "income|paid_on"),
        ({"paid_on": datetime(2026, 11, 22, 10, 0)}, "paid_on: a datetime.date"),
        ({"paid_on": 20779}, "paid_on"),
        ({"term": 1.0}, "term"),
        ({"groups": 4}, "groups: a set of names"),
        ({"groups": {1}}, "groups"),
        ({"groups": b"poor"}, "groups"),
        ({"province": 1}, "province: a text of two digits .* would lose its zero"),
        ({"locality": 4}, "locality"),
        ({"fund_return_rate": 0.0031}, "fund_return_rate: a decimal.Decimal.* not float; binary floating point"),
        ({"months_supported": 1.5}, "months_supported"),
        ({"th_support": 1}, "th_support"),
        ({"law": "built_in"}, "law: an ansinh.Law"),
        ({"incom": 1}, "incom"),
    ],
)
def test_wrong_types_are_type_errors(fields: dict[str, Any], sentence: str) -> None:
    with pytest.raises((TypeError, ansinh.Refused), match=sentence) as caught:
        ansinh.assess(**{"paid_on": DAY, "income": 1_500_000, **fields})
    # None is as good as not given, and what is required is then missing.
    assert isinstance(caught.value, TypeError) or None in fields.values()


def test_strict() -> None:
    unsettled = dict(paid_on=DAY, income=1_500_000, groups={"near_poor"}, province="56")
    assert not ansinh.assess(**unsettled).settled  # type: ignore[arg-type]
    with pytest.raises(ansinh.Refused, match="not_settled"):
        ansinh.assess(**unsettled, strict=True)  # type: ignore[arg-type]


def test_explanations() -> None:
    due = near_poor()
    assert "Nghị định 159/2025/NĐ-CP" in due.explain() and "Decree 159/2025/NĐ-CP" in due.explain("en")
    steps = due.explanation()["explanation"]["steps"]
    assert steps[-1]["quantity"] == "participant_share" and int(steps[-1]["value"]) == due.participant_share
    assert "198.000 đ" in due.summary() and due.summary("en") != due.summary("vi")
    with pytest.raises(ValueError, match="language"):
        due.explain("fr")  # type: ignore[arg-type]


def test_the_schedule_adds_up() -> None:
    due = ansinh.assess(date(2024, 5, 6), 2_000_000, term="TH17", groups={"poor"}, fund_return_rate="0.0031")
    months = due.schedule()
    assert len(months) == 17 == due.months
    assert sum(month.contribution for month in months) == due.contribution == months[-1].contribution_so_far
    assert sum(month.central_support for month in months) == due.central_support
    assert months[0].month is None and months[0].exponent == 17
    assert ansinh.assess(DAY, 1_500_000, term=3).schedule()[2].month == "2027-01"


def test_an_answer_is_a_value() -> None:
    due = near_poor()
    assert due == near_poor() and hash(due) == hash(near_poor()) and due != near_poor(term=3) and due != 1
    assert copy.copy(due) is due and copy.deepcopy(due) is due
    assert pickle.loads(pickle.dumps(due)) == due
    draft = ansinh.Law({"name": "x", "groups": [{"name": "g", "vi": "g", "en": "g"}]})
    with_law = draft.assess(DAY, 1_500_000, groups={"g"})
    again = pickle.loads(pickle.dumps(with_law))
    assert again == with_law and again.law.digest == draft.digest
    with pytest.raises(AttributeError):
        due.contribution = 0  # type: ignore[misc]


def test_a_notebook_shows_a_table_and_escapes_texts() -> None:
    html = near_poor()._repr_html_()
    assert "330.000 đ" in html and "198.000 đ" in html and html.count("<tr>") == 4
    hostile = ansinh.Law(
        {
            "name": "h",
            "programmes": [
                {
                    "id": "<script>alert(1)</script>",
                    "territory": {"province": ["01"]},
                    "from": "2026-11-01",
                    "citation": {"instrument": "x", "provision": ""},
                    "rules": [{"per_month": {"own_share": "1"}}],
                }
            ],
        }
    )
    assert "<script>" not in hostile.assess(DAY, 1_500_000, province="01")._repr_html_()


def test_read_takes_texts() -> None:
    assert ansinh.read(paid_on="22/11/2026", income="1.500.000", groups="near_poor", province="01") == near_poor()
    with pytest.raises(ansinh.Refused) as caught:
        ansinh.read(paid_on="22/11/2026", income="1.50")
    assert caught.value.given == "1.50"
    with pytest.raises(TypeError, match="unexpected field incom"):
        ansinh.read(paid_on="22/11/2026", incom="1")
    with pytest.raises(TypeError, match="income: a text"):
        ansinh.read(paid_on="22/11/2026", income=1)  # type: ignore[arg-type]


def test_tables_and_brackets() -> None:
    assert ansinh.table(DAY, province="01", format="csv").count("\n") > 50
    assert "<table" in ansinh.table(DAY, format="html", language="en")
    with pytest.raises(ansinh.Refused):
        ansinh.table(date(2007, 1, 1))
    with pytest.raises(ValueError, match="format"):
        ansinh.table(DAY, format="xml")  # type: ignore[arg-type]
    brackets = ansinh.income_brackets(DAY)
    levels = list(brackets)
    assert levels[0] == brackets.floor == 1_500_000 and len(levels) == len(brackets) and levels[-1] <= brackets.ceiling
    with pytest.raises(ansinh.Refused, match="day_outside_law"):
        ansinh.income_brackets(date(2007, 1, 1))


def test_a_refund() -> None:
    # Decision 595/QĐ-BHXH (2017), example 8.
    back = ansinh.refund(
        date(2016, 9, 1),
        3_000_000,
        term="VS2",
        first_month="2016-09",
        fund_return_rate="0.00628",
        remaining=8,
        on=date(2018, 1, 1),
        reason="compulsory",
        support_refunded=123_200,
    )
    assert (back.refund, back.central_support, back.months) == (4_550_504, 123_200, 8)
    with pytest.raises(TypeError, match="remaining"):
        ansinh.refund(DAY, 1_500_000, term=3, remaining=1.0, on=DAY, reason="death")  # type: ignore[arg-type]


def test_many_threads_share_one_law() -> None:
    incomes = [1_500_000 + 50_000 * step for step in range(400)]
    expected = [ansinh.assess(DAY, income, term="VS2", fund_return_rate="0.0031") for income in incomes]
    with ThreadPoolExecutor(8) as pool:
        given_back = list(
            pool.map(lambda income: ansinh.assess(DAY, income, term="VS2", fund_return_rate="0.0031"), incomes)
        )
    assert given_back == expected


@settings(max_examples=300, deadline=None)
@given(
    day=st.dates(date(2018, 1, 1), date(2030, 12, 31)),
    step=st.integers(0, 700),
    term=st.sampled_from([1, 3, 6, 12, "VS2", "TH60"]),
    groups=st.sets(st.sampled_from(["poor", "island", "near_poor", "ethnic_minority", "informal_worker"])),
    province=st.sampled_from([None, "01", "56", "79", "22"]),
    months=st.integers(0, 120),
)
def test_the_parts_add_up(day: date, step: int, term: Any, groups: set[str], province: Any, months: int) -> None:
    floor = ansinh.income_brackets(day).floor
    try:
        due = ansinh.assess(
            day,
            floor + 50_000 * step,
            term=term,
            groups=groups,
            province=province,
            months_supported=months,
            fund_return_rate="0.0031",
        )
    except ansinh.Refused as refusal:
        assert refusal.status in ("income_above_ceiling", "term_not_allowed")
        return
    parts = (due.central_support, due.local_top_up, due.other_support, due.participant_share)
    assert sum(parts) == due.contribution and min(parts) >= 0
    assert due.local_top_up == sum(layer.amount for layer in due.layers)
