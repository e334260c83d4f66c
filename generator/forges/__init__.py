"""GitHub, GitLab en Forgejo: een issue maken, er antwoord in geven, en een voorstel klaarzetten. Wat iemand schreef, is
hier alleen tekst.
"""
