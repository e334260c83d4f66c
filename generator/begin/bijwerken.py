def werk_bij(*a): return []
