"""Figures that claim nothing, a file a construction, declared as ``exclusion``."""

DECLARES = "exclusion"
