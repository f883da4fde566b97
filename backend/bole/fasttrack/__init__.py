"""一事一议: a case opened for one talent or team, promised within working days, and who held it how long."""
