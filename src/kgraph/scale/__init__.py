"""From one laptop to a cluster: sources in shards, each read alone by whoever is free, and what they gave put together."""
