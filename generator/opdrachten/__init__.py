"""Elke opdracht een dunne module: `voeg_toe(deel)` maakt haar argumenten, `doe(opties)` geeft de status."""
