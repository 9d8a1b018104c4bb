"""Writes docs/reference/codebook.md from the ontology and the tables.

python scripts/make_codebook.py           write the page
python scripts/make_codebook.py --check   exit 1 if the page in the repository differs
"""

from __future__ import annotations

import sys
from pathlib import Path

from kgraph.exports.codebook import codebook

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "codebook.md"


def main() -> int:
    """Writes the page, or checks it."""
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(codebook(), encoding="utf-8", newline="\n")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == codebook():
        return 0
    print("docs/reference/codebook.md is out of step: run scripts/make_codebook.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
