"""Laws: the built-in one, and what is laid over it."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any, Mapping, Union

from . import _core
from ._values import IncomeBrackets, Refund

Overlay = Union[str, bytes, Mapping[str, Any], "os.PathLike[str]"]


def _bytes(overlay: Overlay) -> bytes:
    # What is no UTF-8 goes on as it is: the library's reader says where.
    if isinstance(overlay, str):
        return overlay.encode("utf-8", "surrogatepass")
    if isinstance(overlay, bytes):
        return overlay
    if isinstance(overlay, os.PathLike):
        return Path(overlay).read_bytes()
    if isinstance(overlay, Mapping):
        return _dumped(overlay).encode("utf-8", "surrogatepass")
    raise TypeError(
        f"overlay: a dict, a text or bytes of JSON, or the path of a file (os.PathLike), not {type(overlay).__name__}"
    )


def _dumped(overlay: Mapping[str, Any]) -> str:
    def refuse_floats(value: Any, way: str) -> None:
        if isinstance(value, float):
            raise TypeError(f"{way}: float; a rate is a text such as \"0.30\", an amount an int of whole đồng")
        if isinstance(value, Mapping):
            for key, inner in value.items():
                refuse_floats(inner, f"{way}.{key}" if way else str(key))
        elif isinstance(value, (list, tuple)):
            for index, inner in enumerate(value):
                refuse_floats(inner, f"{way}[{index}]")

    refuse_floats(overlay, "")
    return json.dumps(overlay, ensure_ascii=False)


class Law(_core.Book):
    """The built-in law with overlays laid over it, in their order. Immutable, and safe to share between threads.

    An overlay is a dict, JSON text or bytes, or the path of a file (an os.PathLike: a str is JSON). Raises OverlayError
    with every fault at its line and column. Laws are independent of each other; the numbers by which a list of places
    is coded (`place`) hold for one law only.
    """

    def __init__(self, *overlays: Overlay) -> None:
        super().__init__([_bytes(overlay) for overlay in overlays])

    def assess(self, paid_on: Any, income: Any, **fields: Any) -> _core.Assessment:
        """`ansinh.assess` by this law."""
        return _core.assess(paid_on, income, law=self, **fields)

    def refund(self, paid_on: Any, income: Any, **fields: Any) -> Refund:
        """`ansinh.refund` by this law."""
        return _core._refund(paid_on, income, law=self, **fields)

    def table(self, paid_on: Any, **options: Any) -> str:
        """`ansinh.table` by this law."""
        return _core.table(paid_on, law=self, **options)

    def assess_batch(self, data: Any, **options: Any) -> Any:
        """`ansinh.assess_batch` by this law."""
        from ._batch import assess_batch

        return assess_batch(data, law=self, **options)

    def income_brackets(self, paid_on: date) -> IncomeBrackets:
        """The legal contributory incomes of a day, VND per month. Source: Law 41/2024/QH15 art. 31(2)."""
        brackets: IncomeBrackets = super().income_brackets(paid_on)
        return brackets

    def check(self, overlay: Overlay, *, file: str = "overlay", language: str = "vi") -> dict[str, Any]:
        """What `ansinh law check` says of an overlay over this law: valid, errors, warnings."""
        checked: dict[str, Any] = self._check(_bytes(overlay), file, language)
        return checked

    def __enter__(self) -> Law:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return "Law(closed)" if self.closed else f"Law({self.digest})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _core.Book):
            return NotImplemented
        return self is other or (not self.closed and not other.closed and self.digest == other.digest)

    def __hash__(self) -> int:
        return hash(self.digest)

    def __reduce__(self) -> tuple[Any, ...]:
        # The canonical JSON says "base":"none", so that it is the whole law wherever it is read.
        return Law, (self.json(),)
