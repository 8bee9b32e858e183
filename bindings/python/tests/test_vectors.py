"""Every vector, as texts, as typed arguments and as one list in columns."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow
import pytest

import ansinh
from vectors import vectors

FIELDS = [
    "paid_on", "first_month", "income", "term", "groups", "province", "former_province", "locality",
    "months_supported", "local_months_used", "fund_return_rate", "other_support", "th_support",
]  # fmt: skip
PAYMENTS = list(vectors(refunds=False))
REFUNDS = list(vectors(refunds=True))


def check(vector: dict[str, Any], answer: Any, refusal: ansinh.Refused | None) -> None:
    if refusal is not None:
        expected = vector["refusal"]
        assert (refusal.status, refusal.parameter) == (expected["status"], expected["parameter"]), vector
        return
    given = answer.as_dict()
    for name, value in vector["answer"].items():
        assert given[name] == value, (name, vector)
    assert answer.contribution == (
        answer.central_support + answer.local_top_up + answer.other_support + answer.participant_share
    )
    assert answer.flags == frozenset(given["flags"])
    assert [layer.amount for layer in answer.layers] == [layer["amount"] for layer in given["layers"]]


def test_there_are_many() -> None:
    assert len(PAYMENTS) > 1700 and len(REFUNDS) > 100


def test_as_texts() -> None:
    for vector in PAYMENTS:
        try:
            check(vector, ansinh.read(**vector["request"]), None)
        except ansinh.Refused as refusal:
            check(vector, None, refusal)
            assert refusal.given == vector["refusal"]["given"], vector


def typed(request: dict[str, str]) -> dict[str, Any] | None:
    """The same request in Python's types; None where a text is no value of its type at all."""
    fields: dict[str, Any] = {}
    for name, text in request.items():
        text = text.strip(" \t")
        if not text:
            continue
        if name == "paid_on":
            if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
                return None
            try:
                fields[name] = date.fromisoformat(text)
            except ValueError:
                return None
        elif name in ("income", "other_support", "months_supported", "local_months_used"):
            if not re.fullmatch(r"\d+", text):
                return None
            fields[name] = int(text)
        elif name == "groups":
            fields[name] = set(text.split("|"))
        elif name == "fund_return_rate":
            fields[name] = Decimal(text) if re.fullmatch(r"\d+(\.\d+)?", text) else text
        elif name == "term" and text in ("1", "3", "6", "12"):
            fields[name] = int(text)
        else:
            fields[name] = text
    return fields if {"paid_on", "income"} <= fields.keys() else None


def test_as_typed_arguments() -> None:
    taken = 0
    for vector in PAYMENTS:
        fields = typed(vector["request"])
        if fields is None:
            continue
        taken += 1
        try:
            check(vector, ansinh.assess(**fields), None)
        except ansinh.Refused as refusal:
            check(vector, None, refusal)
    assert taken > 1500


def test_as_one_list() -> None:
    def number(text: str | None) -> int | None:
        return int(text) if text and re.fullmatch(r"\d{1,18}", text) else None

    # What is no number at all cannot stand in a column of numbers.
    numbers = ("income", "other_support", "months_supported", "local_months_used")
    rows = [v for v in PAYMENTS if all(number(v["request"].get(n)) is not None or not v["request"].get(n) for n in numbers)]
    assert len(rows) > 1500
    columns: dict[str, Any] = {}
    for name in FIELDS:
        texts = [row["request"].get(name) for row in rows]
        columns[name] = (
            pyarrow.array([number(text) for text in texts], pyarrow.int64())
            if name in numbers
            else pyarrow.array(texts, pyarrow.string())
        )
    answers = ansinh.assess_batch(pyarrow.table(columns)).to_pyarrow().to_pylist()
    assert len(answers) == len(rows)
    for vector, answer in zip(rows, answers, strict=True):
        expected = vector.get("answer", {"status": vector.get("refusal", {}).get("status")})
        assert answer["status"] == expected["status"], vector
        if answer["status"] == "ok":
            for name in ("contribution", "central_support", "local_top_up", "participant_share", "months"):
                assert answer[name] == expected[name], (name, vector)
        else:
            assert answer["contribution"] is None


def test_refunds() -> None:
    taken = 0
    for vector in REFUNDS:
        request = dict(vector["request"])
        own = {name: request.pop(name, "") for name in ("remaining", "on", "reason", "support_refunded")}
        payment = typed(request)
        if payment is None or not re.fullmatch(r"\d+", own["remaining"]) or not re.fullmatch(r"\d{4}-\d\d-\d\d", own["on"]):
            continue
        if own["reason"] not in ("compulsory", "withdrawal", "death", "pension"):
            with pytest.raises(ValueError, match="reason"):
                ansinh.refund(**payment, remaining=1, on=date(2026, 1, 1), reason=own["reason"])
            continue
        if own["support_refunded"] and not re.fullmatch(r"\d+", own["support_refunded"]):
            continue
        taken += 1
        try:
            back = ansinh.refund(
                **payment,
                remaining=int(own["remaining"]),
                on=date.fromisoformat(own["on"]),
                reason=own["reason"],
                support_refunded=int(own["support_refunded"]) if own["support_refunded"] else None,
            )
        except ansinh.Refused as refusal:
            expected = vector["refusal"]
            assert (refusal.status, refusal.parameter) == (expected["status"], expected["parameter"]), vector
            continue
        for name, value in vector["answer"].items():
            assert back.as_dict()[name] == value, (name, vector)
        assert back.refund == vector["answer"]["refund"]
        assert back.explain("en") and back.explain("vi") != back.explain("en")
    assert taken > 100
