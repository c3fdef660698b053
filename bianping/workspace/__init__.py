"""Workspaces to start from: scenario files and the workbook that they read."""
