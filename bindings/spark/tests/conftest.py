"""A Spark of the machine's own, on loopback, for all tests of a module."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, Iterator

import pyspark
import pytest
from pyspark.sql import SparkSession


def session(master: str, **settings: str) -> SparkSession:
    os.environ["SPARK_HOME"] = str(Path(pyspark.__file__).parent)
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    builder = (
        SparkSession.builder.master(master)
        .appName("ansinh")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.log.level", "ERROR")
    )
    for name, value in settings.items():
        builder = builder.config(name.replace("__", "."), value)
    return builder.getOrCreate()


@pytest.fixture(scope="session")
def start() -> Any:
    return session


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    made = session("local[2]")
    yield made
    made.stop()
