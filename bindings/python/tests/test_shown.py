"""What is shown runs: the blocks of README.md, the examples, and the types as mypy reads them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import ansinh

HERE = Path(__file__).resolve().parent.parent


def run(arguments: list[str], cwd: Path = HERE) -> str:
    # Away from the sources, so that the installed package is what runs.
    done = subprocess.run(
        [sys.executable, *arguments], cwd=cwd, capture_output=True, text=True, timeout=300, env={**os.environ}
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_every_block_of_the_readme(tmp_path: Path) -> None:
    text = (HERE / "README.md").read_text()
    blocks = re.findall(r"<!-- run: (\w+) -->\n```python\n(.*?)```", text, re.DOTALL)
    outputs = dict(re.findall(r"<!-- output: (\w+) -->\n```\n(.*?)```", text, re.DOTALL))
    assert [name for name, _ in blocks] == list(outputs) and len(blocks) >= 4
    for name, code in blocks:
        file = tmp_path / f"{name}.py"
        file.write_text(code)
        assert run([str(file)], tmp_path) == outputs[name], name


def test_every_example(tmp_path: Path) -> None:
    examples = sorted((HERE / "examples").glob("*.py"))
    assert len(examples) >= 2
    for example in examples:
        expected = example.with_suffix(".out").read_text()
        assert run([str(example)], tmp_path) == expected, example.name


def test_the_types_are_strict(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "from datetime import date\n"
        "import ansinh\n"
        "due: ansinh.Assessment = ansinh.assess(date(2026, 11, 22), 1_500_000, groups={'poor'})\n"
        "share: int = due.participant_share\n"
        "totals: ansinh.Totals = sum([ansinh.Totals()], ansinh.Totals())\n"
    )
    wrong = tmp_path / "wrong.py"
    wrong.write_text("from datetime import date\nimport ansinh\nansinh.assess(date(2026, 11, 22), 1.5)\n")
    mypy = ["-m", "mypy", "--strict", "--no-incremental"]
    assert "no issues found" in run([*mypy, "-p", "ansinh"], tmp_path)
    assert "no issues found" in run([*mypy, str(program)], tmp_path)
    done = subprocess.run(
        [sys.executable, *mypy, str(wrong)], cwd=tmp_path, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 1 and 'incompatible type "float"' in done.stdout, done.stdout


def test_the_doctest_of_the_package() -> None:
    import doctest

    assert doctest.testmod(ansinh).failed == 0 and doctest.testmod(ansinh).attempted >= 4


def test_everything_public_is_described() -> None:
    for name in ansinh.__all__:
        if name != "__version__":
            assert getattr(ansinh, name).__doc__, name
    assert re.fullmatch(r"\d+\.\d+\.\d+", ansinh.__version__)
