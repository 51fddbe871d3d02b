"""Disclosure: the only place where a number may be withheld; after it nothing computes."""

from reportlib.disclosure.attack import recoverable
from reportlib.disclosure.left_out import release_left_out
from reportlib.disclosure.release import Audience, release

__all__ = ["Audience", "recoverable", "release", "release_left_out"]
