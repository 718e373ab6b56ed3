return text(remaining())
