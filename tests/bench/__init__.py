"""`make bench`: bole against hand-written SQL and others, on one database, in one run, as ratios."""
