"""Cards in Markdown, with pictures and formulas: a small tree, and the tree as text or HTML."""
