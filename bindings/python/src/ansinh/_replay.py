"""What pickle keeps of answers and totals: an answer is its request and its law, and is computed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import _core

if TYPE_CHECKING:
    from ._law import Law


def answer(law: Law, request: bytes) -> _core.Assessment:
    return _core._replay(law, request)


def totals(kept: bytes) -> _core.Totals:
    return _core._totals(kept)
