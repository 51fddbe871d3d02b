"""Bilans of the engagement charter and of career-change files (PTP), from registers to pages."""

__version__ = "0.2.0"
