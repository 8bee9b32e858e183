"""Prints leaflets by Chromium and holds each to what a reader needs of it.

    print_leaflets.py ANSINH FOLDER

For each paper, language and case: one page, of the paper's size; its text, as the PDF gives it back, has the title, every
amount of every row, and the words that must be said; nothing is cut off at the right or at the foot.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

SIZES = {"A4": (210, 297), "A5": (148, 210)}  # mm
CASES = {
    "near-poor-ha-noi": ["--group", "near_poor", "--province", "01"],
    "poor-unknown-factor": ["--group", "poor", "--province", "79", "--fixed-factor", "1.35"],
    "everyone": [],
}
DAY = "2026-12-22"
SAYS = {
    "vi": ("Bảo hiểm xã hội tự nguyện", "Minh họa, không phải quyết định", "Nghị định 159/2025/NĐ-CP"),
    "en": ("Voluntary social insurance", "An illustration, not a decision", "Decree 159/2025/NĐ-CP"),
}


def run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout


def dotted(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


def amounts_of(html: str) -> list[str]:
    """Every amount of the tables, as the page has them."""
    return re.findall(r">(\d[\d.]*)</t[hd]>", html)


def check_amounts(ansinh: str, html: str, options: list[str]) -> int:
    """The first row against `ansinh assess`: the page has no figure of its own."""
    rows = re.findall(r"<tr[^>]*><th scope=\"row\">(.*?)</th>(.*?)</tr>", html)
    checked = 0
    payment = [option for option in options if option not in ("--fixed-factor", "1.35")]
    for income, cells in rows[: len(rows) // 2]:
        shown = re.findall(r">([\d.]+)</td>", cells)
        for term, share in zip((1, 3, 6, 12), shown[3:]):
            answer = json.loads(
                run(ansinh, "assess", "--paid-on", DAY, "--income", income, "--term", str(term), *payment, "--format", "json")
            )
            assert dotted(answer["participant_share"]) == share, (income, term, share)
            if term == 1:
                assert dotted(answer["contribution"]) == shown[0] and dotted(answer["central_support"]) == shown[1]
                assert dotted(answer["local_top_up"]) == shown[2]
            checked += 1
    return checked


def print_page(page: Path, pdf: Path) -> None:
    run(
        "chromium",
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
        f"--user-data-dir={pdf.parent / 'profile'}",
        f"--print-to-pdf={pdf}",
        page.resolve().as_uri(),
    )


def check_pdf(pdf: Path, paper: str, html: str, language: str) -> None:
    info = run("pdfinfo", str(pdf))
    assert re.search(r"Pages:\s+1\n", info), f"{pdf.name}: more than one page"
    width, height = (float(size) * 25.4 / 72 for size in re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", info).groups())
    assert abs(width - SIZES[paper][0]) < 1 and abs(height - SIZES[paper][1]) < 1, (pdf.name, width, height)
    text = unicodedata.normalize("NFC", run("pdftotext", "-layout", str(pdf), "-"))
    flat = " ".join(text.split())
    for words in SAYS[language]:
        assert words in flat, f"{pdf.name}: {words!r} is not on the page"
    assert "\ufffd" not in text
    printed = re.findall(r"\d[\d.]*", text)
    for amount in amounts_of(html):
        assert amount in printed, f"{pdf.name}: {amount} is not on the page"
    # Where each word stands, in points: within the margins.
    boxes = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', run("pdftotext", "-bbox", str(pdf), "-"))
    assert len(boxes) > 200
    margin = 15
    right, foot = SIZES[paper][0] * 72 / 25.4 - margin, SIZES[paper][1] * 72 / 25.4 - margin
    for left, top, to, bottom in boxes:
        assert float(left) > margin and float(top) > margin and float(to) < right and float(bottom) < foot, (pdf.name, left, top)


def main(ansinh: str, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    passed = compared = 0
    for case, options in CASES.items():
        for paper in SIZES:
            for language in SAYS:
                name = f"{case}-{paper}-{language}"
                command = [ansinh, "table", "--leaflet", "--paid-on", DAY, "--paper", paper, "--lang", language, *options]
                html = run(*command)
                (folder / f"{name}.html").write_text(html)
                (folder / f"{name}.svg").write_text(run(*command, "--format", "svg"))
                if language == "vi":
                    compared += check_amounts(ansinh, html, options)
                print_page(folder / f"{name}.html", folder / f"{name}.pdf")
                check_pdf(folder / f"{name}.pdf", paper, html, language)
                # A drawing of the paper's own size has the same amounts.
                svg = (folder / f"{name}.svg").read_text()
                assert all(f">{amount}<" in svg for amount in amounts_of(html)), name
                passed += 1
                print(f"ok: {name}")
    print(f"{passed} pages passed, 0 failed; {compared} shares equal `ansinh assess`")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
