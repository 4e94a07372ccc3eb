"""The checks of upkeep (family H), a file each: what excuses findings and should not."""

DECLARES = "check"
