"""The directory of levels and who is recognised by it: drafts and what-if, applications, certificates, programmes."""
