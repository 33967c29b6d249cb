"""The chapters of the report, named as the folders of models that they show."""
