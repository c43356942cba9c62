"""The catalogue as editors see it: one YAML file per record, checked against schemas that teach."""
