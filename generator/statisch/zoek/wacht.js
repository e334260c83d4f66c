// Voor het eerste tekenen: staat er een vraag in het adres, dan wacht de pagina op haar uitslag en verspringt er niets.
if ([...new URLSearchParams(location.search)].some(([naam, waarde]) => naam !== "nu" && waarde.trim()))
  document.documentElement.dataset.zoekWacht = "";
