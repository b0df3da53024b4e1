"""From Markdown in five languages to a finished site: read, parse, compare, render, assemble, verify, swap."""
