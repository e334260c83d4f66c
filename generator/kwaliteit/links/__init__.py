"""Nakijken of websites en maildomeinen er nog zijn: beleefd, met twee keer kijken, en zonder ooit een bouw tegen te houden."""
