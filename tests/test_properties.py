"""Whatever a page, the settings or the data are, the check ends with findings or with exit code 2."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts.parity.__main__ import main
from tests.helpers import CONFIG, described, page, site

GOOD = {f"docs/{code}/index.md": described(code, page("1 t, 2 a, 2 b")) for code in ("en", "de", "sw")}
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5) | st.integers(), inner, max_size=3),
    max_leaves=6,
)
DATA = (
    "docs/data/termbase.yml",
    "docs/data/conventions/de.yml",
    "docs/data/conventions/en.yml",
    "docs/data/interface/de.yml",
)
RELAXED = settings(deadline=None, max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site, written once."""
    return site(tmp_path_factory.mktemp("site"), GOOD)


def _ends(root: Path, name: str, content: bytes) -> None:
    path = root / name
    before = path.read_bytes()
    path.write_bytes(content)
    try:
        assert main(["--root", str(root)]) in {0, 1, 2}
    finally:
        path.write_bytes(before)


@given(content=st.binary(max_size=300) | st.text(max_size=300).map(str.encode), code=st.sampled_from(["en", "de"]))
@RELAXED
def test_any_page(root: Path, content: bytes, code: str) -> None:
    """Any bytes can stand where a page should."""
    _ends(root, f"docs/{code}/index.md", content)


@given(junk=JUNK)
@RELAXED
def test_any_front_matter(root: Path, junk: object) -> None:
    """Any YAML can stand in the front matter."""
    text = yaml.safe_dump({"description": junk} if not isinstance(junk, dict) else junk, allow_unicode=True)
    _ends(root, "docs/de/index.md", f"---\n{text}---\n{page('1 t, 2 a, 2 b')}".encode())


@pytest.mark.parametrize("name", [*DATA, "mkdocs.yml"])
@given(content=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@RELAXED
def test_any_bytes_as_data(root: Path, name: str, content: bytes) -> None:
    """Any bytes can stand where settings or data should."""
    _ends(root, name, content)


@pytest.mark.parametrize("name", [*DATA, "docs/data/links.yml", "mkdocs.yml", "docs/de/index.md"])
@pytest.mark.parametrize("sign", ["[", "{a: ", "- ", "? "])
def test_any_depth(root: Path, name: str, sign: str) -> None:
    """YAML nested so deeply that it would overflow the stack of its loader ends with findings or exit 2, too."""
    text = sign * 50_000
    _ends(root, name, (f"---\n{text}\n---\n# T\n" if name.endswith(".md") else text).encode())


@pytest.mark.parametrize("name", DATA)
@given(data=st.data())
@RELAXED
def test_any_value_in_data(root: Path, name: str, data: st.DataObject) -> None:
    """Any value can stand anywhere in the data."""
    content = yaml.safe_load((root / name).read_text("utf-8"))
    _ends(root, name, yaml.safe_dump(_spoilt(content, data), allow_unicode=True).encode())


@given(data=st.data())
@RELAXED
def test_any_value_in_the_settings(root: Path, data: st.DataObject) -> None:
    """Any value can stand anywhere in mkdocs.yml."""
    content = yaml.safe_load(CONFIG.replace("!ENV [SITE_LANGUAGE, en]", "en"))
    _ends(root, "mkdocs.yml", yaml.safe_dump(_spoilt(content, data), allow_unicode=True).encode())


def _spoilt(content: Any, data: st.DataObject) -> Any:
    """`content` with junk in one place, at any depth."""
    if not isinstance(content, dict | list) or not content or data.draw(st.integers(0, 4)) == 0:
        return data.draw(JUNK)
    if isinstance(content, list):
        place = data.draw(st.integers(0, len(content) - 1))
        return [*content[:place], _spoilt(content[place], data), *content[place + 1 :]]
    key = data.draw(st.sampled_from(sorted(content, key=str)))
    return {**content, key: _spoilt(content[key], data)}
