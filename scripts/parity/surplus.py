"""What one side of a comparison has more often than the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

T = TypeVar("T")


def surplus(items: Sequence[T], others: Sequence[T], key: Callable[[T], Hashable]) -> list[T]:
    """The last of `items` with each key that they have more often than `others`, in their order."""
    more = Counter(map(key, items)) - Counter(map(key, others))
    left = []
    for item in reversed(items) if more else ():
        if more[key(item)] > 0:
            more[key(item)] -= 1
            left.append(item)
    return left[::-1]
