"""A list in DuckDB, priced through Arrow without a copy, and its answers queried as a table."""

import duckdb
import pyarrow

import ansinh

people = duckdb.sql(
    """
    SELECT DATE '2026-11-22' AS paid_on,
           1500000 + 50000 * (i % 20) AS income,
           CASE i % 3 WHEN 0 THEN 'poor' WHEN 1 THEN 'near_poor' ELSE '' END AS groups
    FROM range(3000) AS list(i)
    """
).arrow()
people = people if isinstance(people, pyarrow.Table) else people.read_all()
answers = ansinh.assess_batch(people, province="01").to_pyarrow()
print(
    duckdb.sql(
        """
        SELECT status::VARCHAR AS status, count(*) AS rows, sum(contribution)::BIGINT AS contribution,
               sum(central_support)::BIGINT AS central_support, sum(participant_share)::BIGINT AS participant_share
        FROM answers GROUP BY 1
        """
    ).fetchall()
)
