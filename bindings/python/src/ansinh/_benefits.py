"""What a contribution record brings, and plans towards a pension."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Iterable, Mapping, Union

from . import _core

_SEXES = {"F": 0, "M": 1}
_KINDS = {"pension": 0, "one-time": 1, "death": 2, "maternity": 3, "bridge": 4}
_CASES = {
    "no_pension_rights": 0,
    "emigration": 1,
    "terminal_illness": 2,
    "disability_81": 3,
    "stopped_before_2025": 4,
}

Month = Union[str, date]


@dataclass(frozen=True, slots=True)
class Span:
    """Months of a contribution record that were paid alike; spans stand in the order of time.

    first            "2010-03", or a datetime.date, of which the month is taken; of missing months that of the payment
    months, income   VND per month; of a compulsory span the wage
    scheme           "voluntary" or "compulsory"
    kind             "monthly", "ahead" or "missing"
    paid_on          day of payment, which selects floor, ceiling and rates; None: the first day of each month
    groups           of which the State's support follows where it is not stated
    central_support  what the State gave for the whole span, VND
    """

    first: Month
    months: int
    income: int
    scheme: str = "voluntary"
    kind: str = "monthly"
    paid_on: date | None = None
    groups: Iterable[str] = ()
    central_support: int | None = None


Record = Union[str, Iterable[Span]]


@dataclass(frozen=True, slots=True)
class Benefit:
    """An answer. Every member of `ansinh benefit --format json` is an attribute: `eligible`, `pension`, `net`; whole VND
    in int, rates and benefit years in Decimal. A member that the answer does not have is None.
    """

    _json: dict[str, Any] = field(repr=False)
    _vi: str = field(repr=False, compare=False)
    _en: str = field(repr=False, compare=False)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        value = self._json.get(name)
        if name in ("rate", "benefit_years", "years_before_2014", "years_from_2014") and value is not None:
            return Decimal(value)
        return frozenset(value or ()) if name == "flags" else value

    def explain(self, language: str = "vi") -> str:
        """Every step with its article, as text; "vi" or "en"."""
        if language not in ("vi", "en"):
            raise ValueError('language: "vi" or "en"')
        return self._vi if language == "vi" else self._en

    def as_dict(self) -> dict[str, Any]:
        """The object of `ansinh benefit` or `ansinh plan` with `--format json`."""
        return dict(self._json)

    def __repr__(self) -> str:
        shown = ("eligible", "reason", "pension", "net", "funeral_grant", "survivor_lump_sum", "allowance", "income")
        return f"Benefit({', '.join(f'{name}={self._json[name]}' for name in shown if name in self._json)})"


def _month(value: Any, name: str) -> tuple[int, int]:
    if isinstance(value, date):
        return value.year, value.month
    if isinstance(value, str):
        parts = value.split("-")
        if all(part.isascii() and part.isdigit() for part in parts) and len(parts[0]) == 4:
            if len(parts) == 1 and name == "birth":
                return int(parts[0]), 1
            if len(parts) == 2 and len(parts[1]) == 2 and 1 <= int(parts[1]) <= 12:
                return int(parts[0]), int(parts[1])
        raise ValueError(f'{name}: a month such as "2026-11", not {value!r}')
    raise TypeError(f'{name}: a month such as "2026-11", or a datetime.date, not {type(value).__name__}')


def _code(value: Any, codes: Mapping[str, int], name: str) -> int:
    if value not in codes:
        raise ValueError(f"{name}: one of {', '.join(codes)}, not {value!r}")
    return codes[value]


def _whole(value: Any, name: str) -> str:
    if isinstance(value, bool) or not hasattr(type(value), "__index__"):
        raise TypeError(f"{name}: a whole number, not {type(value).__name__}")
    return str(value.__index__())


def _csv(record: Record) -> str:
    """The record as the library's reader takes it."""
    if isinstance(record, str):
        return record
    rows = ["from,months,income,scheme,kind,paid_on,groups,central_support"]
    for span in record:
        if not isinstance(span, Span):
            raise TypeError(f"record: ansinh.Span, or a CSV text, not {type(span).__name__}")
        year, month = _month(span.first, "first")
        if span.paid_on is not None and not isinstance(span.paid_on, date):
            raise TypeError(f"paid_on: datetime.date, not {type(span.paid_on).__name__}")
        rows.append(
            ",".join(
                (
                    f"{year:04}-{month:02}",
                    _whole(span.months, "months"),
                    _whole(span.income, "income"),
                    _quoted(span.scheme),
                    _quoted(span.kind),
                    "" if span.paid_on is None else span.paid_on.isoformat(),
                    _quoted("|".join(span.groups)),
                    "" if span.central_support is None else _whole(span.central_support, "central_support"),
                )
            )
        )
    return "\n".join(rows) + "\n"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _benefit(kind: str, record: Record, on: Month, **given: Any) -> Benefit:
    sex, birth = given.pop("sex", None), given.pop("birth", None)
    case = given.pop("case", None)
    return Benefit(
        *_core._benefit(
            _KINDS[kind],
            _csv(record),
            _month(on, "on"),
            None if sex is None else _code(sex, _SEXES, "sex"),
            None if birth is None else _month(birth, "birth"),
            None if case is None else _code(case, _CASES, "case"),
            given.pop("children", None),
            given.pop("pension", None),
            given.pop("months_drawn", None),
            given.pop("groups", None),
            given.pop("estimate_indexation"),
            given.pop("strict"),
            given.pop("law"),
        )
    )


def pension(
    record: Record,
    *,
    sex: str,
    birth: Month,
    on: Month,
    estimate_indexation: bool = False,
    strict: bool = False,
    law: Any = None,
) -> Benefit:
    """The pension of a record, asked for in the month `on`: eligible or what is missing, age, benefit years, rate,
    indexed average income, pension, lump sum for years above the cap, first month of payment.

    sex "F" or "M"; birth a month, or a year alone. estimate_indexation takes the last published coefficients where the
    table of the year is not published, and says so. Refused as in `assess`; its `as_dict()["span"]` counts spans from 1.
    Source: Law 41/2024/QH15 art. 98-100, 104; Decree 159/2025/NĐ-CP art. 10-13.
    """
    return _benefit(
        "pension", record, on, sex=sex, birth=birth, estimate_indexation=estimate_indexation, strict=strict, law=law
    )


def one_time(
    record: Record,
    *,
    sex: str,
    birth: Month,
    on: Month,
    case: str,
    pension: int | None = None,
    months_drawn: int | None = None,
    estimate_indexation: bool = False,
    strict: bool = False,
    law: Any = None,
) -> Benefit:
    """One-time social insurance: gross, State support taken out month by month, net.

    case "no_pension_rights", "emigration", "terminal_illness", "disability_81" or "stopped_before_2025"; pension and
    months_drawn of a pensioner who settles abroad. Source: Law 41/2024/QH15 art. 102, 115; Decree 159/2025/NĐ-CP art. 9.
    """
    return _benefit(
        "one-time",
        record,
        on,
        sex=sex,
        birth=birth,
        case=case,
        pension=pension,
        months_drawn=months_drawn,
        estimate_indexation=estimate_indexation,
        strict=strict,
        law=law,
    )


def death(
    record: Record = (),
    *,
    on: Month,
    pension: int | None = None,
    months_drawn: int | None = None,
    estimate_indexation: bool = False,
    strict: bool = False,
    law: Any = None,
) -> Benefit:
    """Funeral grant and survivors' lump sum; pension and months_drawn where the deceased was a pensioner.
    Source: Law 41/2024/QH15 art. 109, 110; Decree 159/2025/NĐ-CP art. 12.
    """
    return _benefit(
        "death",
        record,
        on,
        pension=pension,
        months_drawn=months_drawn,
        estimate_indexation=estimate_indexation,
        strict=strict,
        law=law,
    )


def maternity(
    record: Record, *, on: Month, children: int = 1, strict: bool = False, law: Any = None
) -> Benefit:
    """Maternity allowance of a birth in the month `on`. Source: Law 41/2024/QH15 art. 94, 95."""
    return _benefit("maternity", record, on, children=children, estimate_indexation=False, strict=strict, law=law)


def bridge(
    record: Record,
    *,
    sex: str,
    birth: Month,
    on: Month,
    groups: Iterable[str] | None = None,
    estimate_indexation: bool = False,
    strict: bool = False,
    law: Any = None,
) -> Benefit:
    """Allowance of those short of 15 years until the social pension. Source: Law 41/2024/QH15 art. 23."""
    return _benefit(
        "bridge",
        record,
        on,
        sex=sex,
        birth=birth,
        groups=groups,
        estimate_indexation=estimate_indexation,
        strict=strict,
        law=law,
    )


def plan(
    *,
    sex: str,
    birth: Month,
    first: Month,
    income: int | None = None,
    target_pension: int | None = None,
    budget: int | None = None,
    term: Any = 1,
    groups: Iterable[str] | None = None,
    province: str | None = None,
    former_province: str | None = None,
    locality: str | None = None,
    months_supported: int | None = None,
    months_so_far: int | None = None,
    average_so_far: int | None = None,
    fixed_factor: Decimal | str | None = None,
    strict: bool = False,
    law: Any = None,
) -> Benefit:
    """From the month `first` to the pension: an illustration, never a decision. Exactly one of

    income          the chosen income, VND per month
    target_pension  the lowest income whose pension is at least this
    budget          the highest income whose every payment fits this sum a month

    fixed_factor multiplies the average income, as printed tables do; it has no basis in law.
    """
    digits, decimals = None, 0
    if fixed_factor is not None:
        if isinstance(fixed_factor, float):
            raise TypeError("fixed_factor: Decimal or text; binary floating point cannot hold every factor exactly")
        factor = Decimal(fixed_factor)
        sign, numbers, exponent = factor.as_tuple()
        if sign or not isinstance(exponent, int):
            raise ValueError("fixed_factor: a decimal above 0 and at most 100")
        digits, decimals = int("".join(map(str, numbers))), -exponent
        if decimals < 0:
            digits, decimals = digits * 10**-decimals, 0
        if digits >= 2**63:
            raise ValueError("fixed_factor: a decimal above 0 and at most 100, with at most six decimals")
    return Benefit(
        *_core._plan(
            _code(sex, _SEXES, "sex"),
            _month(birth, "birth"),
            _month(first, "first"),
            income,
            target_pension,
            budget,
            term,
            groups,
            province,
            former_province,
            locality,
            months_supported,
            months_so_far,
            average_so_far,
            digits,
            decimals,
            strict,
            law,
        )
    )


def pensions(
    *,
    sex: Any,
    birth: Any,
    on: Any,
    offsets: Any,
    first: Any,
    months: Any,
    income: Any,
    scheme: Any,
    kind: Any,
    estimate_indexation: bool = False,
    law: Any = None,
) -> dict[str, Any]:
    """Pensions of many records at once, over arrays of numpy, for simulations.

    sex (uint8: 0 female, 1 male), birth and on (int32: months since 1970-01) have one value a record, offsets (uint32)
    one more: record i has the spans offsets[i] ... offsets[i + 1] - 1. first (int32 months since 1970-01), months (int32),
    income (int64), scheme (uint8: 0 voluntary, 1 compulsory) and kind (uint8: 0 monthly, 1 ahead, 2 missing) have one
    value a span. Returns arrays, one value a record: status (uint8; 0 where the record was taken), eligible, months,
    eligible_from, rate (billionths), average_income, pension, lump_sum_above_cap.
    """
    answers: dict[str, Any] = _core._pensions(
        sex, birth, on, offsets, first, months, income, scheme, kind, estimate_indexation, law
    )
    return answers
