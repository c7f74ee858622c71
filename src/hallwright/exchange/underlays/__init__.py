"""Drawings and pictures of venues - DXF, SVG, PDF, PNG, JPEG - read into the content of underlays."""
