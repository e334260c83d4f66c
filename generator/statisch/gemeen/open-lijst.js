// Een lijst met plekken: wat is nu open?
import { toonStanden } from "./open.js";

toonStanden(document);
