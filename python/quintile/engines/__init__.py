"""What ties Quintile to dbt on DuckDB and on Spark."""
