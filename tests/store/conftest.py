"""The cases that the store's tests work on."""

from tests.store.places import place, store

__all__ = ["place", "store"]
