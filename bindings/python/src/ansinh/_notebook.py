"""How answers show in a notebook."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._core import Assessment

_FLAGS = {
    "projected": "tính theo luật tương lai / projected",
    "off_step": "thu nhập lệch bậc / income off the step",
    "support_cut": "hỗ trợ bị cắt bớt / support cut",
    "support_exhausted": "hết 120 tháng hỗ trợ / months of support used up",
    "local_unknown": "chưa có dữ liệu về hỗ trợ của địa phương / local law not known",
    "unsettled": "chưa chắc chắn / not settled",
}


def _dong(amount: int) -> str:
    return f"{amount:,}".replace(",", ".") + " đ"


def assessment_html(answer: Assessment) -> str:
    """A small table: who pays what, and what the answer rests on. Every text is escaped."""
    rows = [
        ("Mức đóng / contribution", answer.contribution),
        ("Nhà nước hỗ trợ / central support", answer.central_support),
        *((f"{layer.layer} ({layer.programme})", layer.amount) for layer in answer.layers),
        ("Hỗ trợ khác / other support", answer.other_support),
        ("Người tham gia đóng / participant", answer.participant_share),
    ]
    lines = [
        f"<tr><td style='text-align:left'>{escape(name)}</td><td style='text-align:right'>{_dong(amount)}</td></tr>"
        for name, amount in rows
        if amount or name.startswith(("Mức", "Người"))
    ]
    notes = "".join(f"<li>{escape(_FLAGS[flag])}</li>" for flag in sorted(answer.flags))
    footer = f"<ul>{notes}</ul>" if notes else ""
    return (
        f"<table><caption>{answer.months} tháng / months, {escape(answer.law.digest)}</caption>"
        f"<tbody>{''.join(lines)}</tbody></table>{footer}"
    )
