"""Parsed sentences to claims: attribution, events, factuality, figures."""
