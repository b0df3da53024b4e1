"""`python -m tests.bench [PAGES]`: what the gate costs, beside plain MkDocs on the same generated pages, in one run.

Times are processor seconds, which noise of other programs disturbs least; the ratio is what counts.
"""

from __future__ import annotations

import io
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import redirect_stdout
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from scripts.links import ledger
from scripts.links.__main__ import main as publish
from tests.conftest import copy_sources

CODES = ("en", "de", "bg", "hi", "sw")
WORDS = 1000
"""Of a page in English, about; every real page is cut after the section that comes closest to it."""
NOTE = re.compile(r"(?m)^\[\^[^\]]+\]:.*(?:\n[ ]+.*)*$")
ROUNDS = 3
"""Other programs only ever add to a cost, so the least of several rounds is closest to it."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took."""

    processor: float
    """Seconds, of all its processes."""
    wall: float
    """Seconds."""
    memory: float
    """MB of its largest process."""


def generate(root: Path, pages: int) -> int:
    """Make the site at `root` have `pages` pages in each language, out of the real ones; their words in English."""
    words, english = 0, {path.stem: path.read_text("utf-8") for path in (root / "docs" / CODES[0]).glob("*.md")}
    sections = {name: _enough(text) for name, text in english.items()}
    for code in CODES:
        folder = root / "docs" / code
        models = sorted(folder.glob("*.md"))
        texts = {model.stem: model.read_text("utf-8") for model in models}
        for model in models:
            model.unlink()
        for number in range(pages):
            name, text = sorted(texts.items())[number % len(texts)]
            own = re.sub(r"\{ #([\w-]+) \}", rf"{{ #\1-{number} }}", _first(text, sections[name]))
            own = re.sub(r"\]\([\w-]+\.md[^)]*\)", "](index.md)", own)
            own = re.sub(r"(?m)^<div data-.*\n", "", own)  # lists of the whole site would cost MkDocs more than pages
            own = re.sub(r"(?m)^(description: [\"']?)(.)", rf"\g<1>{number}. \2", own)
            own = re.sub(r"(?m)^# (.*?) \{", rf"# \1 {number} {{", own)
            (folder / ("index.md" if number == 0 else f"{name}-{number}.md")).write_text(own, "utf-8")
            words += len(own.split()) if code == "en" else 0
    configuration = root / "mkdocs.yml"
    text = re.sub(r"(?ms)^nav:\n.*?\n\n", "", configuration.read_text("utf-8"))
    configuration.write_text(text.replace("  - scripts/hooks/check.py\n", "").replace("strict: true", "strict: false"))
    return words


def _enough(text: str) -> int:
    """How many sections of a page have together about `WORDS` words."""
    counts = list(accumulate(len(section.split()) for section in text.split("\n## ")))
    return min(range(len(counts)), key=lambda number: abs(counts[number] - WORDS)) + 1


def _first(text: str, sections: int) -> str:
    """A page with its first sections only, and with the footnotes that they need."""
    body = "\n## ".join(text.split("\n## ")[:sections])
    notes = NOTE.findall(text)
    body = NOTE.sub("", body).rstrip()
    return "\n".join([body, "", *(note for note in notes if note.partition(":")[0] in body)]) + "\n"


def measure(command: list[str], root: Path, **environment: str) -> Cost:
    """The cost of `command`, run in `root`; raises AssertionError if it breaks off."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    run = subprocess.run(command, cwd=root, env={**os.environ, **environment}, capture_output=True, check=False)
    assert run.returncode in (0, 1) and b"Traceback" not in run.stderr, run.stderr.decode()[-600:]
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(processor, time.monotonic() - start, after.ru_maxrss / 1024)


def _round(root: Path, own: Path) -> tuple[Cost, Cost, Cost, Cost]:
    """Each cost once, one after another: the gate cold, after one page changed, on the real pages, and plain MkDocs."""
    check = [sys.executable, "-m", "scripts.parity"]
    for folder in (root, own):
        shutil.rmtree(folder / ".build", ignore_errors=True)
    cold = measure(check, root)
    with next((root / "docs/de").glob("bpo-*.md")).open("a") as page:
        page.write("\nEin Satz mehr.\n")
    warm, real = measure(check, root), measure(check, own)
    shutil.rmtree(root / ".preview", ignore_errors=True)
    plain = [measure([sys.executable, "-m", "mkdocs", "build", "--quiet"], root, SITE_LANGUAGE=code) for code in CODES]
    mkdocs = Cost(sum(c.processor for c in plain), sum(c.wall for c in plain), max(c.memory for c in plain))
    return cold, warm, real, mkdocs


def main(argv: list[str]) -> int:
    """Print the costs."""
    pages = int(argv[0]) if argv else 100
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as other:
        root = copy_sources(Path(folder))
        words = generate(root, pages)
        (root / ledger.path(Path("docs"))).unlink()
        with redirect_stdout(io.StringIO()):
            publish(["--root", str(root), "--add"])
        print(f"{pages} pages in {len(CODES)} languages, {words // pages} words a page in English")
        copy_sources(Path(other))
        rounds = [_round(root, Path(other)) for _ in range(ROUNDS if pages <= 100 else 1)]
    gate, again, own, mkdocs = (min(costs, key=lambda cost: cost.processor) for costs in zip(*rounds, strict=True))
    rows = (
        ("gate, without a cache", gate),
        ("gate, after one page changed", again),
        ("gate on the real pages, without a cache", own),
        ("plain mkdocs build, all languages", mkdocs),
    )
    for name, cost in rows:
        print(f"{name:40} {cost.processor:7.1f} s processor  {cost.wall:7.1f} s  {cost.memory:5.0f} MB")
    print(f"{'gate without a cache / mkdocs':40} {gate.processor / mkdocs.processor:7.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
