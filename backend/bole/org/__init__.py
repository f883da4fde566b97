"""Units, posts, and who holds them: the tree that everything else hangs on."""
