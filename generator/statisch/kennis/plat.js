/** Zonder accenten en hoofdletters: zo vergelijkt een filter op een blad met kennis. */
export const plat = (tekst) => tekst.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
