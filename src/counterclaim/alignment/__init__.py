"""Claims of many documents to propositions, their figures and their standing."""
