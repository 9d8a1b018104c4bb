"""What follows: the rules of `ontology/rules`, run over a build until nothing new comes."""

from kgraph.reasoning.deriving import derive

__all__ = ["derive"]
