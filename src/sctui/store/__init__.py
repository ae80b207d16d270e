"""SQLite: schema, cards, reviews. The only package that imports sqlite3."""
