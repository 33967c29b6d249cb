"""docs/questions.md: plain statements of promised tables, with the answers of the sample."""

from __future__ import annotations

import duckdb
import pytest
import sqlglot
from conftest import ROOT
from sqlglot import expressions

from quintile.documentation.questions import answered, statements

PAGE = (ROOT / "docs/questions.md").read_text()


def test_answers_are_those_of_the_sample(sample_build):
    """A plain connection finds the tables that are in the schema main alone."""
    with duckdb.connect(str(sample_build.database), read_only=True) as connection:
        assert answered(PAGE, connection) == PAGE


def test_every_question_has_rows_for_an_answer(sample_build):
    assert len(statements(PAGE)) == PAGE.count("\n## ") == 15
    for statement in statements(PAGE):
        assert len(sample_build.query(statement)) > 1


@pytest.mark.parametrize("statement", statements(PAGE))
def test_a_question_takes_one_join_at_most(statement):
    parsed = sqlglot.parse_one(statement, dialect="duckdb")
    assert len([*parsed.find_all(expressions.Join)]) <= 1
    assert len([*parsed.find_all(expressions.Select)]) == 1


def test_former_answers_are_replaced():
    page = "before\n```sql\nselect 1.5 as a, null as b, 'x|y' as c;\n```\n\n| z |\n| --- |\n\nafter"
    with duckdb.connect() as connection:
        answer = "| a | b | c |\n| --- | --- | --- |\n| 1.50 |  | x\\|y |\n"
        assert answered(page, connection) == page.replace("| z |\n| --- |\n", answer)
