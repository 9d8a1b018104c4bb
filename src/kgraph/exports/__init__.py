"""The graph in the formats of others: one module per format, each a projection of `graph.nq`."""
