"""From a Markdown master to the formats of the corpus: one module a format."""
