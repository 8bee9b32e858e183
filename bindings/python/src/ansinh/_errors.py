"""What this package raises."""

from __future__ import annotations

from typing import Any


class Refused(ValueError):
    """A payment that the law refuses, or a value that no field can hold.

    status     the refusal's name, such as "income_below_floor"
    parameter  the value of law that sets the limit, or the field at fault
    given      what was given, as text
    limit      what would have been accepted at the edge: int for amounts and counts, else str, or None
    day        the day that selected the limit, "2026-11-22", or None
    provision  the article, or None
    message_vi, message_en   one or two sentences that can be read aloud
    """

    def __init__(self, vi: dict[str, Any], en: dict[str, Any]) -> None:
        self.status: str = en["status"]
        self.parameter: str = en["parameter"]
        self.given: str = en["given"]
        self.limit: int | str | None = en["limit"]
        self.day: str | None = en["day"]
        self.provision: str | None = en["provision"]
        self.message_vi: str = vi["message"]
        self.message_en: str = en["message"]
        self._objects = (vi, en)
        super().__init__(f"{self.status}: {self.message_en}")

    @property
    def code(self) -> str:
        """The refusal's name, as `status`."""
        return self.status

    def message(self, language: str = "vi") -> str:
        """The sentence in a language, "vi" or "en"."""
        if language not in ("vi", "en"):
            raise ValueError('language: "vi" or "en"')
        return self.message_vi if language == "vi" else self.message_en

    def as_dict(self, language: str = "vi") -> dict[str, Any]:
        """The refusal's object as `ansinh assess --format json` writes it."""
        if language not in ("vi", "en"):
            raise ValueError('language: "vi" or "en"')
        return dict(self._objects[0 if language == "vi" else 1])

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), self._objects


class OverlayError(ValueError):
    """An overlay that is refused whole; `faults` says where and why.

    Each fault is a dict with error, file, line, column, key, given, limit and message.
    """

    def __init__(self, faults: list[dict[str, Any]]) -> None:
        self.faults = faults
        first = faults[0]
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        super().__init__(
            f"{first['file']}, line {first['line']}, column {first['column']}, {first['key'] or 'the root'}: "
            f"{first['message']}{more}"
        )

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.faults,)


class BatchError(TypeError):
    """Columns that a batch cannot take; the message names the column, what it is and what it has to be."""


def refused(vi: dict[str, Any], en: dict[str, Any]) -> Refused:
    return Refused(vi, en)


def overlay_error(check: dict[str, Any]) -> OverlayError:
    return OverlayError(check["errors"])
