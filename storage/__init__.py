"""The only room that knows SQL. What it keeps, for whom and how long stands in `tables`."""
