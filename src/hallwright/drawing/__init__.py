"""What a plan, a sheet and a badge look like: primitives in millimetres, without any painter."""
