// Mail providers that shops in Turkey, Greece and elsewhere use: their servers, and what a password login needs there.
import type { MailSignInProvider, Server } from '../../../../../shared/model/account.ts';
import type { ProviderHint } from '../../../../../shared/model/discovery.ts';

export interface Provider {
  name: string;
  /** Address domains, lower case. */
  domains: readonly string[];
  /** Ends of mail exchanger names that mean: a domain of somebody else has its mail here. */
  exchangers?: readonly string[];
  /** `at-exchanger`: a shared host whose certificate is for the machine that the MX names; ports 993 and 465. */
  servers: { imap: Server; smtp: Server } | 'at-exchanger';
  hint?: ProviderHint;
  helpUrl?: string;
  /** Whose page signs people in to their mail there. */
  signIn?: MailSignInProvider;
  /**
   * true: the provider publishes no page that we found; names are from its customers' set-ups. What the domain itself publishes
   * goes first, and the result is called a guess.
   */
  isHearsay?: true;
}

const tls = (host: string, port: number): Server => ({ host, port, security: 'tls' });
const starttls = (host: string, port: number): Server => ({ host, port, security: 'starttls' });
/** TLS on the registered ports of RFC 8314. */
const onTls = (imap: string, smtp: string): Provider['servers'] => ({ imap: tls(imap, 993), smtp: tls(smtp, 465) });

const worldwide: readonly Provider[] = [
  {
    name: 'Gmail',
    domains: ['gmail.com', 'googlemail.com'],
    exchangers: ['google.com', 'googlemail.com'],
    servers: onTls('imap.gmail.com', 'smtp.gmail.com'),
    hint: 'app-password',
    helpUrl: 'https://support.google.com/mail/answer/185833',
    signIn: 'google',
  },
  {
    name: 'Outlook.com',
    domains: [
      ...['outlook.com', 'outlook.com.tr', 'outlook.com.gr', 'outlook.de', 'outlook.fr', 'outlook.it', 'outlook.es'],
      ...['hotmail.com', 'hotmail.com.tr', 'hotmail.gr', 'hotmail.de', 'hotmail.fr', 'hotmail.it', 'hotmail.es'],
      ...['hotmail.co.uk', 'hotmail.nl', 'hotmail.be', 'hotmail.se', 'live.com', 'live.de', 'live.fr', 'live.it'],
      ...['live.co.uk', 'live.nl', 'live.be', 'live.se', 'windowslive.com', 'msn.com', 'passport.com'],
    ],
    exchangers: ['olc.protection.outlook.com'],
    servers: { imap: tls('outlook.office365.com', 993), smtp: starttls('smtp-mail.outlook.com', 587) },
    hint: 'oauth-only',
    helpUrl: 'https://support.microsoft.com/office/d088b986-291d-42b8-9564-9c414e2aa040',
    signIn: 'microsoft',
  },
  {
    name: 'Microsoft 365',
    domains: [],
    exchangers: ['mail.protection.outlook.com', 'mx.microsoft', 'onmicrosoft.com'],
    servers: { imap: tls('outlook.office365.com', 993), smtp: starttls('smtp.office365.com', 587) },
    hint: 'oauth-only',
    helpUrl:
      'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/deprecation-of-basic-authentication-exchange-online',
    signIn: 'microsoft',
  },
  {
    name: 'AOL',
    domains: ['aol.com', 'aim.com', 'aol.de', 'aol.fr', 'aol.co.uk'],
    exchangers: ['gm0.yahoodns.net'],
    servers: onTls('imap.aol.com', 'smtp.aol.com'),
    hint: 'app-password',
    helpUrl: 'https://help.aol.com/articles/Create-and-manage-app-password',
  },
  {
    name: 'Yahoo',
    domains: [
      ...['yahoo.com', 'yahoo.com.tr', 'yahoo.gr', 'yahoo.co.uk', 'yahoo.de', 'yahoo.fr', 'yahoo.it', 'yahoo.es'],
      ...['ymail.com', 'rocketmail.com', 'myyahoo.com'],
    ],
    exchangers: ['yahoodns.net'],
    servers: onTls('imap.mail.yahoo.com', 'smtp.mail.yahoo.com'),
    hint: 'app-password',
    helpUrl: 'https://help.yahoo.com/kb/SLN15241.html',
  },
  {
    name: 'iCloud',
    domains: ['icloud.com', 'me.com', 'mac.com'],
    exchangers: ['mail.icloud.com'],
    servers: { imap: tls('imap.mail.me.com', 993), smtp: starttls('smtp.mail.me.com', 587) },
    hint: 'app-password',
    helpUrl: 'https://support.apple.com/102654',
  },
  {
    name: 'Yandex',
    domains: ['yandex.com.tr'],
    servers: onTls('imap.yandex.com.tr', 'smtp.yandex.com.tr'),
    hint: 'app-password',
    helpUrl: 'https://yandex.com.tr/support/yandex-360/customers/mail/tr/mail-clients/others',
  },
  {
    name: 'Yandex',
    domains: ['yandex.com', 'yandex.ru', 'yandex.by', 'yandex.kz', 'yandex.ua', 'ya.ru', 'narod.ru'],
    exchangers: ['mx.yandex.net', 'mx.yandex.ru'],
    servers: onTls('imap.yandex.com', 'smtp.yandex.com'),
    hint: 'app-password',
    helpUrl: 'https://yandex.com/support/passport/authorization/app-passwords.html',
  },
  {
    name: 'Mail.ru',
    domains: ['mail.ru', 'inbox.ru', 'list.ru', 'bk.ru', 'internet.ru'],
    exchangers: ['mxs.mail.ru', 'emx.mail.ru'],
    servers: onTls('imap.mail.ru', 'smtp.mail.ru'),
    hint: 'app-password',
    helpUrl: 'https://help.mail.ru/mail/security/protection/external/',
  },
  {
    name: 'Zoho',
    domains: ['zoho.com', 'zohomail.com'],
    servers: onTls('imap.zoho.com', 'smtp.zoho.com'),
    hint: 'enable-imap',
    helpUrl: 'https://www.zoho.com/mail/help/imap-access.html',
  },
  {
    name: 'Zoho',
    domains: ['zoho.eu', 'zohomail.eu'],
    servers: onTls('imap.zoho.eu', 'smtp.zoho.eu'),
    hint: 'enable-imap',
    helpUrl: 'https://www.zoho.com/mail/help/imap-access.html',
  },
  {
    // Addresses at a customer's own domain use other machines than those at zoho.com.
    name: 'Zoho',
    domains: [],
    exchangers: ['zoho.com'],
    servers: onTls('imappro.zoho.com', 'smtppro.zoho.com'),
    hint: 'enable-imap',
    helpUrl: 'https://www.zoho.com/mail/help/imap-access.html',
  },
  {
    name: 'Zoho',
    domains: [],
    exchangers: ['zoho.eu'],
    servers: onTls('imappro.zoho.eu', 'smtppro.zoho.eu'),
    hint: 'enable-imap',
    helpUrl: 'https://www.zoho.com/mail/help/imap-access.html',
  },
  {
    name: 'GMX',
    domains: ['gmx.net', 'gmx.de', 'gmx.at', 'gmx.ch', 'gmx.eu'],
    exchangers: ['emig.gmx.net'],
    servers: onTls('imap.gmx.net', 'mail.gmx.net'),
    hint: 'enable-imap',
    helpUrl: 'https://hilfe.gmx.net/pop-imap/imap/imap-serverdaten.html',
  },
  {
    name: 'GMX',
    domains: ['gmx.com', 'gmx.com.tr', 'gmx.co.uk', 'gmx.fr', 'gmx.es', 'gmx.it', 'gmx.us'],
    servers: onTls('imap.gmx.com', 'mail.gmx.com'),
    hint: 'enable-imap',
    helpUrl: 'https://support.gmx.com/pop-imap/',
  },
  {
    name: 'Fastmail',
    domains: ['fastmail.com', 'fastmail.fm', 'sent.com', 'messagingengine.com'],
    exchangers: ['messagingengine.com'],
    servers: onTls('imap.fastmail.com', 'smtp.fastmail.com'),
    hint: 'app-password',
    helpUrl: 'https://www.fastmail.help/hc/en-us/articles/360058752854',
  },
  {
    name: 'Posteo',
    domains: ['posteo.de', 'posteo.net', 'posteo.eu', 'posteo.org', 'posteo.gr', 'posteo.at', 'posteo.ch'],
    servers: onTls('posteo.de', 'posteo.de'),
    helpUrl: 'https://posteo.de/en/help',
  },
  {
    // The mail is encrypted for the owner; a program of Proton's on the same computer speaks IMAP and SMTP.
    name: 'Proton',
    domains: ['proton.me', 'protonmail.com', 'protonmail.ch', 'pm.me'],
    exchangers: ['protonmail.ch'],
    servers: { imap: starttls('127.0.0.1', 1143), smtp: starttls('127.0.0.1', 1025) },
    hint: 'bridge',
    helpUrl: 'https://proton.me/mail/bridge',
  },
  {
    name: 'Hostinger',
    domains: [],
    exchangers: ['hostinger.com'],
    servers: onTls('imap.hostinger.com', 'smtp.hostinger.com'),
    helpUrl: 'https://support.hostinger.com/',
  },
  {
    name: 'GoDaddy',
    domains: [],
    exchangers: ['secureserver.net'],
    servers: onTls('imap.secureserver.net', 'smtpout.secureserver.net'),
    helpUrl: 'https://www.godaddy.com/help',
  },
];

const turkish: readonly Provider[] = [
  {
    // The certificate of port 587 is another one there, and was seen expired; that of 465 is right.
    name: 'Natro',
    domains: ['kurumsaleposta.com'],
    exchangers: ['kurumsaleposta.com', 'natrohost.com', 'natro.com'],
    servers: onTls('mail.kurumsaleposta.com', 'mail.kurumsaleposta.com'),
    helpUrl: 'https://www.natro.com/',
  },
  {
    name: 'Türkticaret.net',
    domains: ['turkticaret.net'],
    exchangers: ['turkticaret.net'],
    servers: onTls('imap.turkticaret.net', 'smtp.turkticaret.net'),
    helpUrl: 'https://www.turkticaret.net/',
  },
  {
    name: 'Turhost',
    domains: [],
    exchangers: ['turhost.com'],
    servers: 'at-exchanger',
    helpUrl: 'https://www.turhost.com/',
    isHearsay: true,
  },
  {
    name: 'Güzel Hosting',
    domains: [],
    exchangers: ['guzel.net.tr', 'guzelhosting.com'],
    servers: 'at-exchanger',
    helpUrl: 'https://www.guzel.net.tr/',
    isHearsay: true,
  },
  {
    name: 'İsimtescil',
    domains: [],
    exchangers: ['isimtescil.net'],
    servers: 'at-exchanger',
    helpUrl: 'https://www.isimtescil.net/',
    isHearsay: true,
  },
  {
    name: 'TurkNet',
    domains: ['turk.net'],
    servers: onTls('imap.turk.net', 'smtp.turk.net'),
    helpUrl: 'https://turk.net/',
    isHearsay: true,
  },
  {
    name: 'Superonline',
    domains: ['superonline.com'],
    servers: onTls('imap.superonline.com', 'smtp.superonline.com'),
    helpUrl: 'https://www.superonline.net/',
    isHearsay: true,
  },
  {
    name: 'Türk Telekom',
    domains: ['ttmail.com'],
    servers: { imap: tls('imap.ttmail.com', 993), smtp: starttls('smtp.ttmail.com', 587) },
    helpUrl: 'https://www.turktelekom.com.tr/',
    isHearsay: true,
  },
  {
    name: 'Türk Telekom',
    domains: ['ttnet.net.tr', 'ttnet.com.tr'],
    servers: { imap: tls('imap.ttnet.net.tr', 993), smtp: starttls('smtp.ttnet.net.tr', 587) },
    helpUrl: 'https://www.turktelekom.com.tr/',
    isHearsay: true,
  },
  {
    name: 'Mynet',
    domains: ['mynet.com'],
    servers: onTls('imap.mynet.com', 'smtp.mynet.com'),
    helpUrl: 'https://www.mynet.com/',
    isHearsay: true,
  },
];

const greek: readonly Provider[] = [
  {
    name: 'Cosmote',
    domains: ['otenet.gr'],
    exchangers: ['otenet.gr'],
    servers: onTls('imap.otenet.gr', 'mailgate.otenet.gr'),
    helpUrl: 'https://www.cosmote.gr/',
  },
  {
    name: 'Cosmote',
    domains: ['cosmotemail.gr'],
    servers: onTls('imap.cosmotemail.gr', 'mailgate.cosmotemail.gr'),
    helpUrl: 'https://www.cosmote.gr/',
    isHearsay: true,
  },
  {
    name: 'Nova',
    domains: ['forthnet.gr'],
    servers: onTls('imap.forthnet.gr', 'mailgate.forthnet.gr'),
    helpUrl: 'https://www.nova.gr/',
    isHearsay: true,
  },
  {
    name: 'Nova',
    domains: ['wind.gr', 'windtools.gr', 'vivodi.gr', 'tellas.gr'],
    servers: onTls('imap.wind.gr', 'smtp.wind.gr'),
    helpUrl: 'https://www.nova.gr/',
    isHearsay: true,
  },
  {
    name: 'Vodafone',
    domains: ['hol.gr', 'vodafone.gr'],
    servers: onTls('imap.hol.gr', 'mail.hol.gr'),
    helpUrl: 'https://www.vodafone.gr/',
    isHearsay: true,
  },
  {
    name: 'Papaki',
    domains: [],
    exchangers: ['papaki.gr', 'papaki.com'],
    servers: 'at-exchanger',
    helpUrl: 'https://www.papaki.com/',
    isHearsay: true,
  },
  {
    name: 'Top.Host',
    domains: [],
    exchangers: ['top.host', 'tophost.gr'],
    servers: 'at-exchanger',
    helpUrl: 'https://top.host/',
    isHearsay: true,
  },
  {
    name: 'DnHost',
    domains: [],
    exchangers: ['dnhost.gr'],
    servers: 'at-exchanger',
    helpUrl: 'https://www.dnhost.gr/',
    isHearsay: true,
  },
];

/** Where two exchangers fit, the longer end wins; so order matters nowhere. */
export const providers: readonly Provider[] = [...worldwide, ...turkish, ...greek];
