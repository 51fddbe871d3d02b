"""Rendering: from block records and Markdown to accessible pages, on screen and on paper.

``document.from_notebook`` is the door in; ``html.html`` and ``pdf.pdf`` draw the same document, so
they say the same. ``fragment`` draws one block in JupyterLab.
"""
