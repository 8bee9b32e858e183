"""The pension of one record in straightforward Python with fractions: month by month, as one would write it down.

    pension_fractions.py RECORD.csv EXPECTED

RECORD has a line a span: first month (months since 1970-01), months, income. A woman who retires in 2026. Prints the
seconds of the fastest of several rounds; ends with 1 where the pension is not EXPECTED.
"""

import sys
import time
from fractions import Fraction

# Letter 340/BHXH-CSXH (2026).
COEFFICIENTS = dict(
    zip(
        range(2008, 2027),
        map(
            Fraction,
            "2.29 2.14 1.96 1.65 1.51 1.42 1.36 1.36 1.32 1.28 1.23 1.20 1.16 1.14 1.11 1.07 1.03 1.00 1.00".split(),
        ),
    )
)


def pension(spans):
    """VND per month, rounded once: Law 41/2024/QH15 art. 5(6), 99, 104."""
    total, months = Fraction(0), 0
    for first, count, income in spans:
        for month in range(first, first + count):
            total += income * COEFFICIENTS[1970 + month // 12]
            months += 1
    average = total / months
    odd = months % 12
    years = Fraction(months // 12) + (0 if odd == 0 else Fraction(1, 2) if odd <= 6 else 1)
    rate = min(Fraction(45) + (years - 15) * 2, Fraction(75)) / 100
    exact = average * rate
    return (exact.numerator * 2 + exact.denominator) // (exact.denominator * 2)


def main(path, expected):
    with open(path) as lines:
        spans = [tuple(map(int, line.split(","))) for line in lines]
    fastest, times = float("inf"), 200
    for _ in range(7):
        start = time.perf_counter()
        for _ in range(times):
            found = pension(spans)
        fastest = min(fastest, (time.perf_counter() - start) / times)
    print(fastest)
    return 0 if found == expected else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
