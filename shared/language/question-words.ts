// The words of questions and of their answers, in three languages. Patterns of questions run over folded words between single spaces.
import type { Language } from '../model/ids.ts';

/** What a question wants to know. */
export type AskedFor = 'when' | 'how-much' | 'how-many' | 'where' | 'why' | 'yes-or-no' | 'what';

interface Ask {
  asksFor: AskedFor;
  pattern: RegExp;
  /** A question even without its mark. */
  isSure?: true;
}

/** The first that fits counts. */
export const asks: Readonly<Record<Language, readonly Ask[]>> = {
  en: [
    { asksFor: 'how-much', pattern: / how much | (?:what|whats) .{0,20}(?:price|cost|fee) | what does .{1,40} cost / },
    {
      asksFor: 'when',
      pattern:
        / (?:when|what time|how long|which day|by what date) (?:will|is|are|can|do|does|should|would|could|did|was|until|does) /,
      isSure: true,
    },
    { asksFor: 'when', pattern: / (?:when|how long|how soon|what time|which day|what date) / },
    {
      asksFor: 'how-many',
      pattern: / how many | how (?:big|large|tall|wide|heavy|deep|high|far) | what (?:size|dimensions|weight) /,
    },
    { asksFor: 'where', pattern: / where (?:is|are|can|do|does|did|was|should|will) /, isSure: true },
    { asksFor: 'where', pattern: / where / },
    { asksFor: 'why', pattern: / (?:why|how come|what is the reason) / },
    { asksFor: 'what', pattern: / (?:what|which|who|whose|how) / },
    {
      asksFor: 'yes-or-no',
      pattern:
        /^ (?:and |but |so |or |also )?(?:is|are|was|were|do|does|did|can|could|will|would|should|shall|may|have|has) /,
    },
  ],
  tr: [
    {
      asksFor: 'when',
      pattern: / (?:ne zaman|kac gun\p{L}*|kac saat\p{L}*|saat kac\p{L}*|hangi gun\p{L}*|ne vakit|kacta) /u,
      isSure: true,
    },
    {
      asksFor: 'how-much',
      pattern:
        / (?:ne kadar(?:a|dir|di)?|kac (?:lira|tl|para|euro)\p{L}*|fiyati (?:ne|nedir|kac)\p{L}*|ucreti (?:ne|nedir|kac)\p{L}*) /u,
    },
    { asksFor: 'how-many', pattern: / (?:kac(?: \p{L}+)?|kacar) /u },
    { asksFor: 'where', pattern: / (?:nerede\p{L}*|nereye|nereden|neresi\p{L}*|nerde) /u, isSure: true },
    { asksFor: 'why', pattern: / (?:neden|niye|nicin) / },
    { asksFor: 'what', pattern: / (?:nasil|hangi\p{L}*|nedir|neler|kim\p{L}{0,4}|ne) /u },
    {
      asksFor: 'yes-or-no',
      pattern: / (?:mi|mu|miyim|muyum|misiniz|musunuz|miyiz|muyuz|midir|mudur|miydi|muydu) /,
      isSure: true,
    },
  ],
  el: [
    {
      asksFor: 'when',
      pattern:
        / (?:ποτε|σε ποσεσ (?:μερεσ|ημερεσ|ωρεσ)|ποσο καιρο|τι ωρα|ποια (?:μερα|ημερα|ημερομηνια)|ποση ωρα) (?:θα|ερχεται|φτανει|στελνετε|μπορ\p{L}*|να|ειναι|ανοιγετε|κλεινετε) /u,
    },
    {
      asksFor: 'when',
      pattern: / (?:ποτε|σε ποσεσ (?:μερεσ|ημερεσ|ωρεσ)|ποσο καιρο|τι ωρα|ποια (?:μερα|ημερα|ημερομηνια)|ποση ωρα) /,
    },
    {
      asksFor: 'how-much',
      pattern:
        / (?:ποσο (?:κοστιζ\p{L}*|κανει|κανουν|στοιχιζ\p{L}*|εχει|ειναι)|τι τιμη|ποια (?:ειναι )?η τιμη|ποσα (?:ευρω|χρηματα)) /u,
    },
    { asksFor: 'how-many', pattern: / (?:ποσ(?:οι|εσ|α|ουσ|ο|η)|τι (?:μεγεθοσ|διαστασεισ|βαροσ)) / },
    {
      asksFor: 'where',
      pattern: / (?:που (?:ειναι|βρισκεται|ειστε|μπορω|θα|βρισκω|βρισκονται)|απο που) /,
      isSure: true,
    },
    { asksFor: 'why', pattern: / (?:γιατι|για ποιο λογο) / },
    { asksFor: 'what', pattern: / (?:τι|ποι(?:ο|α|οσ|εσ|ον|αν|οι)|πωσ) / },
    { asksFor: 'yes-or-no', pattern: /^ (?:μηπωσ|μπορειτε|μπορω|θα|ειναι|εχετε|υπαρχει|γινεται|στελνετε|κανει) / },
  ],
};

/** Questions that want no answer. */
export const courtesy: Readonly<Record<Language, RegExp>> = {
  en: / (?:how are you|how do you do|are you well|you know what|who cares|right|isnt it|is anyone there|anybody there) $/,
  tr: / (?:nasilsiniz|nasilsin|naber|iyi misiniz|degil mi|kimse yok mu|olur mu boyle|boyle sey olur mu) $/,
  el: / (?:τι κανετε|πωσ ειστε|τι νεα|ετσι δεν ειναι|ειναι κανεισ εκει|ετσι) $/,
};

/** Words that do not say what a question is about. */
export const noTopic: Readonly<Record<Language, RegExp>> = {
  en: / (?:when|what|where|which|whose|will|would|could|should|shall|does|have|there|this|that|these|those|they|them|with|from|your|mine|please|tell|know|much|many|long|hello|thanks?|also|still|just|about|then|than|possible|like|want|need|able|being|been|were|into|only|more|some|here|maybe|dear|hope|sorry|yours?) /,
  tr: / (?:\p{L}{0,2}zaman|kadar|nerede\p{L}*|neden|nasil|hangi\p{L}*|acaba|bana|bunu|bunun|sunu|icin|gibi|daha|biraz|merhaba|lutfen|misiniz|musunuz|miyim|muyum|tesekkur\p{L}*|olur|olacak|edebilir|eder|sizde|sizin|benim|bizim|hala|henuz|soyler|yazar|rica|mumkun|gelir|olarak|sonra|once) /u,
  el: / (?:ποτε|ποια|ποιο|ποσο|ποσα|ποσεσ|πωσ|γιατι|απο|στην|στον|στο|σασ|μου|μασ|αυτο|αυτη|αυτα|ειναι|ηταν|εχει|εχετε|μπορω|μπορειτε|παρακαλω|γεια|καλημερα|καλησπερα|μηπωσ|ακομα|ακομη|θελω|ηθελα|ξερετε|πειτε|ευχαριστω|υπαρχει|γινεται|οταν|αλλα|επισησ|ισωσ) /,
};

/** A sentence that says when the shop will write tells nothing else of when. */
export const newsOnly: Readonly<Record<Language, RegExp>> = {
  en: /(?:write to you|let you know|get back to you|call you|answer you|reply to you|be in touch|hear from me|hear from us|update you)/i,
  tr: /(?:yazacağ|yazarım|yazarız|haber ver|bilgi ver|arayacağ|ararım|ararız|dönüş yap|döneceğ|dönerim)/iu,
  el: /(?:σας γράψ|σας γράφ|ενημερώσ|σας πάρ|σας καλέσ|επικοινωνήσ|σας απαντήσ|τηλεφωνήσ)/iu,
};

/** Words of a reply that answer by themselves. Regret is no answer: “Maalesef kargonuz gecikti” says nothing of what was asked. */
export const answers: Readonly<Record<Language, Readonly<Partial<Record<AskedFor, RegExp>>>>> = {
  en: {
    'how-much': /(?<!\p{L})(?:free of charge|for free|no (?:extra )?(?:cost|charge|fee)s?)(?!\p{L})/iu,
    why: /(?<!\p{L})(?:because|since|due to|the reason)(?!\p{L})/iu,
    where:
      /(?<!\p{L})(?:it is (?:at|in|on)|you (?:will )?find (?:it|us|them)|our (?:shop|address)|on its way|at the depot|in transit)(?!\p{L})/iu,
    'yes-or-no':
      /^(?:yes|no|of course|certainly|gladly|sure|absolutely|(?:unfortunately|sadly|i am afraid|i['’]m afraid),? not?)(?!\p{L})|(?<!\p{L})(?:yes,|of course|you can|we can|i can|we cannot|we do|we don['’]t|it does|it is|it isn['’]t|it doesn['’]t)(?!\p{L})/iu,
  },
  tr: {
    'how-much': /(?<!\p{L})(?:ücretsiz|bedava|ek ücret yok)(?!\p{L})/iu,
    why: /(?<!\p{L})(?:çünkü|nedeniyle|sebebi|nedeni|olduğundan|olduğu için)(?!\p{L})/iu,
    where: /(?<!\p{L})(?:yolda|şubede|dağıtımda|depoda|kargoda|adresimiz|mağazamız)(?!\p{L})/iu,
    'yes-or-no':
      /^(?:evet|hayır|tabii|elbette|memnuniyetle|(?:maalesef|ne yazık ki),? (?:hayır|yok|değil|olmaz))(?!\p{L})|(?<!\p{L})(?:evet,|elbette|mümkün|\p{L}+(?:abilirsiniz|ebilirsiniz|abiliriz|ebiliriz|abilirim|ebilirim))(?!\p{L})/iu,
  },
  el: {
    'how-much': /(?<!\p{L})(?:δωρεάν|χωρίς (?:επιπλέον )?(?:χρέωση|κόστος))(?!\p{L})/iu,
    why: /(?<!\p{L})(?:γιατί|επειδή|διότι|λόγω|ο λόγος)(?!\p{L})/iu,
    where:
      /(?<!\p{L})(?:καθ['’] οδόν|στον δρόμο|στην αποθήκη|στο κατάστημα|θα (?:το|μας) βρείτε|η διεύθυνσή μας)(?!\p{L})/iu,
    'yes-or-no':
      /^(?:ναι|όχι|βεβαίως|φυσικά|ευχαρίστως|δυστυχώς,? (?:όχι|δεν (?:γίνεται|υπάρχει)))(?!\p{L})|(?<!\p{L})(?:ναι,|βεβαίως|φυσικά|μπορείτε|μπορούμε|γίνεται)(?!\p{L})/iu,
  },
};
