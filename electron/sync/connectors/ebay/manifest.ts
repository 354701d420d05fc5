// What the eBay connector says of itself.
import { baseUrlField, type Manifest } from '../../../../shared/model/manifest.ts';

export const ebayManifest: Manifest = {
  id: 'ebay',
  label: 'eBay',
  icon: 'building-store',
  capabilities: {
    read: true,
    reply: true,
    attachmentsIn: true,
    orders: true,
    reviews: false,
    deadline: false,
    moderated: false,
  },
  canFormat: false,
  canStart: false,
  maxReplyChars: 2000,
  pollEveryMs: 180_000,
  isOffered: true,
  addressField: 'userName',
  accountFields: [
    {
      id: 'userName',
      kind: 'text',
      label: { en: 'eBay user name', tr: 'eBay kullanıcı adı', el: 'Όνομα χρήστη eBay' },
      help: {
        en: 'Tells your own messages from those of buyers.',
        tr: 'Sizin mesajlarınızı alıcılarınkinden ayırır.',
        el: 'Ξεχωρίζει τα δικά σας μηνύματα από των αγοραστών.',
      },
      isRequired: true,
    },
    {
      id: 'clientId',
      kind: 'text',
      label: { en: 'App ID (Client ID)', tr: 'App ID (Client ID)', el: 'App ID (Client ID)' },
      help: {
        en: 'Of the production keyset.',
        tr: 'Production anahtar setindeki değer.',
        el: 'Από το σετ κλειδιών Production.',
      },
      isRequired: true,
    },
    {
      id: 'clientSecret',
      kind: 'secret',
      label: { en: 'Cert ID (Client Secret)', tr: 'Cert ID (Client Secret)', el: 'Cert ID (Client Secret)' },
      isRequired: true,
    },
    {
      id: 'ruName',
      kind: 'text',
      label: {
        en: 'RuName (eBay Redirect URL name)',
        tr: 'RuName (eBay Redirect URL name)',
        el: 'RuName (eBay Redirect URL name)',
      },
      help: {
        en: 'Developer site → User Tokens → Get a Token from eBay via Your Application.',
        tr: 'Geliştirici sitesi → User Tokens → Get a Token from eBay via Your Application.',
        el: 'Ιστότοπος προγραμματιστών → User Tokens → Get a Token from eBay via Your Application.',
      },
      isRequired: true,
    },
    {
      id: 'signInCode',
      kind: 'secret',
      label: { en: 'Address after signing in', tr: 'Girişten sonraki adres', el: 'Διεύθυνση μετά τη σύνδεση' },
      help: {
        en: 'Open eBay’s sign-in page below, agree, and paste the whole address of the page you land on. It holds for five minutes.',
        tr: 'Aşağıdan eBay giriş sayfasını açıp onaylayın ve geldiğiniz sayfanın adresinin tamamını yapıştırın. Beş dakika geçerlidir.',
        el: 'Ανοίξτε παρακάτω τη σελίδα σύνδεσης του eBay, συμφωνήστε και επικολλήστε ολόκληρη τη διεύθυνση της σελίδας όπου θα βρεθείτε. Ισχύει πέντε λεπτά.',
      },
      isRequired: true,
    },
    {
      id: baseUrlField,
      kind: 'url',
      label: { en: 'Address of the API', tr: 'API adresi', el: 'Διεύθυνση του API' },
      placeholder: 'https://api.sandbox.ebay.com',
      isRequired: false,
      isForDevelopers: true,
    },
  ],
  guide: {
    steps: [
      {
        en: 'Join eBay’s developer program with your seller account; eBay confirms it within about one working day. Then create a production keyset.',
        tr: 'Satıcı hesabınızla eBay geliştirici programına katılın; eBay bunu yaklaşık bir iş günü içinde onaylar. Ardından bir production anahtar seti oluşturun.',
        el: 'Εγγραφείτε στο πρόγραμμα προγραμματιστών του eBay με τον λογαριασμό πωλητή σας· το eBay το εγκρίνει σε περίπου μία εργάσιμη. Μετά δημιουργήστε ένα σετ κλειδιών production.',
      },
      {
        en: 'The keyset stays switched off until you say how you learn of deleted eBay accounts (“Marketplace Account Deletion”). Either enter an https address of your own that eBay can notify, or apply for the exemption on the same page. The exemption is your statement to eBay about stored data; Defter keeps messages on this computer only, so please read its conditions and ask eBay where you are unsure.',
        tr: 'Silinen eBay hesaplarını nasıl öğrendiğinizi (“Marketplace Account Deletion”) bildirene kadar anahtar seti kapalı kalır. Ya eBay’in haber verebileceği kendi https adresinizi girin ya da aynı sayfada muafiyet isteyin. Muafiyet, saklanan verilerle ilgili eBay’e verdiğiniz bir beyandır; Defter mesajları yalnızca bu bilgisayarda saklar. Lütfen koşulları okuyun, emin değilseniz eBay’e sorun.',
        el: 'Το σετ μένει ανενεργό ώσπου να δηλώσετε πώς μαθαίνετε για διαγραμμένους λογαριασμούς eBay («Marketplace Account Deletion»). Δώστε δική σας διεύθυνση https όπου ειδοποιεί το eBay ή ζητήστε εξαίρεση στην ίδια σελίδα. Η εξαίρεση είναι δήλωσή σας προς το eBay για αποθηκευμένα δεδομένα· το Defter κρατά μηνύματα μόνο σε αυτόν τον υπολογιστή. Διαβάστε τους όρους και ρωτήστε το eBay αν δεν είστε βέβαιοι.',
      },
      {
        en: 'Under “User Tokens” create a redirect URL (RuName) for OAuth; any https page of yours may be its “accepted” page.',
        tr: '“User Tokens” altında OAuth için bir yönlendirme adı (RuName) oluşturun; “accepted” sayfası olarak size ait herhangi bir https sayfası olabilir.',
        el: 'Στο «User Tokens» δημιουργήστε όνομα ανακατεύθυνσης (RuName) για OAuth· ως σελίδα «accepted» αρκεί οποιαδήποτε δική σας σελίδα https.',
      },
      {
        en: 'Enter the keys, open eBay’s sign-in page, agree, and paste the address you land on.',
        tr: 'Anahtarları girin, eBay giriş sayfasını açıp onaylayın ve geldiğiniz adresi yapıştırın.',
        el: 'Συμπληρώστε τα κλειδιά, ανοίξτε τη σελίδα σύνδεσης του eBay, συμφωνήστε και επικολλήστε τη διεύθυνση όπου θα βρεθείτε.',
      },
    ],
    keysUrl: 'https://developer.ebay.com/my/keys',
    signInUrl:
      'https://auth.ebay.com/oauth2/authorize?response_type=code&client_id={clientId}&redirect_uri={ruName}&scope=https%3A%2F%2Fapi.ebay.com%2Foauth%2Fapi_scope%2Fcommerce.message%20https%3A%2F%2Fapi.ebay.com%2Foauth%2Fapi_scope%2Fsell.fulfillment.readonly',
    cannotDo: [
      {
        en: 'Send files: eBay wants them at a public web address.',
        tr: 'Dosya göndermek: eBay, dosyaların herkese açık bir web adresinde olmasını ister.',
        el: 'Αποστολή αρχείων: το eBay τα θέλει σε δημόσια διεύθυνση στο διαδίκτυο.',
      },
      {
        en: 'Say which order a conversation is about: eBay names the listing and the buyer, so the buyer’s orders of the last 90 days stand beside it. This part was built from eBay’s public documents and not yet tried with a live shop.',
        tr: 'Görüşmenin hangi siparişle ilgili olduğunu söylemek: eBay ilanı ve alıcıyı belirtir; bu yüzden alıcının son 90 gündeki siparişleri yanında gösterilir. Bu bölüm eBay’in herkese açık belgelerine göre yapıldı, henüz canlı bir mağazayla denenmedi.',
        el: 'Να πει ποια παραγγελία αφορά μια συνομιλία: το eBay αναφέρει την αγγελία και τον αγοραστή, γι’ αυτό δίπλα εμφανίζονται οι παραγγελίες του αγοραστή των τελευταίων 90 ημερών. Αυτό το μέρος φτιάχτηκε από τα δημόσια έγγραφα του eBay και δεν έχει δοκιμαστεί ακόμη με πραγματικό κατάστημα.',
      },
    ],
    advice: {
      'auth-failed': {
        en: 'eBay did not take these keys. Please check that they are those of the production keyset and that it is switched on (account deletion notices).',
        tr: 'eBay bu anahtarları kabul etmedi. Production setinden olduklarını ve setin açık olduğunu (hesap silme bildirimleri) kontrol edin.',
        el: 'Το eBay δεν δέχτηκε τα κλειδιά. Ελέγξτε ότι είναι του σετ production και ότι το σετ είναι ενεργό (ειδοποιήσεις διαγραφής λογαριασμών).',
      },
    },
  },
  panelUrl: 'https://www.ebay.com/cnt/Seller',
};
