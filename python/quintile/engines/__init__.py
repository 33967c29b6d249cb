"""The links between Quintile and dbt, on DuckDB and on Spark."""
