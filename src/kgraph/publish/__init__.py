"""Publishing: a graph sent to another server, graph by graph, again and again to the same end."""
