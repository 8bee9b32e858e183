"""Vietnamese voluntary social insurance (BHXH tự nguyện), exact to the đồng, with the article that says so.

    >>> from datetime import date
    >>> import ansinh
    >>> due = ansinh.assess(date(2026, 11, 22), 1_500_000, groups={"near_poor"}, province="01")
    >>> due.contribution, due.central_support, due.province_top_up, due.participant_share
    (330000, 132000, 198000, 0)

Amounts are whole đồng (VND) in Python's own whole numbers; a float is refused wherever one is given.
"""

from __future__ import annotations

import atexit
from typing import Any

from . import _core
from ._batch import Batch, assess_batch, verified_on
from ._benefits import Benefit, Span, bridge, death, maternity, one_time, pension, pensions, plan
from ._core import Assessment, Totals, __version__, assess, table
from ._errors import BatchError, OverlayError, Refused
from ._law import Law
from ._values import IncomeBrackets, Layer, Refund, ScheduleMonth

__all__ = [
    "Assessment",
    "Batch",
    "BatchError",
    "Benefit",
    "IncomeBrackets",
    "Law",
    "Layer",
    "OverlayError",
    "Refund",
    "Refused",
    "ScheduleMonth",
    "Span",
    "Totals",
    "__version__",
    "assess",
    "assess_batch",
    "bridge",
    "built_in_law",
    "death",
    "income_brackets",
    "maternity",
    "one_time",
    "pension",
    "pensions",
    "plan",
    "read",
    "refund",
    "table",
    "verified_on",
]


def built_in_law() -> Law:
    """The law built into the library."""
    return _built_in


def income_brackets(paid_on: Any) -> IncomeBrackets:
    """The legal contributory incomes of a day, VND per month. Source: Law 41/2024/QH15 art. 31(2)."""
    return _built_in.income_brackets(paid_on)


def refund(
    paid_on: Any,
    income: Any,
    *,
    remaining: int,
    on: Any,
    reason: str,
    support_refunded: int | None = None,
    **payment: Any,
) -> Refund:
    """What is given back of a paid period when its participant comes under compulsory insurance, withdraws, dies or
    claims a pension.

    paid_on, income and the keyword arguments of `assess` say what was paid.
    remaining         the last months of the period, that of the event included
    on                day of the event (datetime.date)
    reason            "compulsory", "withdrawal", "death" or "pension"
    support_refunded  the State's part, VND, where the authority has stated it

    VND; Refused as in `assess`. Source: Decree 159/2025/NĐ-CP art. 8; Decision 595/QĐ-BHXH (2017) art. 10(6).
    """
    return _core._refund(
        paid_on, income, remaining=remaining, on=on, reason=reason, support_refunded=support_refunded, **payment
    )


def read(*, law: Law | None = None, **texts: str) -> Assessment:
    """`assess` of texts as they stand in a form or a cell: paid_on="22/11/2026", income="1.500.000",
    groups="near_poor|island", fund_return_rate="0,31%". An empty text is as good as none.
    """
    answer: Assessment = _core._read(texts, law)
    return answer


_built_in = Law()
_core._set_built_in(_built_in)
atexit.register(_core._set_built_in, None)
