"""Other ways to staff a town, which the product is measured against."""
