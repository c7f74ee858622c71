"""Drawings as PDF, through ReportLab."""
