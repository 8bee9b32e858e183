"""National data where it lies: payments of a Spark DataFrame, priced by its executors.

    from ansinh import spark
    answers = spark.assess(people, province="01")      # people: paid_on date, income bigint, ...
    totals = spark.totals(answers, by=["province"])
    whole = spark.sums(people, province="01")          # only the sums come back: several times as fast
    whole = spark.sums_of_parts(session, paths, read)  # the executors read the parts themselves: at the batch's own rate

Every executor needs this package, the same version as the driver's; each checks that, and that its law has the driver's
digest, before it prices anything. A job is refused whole (VersionMismatch names both) rather than priced by two laws.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Callable, Iterable, Iterator, Sequence

from . import __version__
from ._batch import assess_batch
from ._law import Law, Overlay, _bytes

if TYPE_CHECKING:  # pyspark comes with whoever uses it
    from pyspark.sql import DataFrame, SparkSession  # type: ignore[import-not-found, unused-ignore]

__all__ = ["VersionMismatch", "assess", "sums", "sums_of_parts", "totals"]

_AMOUNTS = (
    "contribution",
    "central_support",
    "local_top_up",
    "province_top_up",
    "locality_top_up",
    "other_support",
    "participant_share",
)
_FIELDS = (
    "paid_on",
    "first_month",
    "income",
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


class VersionMismatch(RuntimeError):
    """An executor has another version of this package, or another law, than the driver."""


def assess(
    df: DataFrame, overlay: Overlay | Sequence[Overlay] | None = None, *, keep: Iterable[str] | None = None, **otherwise: Any
) -> DataFrame:
    """Every row of `df` with its answer: the columns of `df`, then status, the amounts (bigint, VND), months,
    supported_months and flags, as `ansinh.assess_batch` names them.

    df         columns named like the arguments of `ansinh.assess`; `income` (int, bigint) is required, `paid_on` (date) here
               or as an argument. Other columns are passed through. A floating-point column is refused.
    overlay    one law file or several, laid over the built-in law as in `ansinh.Law`
    keep       which columns of `df` the answer has besides; default: all
    paid_on, term, ...   what a row takes where it says nothing

    A refused row keeps its place: its status says why, its amounts are null. What is wrong with a column (a missing one, a
    wrong type, a name of the answer) is BatchError here, before any executor is asked. Rows of a partition keep their
    order. Nothing is collected on the driver.
    """
    import pyarrow  # type: ignore[import-untyped, unused-ignore]
    from pyspark.sql.pandas.types import (  # type: ignore[import-not-found, unused-ignore]
        from_arrow_schema,
        to_arrow_schema,
    )

    kept = list(df.columns if keep is None else keep)
    law, price = _pricer(overlay, kept, otherwise)
    arrow = to_arrow_schema(df.schema)
    missing = [name for name in kept if name not in df.columns]
    if missing:
        raise ValueError(f"keep: no such column: {', '.join(missing)}")
    empty = pyarrow.Table.from_batches([], schema=arrow)
    answers = price.answered(empty, law)
    return df.mapInArrow(price, from_arrow_schema(answers.schema))


def totals(answers: DataFrame, by: Sequence[str] = ()) -> DataFrame:
    """Exact sums of what `assess` answered, in rows of `by` and `status`: rows (bigint) and every amount as decimal(38,0).
    The sums merge in any order, so that they do not depend on partitions.
    """
    from pyspark.sql import functions  # type: ignore[import-not-found, unused-ignore]

    amounts = [name for name in _AMOUNTS if name in answers.columns]
    # A sum has ten digits more than what is summed: 28 of them leave room for a nation of rows.
    sums = [functions.sum(functions.col(name).cast("decimal(28,0)")).cast("decimal(38,0)").alias(name) for name in amounts]
    return answers.groupBy(*by, "status").agg(functions.count(functions.lit(1)).alias("rows"), *sums)


def sums(df: DataFrame, overlay: Overlay | Sequence[Overlay] | None = None, **otherwise: Any) -> dict[str, Any]:
    """Exact sums of all rows of `df`, added up where they are priced: one line a partition comes back, not the answers.

    {"law_digest": str, "rows": int, "status": {"ok": int, ...}, "sums": {"contribution": int, ...},
    "by_source": {"budget": int, "fund": int}}, amounts in VND; a status that does not occur has 0. `df`, `overlay` and the
    other arguments as in `assess`. Whole numbers are added, in any order.
    """
    import pyarrow  # type: ignore[import-untyped, unused-ignore]
    from pyspark.sql.pandas.types import to_arrow_schema  # type: ignore[import-not-found, unused-ignore]

    law, price = _pricer(overlay, [], otherwise)

    # What is wrong with a column is said here.
    price.sum_of(pyarrow.Table.from_batches([], schema=to_arrow_schema(df.schema)), law)
    lines = df.mapInArrow(_Summer(price, None, None), "part bigint, totals string").collect()
    return _merged([json.loads(line["totals"]) for line in lines], law)


def sums_of_parts(
    session: SparkSession,
    parts: Sequence[Any],
    read: Callable[[Any], Iterable[Any]],
    overlay: Overlay | Sequence[Overlay] | None = None,
    *,
    partitions: int | None = None,
    **otherwise: Any,
) -> dict[str, Any]:
    """The same of rows that never pass Spark's JVM: the executors read them.

    parts       what to read, in pieces that can be pickled: paths, ranges, names of row groups
    read        runs on an executor: read(part) gives the part's rows as batches that `ansinh.assess_batch` takes (pyarrow
                record batches or tables, dicts of NumPy arrays); columns that are no field are left aside
    partitions  into how many tasks the parts are dealt; default: one part a task

    A task that is lost is run again from `read`, so that this must give the same rows each time. Every part is counted
    exactly once: else RuntimeError, never a sum that lacks one.
    """
    law, price = _pricer(overlay, [], otherwise)
    tasks = max(1, min(len(parts), partitions or len(parts)))
    numbers = session.range(0, len(parts), 1, tasks)
    lines = numbers.mapInArrow(_Summer(price, list(parts), read), "part bigint, totals string").collect()
    counted = sorted(line["part"] for line in lines)
    if counted != list(range(len(parts))):
        raise RuntimeError(f"{len(parts)} parts were asked for, and {len(counted)} counted")
    return _merged([json.loads(line["totals"]) for line in lines], law)


def _merged(all_totals: Iterable[dict[str, Any]], law: Law) -> dict[str, Any]:
    """Sums of sums, as `Totals.json` writes them."""
    whole: dict[str, Any] = json.loads(_no_totals().json(law))
    merged: dict[str, Any] = {
        "law_digest": law.digest,
        "rows": 0,
        "status": dict.fromkeys(whole["status"], 0),
        "sums": dict.fromkeys(whole["sums"], 0),
        "by_source": dict.fromkeys(whole["by_source"], 0),
    }
    for one in all_totals:
        if one["law_digest"] != law.digest:
            raise VersionMismatch(f"the driver's law is {law.digest}, a part was priced by {one['law_digest']}")
        merged["rows"] += int(one["rows"])
        for group in ("status", "sums", "by_source"):
            for name, value in one[group].items():
                merged[group][name] = merged[group].get(name, 0) + int(value)
    return merged


def _no_totals() -> Any:
    from ._core import Totals

    return Totals()


def _pricer(
    overlay: Overlay | Sequence[Overlay] | None, kept: list[str], otherwise: dict[str, Any]
) -> tuple[Law, _Pricer]:
    overlays = _overlays(overlay)
    law = Law(*overlays)
    return law, _Pricer([_bytes(one) for one in overlays], __version__, law.digest, kept, dict(otherwise))


def _overlays(overlay: Overlay | Sequence[Overlay] | None) -> list[Overlay]:
    if overlay is None:
        return []
    return list(overlay) if isinstance(overlay, (list, tuple)) else [overlay]  # type: ignore[list-item]


class _Pricer:
    """What an executor runs. Travels by pickle: texts and names only."""

    def __init__(
        self, overlays: list[bytes], version: str, digest: str, keep: list[str], otherwise: dict[str, Any]
    ) -> None:
        self.overlays = overlays
        self.version = version
        self.digest = digest
        self.keep = keep
        self.otherwise = otherwise

    def __call__(self, batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow

        law = self.law()
        for batch in batches:
            yield from self.answered(pyarrow.Table.from_batches([batch]), law).to_batches()

    def law(self) -> Law:
        """The driver's law, or a refusal that names both."""
        import ansinh

        if ansinh.__version__ != self.version:
            raise VersionMismatch(f"the driver has ansinh {self.version}, this executor has {ansinh.__version__}")
        law = _laws.get(self.digest)
        if law is None:
            law = Law(*self.overlays)
            if law.digest != self.digest:
                raise VersionMismatch(f"the driver's law is {self.digest}, this executor's is {law.digest}")
            _laws[self.digest] = law
        return law

    def sum_of(self, batch: Any, law: Law) -> Any:
        """The Totals of a batch."""
        names = getattr(batch, "column_names", None) or getattr(getattr(batch, "schema", None), "names", None)
        if names is not None:
            fields = [name for name in names if name.lower() in _FIELDS]
            if len(fields) < len(names):
                batch = batch.select(fields)
        elif isinstance(batch, dict):
            batch = {name: column for name, column in batch.items() if name.lower() in _FIELDS}
        return assess_batch(batch, law=law, amounts_only=True, **self.otherwise).totals

    def answered(self, table: Any, law: Law) -> Any:
        """A pyarrow.Table of the columns kept and the answers."""
        import pyarrow

        fields = [name for name in table.column_names if name.lower() in _FIELDS]
        answers = assess_batch(table.select(fields), law=law, **self.otherwise).to_pyarrow()
        taken = set(self.keep)
        clash = [name for name in answers.column_names if name in taken and name not in _FIELDS]
        if clash:
            raise ValueError(f"a column named like the answer's: {', '.join(clash)}; leave it out (keep) or rename it")
        columns = {name: table.column(name) for name in self.keep}
        for name, column in zip(answers.column_names, answers.columns):
            # `other_support` is asked for and answered: the answer, after the cut, has the amount's own name.
            key = "other_support_paid" if name == "other_support" and name in columns else name
            if name in _AMOUNTS:
                column = column.cast(pyarrow.int64())
            elif pyarrow.types.is_dictionary(column.type):
                column = column.cast(column.type.value_type)
            elif pyarrow.types.is_unsigned_integer(column.type):
                column = column.cast(pyarrow.int32())
            columns[key] = column
        return pyarrow.table(columns)


class _Summer:
    """What an executor runs where only sums are wanted: a line a partition, or a line a part."""

    def __init__(self, price: _Pricer, parts: list[Any] | None, read: Callable[[Any], Iterable[Any]] | None) -> None:
        self.price = price
        self.parts = parts
        self.read = read

    def __call__(self, batches: Iterator[Any]) -> Iterator[Any]:
        law = self.price.law()
        if self.parts is None or self.read is None:
            yield self.line(0, self.summed(batches, law), law)
            return
        for batch in batches:
            for number in batch.column(0).to_pylist():
                yield self.line(number, self.summed(self.read(self.parts[number]), law), law)

    def summed(self, batches: Iterable[Any], law: Law) -> Any:
        whole = _no_totals()
        for batch in batches:
            whole = whole + self.price.sum_of(batch, law)
        return whole

    def line(self, number: int, totals: Any, law: Law) -> Any:
        import pyarrow

        return pyarrow.RecordBatch.from_pydict(
            {"part": pyarrow.array([number], pyarrow.int64()), "totals": pyarrow.array([totals.json(law)])}
        )


# Of an executor's process: a law is compiled once, not once a partition.
_laws: dict[str, Law] = {}
