"""The build backend: scikit-build-core, with the C++ core carried along in a source distribution.

In a checkout the core lies two folders up. A source distribution cannot reach there, so that it takes a copy, `core/`,
for the time of its making.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from scikit_build_core import build as _scikit

build_wheel = _scikit.build_wheel
build_editable = _scikit.build_editable
get_requires_for_build_wheel = _scikit.get_requires_for_build_wheel
get_requires_for_build_sdist = _scikit.get_requires_for_build_sdist
get_requires_for_build_editable = _scikit.get_requires_for_build_editable
prepare_metadata_for_build_wheel = _scikit.prepare_metadata_for_build_wheel
prepare_metadata_for_build_editable = _scikit.prepare_metadata_for_build_editable

_here = Path(__file__).resolve().parent.parent
_core = _here / "core"
_checkout = _here.parent.parent


def build_sdist(sdist_directory: str, config_settings: dict[str, Any] | None = None) -> str:
    """A source distribution with the core in it, made from a checkout or from another source distribution."""
    copied = not _core.exists()
    if copied:
        for name in ("CMakeLists.txt", "include", "src", "cmake", "LICENSE"):
            source, target = _checkout / name, _core / name
            target.parent.mkdir(exist_ok=True)
            shutil.copytree(source, target) if source.is_dir() else shutil.copy2(source, target)
        shutil.copy2(_checkout / "LICENSE", _here / "LICENSE")
    try:
        return _scikit.build_sdist(sdist_directory, config_settings)
    finally:
        if copied:
            shutil.rmtree(_core)
            (_here / "LICENSE").unlink()
