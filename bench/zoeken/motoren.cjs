// Draait een motor in Node op de documenten en vragen die vergelijk.py klaarzet, en drukt de cijfers af als JSON.
const fs = require("fs"), path = require("path"), vm = require("vm"), zlib = require("zlib");

const [naam, npm, werk] = process.argv.slice(2);
const lees = (bestand) => JSON.parse(fs.readFileSync(path.join(werk, bestand), "utf8"));
const pakket = (p) => require(path.join(path.resolve(npm), "node_modules", p));
const gz = (tekst) => zlib.gzipSync(tekst, { level: 6 }).length;
const bron = (p) => fs.readFileSync(path.join(npm, "node_modules", p));

vm.runInThisContext(fs.readFileSync(path.join(werk, "motor.js"), "utf8") + "\nglobalThis.taalmotor = { maakMotor, ontvouw, voegRestToe, maakUitkomst, woorden, stam, vouw };");

function eigen() {
  const kern = lees("kern.json"), index = taalmotor.ontvouw(kern);
  taalmotor.voegRestToe(index, lees("rest.json"), kern.kosten);
  const motor = taalmotor.maakMotor(index, {}, taalmotor.maakUitkomst);
  return { bytes: 0, zoek: (q) => motor.zoek(q).resultaten.slice(0, 3).map((r) => r.functies) };
}

function minisearch() {
  const geladen = pakket("minisearch/dist/cjs/index.cjs"), MiniSearch = geladen.default || geladen;
  const docs = lees("documenten.json"), vormen = lees("kern.json").taal.vormen, stop = new Set(lees("kern.json").taal.stop.split(" "));
  const opties = {
    fields: ["titel", "tekst"], storeFields: ["titel", "functies"],
    tokenize: (t) => taalmotor.woorden(t), processTerm: (t) => (stop.has(t) ? null : taalmotor.stam(t, vormen)),
    searchOptions: { boost: { titel: 2 }, fuzzy: 0.2, prefix: true },
  };
  const motor = new MiniSearch(opties);
  motor.addAll(docs);
  const lib = bron("minisearch/dist/umd/index.js");
  return { bytes: gz(JSON.stringify(motor)) + gz(lib), zoek: (q) => motor.search(q).slice(0, 3).map((r) => r.functies) };
}

function lunr() {
  const motor = pakket("lunr");
  pakket("lunr-languages/lunr.stemmer.support")(motor);
  pakket("lunr-languages/lunr.nl")(motor);
  const docs = lees("documenten.json"), perId = new Map(docs.map((d) => [d.id, d]));
  const index = motor(function () {
    this.use(motor.nl);
    this.ref("id");
    this.field("titel", { boost: 2 });
    this.field("tekst");
    docs.forEach((d) => this.add(d));
  });
  // Zoals Material: de teksten gaan over de lijn, de index wordt in de browser gemaakt.
  const lib = gz(bron("lunr/lunr.js")) + gz(bron("lunr-languages/lunr.nl.js"));
  const vraag = (q) => taalmotor.woorden(q).map((w) => (w.length > 4 ? `${w} ${w}~1 ${w}*` : w)).join(" ");
  return { bytes: gz(JSON.stringify(docs)) + lib, zoek: (q) => index.search(vraag(q)).slice(0, 3).map((r) => perId.get(r.ref).functies) };
}

const { bytes, zoek } = { eigen, minisearch, lunr }[naam]();
const vragen = lees("vragen.json"), tijden = [];
// Een keer warmlopen; daarna rekentijd in plaats van kloktijd, want op een drukke machine wacht alles op elkaar.
for (const v of vragen) zoek(v.q);
let eerste = 0, drie = 0, tik = 0;
for (const v of vragen) {
  for (const soort of ["q", "t"]) {
    const begin = process.cpuUsage();
    const raak = zoek(v[soort]).map((fs_) => fs_.some((f) => v.ok.includes(f)));
    const { user, system } = process.cpuUsage(begin);
    tijden.push((user + system) / 1000);
    if (soort === "t") tik += raak.some(Boolean) ? 1 : 0;
    else {
      eerste += raak[0] ? 1 : 0;
      drie += raak.some(Boolean) ? 1 : 0;
    }
  }
}
tijden.sort((a, b) => a - b);
const n = vragen.length;
console.log(JSON.stringify({ bytes, eerste: eerste / n, drie: drie / n, tik: tik / n, p50: tijden[tijden.length >> 1], p95: tijden[Math.floor(tijden.length * 0.95)] }));
