"""What the person may ask of their data, what is erased and what stays, and who read too much."""
