"""The recipe that makes the language model. Imports counterclaim; nothing of counterclaim imports it."""
