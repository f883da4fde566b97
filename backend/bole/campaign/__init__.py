"""每季一更新: each unit confirms its people, who is not confirmed turns stale, and the quarter's figures freeze."""
