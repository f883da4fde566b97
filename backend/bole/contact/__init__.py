"""Leaders and the talents they look after: who contacts whom, what was said, and what came of it."""
