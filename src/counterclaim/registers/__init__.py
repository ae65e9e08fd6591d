"""Registers: official lists loaded, screened against, and held against what reports claim; regimes in force."""
