// The words of an acknowledgement: it arrived, who answers, and by when.
import type { Language } from '../model/ids.ts';
import { dayOf } from '../service/zoned-time.ts';
import { localeOf } from './locale.ts';

export interface AcknowledgementWords {
  /** As the customer is called; '' for a greeting without a name. */
  greetingName: string;
  agentName: string;
  shopName: string;
  /** Epoch ms. */
  answerAt: number;
  now: number;
  /** The shop's, '' for the system's own. */
  timeZone: string;
}

/** Text in the language of the customer. The time is written out so that it holds on its own, also when read tomorrow. */
export function acknowledgementText(language: Language, words: AcknowledgementWords): string {
  const when = timeInWords(language, words);
  const name = words.greetingName === '' ? '' : ` ${words.greetingName}`;
  const sender = [words.agentName, words.shopName].filter((part) => part !== '').join(', ');
  switch (language) {
    case 'en':
      return `Hello${name},\n\nThank you for writing. Your message has arrived and is with me. You will have my answer by ${when}. If you would like to add something, simply reply to this message.\n\nWarm regards,\n${sender}`;
    case 'tr':
      return `Merhaba${name},\n\nYazdığınız için teşekkür ederim. Mesajınız bana ulaştı. Yanıtım en geç ${when} itibarıyla sizde olacak. Eklemek istediğiniz bir şey olursa bu mesajı yanıtlamanız yeterli.\n\nİyi günler dilerim,\n${sender}`;
    case 'el':
      return `Γεια σας${name},\n\nΣας ευχαριστώ που μας γράψατε. Το μήνυμά σας έφτασε σε εμένα. Θα έχετε την απάντησή μου έως ${when}. Αν θέλετε να προσθέσετε κάτι, απαντήστε σε αυτό το μήνυμα.\n\nΜε εκτίμηση,\n${sender}`;
  }
}

const today: Readonly<Record<Language, string>> = { en: 'today', tr: 'bugün', el: 'σήμερα' };
const at: Readonly<Record<Language, string>> = { en: 'at', tr: 'saat', el: 'στις' };

function timeInWords(language: Language, { answerAt, now, timeZone }: AcknowledgementWords): string {
  const zone = timeZone === '' ? {} : { timeZone };
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(localeOf[language], { ...options, ...zone, hourCycle: 'h23' }).format(answerAt);
  const time = format({ hour: '2-digit', minute: '2-digit' });
  const isToday = dayOf(answerAt, timeZone) === dayOf(now, timeZone);
  const day = isToday ? today[language] : format({ weekday: 'long', day: 'numeric', month: 'long' });
  return `${day} ${at[language]} ${time}`;
}
