"""The store: the graph of a build in memory, our own queries, and the queries of users under limits."""
