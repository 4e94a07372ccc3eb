"""Arithmetic inside a text: figures that one sentence ties to each other, as ranges that can be reckoned with."""
