"""Values that come with an answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ._errors import Refused


@dataclass(frozen=True, slots=True)
class Layer:
    """What one layer of local programmes gives: VND after the cut."""

    layer: str
    programme: str
    amount: int
    source: str  # "budget" or "fund"


@dataclass(frozen=True, slots=True)
class ScheduleMonth:
    """One month of a payment, VND; the amounts so far are those up to and including it."""

    number: int
    month: str | None  # "2026-11"; None in missing months, of which only the number is known, the earliest first
    exponent: int  # to which power of 1 + r the month's contribution is multiplied
    contribution: int
    central_support: int
    local_top_up: int
    contribution_so_far: int
    central_support_so_far: int
    local_top_up_so_far: int


@dataclass(frozen=True, slots=True)
class IncomeBrackets:
    """The legal contributory incomes of a day: floor + m * step for m = 0 ... count - 1, VND per month."""

    paid_on: date
    floor: int
    ceiling: int
    step: int
    count: int
    step_required: bool  # whether an income between two levels is refused, not only noted

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Any:
        return iter(range(self.floor, self.floor + self.count * self.step, self.step))


@dataclass(frozen=True, slots=True)
class Refund:
    """What is given back of a paid period, VND. refund is the participant's; the rest goes to those who supported it."""

    gross: int
    central_support: int
    province_top_up: int
    locality_top_up: int
    other_support: int
    refund: int
    months: int
    flags: frozenset[str]
    _json: dict[str, Any] = field(repr=False, compare=False)
    _vi: str = field(repr=False, compare=False)
    _en: str = field(repr=False, compare=False)

    def explain(self, language: str = "vi") -> str:
        """Every step with its article, as text; "vi" or "en"."""
        if language not in ("vi", "en"):
            raise ValueError('language: "vi" or "en"')
        return self._vi if language == "vi" else self._en

    def as_dict(self) -> dict[str, Any]:
        """The object of `ansinh refund --format json`, with its steps."""
        return dict(self._json)


def refund_of(json: dict[str, Any], vi: str, en: str) -> Refund:
    return Refund(
        gross=json["gross"],
        central_support=json["central_support"],
        province_top_up=json["province_top_up"],
        locality_top_up=json["locality_top_up"],
        other_support=json["other_support"],
        refund=json["refund"],
        months=json["months"],
        flags=frozenset(json["flags"]),
        _json=json,
        _vi=vi,
        _en=en,
    )


def brackets(
    status: str, paid_on: date, floor: int, ceiling: int, step: int, count: int, step_required: bool
) -> IncomeBrackets:
    if status != "ok":
        sentence = {"message": f"{paid_on}: {status}"}
        refusal = {
            "status": status,
            "parameter": "paid_on",
            "given": str(paid_on),
            "limit": None,
            "day": str(paid_on),
            "provision": None,
        }
        raise Refused({**refusal, **sentence}, {**refusal, **sentence})
    return IncomeBrackets(paid_on, floor, ceiling, step, count, step_required)
