"""What the pages of docs/ show: the docs site, answers to questions, and pictures."""
