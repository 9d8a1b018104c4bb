"""The questions of `ontology/questions`: SPARQL with a head that says what it takes, what it shows, and when it cannot answer."""
