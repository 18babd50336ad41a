"""A pack of rules with one rule."""

PACK = """- id: house.word
  message: 不用“{words}”
  severity: warning
  source: {standard: 本单位}
  words: [搞好]
  bad:
    - '⟦搞好⟧工作'
  good:
    - '做好工作'
"""
