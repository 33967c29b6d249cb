"""The chapters of the report, by question: who, what changed, what next, how sure."""
