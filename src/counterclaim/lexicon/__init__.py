"""Curated tables, as YAML that an analyst can read, and their typed form."""
