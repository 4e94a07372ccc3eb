"""Kinds of quantity, a file each, declared as ``rule``."""

DECLARES = "rule"
