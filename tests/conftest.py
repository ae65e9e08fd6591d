"""How the property tests run: as many examples and as much time everywhere."""

from hypothesis import settings

settings.register_profile("counterclaim", max_examples=100, deadline=None)
settings.load_profile("counterclaim")
