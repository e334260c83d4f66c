"""De tabel van alle codes: soort, tekst en oplossing. Accolades worden gevuld met de waarde op de plek van de fout."""

from typing import NamedTuple


class Code(NamedTuple):
    soort: str
    tekst: str
    oplossing: str


def _f(tekst: str, oplossing: str) -> Code:
    return Code("fout", tekst, oplossing)


def _w(tekst: str, oplossing: str) -> Code:
    return Code("waarschuwing", tekst, oplossing)


# fmt: off  (een code is een regel)
CODES: dict[str, Code] = {
    # Bestand en tekens
    "SK001": _f(
        "dit bestand is niet in UTF-8 opgeslagen (byte {byte}).",
        "sla het bestand op als UTF-8; in de meeste programma's staat dat bij 'Opslaan als' onder 'Codering'.",
    ),
    "SK002": _f("dit bestand is opgeslagen als {codering}.", "sla het bestand op als UTF-8."),
    "SK003": _w(
        "het bestand begint met een onzichtbaar merkteken (BOM).",
        "sla het op als 'UTF-8 zonder BOM'. De inhoud is wel gelezen.",
    ),
    "SK004": _f("het bestand is leeg.", "vul het bestand in of verwijder het."),
    "SK005": _f(
        "het bestand is {grootte} kB; de grens is {grens} kB.",
        "kort de tekst in of splits het bestand; bij gebieden helpt vereenvoudigen met 'gebieden inlezen'.",
    ),
    "SK006": _f(
        "hier staat een stuurteken ({teken}) dat niemand kan zien.",
        "verwijder het teken; typ de tekst op deze plek opnieuw.",
    ),
    "SK007": _f(
        "'{naam}' lijkt op een gegevensbestand, maar wordt zo niet gelezen.",
        "geef het bestand de naam '{voorstel}' of haal het weg.",
    ),
    "SK008": _w(
        "'{naam}' is een reservekopie van een tekstprogramma en wordt overgeslagen.", "verwijder het bestand."
    ),
    "SK009": _f(
        "de bestandsnaam '{naam}' mag alleen kleine letters, cijfers en streepjes hebben, en begint niet met een streepje.",
        "noem het bestand '{voorstel}'.",
    ),
    "SK010": _f(
        "de naam lijkt te veel op '{ander}'; op sommige computers is dat hetzelfde bestand.",
        "geef een van de twee een andere naam.",
    ),
    "SK011": _f("dit is een snelkoppeling (symlink); die volgen we niet.", "zet hier het bestand zelf neer."),
    "SK012": _f(
        "het bestand kan niet worden gelezen: {reden}.", "controleer of het bestand bestaat en of u het mag openen."
    ),
    "SK013": _f(
        "'{naam}' is geen gewoon bestand.",
        "haal het weg; zet de bestanden los in deze map, niet in een map daarbinnen.",
    ),
    "SK014": _f(
        "de map '{naam}' ontbreekt of is leeg.",
        "zet de map terug met ten minste een bestand erin, of wijs met --map de goede map aan.",
    ),
    "SK015": _f(
        "dit is een verwijzing van Git LFS, niet de inhoud zelf.", "haal het echte bestand op met 'git lfs pull'."
    ),
    "SK016": _f(
        "hier staat een onzichtbaar teken ({teken}) dat de leesrichting of een woord verandert.",
        "verwijder het teken; typ het woord opnieuw.",
    ),
    "SK017": _f("hier staat een teken dat geen letter is ({teken}).", "verwijder het teken."),
    "SK018": _w(
        "'{stuk}' ziet eruit als een verkeerd omgezette letter.",
        "typ de letter opnieuw, bijvoorbeeld een e met een streepje.",
    ),
    "SK019": _f(
        "hier staat een samenvoegconflict van Git.",
        "kies welke tekst klopt en haal de regels met <<<<<<<, ======= en >>>>>>> weg.",
    ),
    "SK020": _f(
        "in de map '{naam}' staat geen sociale kaart: mkdocs.yml en de map sociale_kaart ontbreken.",
        "wijs met --map de goede map aan, of maak een nieuwe met: begin {naam} --gemeente GM0150 --naam Deventer.",
    ),
    "SK021": _f(
        "in sociale_kaart/ staat nog geen enkele plek, dienst of vereniging.",
        "maak de eerste met de opdracht 'nieuw', of lees een rekenblad in met 'importeer'.",
    ),
    # YAML
    "SK101": _f("hier staat een tab als inspringing.", "gebruik spaties om in te springen: twee per stap."),
    "SK102": _f(
        "hier begint een tekst met een aanhalingsteken dat nergens eindigt.",
        'zet aan het eind van de tekst hetzelfde aanhalingsteken. Begint het woord met een apostrof (\'s), zet dan de hele tekst tussen dubbele aanhalingstekens: "...".',
    ),
    "SK103": _f(
        "een dubbele punt met een spatie erna heeft hier een andere betekenis.",
        'zet de hele tekst tussen aanhalingstekens: "...". Ontbreekt er een komma tussen twee velden, zet die er dan bij.',
    ),
    "SK104": _f("een waarde kan niet beginnen met '{teken}'.", 'zet de hele tekst tussen aanhalingstekens: "...".'),
    "SK105": _f(
        "het veld '{veld}' staat er twee keer; de eerste staat op regel {eerste}.", "laat een van de twee staan."
    ),
    "SK106": _f(
        "'{teken}' is een verwijzing binnen YAML; die gebruiken we niet.",
        "schrijf de tekst hier voluit, en zet een tekst die met & of * begint tussen aanhalingstekens.",
    ),
    "SK107": _f(
        "'{teken}' is een typeaanduiding van YAML; die gebruiken we niet.",
        "laat de aanduiding weg, en zet een tekst die met een uitroepteken begint tussen aanhalingstekens.",
    ),
    "SK108": _f(
        "de velden zitten te diep in elkaar (meer dan {grens} lagen).",
        "kijk of er te ver is ingesprongen of een haakje te veel staat.",
    ),
    "SK109": _f("hier begint een tweede document (---).", "maak er twee bestanden van."),
    "SK110": _f(
        "verwacht velden, zoals 'naam: ...', maar hier staat {gevonden}.",
        "begin het bestand met een veld; kijk in een ander bestand hoe dat eruitziet.",
    ),
    "SK111": _f(
        "hier staat een bijzondere spatie ({teken}) in plaats van een gewone.",
        "verwijder de spatie en typ een gewone.",
    ),
    "SK112": _f(
        "hier begint een haakje dat nergens sluit.",
        "zet het sluithaakje erbij, of zet de tekst tussen aanhalingstekens.",
    ),
    "SK113": _f(
        "een veldnaam is hier geen gewoon woord.",
        "begin de regel met een veldnaam en een dubbele punt; laat het vraagteken weg.",
    ),
    "SK114": _w(
        "de tekst na # valt weg, want # begint een opmerking.",
        "zet de hele waarde tussen aanhalingstekens als de # erbij hoort.",
    ),
    "SK115": _w(
        "de waarde begint met een gekruld aanhalingsteken; dat wordt deel van de tekst.",
        'gebruik rechte aanhalingstekens: "...".',
    ),
    "SK116": _f("deze regel is niet te lezen als veld: {reden}.", "{hint}."),
    "SK117": _f(
        "het aanhalingsteken sluit te vroeg: daarna staat nog '{rest}'.",
        'zet de hele tekst tussen dubbele aanhalingstekens: "...", en gebruik daarbinnen alleen enkele.',
    ),
    # Waarden
    "SK201": _f("het veld '{veld}' ontbreekt.", "voeg het toe, bijvoorbeeld '{veld}: {voorbeeld}'."),
    "SK202": _f(
        "het veld '{veld}' is leeg.",
        "vul het in, bijvoorbeeld '{voorbeeld}', of haal het veld weg als het niet hoeft.",
    ),
    "SK203": _f("het veld '{veld}' bestaat niet.", "{hint}"),
    "SK204": _f("bij '{veld}' hoort {verwacht}, maar hier staat {gevonden}.", "schrijf het als: {voorbeeld}."),
    "SK205": _f("'{waarde}' kan niet bij '{veld}'.", "kies uit: {keuzes}. Het dichtst in de buurt: {voorstel}."),
    "SK206": _f("'{veld}' heeft {aantal} tekens; de grens is {grens}.", "maak de tekst korter."),
    "SK207": _f(
        "'{waarde}' is geen bestaande datum in de vorm jaar-maand-dag.",
        "schrijf de datum als jaar-maand-dag, zoals 2026-01-31{hint}.",
    ),
    "SK208": _f(
        "de datum {waarde} ligt in de toekomst (na {peildatum}).", "vul de dag in waarop u het echt hebt nagekeken."
    ),
    "SK209": _f(
        "'{waarde}' is geen telefoonnummer.",
        "schrijf het als 0570-12 34 56, 0800-1234, 14 0570 of +31 570 12 34 56{hint}",
    ),
    "SK210": _f("'{waarde}' is geen e-mailadres.", "schrijf alleen het adres, zoals info@voorbeeld.example."),
    "SK211": _f(
        "'{waarde}' is geen webadres dat we kunnen plaatsen: {reden}.",
        "schrijf het hele adres met https:// en de naam van de site.",
    ),
    "SK212": _w(
        "'{waarde}' begint met http; zo'n verbinding is niet beveiligd.",
        "probeer of https:// ook werkt en schrijf dat op.",
    ),
    "SK213": _f("'{waarde}' is geen postcode.", "schrijf vier cijfers, een spatie en twee letters, zoals 7411 AA."),
    "SK214": _f(
        "'{waarde}' is geen huisnummer.",
        "schrijf een getal met eventueel een letter of toevoeging, zoals 12, 12A of 12-2.",
    ),
    "SK215": _f(
        "'{waarde}' is geen tijd of tijdvak.",
        'schrijf "09:00-12:00, op afspraak 13:00-17:00", "eerste en derde 10:30-12:00", "even weken 13:00-15:00", \'op afspraak\' of \'gesloten\'{hint}',
    ),
    "SK216": _f(
        "het tijdvak '{waarde}' klopt niet: {reden}.",
        'schrijf de begintijd voor de eindtijd en laat delen elkaar niet overlappen; na middernacht mag, zoals "22:00-02:00", tot 14 uur in totaal.',
    ),
    "SK217": _f(
        "'{waarde}' is geen getal dat hier kan.",
        "schrijf alleen cijfers, met een punt als er cijfers achter de komma zijn{hint}.",
    ),
    "SK218": _f(
        "{veld} {waarde} ligt buiten Nederland.",
        "schrijf graden: lengte tussen 3.2 en 7.3, breedte tussen 50.7 en 53.7{hint}",
    ),
    "SK219": _f(
        "{veld} {waarde} is een maat in meters (Rijksdriehoek).",
        "zet het punt om naar lengte en breedte in graden (WGS84).",
    ),
    "SK220": _f("'{waarde}' staat twee keer in de lijst '{veld}'.", "laat een van de twee staan."),
    "SK221": _f("in '{veld}' staat HTML ({stuk}).", "schrijf gewone tekst; vet kan met **woord** in de omschrijving."),
    "SK222": _f("de link '{waarde}' is niet veilig.", "gebruik een link die begint met https://."),
    "SK223": _f(
        "in de tekst staat een afbeelding ({waarde}); die mag hier niet.",
        "haal de afbeelding weg; de omschrijving is alleen tekst.",
    ),
    "SK224": _f(
        "'{veld}' begint met '{teken}'; een rekenblad leest dat als formule.",
        "begin de tekst met een letter of cijfer.",
    ),
    "SK225": _f(
        "'{veld}' hoort op een regel te staan.", "maak er een regel van; lange tekst hoort bij 'omschrijving'."
    ),
    "SK226": _f("bij '{veld}' hoort ja of nee, niet '{waarde}'.", "schrijf '{voorstel}'."),
    "SK227": _f(
        "'{waarde}' is geen code van een gebied.",
        "schrijf een code als GM0150, WK015001 of BU01500101, of 'landelijk'; de code staat onderaan de pagina van de wijk.",
    ),
    "SK228": _f("het einde ({tot}) ligt voor het begin ({van}).", "draai de twee datums om of verbeter ze."),
    "SK229": _f(
        "bij een geheim adres mag '{veld}' niet in het bestand staan.",
        "haal '{veld}' weg: dit bestand is openbaar, ook als de site het niet toont.",
    ),
    "SK230": _f(
        "het nummer {waarde} bestaat niet meer.", "zoek het nieuwe nummer op bij {naam}, of laat het nummer weg."
    ),
    "SK231": _f("in '{veld}' staan te veel haakjes of tekens achter elkaar.", "haal de overtollige tekens weg."),
    "SK232": _f(
        "de lijst '{veld}' is leeg.",
        "zet er ten minste een waarde in, bijvoorbeeld {voorbeeld}, of haal het veld weg als het niet hoeft.",
    ),
    "SK233": _f(
        "bij de zoektest '{vraag}' staat niet wat er gevonden moet worden.",
        "zet erbij: functies: [schuldhulpverlening].",
    ),
    "SK234": _f(
        "'{waarde}' is geen periode van elk jaar.", "schrijf 'periode: 1 april tot en met 30 september'{hint}"
    ),
    "SK235": _f(
        "'{waarde}' is geen taal die we kennen.",
        "schrijf de Nederlandse naam (Fries, Dari) of de code van de taal (fy, prs){hint}",
    ),
    "SK236": _f(
        "bij 'telefoons' ontbreekt 'telefoon': het nummer om het eerst te bellen.",
        'zet in dezelfde groep: telefoon: "{nummer}".',
    ),
    "SK237": _f(
        "deze uitzondering zegt niet op welke dag.",
        "zet erbij 'op: 2026-12-24', of 'van: 2026-12-27' en 'tot: 2026-12-30'.",
    ),
    "SK238": _f(
        "deze tijden vallen samen met die op regel {regel}: {reden}.",
        "laat de periodes op elkaar aansluiten, en laat hoogstens een blok zonder 'periode' staan.",
    ),
    "SK239": _w(
        "deze toelichting kan als regel, en dan weet de site of het open is.",
        "haal de toelichting weg en schrijf: {regel}",
    ),
    "SK240": _w(
        "deze toelichting gaat niet over tijd ('{stuk}').",
        "verplaats haar naar het veld 'ter_plaatse' van de plek, naast 'openingstijden'.",
    ),
    "SK241": _w("'niet_in: {wat}' heeft vakanties nodig die hier niet bekend zijn: {reden}.", "{oplossing}"),
    "SK242": _w("'opvolger' hoort bij iets dat gesloten is.", "zet erbij 'status: gesloten', of haal 'opvolger' weg."),
    "SK243": _f(
        "in '{veld}' staat {reden} ({stuk}); dat kan hier niet.",
        "{raad}. Hoort het teken zelf in de tekst, zet er dan \\ voor.",
    ),
    "SK244": _f(
        "de tabel in '{veld}' klopt niet: {reden}.",
        "schrijf een kop, daaronder |---|---| en dan de rijen, met in elke regel evenveel vakken, en een lege regel onder de tabel.",
    ),
    "SK245": _f(
        "'{waarde}' is geen pad op deze site.",
        "schrijf alleen wat na de naam van uw site komt: '{veld}: {voorstel}'. Een ander domein staat de site niet toe; laat uw webserver dit pad doorgeven.",
    ),
    # Identiteit en verwijzingen
    "SK301": _f(
        "het id '{id}' is anders dan de bestandsnaam '{naam}'.", "haal het veld 'id' weg; de bestandsnaam is het id."
    ),
    "SK302": _f(
        "het id '{id}' staat ook in {ander}.", "geef een van de twee een andere naam; het id is de bestandsnaam."
    ),
    "SK303": _f(
        "de naam '{id}' is voor iets anders gereserveerd.", "kies een andere bestandsnaam, bijvoorbeeld '{voorstel}'."
    ),
    "SK304": _f("het id heeft {aantal} tekens; de grens is 64.", "geef het bestand een kortere naam."),
    "SK305": _f("{soort} '{id}' bestaat niet.", "het dichtst in de buurt: {voorstel}."),
    "SK306": _f("dit hoort via een kring bij zichzelf: {kring}.", "haal een van de verwijzingen 'hoort_bij' weg."),
    "SK307": _f("de doorverwijzing van '{van}' naar '{naar}' klopt niet: {reden}.", "{oplossing}."),
    "SK308": _f(
        "deze pagina komt op hetzelfde adres als een pagina die de generator maakt ({adres}).",
        "geef het bestand een andere naam.",
    ),
    "SK309": _f("'{id}' kan geen id zijn.", "gebruik alleen kleine letters, cijfers en streepjes{hint}."),
    "SK310": _f("het blok '{id}' staat ook in het cluster '{ander}'.", "laat het blok in een van de twee staan."),
    "SK311": _f(
        "het woord '{woord}' staat ook bij het begrip '{ander}'.", "laat het woord bij een van de twee staan."
    ),
    "SK312": _f(
        "de situatie '{id}' heeft {wat}.",
        "geef haar 'functies' als de hulp meteen duidelijk is, of een 'vraag' met 'keuzes' als dat nog afhangt van het antwoord.",
    ),
    "SK313": _f(
        "bij de situatie '{id}' horen 'vraag' en 'keuzes' bij elkaar.",
        "zet boven de keuzes een vraag, of haal de vraag weg als er geen keuzes zijn.",
    ),
    "SK314": _f(
        "het levensgebied '{id}' staat hier wel, maar niet bij '{wat}'.",
        "noem elk levensgebied van de wegwijzer bij 'themas' met zijn vraag, en geef het ten minste een situatie.",
    ),
    "SK331": _f(
        "de woordgroep '{id}' bestaat niet.", "het dichtst in de buurt: {voorstel}. Of voeg haar toe bij 'groepen'."
    ),
    "SK332": _f(
        "het noodnummer '{id}' bestaat niet.", "het dichtst in de buurt: {voorstel}. Of voeg het toe bij 'nummers'."
    ),
    "SK333": _f(
        "de soort nood '{id}' is nieuw en heeft geen kop, tekst of nummers.",
        "zet 'kop', 'tekst' en 'nummers' erbij, of vul een soort aan die er al is: {voorstel}.",
    ),
    "SK334": _f(
        "het noodnummer '{id}' komt nergens vandaan.",
        "noem bij 'ingang' de voorziening waar het telefoonnummer bij staat.",
    ),
    "SK340": _f(
        "bij de set '{naam}' staat niet waar zij is.",
        "zet erbij: map: ../naam-van-de-map. Alleen 'landelijk' hoort bij het programma en heeft geen map nodig.",
    ),
    "SK341": _f(
        "de map '{map}' van de set '{naam}' kan niet: {reden}.",
        "zet de set daar neer, verbeter het pad, of haal haar uit sets.yaml.",
    ),
    "SK342": _f(
        "er is geen set '{naam}' om aan te vullen.",
        "kies uit: {keuzes}. Of haal 'vult_aan' weg; dan staat het op zichzelf.",
    ),
    "SK343": _f(
        "de set '{naam}' heeft '{wat}' niet, dus er is niets om aan te vullen.",
        "haal 'vult_aan' weg, of verbeter de naam zodat hij gelijk is aan die in de set.",
    ),
    "SK344": _f(
        "hier staat '{stuk}', en dat hoort bij de voorbeeldgemeente, die niet bestaat.",
        "schrijf hier wat voor uw gemeente geldt, of haal het weg. De opdracht 'begin' zet in een lege map pagina's klaar die al over uw gemeente gaan.",
    ),
    "SK345": _f(
        "de set '{naam}' staat niet in de map '{map}'.",
        "draai 'bijwerken': dan wordt zij opgehaald en bewaard, en heeft een bouw geen internet nodig.",
    ),
    "SK346": _f("bij de set '{naam}' kan '{veld}' niet: {reden}.", "{raad}"),
    "SK351": _f(
        "'{waarde}' is geen adres op deze site.",
        "schrijf het deel na de naam van de site, zoals 'gebieden/uw-gemeente/noord', 'functies/luisterlijn' of 'over/'; bij een ingang is het id genoeg.",
    ),
    "SK352": _f("'{naam}' wordt hier niet gelezen.", "verplaats het bestand naar '{voorstel}'."),
    "SK353": _w(
        "{aantal} landelijke nummers en websites heeft hier nog niemand nagezien (de eerste: {eerste}).",
        "draai 'rapport nazien', loop nazien.md langs en kruis aan wat klopt, met de dag erachter.",
    ),
    "SK354": _f(
        "deze regel met een vakje is niet te lezen.",
        "haal de regel weg; 'rapport nazien' zet haar er opnieuw in. Verander daarna alleen het vakje: [ ] wordt [x].",
    ),
    "SK355": _w(
        "bij dit vakje staat niet op welke dag het is nagezien.",
        "zet achter de regel '{lijn}', of draai 'rapport nazien'; die zet er de dag van vandaag bij.",
    ),
    "SK361": _f(
        "bij deze activiteit staat {wat}.",
        "zet erbij 'op: 2026-12-04' en 'tijd: \"10:00-12:00\"', of alleen 'tijden' als zij elke week of maand is.",
    ),
    "SK362": _f("bij deze activiteit staat niet {wat}.", "zet erbij: {raad}."),
    # Inhoud die klopt, maar aandacht vraagt
    "SK401": _w(
        "dit is het laatst nagekeken op {op}; dat had uiterlijk {voor} opnieuw gemoeten.",
        "kijk de gegevens na en zet de datum van vandaag bij 'gecontroleerd'.",
    ),
    "SK402": _w(
        "'{stuk}' lijkt op een persoonsgegeven ({wat}).",
        "haal het weg, of gebruik een algemeen nummer of adres van de organisatie.",
    ),
    "SK403": _w(
        "dit punt ligt niet in de gemeente van het werkgebied.",
        "controleer lengte en breedte, of zet erbij: 'buiten_gemeente: ja'.",
    ),
    "SK404": _w(
        "dit lijkt dezelfde plek als '{ander}': naam en adres zijn gelijk.",
        "voeg de twee samen, of maak het verschil duidelijk in de naam.",
    ),
    "SK405": _w(
        "'{id}' stond wel op de vorige site en nu niet meer.",
        "voeg in sociale_kaart/doorverwijzingen.yaml een regel toe: '{id}: vervallen', of '{id}: ' met het nieuwe id erachter.",
    ),
    "SK406": _w("niets verwijst naar '{term}'.", "noem dit id bij een voorziening, of verwijder het bestand."),
    "SK407": _w(
        "de functie '{id}' staat in geen enkel cluster van de bouwtekening.",
        "zet haar in sociale_kaart/bouwtekening.yaml bij de 'blokken' van een cluster.",
    ),
    "SK408": _w(
        "bij '{veld}' staat hier '{hier}', maar in de bouwtekening '{daar}'.",
        "maak de twee gelijk: hier, of in sociale_kaart/bouwtekening.yaml.",
    ),
    "SK409": _w(
        "het stuk '{stuk}' staat niet in de lijst van stukken.",
        "bedoelde u: {voorstel}? Zet een nieuw stuk in sociale_kaart/feiten_bronnen.yaml bij 'stukken'.",
    ),
    "SK410": _w(
        "het begrip '{term}' komt in geen enkele tekst voor, en heeft geen bron.",
        "gebruik het begrip in een tekst, zet de bron erbij of haal het uit de lijst.",
    ),
    "SK411": _w(
        "{aantal} eigen bestanden of delen zijn gelijk aan wat een set al heeft: {voorbeeld}.",
        "draai 'bijwerken': dat haalt ze weg, en dan komt een verbetering in de set ook hier.",
    ),
    "SK412": _w(
        "{aantal} ingang(en) uit de set '{naam}' hadden eerder nagekeken moeten zijn: {voorbeeld}.",
        "neem met 'bijwerken' een nieuwere set over. Of kijk er zelf een na en maak een eigen bestand {eerste}.yaml met 'vult_aan: {naam}', 'gecontroleerd' (op en door) en wat er anders is.",
    ),
    "SK415": _w(
        "'{stuk}' bij 'door' lijkt de naam van een persoon.",
        "noem het team of de organisatie, zoals 'door: redactie sociaal domein'; dit bestand is openbaar en noemt geen mensen.",
    ),
    "SK416": _w(
        "bij '{veld}' staat nog tekst uit de uitleg ('{stuk}').",
        "schrijf hier in uw eigen woorden wat voor deze plek geldt, of haal het veld weg als het niet hoeft.",
    ),
    # Gebieden
    "SK501": _f("dit is geen JSON: {reden}.", "herstel het bestand of lees het opnieuw in met 'gebieden inlezen'."),
    "SK502": _f("dit is geen GeoJSON maar {gevonden}.", "lees het bestand in met 'gebieden inlezen'; dat zet het om."),
    "SK503": _f(
        "dit is TopoJSON, geen GeoJSON.", "zet het bestand om naar GeoJSON met coordinaten in graden (WGS84)."
    ),
    "SK504": _f(
        "de coordinaten van {gebied} zijn meters (Rijksdriehoek), geen graden.",
        "zet om naar WGS84; 'gebieden inlezen' doet dat voor u.",
    ),
    "SK505": _f(
        "bij {gebied} zijn lengte en breedte verwisseld.",
        "zet eerst de lengte (3 tot 7) en dan de breedte (50 tot 54).",
    ),
    "SK506": _f(
        "de grens van {gebied} snijdt zichzelf bij {punt}.",
        "herstel de grens in een kaartprogramma, of gebruik 'gebieden inlezen --herstel'.",
    ),
    "SK507": _f(
        "een ring van {gebied} klopt niet: {reden}.",
        "een ring heeft ten minste vier punten en eindigt waar hij begint.",
    ),
    "SK508": _f(
        "{gebied} heeft als vorm {gevonden}; verwacht wordt Polygon of MultiPolygon.",
        "geef het gebied een vlak, of laat de vorm weg en gebruik wijken.csv.",
    ),
    "SK509": _f(
        "een coordinaat van {gebied} is geen gewoon getal ({waarde}).",
        "schrijf lengte en breedte als getallen in graden.",
    ),
    "SK510": _f(
        "de code van {gebied} klopt niet: {reden}.",
        "een wijk heeft een code als WK015001, een buurt als BU01500101; elke code een keer.",
    ),
    "SK511": _w("{gebied} heeft ook hoogtes; die laten we weg.", "u hoeft niets te doen."),
    "SK512": _w(
        "{gebied} overlapt {ander} met {oppervlakte} m2.", "herstel de grens, zodat elk punt in een wijk ligt."
    ),
    "SK513": _f(
        "het bestand heeft {aantal} punten; de grens is {grens}.", "vereenvoudig de grenzen met 'gebieden inlezen'."
    ),
    "SK514": _f("de sleutel '{veld}' staat twee keer in hetzelfde JSON-object.", "laat een van de twee staan."),
    "SK515": _f("{gebied} ligt buiten Nederland ({punt}).", "controleer de coordinaten."),
    "SK516": _f("in deze tabel klopt {wat} niet.", "{hint}"),
    "SK517": _f(
        "de code {gebied} hoort niet bij gemeente {gemeente}.",
        "controleer de code, of zet het gebied bij de goede gemeente.",
    ),
    "SK518": _f("de naam '{naam}' geeft hetzelfde adres als {ander}.", "geef een van de twee een andere naam."),
    "SK519": _w(
        "tussen de gebieden zitten {aantal} kieren, samen {oppervlakte} m2; de grootste bij {punt}.",
        "herstel de grenzen, zodat buren op elkaar aansluiten, of lees het bestand in met 'gebieden inlezen --herstel'.",
    ),
    "SK521": _f(
        "{gebied} hoort bij geen laag van de achtergrond ({waarde}).",
        "maak het bestand met 'gebieden ondergrond'; de lagen zijn {keuze}.",
    ),
    # Instellingen en geschreven pagina's
    "SK601": _f(
        "de instelling '{veld}' in mkdocs.yml kennen we niet.",
        "haal haar weg; plugins, hooks en eigen scripts zijn niet toegestaan.",
    ),
    "SK602": _f(
        "de accentkleur {kleur} heeft te weinig contrast ({contrast}).",
        "kies een donkerdere kleur: ten minste 4,5 op wit.",
    ),
    "SK603": _f("MkDocs meldt: {reden}.", "verbeter de pagina op deze plek."),
    "SK605": _f("in deze pagina staat HTML ({stuk}); dat mag hier niet.", "gebruik Markdown."),
    "SK606": _f(
        "de kop van deze pagina begint met '---' en sluit niet.",
        "zet onder de titel en de beschrijving een regel met alleen '---'.",
    ),
    "SK607": _w(
        "op deze site kan een bezoeker geen fout melden.",
        "zet in mkdocs.yml onder extra en sociale_kaart een mailadres: 'meld_adres: redactie@uw-gemeente.example', of een andere weg bij 'melden'.",
    ),
    "SK608": _w(
        "bij '{veld}' is niet te zien of {adres} van GitHub, GitLab of Forgejo is; daarom komt er geen link.",
        "zet onder extra, sociale_kaart en melden erbij: 'forge: github', 'forge: gitlab' of 'forge: forgejo'.",
    ),
    "SK609": _f(
        "op het pad van de ontvanger ({waar}) staat al iets op deze site.",
        "kies in mkdocs.yml bij 'ontvanger' een pad dat nog vrij is, zoals /melden/verstuur, en geef 'ontvang' hetzelfde pad met --pad.",
    ),
    # De gereedgekomen site
    "SK701": _f(
        "de link '{link}' gaat naar een pagina of plek die niet bestaat.",
        "verbeter de link in het bestand waar de pagina uit komt.",
    ),
    "SK702": _f(
        "de pagina haalt iets op bij een ander: {link}.", "haal het weg; de site mag niets bij derden ophalen."
    ),
    "SK703": _f("de pagina bevat {wat} in de HTML.", "zet het in een eigen bestand."),
    "SK704": _f("de pagina mist {wat}.", "vul het aan in het sjabloon."),
    "SK705": _f('het kenmerk id="{id}" staat twee keer op de pagina.', "maak de kopjes verschillend."),
    "SK706": _f("de open data klopt niet met de pagina's: {reden}.", "dit is een fout in het programma; meld het."),
    "SK707": _f("geen enkele pagina verwijst naar deze pagina.", "zet een link naar deze pagina, of haal haar weg."),
    "SK708": _f(
        "het adres /{adres} ({naam}) stond op de site en zou nu verdwijnen.",
        "zet in sociale_kaart/doorverwijzingen.yaml deze regel: '{lijn}'{anders}.",
    ),
    # De wet van nu
    "SK770": _w(
        "de tekst van de {naam} is gelezen op {op}, langer dan een jaar geleden.",
        "lees de artikelen opnieuw op {adres}, verbeter wat veranderd is en zet de dag van vandaag bij 'gelezen' en de dag van de versie bij 'geldig'.",
    ),
    "SK771": _w(
        "de wet bij '{naam}' is gelezen op {op}, langer dan een jaar geleden (functies waar dat zo is: {aantal}).",
        "lees het artikel opnieuw, verbeter wat veranderd is en zet de dag van vandaag bij 'gelezen'.",
    ),
    # Bestanden wijzigen
    "SK801": _f(
        "dit bestand is niet veilig te wijzigen: {reden}.",
        "wijzig het met de hand, of verbeter eerst wat 'controleer' meldt.",
    ),
    "SK802": _f(
        "er staan {aantal} blokken 'sociale-kaart' in de melding; er hoort er een te staan.",
        "gebruik het formulier op de site, of zet een blok tussen regels met drie codetekens, de eerste met 'sociale-kaart' erachter.",
    ),
    "SK803": _f("'{waarde}' is geen soort melding.", "kies uit: {keuzes}."),
    "SK804": _f(
        "'{veld}' klopt niet in een melding: {reden}.", "gebruik het formulier op de site, of verbeter dit deel."
    ),
    "SK805": _f("'{waarde}' is geen map voor een ingang.", "kies uit: {keuzes}."),
    "SK806": _f(
        "er staat niet bij wat er moet veranderen.", "noem bij 'velden' ten minste een veld met zijn nieuwe waarde."
    ),
    "SK807": _f("{reden}.", "kies een ander veld; het dichtst in de buurt: {voorstel}."),
    "SK808": _f("'{veld}' is met deze melding niet te wijzigen: {reden}.", "laat dit veld uit de melding weg."),
    "SK809": _f("er is geen ingang met het id '{id}'.", "het dichtst in de buurt: {voorstel}."),
    "SK810": _f(
        "het id '{id}' bestaat al, in {ander}.", "stuur 'soort: wijzigen' als u die bedoelt, of kies een ander id."
    ),
}
