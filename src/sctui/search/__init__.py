"""Search over all cards: a query language as in Anki, answered from an index in memory. Knows no screen."""
