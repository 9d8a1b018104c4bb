"""Where things are and how they are called: the ontology folder and the base of all names."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

VERSION = "0.1.0"
NAMESPACE = "https://w3id.org/kgraph-vn/ns#"
BASE = "https://w3id.org/kgraph-vn/"


def ontology_folder() -> Path:
    """The folder with vocabulary, lexicon and authority files: inside the wheel, or beside `src` in a checkout.

    >>> (ontology_folder() / "kgraph.ttl").is_file()
    True
    """
    inside = Path(__file__).parent / "ontology"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "ontology"


class Settings(BaseModel):
    """What one build is told; frozen, and the same for every article of the build."""

    model_config = ConfigDict(frozen=True)

    base: str = Field(default=BASE, pattern=r"^https?://[^\s<>\"{}|\\^`]+[/#]$", description="start of every resource name")
    max_article_bytes: int = Field(default=5_000_000, gt=0, description="a larger text, page, line or row is quarantined")
    max_unpacking: int = Field(default=200, gt=0, description="a packed file that grows more than so many times is quarantined")
