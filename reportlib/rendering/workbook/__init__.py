"""The annex: every number of a bilan in a workbook, as a number."""
