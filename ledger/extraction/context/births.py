"""The words that make a date somebody's birth: "born in", "b.", "born on a farm in", "born to bakers in Lumen on"."""

from __future__ import annotations

_WORD = r"(?!(?:who|which|that|when|where|whose|and|but|after|before|then|later)\b)[^\W\d_][\w’'-]*"
BORN = rf"(?:[Bb]orn|b\.)\s(?:(?:in|at|near|on|to|into|of)\s(?:(?:{_WORD}|\d\d?)\s){{1,8}}(?=(?:in|on)\s$))?(?:on |in )?$"
"""A pattern of what stands right before the date; behind ``\\b``."""
