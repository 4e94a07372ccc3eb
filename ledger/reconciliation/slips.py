"""Whether one figure can be a slip of the pen for the other: two digits swapped, one wrong, one lost, the point moved."""

from __future__ import annotations

from operator import ne


def slip(one: str, other: str) -> str:
    """What turns the digits of one figure (point left out, zeros at the end kept off) into those of the other, else "".

    Only slips that chance makes seldom: a swap of two unequal digits; one digit wrong, added or lost among three or more;
    the same two or more digits at another scale.
    """
    if one == other:
        return "scale" if len(one) > 1 else ""
    longer = len(one) - len(other)
    if longer not in (-1, 0, 1):
        return ""
    if not longer:
        if one == other[::-1]:
            return "swapped digits"
        if len(one) < 3:
            return ""
        wrong = sum(map(ne, one, other))
        if wrong == 2:
            at = next(at for at, (mine, theirs) in enumerate(zip(one, other, strict=True)) if mine != theirs)
            return "swapped digits" if one[at : at + 2] == other[at : at + 2][::-1] else ""
        return "one digit" if wrong == 1 else ""
    short, long = (other, one) if longer > 0 else (one, other)
    if len(short) < 2:
        return ""
    if short[0] != long[0] and short[-1] != long[-1]:
        return ""
    same = next((at for at, (mine, theirs) in enumerate(zip(short, long, strict=False)) if mine != theirs), len(short))
    return "one digit more" if long[same + 1 :] == short[same:] else ""


def a_digit_off(one: str, other: str) -> bool:
    """Whether of two digits one is wrong (66 and 56), or one digit has another put in front of it (9 and 19)."""
    if len(one) == len(other) == 2:
        return (one[0] == other[0]) != (one[1] == other[1])
    short, long = (one, other) if len(one) < len(other) else (other, one)
    return len(short) == 1 and len(long) == 2 and long[0] == "1" and long[1] == short != "0"
