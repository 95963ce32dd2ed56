"""Tests of argmap.comparison."""
