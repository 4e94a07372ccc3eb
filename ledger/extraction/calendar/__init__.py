"""Dates of a text: how they are written, which year they mean, and what period a figure speaks of."""
