"""The checks, a file each, declared as ``check``: X across claims, A arithmetic inside a text, D dates and durations, U units."""

DECLARES = "check"
