"""Soundness: the shapes of the ontology over a build, and what fails them as people read it."""
