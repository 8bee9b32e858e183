"""Speed and exactness beside what one would otherwise write: one command, one table.

    python bindings/python/bench/compare.py [--rows N] [--library libansinh_c.so]

The work: ordinary payments of 2026-11-22 without a place: 1, 3, 6 or 12 months, an income, a set of groups, the months
of support already received. Asked for: the contribution, the State's support, the participant's share, and whether the
income lies within floor and ceiling. Every peer does this work and no other; ansinh also checks every field, notes what
is not settled and takes the law from its dated tables. Each peer's answers are compared with ansinh's before its time
is taken. Times are the best of several runs in one process; the ratios are what counts.
"""

from __future__ import annotations

import argparse
import ctypes
import timeit
from datetime import date
from typing import Any, Callable

import numpy as np

import ansinh

DAY = date(2026, 11, 22)
FLOOR, CEILING, LINE = 1_500_000, 50_600_000, 330_000  # LINE: the contribution at the poverty line, VND per month
PER_MONTH = {1: 165_000, 2: 165_000, 4: 132_000, 8: 99_000, 0: 66_000}  # bit of a group: the State's support per month


def population(rows: int) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(20261122)
    return {
        # Between two brackets too, as the law allows since July 2025: on the brackets every arithmetic looks exact.
        "income": rng.integers(1_450_000, 51_000_000, rows).astype(np.int32),
        "groups": rng.choice(np.array([0, 1, 2, 4, 8, 5, 12], np.uint16), rows),
        "term": rng.choice(np.array([1, 3, 6, 12], np.uint8), rows),
        "months_supported": rng.choice(np.array([0, 0, 60, 115, 120], np.uint8), rows),
    }


# ------------------------------------------------------------------------------------------------------------- peers
# Each takes the population and gives contribution, central support, share and "within bounds", as arrays.


def per_month_numpy(groups: np.ndarray) -> np.ndarray:
    table = np.zeros(16, np.int64)
    for bits in range(16):
        table[bits] = max(PER_MONTH[bit] for bit in (0, 1, 2, 4, 8) if bit == 0 or bits & bit)
    return table[groups]


def with_numpy(people: dict[str, np.ndarray]) -> tuple[np.ndarray, ...]:
    income = people["income"].astype(np.int64)
    term = people["term"].astype(np.int64)
    within = (income >= FLOOR) & (income <= CEILING)
    contribution = np.where(within, (income * term * 22 + 50) // 100, 0)
    months = np.minimum(term, 120 - people["months_supported"].astype(np.int64))
    central = np.where(within, per_month_numpy(people["groups"]) * months, 0)
    return contribution, central, contribution - central, within


def with_pandas(people: dict[str, np.ndarray]) -> tuple[np.ndarray, ...]:
    import pandas as pd

    frame = pd.DataFrame(people)
    income, term = frame["income"].astype("int64"), frame["term"].astype("int64")
    within = income.between(FLOOR, CEILING)
    contribution = ((income * term * 22 + 50) // 100).where(within, 0)
    months = (120 - frame["months_supported"].astype("int64")).clip(upper=term)
    table = pd.Series(per_month_numpy(np.arange(16)))
    central = (frame["groups"].map(table) * months).where(within, 0)
    return contribution.to_numpy(), central.to_numpy(), (contribution - central).to_numpy(), within.to_numpy()


def with_polars(people: dict[str, np.ndarray]) -> tuple[np.ndarray, ...]:
    import polars as pl

    table = per_month_numpy(np.arange(16))
    income, term = pl.col("income").cast(pl.Int64), pl.col("term").cast(pl.Int64)
    within = income.is_between(FLOOR, CEILING)
    months = pl.min_horizontal(term, 120 - pl.col("months_supported").cast(pl.Int64))
    per_month = pl.col("groups").replace_strict(list(range(16)), table.tolist(), return_dtype=pl.Int64)
    out = (
        pl.DataFrame(people)
        .lazy()
        .select(
            contribution=pl.when(within).then((income * term * 22 + 50) // 100).otherwise(0),
            central=pl.when(within).then(per_month * months).otherwise(0),
            within=within,
        )
        .with_columns(share=pl.col("contribution") - pl.col("central"))
        .collect()
    )
    return tuple(out[name].to_numpy() for name in ("contribution", "central", "share", "within"))


def with_duckdb(people: dict[str, np.ndarray]) -> tuple[np.ndarray, ...]:
    import duckdb

    connection = duckdb.connect(config={"threads": 1})
    connection.register("people", people)
    rows = connection.execute(
        f"""
        WITH priced AS (
          SELECT income BETWEEN {FLOOR} AND {CEILING} AS within,
                 (income::BIGINT * term * 22 + 50) // 100 AS due,
                 CASE WHEN groups & 3 <> 0 THEN 165000 WHEN groups & 4 <> 0 THEN 132000
                      WHEN groups & 8 <> 0 THEN 99000 ELSE 66000 END::BIGINT
                   * least(term::BIGINT, 120 - months_supported::BIGINT) AS support
          FROM people)
        SELECT CASE WHEN within THEN due ELSE 0 END AS contribution, CASE WHEN within THEN support ELSE 0 END AS central,
               CASE WHEN within THEN due - support ELSE 0 END AS share, within
        FROM priced
        """
    ).fetchnumpy()
    return rows["contribution"], rows["central"], rows["share"], rows["within"]


def numba_loop() -> Callable[[dict[str, np.ndarray]], tuple[np.ndarray, ...]]:
    import numba

    table = per_month_numpy(np.arange(16))

    @numba.njit
    def loop(income, groups, term, supported, contribution, central, share, within):  # type: ignore[no-untyped-def]
        for i in range(income.size):
            inside = FLOOR <= income[i] <= CEILING
            months = min(np.int64(term[i]), 120 - np.int64(supported[i]))
            due = (np.int64(income[i]) * np.int64(term[i]) * 22 + 50) // 100 if inside else 0
            support = table[groups[i]] * months if inside else 0
            contribution[i], central[i], share[i], within[i] = due, support, due - support, inside

    def run(people: dict[str, np.ndarray]) -> tuple[np.ndarray, ...]:
        rows = people["income"].size
        out = tuple(np.empty(rows, kind) for kind in (np.int64, np.int64, np.int64, np.bool_))
        loop(people["income"], people["groups"], people["term"], people["months_supported"], *out)
        return out

    return run


def openfisca() -> Callable[[dict[str, np.ndarray]], tuple[np.ndarray, ...]]:
    from openfisca_core.entities import build_entity
    from openfisca_core.periods import DateUnit
    from openfisca_core.simulations import SimulationBuilder
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem
    from openfisca_core.variables import Variable

    person = build_entity("person", "persons", "a participant", is_person=True)
    system = TaxBenefitSystem([person])
    table = per_month_numpy(np.arange(16)).astype(np.float32)

    def given(name: str, kind: type) -> None:
        fields = {"value_type": kind, "entity": person, "definition_period": DateUnit.MONTH, "label": name}
        system.add_variable(type(name, (Variable,), fields))

    def computed(name: str, kind: type, formula: Callable[..., Any]) -> None:
        fields = {
            "value_type": kind, "entity": person, "definition_period": DateUnit.MONTH, "label": name,
            "formula": formula,
        }  # fmt: skip
        system.add_variable(type(name, (Variable,), fields))

    for name, kind in (("income", float), ("groups", int), ("term", int), ("months_supported", int)):
        given(name, kind)
    computed("within", bool, lambda p, m: (p("income", m) >= FLOOR) * (p("income", m) <= CEILING))
    computed("contribution", float, lambda p, m: p("within", m) * np.floor(p("income", m) * p("term", m) * 0.22 + 0.5))
    computed(
        "central",
        float,
        lambda p, m: p("within", m) * table[p("groups", m)] * np.minimum(p("term", m), 120 - p("months_supported", m)),
    )
    computed("share", float, lambda p, m: p("contribution", m) - p("central", m))

    def run(people: dict[str, np.ndarray]) -> tuple[np.ndarray, ...]:
        simulation = SimulationBuilder().build_default_simulation(system, count=people["income"].size)
        for name in ("income", "groups", "term", "months_supported"):
            simulation.set_input(name, "2026-11", people[name])
        return tuple(simulation.calculate(name, "2026-11") for name in ("contribution", "central", "share", "within"))

    return run


# ------------------------------------------------------------------------------------------------------------ ansinh


def with_ansinh(people: dict[str, np.ndarray]) -> tuple[np.ndarray, ...]:
    columns = ansinh.assess_batch(people, paid_on=DAY, amounts_only=True).to_numpy()
    return columns["contribution"], columns["central_support"], columns["participant_share"], columns["status"] == 0


class Columns(ctypes.Structure):
    """ansinh_columns of ansinh.h."""

    _fields_ = (
        [("size", ctypes.c_uint32), ("money_bits", ctypes.c_uint32), ("rows", ctypes.c_uint64)]
        + [(name, ctypes.c_void_p) for name in (
            "income paid_on groups place term months_supported first_month local_months_used fund_return_rate "
            "other_support th_support otherwise"
        ).split()]
        + [("place_book", ctypes.c_uint64)]
        + [(name, ctypes.c_void_p) for name in (
            "contribution central_support local_top_up province_top_up locality_top_up other_support_out "
            "participant_share months supported_months flags status keys tallies"
        ).split()]
        + [("tally_count", ctypes.c_uint64)]
    )  # fmt: skip


class CColumns:
    """ansinh_assess_columns of the shared library, into buffers of its own: the least that a call can cost."""

    def __init__(self, library: str, people: dict[str, np.ndarray]) -> None:
        self.library = ctypes.CDLL(library)
        self.book = ctypes.c_void_p()
        assert self.library.ansinh_book_create(None, None, ctypes.c_size_t(0), 1, ctypes.byref(self.book), None,
                                               ctypes.c_size_t(0), None) == 0  # fmt: skip
        rows = people["income"].size
        self.out = {name: np.zeros(rows, np.int32) for name in (
            "contribution", "central_support", "local_top_up", "participant_share")}  # fmt: skip
        self.out["status"] = np.zeros(rows, np.uint8)
        self.people = people
        self.otherwise = (ctypes.c_uint8 * 72)()
        assert self.library.ansinh_request_init(self.otherwise, 72) == 0
        ctypes.cast(self.otherwise, ctypes.POINTER(ctypes.c_int32))[2] = (DAY - date(1970, 1, 1)).days
        self.tally = (ctypes.c_uint8 * 288)()
        assert self.library.ansinh_tally_init(self.tally, 288) == 0
        self.columns = Columns(size=ctypes.sizeof(Columns), money_bits=32, rows=rows)
        for name, values in people.items():
            setattr(self.columns, name, values.ctypes.data)
        for name, values in self.out.items():
            setattr(self.columns, name, values.ctypes.data)
        self.columns.otherwise = ctypes.addressof(self.otherwise)
        self.columns.tallies = ctypes.addressof(self.tally)
        self.columns.tally_count = 1

    def run(self) -> None:
        assert self.library.ansinh_assess_columns(self.book, None, ctypes.byref(self.columns), None) == 0


# ------------------------------------------------------------------------------------------------------------- table


def best(run: Callable[[], Any], repeat: int) -> float:
    run()
    return min(timeit.repeat(run, number=1, repeat=repeat))


def differences(given: tuple[np.ndarray, ...], right: tuple[np.ndarray, ...]) -> tuple[float, int]:
    """The share of rows that differ, and by how many dong at most."""
    wrong = given[3] != right[3]
    largest = 0
    for mine, theirs in zip(given[:3], right[:3]):
        gap = np.abs(np.asarray(mine, np.float64) - np.asarray(theirs, np.float64))
        wrong = wrong | (gap != 0)
        largest = max(largest, int(gap.max(initial=0)))
    return float(wrong.mean()), largest


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--library", help="libansinh_c.so, for the C columns call")
    arguments = parser.parse_args()

    sample = population(20_000)
    right = with_ansinh(sample)
    for i in range(0, 20_000, 7):  # the list against one call a row
        groups = {name for bit, name in ((1, "poor"), (2, "island"), (4, "near_poor"), (8, "ethnic_minority"))
                  if sample["groups"][i] & bit}  # fmt: skip
        try:
            due = ansinh.assess(DAY, int(sample["income"][i]), term=int(sample["term"][i]), groups=groups,
                                months_supported=int(sample["months_supported"][i]))  # fmt: skip
        except ansinh.Refused:
            assert not right[3][i]
        else:
            assert (due.contribution, due.central_support, due.participant_share) == tuple(int(a[i]) for a in right[:3])

    near_poor = {"near_poor"}
    calls = 200_000
    scalar = best(lambda: [ansinh.assess(DAY, 1_500_000, groups=near_poor, province="01") for _ in range(calls)], 5) / calls
    print(f"one call, ansinh.assess(day, income, groups=..., province=...): {scalar * 1e6:.2f} µs\n")

    people = population(arguments.rows)
    peers: list[tuple[str, Callable[[dict[str, np.ndarray]], tuple[np.ndarray, ...]], int]] = [
        ("ansinh.assess_batch", with_ansinh, arguments.rows),
        ("numba loop", numba_loop(), arguments.rows),
        ("NumPy int64", with_numpy, arguments.rows),
        ("Polars", with_polars, arguments.rows),
        ("DuckDB, 1 thread", with_duckdb, arguments.rows),
        ("pandas", with_pandas, arguments.rows),
        ("OpenFisca", openfisca(), min(arguments.rows, 1_000_000)),
    ]
    print(f"{'':24}{'rows':>12}{'ns a row':>10}{'x ansinh':>10}{'rows wrong':>12}{'by up to':>10}")
    ours = 0.0
    for name, run, rows in peers:
        wrong, largest = differences(run(sample), right)
        part = {column: values[:rows] for column, values in people.items()}
        time = best(lambda: run(part), 3 if rows == arguments.rows else 2) / rows * 1e9
        ours = ours or time
        print(f"{name:24}{rows:>12,}{time:>10.2f}{time / ours:>10.2f}{wrong:>11.2%} {largest:>8} đ", flush=True)
    if arguments.library:
        direct = CColumns(arguments.library, people)
        direct.run()
        expected = with_ansinh(people)
        assert np.array_equal(direct.out["participant_share"], expected[2])
        assert np.array_equal(direct.out["status"] == 0, expected[3])
        del expected
        # Interleaved, so that the machine's pace is the same for both.
        times: dict[str, float] = {"c": 1e9, "python": 1e9}
        for _ in range(5):
            times["c"] = min(times["c"], timeit.timeit(direct.run, number=1))
            times["python"] = min(times["python"], timeit.timeit(lambda: with_ansinh(people), number=1))
        rows = arguments.rows
        print(f"{'C columns, warm buffers':24}{rows:>12,}{times['c'] / rows * 1e9:>10.2f}{times['c'] / times['python']:>10.2f}")


if __name__ == "__main__":
    main()
