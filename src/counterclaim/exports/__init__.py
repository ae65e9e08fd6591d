"""Views of a ledger: one file a format."""
