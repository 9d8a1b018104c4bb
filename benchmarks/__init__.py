"""Measurements of speed, growth and memory."""
