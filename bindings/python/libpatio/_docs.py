DOCS: dict = {}
