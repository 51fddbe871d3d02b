"""A busy machine is slow, not wrong: no deadline on an example."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("sans_delai", deadline=None)
settings.load_profile("sans_delai")
