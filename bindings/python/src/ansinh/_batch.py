"""Lists of payments, in columns."""

from __future__ import annotations

from datetime import date
from typing import Any, Mapping

from . import _core
from ._core import Totals

_OTHERWISE = (
    "paid_on",
    "first_month",
    "term",
    "groups",
    "province",
    "former_province",
    "locality",
    "months_supported",
    "local_months_used",
    "fund_return_rate",
    "other_support",
    "th_support",
)


class Batch:
    """The answers of a list: a column for each amount, a row for each row that came, in their order.

    status is the name of a refusal or "ok"; the other columns are null where a row is refused. Amounts are VND, int64
    where an amount that came in is, else int32. Takes part in the Arrow PyCapsule protocol, so that pyarrow, polars,
    DuckDB and others read it without a copy.
    """

    __slots__ = ("_answers",)

    def __init__(self, answers: Any) -> None:
        self._answers = answers

    def __len__(self) -> int:
        return int(self._answers.rows)

    @property
    def totals(self) -> Totals:
        """Exact sums of the list."""
        return self._answers.totals  # type: ignore[no-any-return]

    @property
    def columns(self) -> list[str]:
        """Names of the columns."""
        return list(self._answers.columns)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._answers.stream()

    def __arrow_c_array__(self, requested_schema: object = None) -> tuple[object, object]:
        """Only of a list that came in one piece; ValueError else."""
        return self._answers.array()  # type: ignore[no-any-return]

    def to_pyarrow(self) -> Any:
        """A pyarrow.Table over the same memory."""
        import pyarrow  # type: ignore[import-untyped, unused-ignore]

        return pyarrow.table(self)

    def to_pandas(self) -> Any:
        """A pandas.DataFrame; amounts are Int64 where rows are refused, so that no amount becomes a float."""
        import pandas  # type: ignore[import-untyped, unused-ignore]
        import pyarrow

        table = self.to_pyarrow()
        if not self.totals.rows or self.totals.by_status["ok"] == self.totals.rows:
            return table.to_pandas()
        nullable = {
            pyarrow.int64(): pandas.Int64Dtype(),
            pyarrow.int32(): pandas.Int32Dtype(),
            pyarrow.uint8(): pandas.UInt8Dtype(),
        }
        return table.to_pandas(types_mapper=nullable.get)

    def to_polars(self) -> Any:
        """A polars.DataFrame over the same memory."""
        import polars

        return polars.DataFrame(self)

    def to_numpy(self) -> dict[str, Any]:
        """NumPy arrays by name; `status` as numbers, and 0 in all others where a row is refused.

        Over the same memory where the list came in one piece.
        """
        import numpy

        columns: dict[str, Any] = {}
        for index, name in enumerate(self.columns):
            parts = [_core._numpy_column(self._answers, chunk, index) for chunk in range(self._answers.chunks)]
            columns[name] = parts[0] if len(parts) == 1 else numpy.concatenate(parts)
        return columns

    def __repr__(self) -> str:
        counts = ", ".join(f"{name}: {count}" for name, count in self.totals.by_status.items())
        return f"Batch({len(self)} rows; {counts})"


def assess_batch(
    data: Any,
    *,
    law: Any = None,
    ignore_other_columns: bool = False,
    amounts_only: bool = False,
    **otherwise: Any,
) -> Batch:
    """Many payments at once, each row as `assess` answers it; a refused row keeps its place.

    data   anything with columns named like the arguments of `assess`: whatever offers the Arrow PyCapsule protocol
           (pyarrow, polars, pandas, DuckDB results), or a dict of one-dimensional NumPy arrays.
           `income` is required, `paid_on` here or as an argument. Types of columns are those of ansinh.h: income int32
           or int64, paid_on date32, term and groups text, or numbers as in C columns. A float column is refused: it
           cannot hold every amount exactly.
    ignore_other_columns   else a column that is no field is refused, since it may be a slip of a name
    amounts_only           only status, contribution, central_support, local_top_up and participant_share
    law                    an ansinh.Law; default: the built-in one
    paid_on, term, ...     what a row takes where it says nothing, as in `assess`

    Columns are read where they lie; only NumPy's days, twice as wide there, are brought to 32 bit first. Other threads of
    Python run meanwhile. Raises BatchError (a TypeError) for columns that cannot be taken, Refused for a default that
    cannot.
    """
    unknown = [name for name in otherwise if name not in _OTHERWISE]
    if unknown:
        raise TypeError(f"assess_batch() got an unexpected argument {unknown[0]!r}")
    options = (_core.IGNORE_OTHER_COLUMNS if ignore_other_columns else 0) | (_core.AMOUNTS_ONLY if amounts_only else 0)
    kind, first, second = _source(data)
    return Batch(_core._assess_batch(kind, first, second, otherwise, options, law))


def _source(data: Any) -> tuple[str, Any, Any]:
    if type(data).__module__.partition(".")[0] == "pandas":
        # Its own stream takes the index along as a column.
        import pyarrow

        data = pyarrow.Table.from_pandas(data, preserve_index=False)
    if hasattr(data, "__arrow_c_array__") and not hasattr(data, "__arrow_c_stream__"):
        schema, array = data.__arrow_c_array__()
        return "array", schema, array
    if hasattr(data, "__arrow_c_stream__"):
        return "stream", data.__arrow_c_stream__(), None
    if isinstance(data, Mapping):
        return "numpy", _numpy_columns(data), None
    raise TypeError(
        "data: something with the Arrow PyCapsule protocol (pyarrow, polars, pandas ...) or a dict of NumPy arrays, not "
        + type(data).__name__
    )


def _numpy_columns(data: Mapping[str, Any]) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    for name, values in data.items():
        dtype = getattr(values, "dtype", None)
        if dtype is None:
            raise TypeError(f"column {name}: a NumPy array, not {type(values).__name__}")
        if dtype.kind == "M":
            if str(dtype) != "datetime64[D]":
                raise TypeError(
                    f"column {name}: {dtype}; a day is datetime64[D], to which .astype('datetime64[D]') takes it"
                )
            columns[f"{name}\tdate32"] = _days(name, values)
        elif dtype.kind in "OUSV":
            raise TypeError(
                f"column {name}: {dtype}; texts come in Arrow columns (pyarrow, polars, pandas), or as their numbers "
                "(terms, groups, places)"
            )
        else:
            columns[name] = values
    return columns


def _days(name: str, values: Any) -> Any:
    import numpy

    days = values.astype(numpy.int64)
    if len(days) and (days.min() < -(2**31) or days.max() >= 2**31):
        raise ValueError(f"column {name}: NaT or a day beyond the year 9999; leave such rows out, or use an Arrow column")
    return days.astype(numpy.int32)


def verified_on() -> date:
    """Day on which the built-in law was last verified."""
    return date.fromordinal(date(1970, 1, 1).toordinal() + _core.verified_on)
