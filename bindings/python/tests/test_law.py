"""Laws: overlays in every form, their faults, independence, and what a closed one says."""

from __future__ import annotations

import json
import pickle
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import ansinh

DAY = date(2027, 1, 2)
DRAFT: dict[str, Any] = {
    "name": "draft",
    "programmes": [
        {
            "id": "draft_2027",
            "territory": {"province": ["56"]},
            "from": "2027-01-01",
            "standing": "draft",
            "citation": {"instrument": "draft", "provision": ""},
            "rules": [{"per_month": {"fixed": 50_000}}],
        }
    ],
}


def top_up(law: ansinh.Law) -> int:
    return law.assess(DAY, 2_200_000, province="56").province_top_up


def test_an_overlay_in_every_form(tmp_path: Path) -> None:
    text = json.dumps(DRAFT)
    file = tmp_path / "draft.json"
    file.write_text(text)
    laws = [ansinh.Law(form) for form in (DRAFT, text, text.encode(), file)]
    assert {law.digest for law in laws} == {laws[0].digest} and laws[0].digest != ansinh.built_in_law().digest
    assert {top_up(law) for law in laws} == {50_000}
    assert "draft_2027" in laws[0].programmes and "draft_2027" not in ansinh.built_in_law().programmes


def test_two_laws_are_independent() -> None:
    other = json.loads(json.dumps(DRAFT).replace("50000", "90000"))
    first, second = ansinh.Law(DRAFT), ansinh.Law(other)
    assert (top_up(first), top_up(second), top_up(first)) == (50_000, 90_000, 50_000)
    assert top_up(ansinh.Law(DRAFT, other)) == 90_000, "laid over in their order"


def test_the_whole_law_reads_back() -> None:
    law = ansinh.Law(DRAFT)
    assert ansinh.Law(law.json()) == law and hash(ansinh.Law(law.json())) == hash(law)
    assert pickle.loads(pickle.dumps(law)).digest == law.digest
    assert ansinh.Law() == ansinh.built_in_law()
    assert repr(law) == f"Law({law.digest})"
    assert law.groups[:4] == ("poor", "island", "near_poor", "ethnic_minority") and law.layers == ("province", "locality")


def test_faults_are_listed_with_their_place() -> None:
    with pytest.raises(ansinh.OverlayError) as caught:
        ansinh.Law({"name": "a"}, '{"name":"x",\n "layer":[], "group":[]}')
    faults = caught.value.faults
    assert [fault["error"] for fault in faults] == ["unknown_key", "unknown_key"]
    assert (faults[0]["file"], faults[0]["line"], faults[0]["key"]) == ("overlay 2", 2, "layer")
    assert "overlay 2, line 2" in str(caught.value) and "1 more" in str(caught.value)
    assert pickle.loads(pickle.dumps(caught.value)).faults == faults


@pytest.mark.parametrize("bad", ["", "{", "[]", b"\xff\xfe", "null", '{"name":"\\ud800"}', "\ufeff{}", "{" * 100])
def test_broken_overlays_are_refused(bad: Any) -> None:
    with pytest.raises(ansinh.OverlayError):
        ansinh.Law(bad)


def test_floats_and_strangers_are_no_overlay() -> None:
    with pytest.raises(TypeError, match=r"programmes\[0\].rules\[0\].per_month.floor_share: float"):
        ansinh.Law({"name": "x", "programmes": [{"rules": [{"per_month": {"floor_share": 0.3}}]}]})
    with pytest.raises(TypeError, match="overlay: a dict"):
        ansinh.Law(3)  # type: ignore[arg-type]
    with pytest.raises(FileNotFoundError):
        ansinh.Law(Path("no-such-file.json"))


def test_check_tells_without_raising() -> None:
    assert ansinh.built_in_law().check(DRAFT, file="draft.json")["valid"] is True
    checked = ansinh.built_in_law().check("{", file="draft.json", language="en")
    assert checked["valid"] is False and checked["errors"][0]["file"] == "draft.json"


def test_listings() -> None:
    law = ansinh.built_in_law()
    assert "1500000" in law.listing("rural_poverty_line", date(2026, 1, 1), format="csv")
    assert law.listing(province="01", language="en") != law.listing(province="56", language="en")
    assert len(law.open_items(language="en")) > 1000
    for arguments in ({"parameter": "no_such"}, {"province": "2"}, {"province": "xx"}):
        with pytest.raises(ValueError):
            law.listing(**arguments)  # type: ignore[arg-type]
    assert ansinh.verified_on() == date(2026, 11, 22)


def test_a_closed_law_says_so() -> None:
    with ansinh.Law(DRAFT) as law:
        due = law.assess(DAY, 2_200_000, province="56")
        assert not law.closed
    assert law.closed and repr(law) == "Law(closed)"
    for use in (lambda: law.digest, lambda: top_up(law), due.explain, lambda: law.assess_batch({}), law.json, law.open_items):
        with pytest.raises(ValueError, match="this law was closed"):
            use()
    assert due.province_top_up == 50_000, "what was computed stays"
    law.close()
