"""What every slice stands on. Knows no domain: no talent, no card, no city."""
