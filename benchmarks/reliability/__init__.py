"""Measurements of what kgraph promises in RELIABILITY.md and SECURITY.md, one experiment in each file."""
