// The words by which mail programs mark quoted text and signatures, by language; all in folded form (see fold.ts).
// Turkish and Greek wordings of Thunderbird come from its language packs; the others are the programs' own sentences.

const set = (words: string): ReadonlySet<string> =>
  new Set(
    words
      .split('|')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  );

/** What stands between dashes above an original or forwarded message. */
export const separatorPhrases = set(`
  original message | forwarded message | original mail | original e-mail | reply message | forwarded mail |
  orijinal ileti | orijinal mesaj | orijinal e-posta | orjinal mesaj | orjinal ileti | ozgun ileti | ozgun mesaj |
  asil ileti | asil mesaj | iletilen ileti | iletilen mesaj | iletilmis ileti | yonlendirilen ileti | yonlendirilen mesaj |
  yonlendirilmis mesaj | ilk mesaj | alintilanan mesaj |
  αρχικο μηνυμα | προωθημενο μηνυμα | πρωτοτυπο μηνυμα | αρχικο email | προωθουμενο μηνυμα |
  ursprungliche nachricht | original-nachricht | originalnachricht | weitergeleitete nachricht | ursprungliche mail |
  message d'origine | message original | message initial | message transfere | courriel original |
  messaggio originale | messaggio inoltrato | mensaje original | mensaje reenviado |
  mensagem original | mensagem encaminhada | oorspronkelijk bericht | doorgestuurd bericht |
  oprindelig besked | videresendt besked | opprinnelig melding | ursprungligt meddelande | vidarebefordrat meddelande |
  alkuperainen viesti | oryginalna wiadomosc | wiadomosc oryginalna | puvodni zprava | eredeti uzenet | mesaj original |
  исходное сообщение | пересылаемое сообщение | оригинальное сообщение`);

/** Apple Mail's line above a forwarded message; it has no dashes but ends with a colon. */
export const forwardOpenings = set(`
  begin forwarded message | iletilen ileti basliyor | iletilmis ileti basligi | baslangic, iletilen ileti | iletilen ileti |
  αρχη προωθημενου μηνυματος | εναρξη προωθημενου μηνυματος | anfang der weitergeleiteten nachricht |
  debut du message reexpedie | debut du message transfere | inizio messaggio inoltrato | inicio del mensaje reenviado`);

export type HeaderKind = 'from' | 'date' | 'to' | 'cc' | 'subject';

const labels: Readonly<Record<HeaderKind, ReadonlySet<string>>> = {
  from: set(`from | kimden | gonderen | gonderici | απο | αποστολεασ | von | de | da | van | fra | fran | od | от | lahettaja |
    expediteur | remitente | mittente | afzender | felado | 发件人 | 差出人 | 보낸 사람`),
  date: set(`date | sent | sent on | gonderilen | gonderildi | gonderme tarihi | gonderim tarihi | gonderilme tarihi | tarih |
    σταλθηκε | ημερομηνια | απεσταλη | εσταλη | ημ/νια | gesendet | datum | envoye | envoye le | message du | enviado |
    enviado el | enviada em | enviado em | data | inviato | verzonden | skickat | sendt | dato | wyslano | wyslane | fecha |
    дата | отправлено | lahetetty | paivays | paivamaara | kuldve | 发送时间 | 日期 | 日時 | 보낸 날짜`),
  to: set(`to | kime | alici | προσ | παραληπτησ | an | a | para | aan | till | til | do | komu | кому | vastaanottaja |
    cimzett | 收件人 | 宛先 | 받는 사람`),
  cc: set(`cc | bilgi | kopya | κοιν | κοινοποιηση | kopie | copie | copie a | kopia | копия | kopi | cc/bcc`),
  subject:
    set(`subject | konu | θεμα | betreff | objet | sujet | asunto | assunto | oggetto | onderwerp | amne | emne | temat |
    тема | aihe | targy | predmet | 主题 | 件名 | 제목`),
};

const kindByLabel = new Map<string, HeaderKind>(
  Object.entries(labels).flatMap(([kind, words]) => [...words].map((word) => [word, kind as HeaderKind] as const)),
);

/** What a quoted header's label says; undefined for any other word before a colon. */
export function headerKind(foldedLabel: string): HeaderKind | undefined {
  return kindByLabel.get(foldedLabel);
}

/** "wrote" as attribution lines have it, as a whole word. */
export const wroteVerb =
  /(?<!\p{L})(?:wrote|writes|yazdi|yazmis|εγραψε|εγραψαν|schrieb|schrieben|schreibt|ecrit|escribio|escrit|scritto|scrive|schreef|escreveu|napisal(?:\(a\)|a)?|pisze|написал(?:\(а\)|а)?|пишет|skrev|kirjoitti|irta|scris|napsal)(?!\p{L})|写道|のメール|작성/u;

// A prose sentence about sending ("sent via DHL yesterday", "depodan gönderildi") must not match: a signature names the
// sender's own device (my, -umdan, μου) or a mail program.
const programs = String.raw`(?:iphone|ipad|android|samsung|galaxy|huawei|xiaomi|redmi|blackberry|outlook|yahoo|gmail|proton|typeapp|aquamail|bluemail|mailspring|windows|mobile|smartphone|handy|mail app|mail for)`;

/** Whole lines that phones and mail programs add below a message. Lines are short: nothing here can run long. */
export const deviceSignatures: readonly RegExp[] = [
  /^sent from my [^.,;:!?]{1,50}\.?$/,
  /^sent from a magnificent torch of pixels$/,
  new RegExp(`^sent (?:from|via|using|with|by) [^.,;:!?]{0,25}${programs}[^,;!?]{0,60}$`),
  /^(?:get|download) outlook for (?:ios|android|mac|windows)\b.{0,60}$/,
  /^(?:[^.,;:!?]{0,40} )?(?:(?:iphone|ipad|cihaz|telefon|tablet|android|blackberry)'?[iu]m|(?:outlook|mail|gmail|posta|e-posta|uygulama|hotmail|galaxy)'?(?:si|sin)?n?)'?[dt][ae]n gonderil(?:di|mistir)\.?$/,
  /^(?:ios|android|mac|windows)? ?(?:icin )?outlook.{0,40} (?:edinin|indirin|alin)\.?(?:<.{0,80})?$/,
  /^(?:σταλθηκε|απεσταλη|εσταλη|αποστολη|σταλμενο) (?:απο|μεσω) [^.,;:!?]{1,45} μου\.?$/,
  new RegExp(`^(?:σταλθηκε|απεσταλη|εσταλη|αποστολη|σταλμενο) (?:απο|μεσω) [^.,;:!?]{0,25}${programs}[^,;!?]{0,60}$`),
  /^(?:ληψη|αποκτηστε|κατεβαστε|λαβετε) (?:του |το )?outlook.{0,60}$/,
  new RegExp(`^(?:diese nachricht wurde )?(?:von|mit) [^.,;:!?]{0,30}${programs}[^,;!?]{0,30} gesendet\\.?$`),
  new RegExp(
    `^(?:gesendet (?:von|mit)|envoye (?:de|depuis|a partir de)|enviado desde|enviado d[oae]|inviato da\\S*|verzonden (?:vanaf|met|via|vanuit)|skickat fran|sendt fra|wyslano z|lahetetty) [^.,;:!?]{0,30}${programs}[^,;!?]{0,80}$`,
  ),
];
