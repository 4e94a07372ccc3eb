"""The formats that are read, a module a format, declared as ``reader``."""

DECLARES = "reader"
