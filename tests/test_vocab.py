"""`kgraph.vocab` is what the ontology says, and cannot drift from it unseen."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

from kgraph import model, vocab
from kgraph.background.codes import code_lists
from kgraph.settings import NAMESPACE, VERSION

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "scripts" / "make_vocab.py"


@pytest.fixture
def script() -> ModuleType:
    """The generator as a module."""
    spec = importlib.util.spec_from_file_location("make_vocab", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def terms() -> dict[str, str]:
    """Constant -> IRI for every term of ours."""
    return {name: value for name, value in vars(vocab).items() if isinstance(value, str) and value.startswith(NAMESPACE) and name != "KG"}


def test_the_module_is_what_the_ontology_makes_it() -> None:
    done = subprocess.run([sys.executable, str(SCRIPT), "--check"], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("name", "was", "becomes"),
    [("src/kgraph/vocab.py", '"attended"', '"attends"'), ("ontology/codes.toml", "commune level", "level of communes")],
)
def test_a_drift_is_noticed_and_mended(
    name: str, was: str, becomes: str, script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = [script.MODULE, script.CODES]
    for path in written:
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_bytes((ROOT / path).read_bytes())
    edited = tmp_path / name
    edited.write_text(edited.read_text("utf-8").replace(was, becomes), "utf-8")
    vars(script).update(ROOT=tmp_path)
    assert script.main(["--check"]) == 1
    assert capsys.readouterr().err == f"{name} differs from the ontology: run `python scripts/make_vocab.py`\n"
    assert script.main([]) == 0
    assert script.main(["--check"]) == 0
    assert [(tmp_path / path).read_bytes() for path in written] == [(ROOT / path).read_bytes() for path in written]


def test_what_is_missing_is_a_drift(script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    vars(script).update(ROOT=tmp_path)
    assert script.main(["--check"]) == 1
    assert capsys.readouterr().err.count("differs from the ontology") == 2


def test_the_module_imports_nothing() -> None:
    tree = ast.parse(Path(str(vocab.__file__)).read_text("utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]


def test_each_term_has_a_constant_named_after_it(script: ModuleType) -> None:
    assert set(terms().values()) == vocab.CLASSES | vocab.PROPERTIES
    assert {name: script.constant(iri) for name, iri in terms().items()} == {name: name for name in terms()}
    assert vocab.KG == NAMESPACE
    assert vocab.VERSION == VERSION
    assert terms()["ATTENDED"] == f"{NAMESPACE}attended"
    assert terms()["POSITION_HOLDING"] == f"{NAMESPACE}PositionHolding"


def test_classes_properties_and_relations_are_apart() -> None:
    assert not vocab.CLASSES & vocab.PROPERTIES
    assert vocab.RELATIONS < vocab.PROPERTIES
    assert not vocab.RELATIONS & vocab.DATATYPES.keys()
    assert vocab.HAS_POSITION not in vocab.RELATIONS
    assert {vocab.ATTENDED, vocab.ISSUED_BY, vocab.RUNS_CAMPAIGN} < vocab.RELATIONS


def test_broader_relations_are_those_of_the_contract() -> None:
    assert vocab.BROADER == {
        vocab.CHAIRED: (vocab.ATTENDED,),
        vocab.DIRECTED_AT: (vocab.ATTENDED,),
        vocab.SPOKE_AT: (vocab.ATTENDED,),
        vocab.PRESENTED_AT: (vocab.ATTENDED,),
        vocab.CONTINUES: (vocab.IMPLEMENTS,),
        vocab.LAUNCHED: (vocab.CONDUCTS,),
    }


def test_datatypes_are_those_a_writer_needs() -> None:
    assert vocab.DATATYPES[vocab.CONFIDENCE] == f"{vocab.XSD}decimal"
    assert vocab.DATATYPES[vocab.OBSERVED_ON] == f"{vocab.XSD}date"
    assert vocab.DATATYPES[vocab.TITLE] == vocab.LANG_STRING
    assert vocab.DATATYPES[vocab.QUOTE_WITHHELD] == f"{vocab.XSD}boolean"


def test_the_model_knows_the_same_codes() -> None:
    assert set(code_lists()["holding-status"]) == set(get_args(model.HoldingStatus))
    assert set(code_lists()) == {"level", "holding-status", "modality", "part-of-day", "date-resolution"}
