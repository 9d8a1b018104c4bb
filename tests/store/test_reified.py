"""Statements become reifiers; what is no whole statement stays as it is."""

from __future__ import annotations

from kgraph.store.reified import reified

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def test_what_lacks_a_part_or_has_one_twice_stays() -> None:
    part = f"<e:st> <{RDF}subject> <e:a> <e:g> ."
    assert [str(quad) for quad in reified(part)] == [part.removesuffix(" .")]
    whole = [f"<e:st> <{RDF}{name}> <e:{name}> <e:g> ." for name in ("subject", "predicate", "object")]
    assert len(list(reified("\n".join([*whole, f'<e:st> <{RDF}object> "b" <e:g> .'])))) == 4
