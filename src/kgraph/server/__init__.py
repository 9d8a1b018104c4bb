"""The server: SPARQL, linked data and search over a graph, from workers that may be killed, for readers who may be anybody."""
