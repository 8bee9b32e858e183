"""A list from file to file, by `ansinh batch` and by DuckDB: one command, one table.

    python3 -m venv VENV && VENV/bin/pip install -r bench/peers/requirements.txt
    VENV/bin/python bench/peers/duckdb_batch.py ANSINH FOLDER [--rows 10000000] [--runs 5]

FOLDER takes the generated list and both results. The list: ordinary payments of January 2024 to November 2026 (1, 3, 6
or 12 months) on the brackets, in ten provinces, with none, one or two groups and the months of support already received.
Both read the same columns and write the same ones; the results are compared, byte for byte where
the order is kept, before a time is printed.

DuckDB is spared the law: it is given two small tables, which spans of days are one law to these rows, and what one month
brings in each span, place and group text (asked of the program, row by row, before the clock starts). Left to it are
the contribution, the months within 120, the cut of what exceeds the contribution, and reading and writing, with typed
columns. Of two ways to look the law up the faster one counts: a join by (span, groups, province), which leaves the rows in
any order, and lists by a number made of the three, which keeps their order. ansinh checks and reads every cell as always, and takes the law from its own tables. Both run on two
threads, with the files in the page cache, in turns; the best run of each counts.
"""

from __future__ import annotations

import argparse
import csv
import filecmp
import os
import subprocess
import sys
import time
import zlib
from datetime import date, timedelta
from pathlib import Path

import duckdb

FIRST, LAST = date(2024, 1, 1), date(2026, 11, 21)
GROUPS = ["", "", "", "near_poor", "poor", "ethnic_minority", "island", "near_poor|ethnic_minority"]
PROVINCES = ["01", "22", "20", "56", "79", "33", "40", "42", "46", "48"]
TERMS = [1, 3, 6, 12]
THREADS = 2
COLUMNS = "id,paid_on,income,term,groups,province,months_supported"


def sql_list(values: list) -> str:
    return "[" + ",".join(f"'{v}'" if isinstance(v, str) else str(v) for v in values) + "]"


def write_list(connection: duckdb.DuckDBPyConnection, path: Path, rows: int) -> None:
    days = (LAST - FIRST).days + 1

    def pick(seed: int, below: int) -> str:
        return f"(hash(i * 16 + {seed}) % {below})::INTEGER"

    connection.execute(f"""COPY (
        SELECT i + 1 AS id, DATE '{FIRST}' + {pick(1, days)} AS paid_on,
               1500000 + 50000 * {pick(2, 200)} AS income, {sql_list(TERMS)}[1 + {pick(3, len(TERMS))}] AS term,
               nullif({sql_list(GROUPS)}[1 + {pick(4, len(GROUPS))}], '') AS groups,
               {sql_list(PROVINCES)}[1 + {pick(5, len(PROVINCES))}] AS province,
               CASE WHEN {pick(6, 10)} = 0 THEN {pick(7, 121)} ELSE 0 END AS months_supported
        FROM range({rows}) t(i)) TO '{path}' (HEADER, DELIMITER ',')""")


def run_ansinh(program: str, *arguments: str) -> None:
    done = subprocess.run([program, "batch", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode != 0:
        sys.exit(f"ansinh batch ended with {done.returncode}: {done.stderr.decode()}")


def law_of_days(program: str, folder: Path) -> tuple[list[tuple], list[tuple]]:
    """Spans of days that are one law to the rows, and per span, groups and province what one month brings."""
    asked, answered = folder / "law.csv", folder / "law.out.csv"
    days = [FIRST + timedelta(i) for i in range((LAST - FIRST).days + 1)]
    keys = [(groups, province) for groups in sorted(set(GROUPS)) for province in PROVINCES]
    income = 30_000_000  # so high that nothing is cut
    with asked.open("w") as out:
        out.write("paid_on,income,term,groups,province,months_supported\n")
        for day in days:
            for groups, province in keys:
                out.write(f"{day},{income},1,{groups},{province},0\n{day},{income},3,{groups},{province},119\n")
    run_ansinh(program, str(asked), "-o", str(answered))
    with answered.open() as read:
        rows = list(csv.DictReader(read))
    of_day = {}
    for i, day in enumerate(days):
        of_key = []
        for j in range(len(keys)):
            whole, short = rows[2 * (i * len(keys) + j) : 2 * (i * len(keys) + j) + 2]
            of_key.append((int(whole["central_support"]), int(whole["province_top_up"]), whole["flags"], short["flags"]))
        of_day[day] = of_key
    spans, law = [], []
    for day in days:
        if not spans or of_day[day] != of_day[spans[-1][0]]:
            spans.append((day, len(spans)))
            law += [(len(spans) - 1, *key, *brings) for key, brings in zip(keys, of_day[day])]
    return spans, law


def query(source: Path, target: Path, spans: list[tuple], nested: bool) -> str:
    span = "CASE " + " ".join(f"WHEN paid_on >= DATE '{day}' THEN {number}" for day, number in reversed(spans)) + " END"
    law = f"""SELECT i.*, l FROM (SELECT *, {span} AS span FROM source) i
              JOIN law l ON l.span = i.span AND l.groups = coalesce(i.groups, '') AND l.province = i.province"""
    if nested:
        law = f"""SELECT i.id, i.income, i.term, i.months_supported, struct_pack(
                    central := central[k], local := local[k], whole := whole[k], short := short[k]) AS l
                  FROM (SELECT *, 1 + ({span} * group_count + group_number[coalesce(groups, '')]) * province_count
                                    + province_number[province] AS k FROM source, law_lists) i"""
    return f"""COPY (
        WITH source AS (
          SELECT * FROM read_csv('{source}', header = true, delim = ',', quote = '"', auto_detect = false, columns = {{
            'id': 'VARCHAR', 'paid_on': 'DATE', 'income': 'BIGINT', 'term': 'INTEGER', 'groups': 'VARCHAR',
            'province': 'VARCHAR', 'months_supported': 'INTEGER'}})),
        found AS ({law}),
        counted AS (
          SELECT id, term, l, (income * term * 22 + 50) // 100 AS contribution,
                 least(term, greatest(0, 120 - months_supported)) AS supported FROM found),
        central AS (SELECT *, least(l.central * supported, contribution) AS central_support FROM counted),
        local AS (SELECT *, least(l.local * supported, contribution - central_support) AS local_top_up FROM central)
        SELECT id, 'ok' AS status, contribution, central_support, local_top_up, local_top_up AS province_top_up,
               0 AS locality_top_up, 0 AS other_support, contribution - central_support - local_top_up AS participant_share,
               term AS months, supported AS supported_months,
               nullif(CASE WHEN supported < term THEN l.short ELSE l.whole END, '') AS flags
        FROM local) TO '{target}' (HEADER, DELIMITER ',')"""


def make_law(connection: duckdb.DuckDBPyConnection, law: list[tuple], spans: list[tuple]) -> None:
    connection.execute(
        "CREATE TABLE law (span INTEGER, groups VARCHAR, province VARCHAR, central BIGINT, local BIGINT, whole VARCHAR,"
        " short VARCHAR)"
    )
    connection.executemany("INSERT INTO law VALUES (?, ?, ?, ?, ?, ?, ?)", law)
    texts = sorted(set(GROUPS))

    def numbers(values: list[str]) -> str:
        return "MAP {" + ", ".join(f"'{value}': {i}" for i, value in enumerate(values)) + "}"

    columns = list(zip(*law))
    connection.execute(
        f"""CREATE TABLE law_lists AS SELECT {len(texts)} AS group_count, {len(PROVINCES)} AS province_count,
            {numbers(texts)} AS group_number, {numbers(PROVINCES)} AS province_number,
            {sql_list(list(columns[3]))}::BIGINT[] AS central, {sql_list(list(columns[4]))}::BIGINT[] AS local,
            {sql_list(list(columns[5]))} AS whole, {sql_list(list(columns[6]))} AS short"""
    )


def same_bytes(a: Path, b: Path) -> bool:
    return filecmp.cmp(a, b, shallow=False)


def same_rows(a: Path, b: Path) -> bool:
    """In any order: by the sums of their checksums."""
    sums = []
    for path in (a, b):
        with path.open("rb") as lines:
            sums.append(sum(zlib.crc32(line) << 32 | zlib.adler32(line) for line in lines))
    return sums[0] == sums[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    folder: Path = arguments.folder
    connection = duckdb.connect()
    connection.execute(f"SET threads = {THREADS}")
    source = folder / "list.csv"
    write_list(connection, source, arguments.rows)
    spans, law = law_of_days(arguments.program, folder)
    make_law(connection, law, spans)
    ours, theirs = folder / "ansinh.out.csv", folder / "duckdb.out.csv"

    def time_of(work) -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    def by_ansinh() -> None:
        ours.unlink(missing_ok=True)  # a file that is there already costs both to replace
        run_ansinh(arguments.program, str(source), "-o", str(ours), "--totals", str(folder / "totals.json"),
                   "--jobs", str(THREADS))  # fmt: skip

    def by_duckdb(nested: bool) -> None:
        theirs.unlink(missing_ok=True)
        connection.execute(query(source, theirs, spans, nested))

    ways = {"join": False, "nested": True}
    times: dict[str, list[float]] = {"ansinh": [], "join": [], "nested": []}
    for turn in range(arguments.runs):
        times["ansinh"].append(time_of(by_ansinh))
        for name, nested in ways.items():
            times[name].append(time_of(lambda: by_duckdb(nested)))
            if turn == 0:
                if not (same_rows(ours, theirs) if name == "join" else same_bytes(ours, theirs)):
                    sys.exit(f"DuckDB by {name} and ansinh differ")
    best = {name: min(of) for name, of in times.items()}
    duck = min(best["join"], best["nested"])
    print(f"{arguments.rows:,} rows, {os.path.getsize(source):,} bytes in, {os.path.getsize(ours):,} out; two threads,"
          f" best of {arguments.runs}")  # fmt: skip
    print("| | seconds | million rows/s | x ansinh |\n|---|---:|---:|---:|")
    for name, of in (("ansinh batch", best["ansinh"]), ("DuckDB, join", best["join"]), ("DuckDB, lists", best["nested"])):
        print(f"| {name} | {of:.3f} | {arguments.rows / of / 1e6:.2f} | {of / best['ansinh']:.2f} |")
    print(f"ansinh is {duck / best['ansinh']:.1f} times as fast as DuckDB's faster way")


if __name__ == "__main__":
    main()
