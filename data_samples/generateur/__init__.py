"""Generator of the fictitious region: clean truth tables, then the files that a team would hand over."""
