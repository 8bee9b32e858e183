"""The vectors that every door of the library answers (tests/vectors in the repository)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Iterator

FOLDER = Path(__file__).resolve().parents[3] / "tests" / "vectors"


def vectors(refunds: bool) -> Iterator[dict[str, Any]]:
    files = sorted(FOLDER.glob("*.jsonl"))
    assert len(files) >= 13, FOLDER
    for file in files:
        if (file.name == "refunds.jsonl") == refunds:
            for line in file.read_text().splitlines():
                yield json.loads(line)
