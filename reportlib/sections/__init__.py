"""Chapters of the bilans: released figures in, blocks out. No figure is computed here."""
