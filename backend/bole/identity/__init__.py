"""Who is asking: accounts on posts, roles of posts, sign-in and sessions, partner systems and their keys."""
