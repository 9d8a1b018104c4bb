"""What is one across articles: printings of one text, and the events that they report."""
