"""The README's examples print what stands beside them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("name", ["first", "parts"])
def test_an_example(tmp_path: Path, name: str) -> None:
    text = (Path(__file__).parent.parent / "README.md").read_text()
    (code,) = re.findall(rf"<!-- run: {name} -->\n```python\n(.*?)```", text, re.DOTALL)
    (output,) = re.findall(rf"<!-- output: {name} -->\n```\n(.*?)```", text, re.DOTALL)
    file = tmp_path / "shown.py"
    file.write_text(code)
    # The executors' Python is the one that has the package.
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    done = subprocess.run([sys.executable, str(file)], cwd=tmp_path, capture_output=True, text=True, timeout=200, env=environment)
    assert done.returncode == 0, done.stderr
    assert done.stdout == output
