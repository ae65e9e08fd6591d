"""The store: an append-only case of documents, readings, runs and corrections, on SQLite or PostgreSQL."""
