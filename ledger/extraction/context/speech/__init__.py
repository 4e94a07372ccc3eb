"""How English says who says so: verbs of speech and their subjects, quotations, sources, pronouns."""
