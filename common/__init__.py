"""What every room may use and none owns: reading checked YAML, and the error that a person is shown."""
