"""Generator of the fictitious region: clean truth tables, then files as a team hands over."""
