"""Executors in processes of their own: a killed one costs no row, and one with another ansinh is refused."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import threading
import time
from pathlib import Path
from typing import Any, Iterator

import pytest
from pyspark.sql import SparkSession

import ansinh
from ansinh import spark as on_spark

DAY = "2026-11-22"


def executors(of: int) -> list[int]:
    """Process ids of the executors below a process."""
    table = subprocess.run(["ps", "-ww", "-eo", "pid=,ppid=,args="], check=True, capture_output=True, text=True).stdout
    parents: dict[int, int] = {}
    named: list[int] = []
    for line in table.splitlines():
        pid, parent, command = line.split(None, 2)
        parents[int(pid)] = int(parent)
        if "CoarseGrainedExecutorBackend" in command and "java" in command.split()[0]:
            named.append(int(pid))

    def below(pid: int) -> bool:
        while pid in parents:
            if pid == of:
                return True
            pid = parents[pid]
        return False

    return [pid for pid in named if below(pid)]


@pytest.fixture()
def cluster(start: Any, request: pytest.FixtureRequest) -> Iterator[SparkSession]:
    settings = getattr(request, "param", {})
    made = start("local-cluster[2,1,1024]", spark__executor__memory="700m", **settings)
    yield made
    made.stop()


def test_an_executor_killed_at_work_costs_no_row(cluster: SparkSession) -> None:
    rows = 24_000_000
    df = cluster.range(0, rows, numPartitions=24).selectExpr(
        "1500000 + 50000 * (id % 100) as income", f"date'{DAY}' as paid_on", "if(id % 1000 = 0, 'rich', 'poor') as groups"
    )
    answers = on_spark.assess(df, keep=[])
    found: dict[str, Any] = {}

    def work() -> None:
        found.update({row["status"]: row.asDict() for row in on_spark.totals(answers).collect()})

    job = threading.Thread(target=work)
    job.start()
    alive = executors(os.getpid())
    until = time.monotonic() + 60
    while len(alive) < 2 and time.monotonic() < until:
        time.sleep(0.2)
        alive = executors(os.getpid())
    assert len(alive) == 2
    time.sleep(3)
    assert job.is_alive(), "the job ended before an executor could be killed"
    os.kill(alive[0], signal.SIGKILL)
    job.join(timeout=300)
    assert not job.is_alive()
    # 22 % of the incomes; a share of the floor contribution for each, 165,000 a month.
    taken = [number for number in range(1000) if number % 1000 != 0]
    incomes = sum(1_500_000 + 50_000 * (number % 100) for number in taken) * (rows // 1000)
    assert int(found["ok"]["rows"]) == rows // 1000 * 999 and int(found["invalid_argument"]["rows"]) == rows // 1000
    assert int(found["ok"]["contribution"]) * 100 == incomes * 22
    assert int(found["ok"]["central_support"]) == rows // 1000 * 999 * 165_000


def test_an_executor_killed_while_it_reads_parts(cluster: SparkSession) -> None:
    # Defined here, so that it travels by value: executors have no tests.
    def read(part: int) -> Iterator[Any]:
        import time as clock

        import numpy

        for _ in range(20):
            clock.sleep(0.1)
            yield {"income": numpy.full(50_000, 1_500_000 + 50_000 * (part % 100), dtype=numpy.int32)}

    found: dict[str, Any] = {}
    parts = list(range(24))
    job = threading.Thread(target=lambda: found.update(on_spark.sums_of_parts(cluster, parts, read, paid_on=DAY)))
    job.start()
    alive = executors(os.getpid())
    until = time.monotonic() + 60
    while len(alive) < 2 and time.monotonic() < until:
        time.sleep(0.2)
        alive = executors(os.getpid())
    assert len(alive) == 2
    time.sleep(6)
    assert job.is_alive(), "the job ended before an executor could be killed"
    os.kill(alive[0], signal.SIGKILL)
    job.join(timeout=300)
    assert not job.is_alive()
    assert found["rows"] == found["status"]["ok"] == 24 * 1_000_000
    assert found["sums"]["contribution"] == sum(1_500_000 + 50_000 * part for part in parts) * 1_000_000 * 22 // 100


@pytest.fixture(scope="module")
def other_version(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This package again, calling itself another version."""
    folder = tmp_path_factory.mktemp("other")
    shutil.copytree(Path(ansinh.__file__).parent, folder / "ansinh")
    with (folder / "ansinh" / "__init__.py").open("a") as module:
        module.write('\n__version__ = "9.9.9"\n')
    return folder


def test_an_executor_with_another_version(start: Any, other_version: Path) -> None:
    spark = start("local-cluster[2,1,1024]", spark__executor__memory="700m", spark__executorEnv__PYTHONPATH=str(other_version))
    try:
        df = spark.range(10).selectExpr("1500000 as income", f"date'{DAY}' as paid_on")
        with pytest.raises(Exception, match=f"the driver has ansinh {ansinh.__version__}, this executor has 9.9.9"):
            on_spark.assess(df).collect()
    finally:
        spark.stop()
