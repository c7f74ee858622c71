"""The entities of an exhibition and the Show that holds them."""
