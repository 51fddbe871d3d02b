"""Generator of a fictitious public list of training organisations, from real published counts."""
