"""The store: a case that lasts, in one SQLite file or a PostgreSQL database; nothing in it is ever changed."""
