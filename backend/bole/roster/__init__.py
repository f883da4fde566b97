"""Who the talents are: names, documents, careers, and where they stand."""
