"""Policy as dated data: what a code means from when to when, and which days are worked."""
