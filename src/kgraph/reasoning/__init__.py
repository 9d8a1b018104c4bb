"""What follows: the rules of `ontology/rules`, run over a build until nothing new comes."""

from kgraph.reasoning.deriving import derive, properties
from kgraph.reasoning.rules import Rule, load_rules

__all__ = ["Rule", "derive", "load_rules", "properties"]
