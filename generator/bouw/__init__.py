"""De bouw: de schil, het stempelen, het hergebruik, het nazicht en de wissel. De enige die de site schrijft."""
