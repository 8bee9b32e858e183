"""What a notebook shows of an answer, as the HTML that it is given."""

from datetime import date

import ansinh

due = ansinh.assess(date(2026, 11, 22), 1_500_000, groups={"near_poor"}, province="56")
print(due._repr_html_())
