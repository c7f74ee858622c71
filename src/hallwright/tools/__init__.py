"""Tools of the canvas: each sees pointer events in millimetres and answers keep, commit or revert; no Qt."""
