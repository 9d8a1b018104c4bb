"""A graph as a notebook user meets it: typed things that know their sentences, and tables."""
