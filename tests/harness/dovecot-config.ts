// The configuration text of a private Dovecot 2.3; its options are the odd servers that tests want to meet.
import type { CertificateKind } from './certificates.ts';

export const specialFolders = ['Drafts', 'Junk', 'Sent', 'Trash', 'Archive'] as const;
export type SpecialFolder = (typeof specialFolders)[number];

export interface DovecotOptions {
  /** Login name → password. Without it alice, bob, carol and bench @test.local, each with the password `secret-<name>`. */
  users?: Readonly<Record<string, string>>;
  /** The whole advertised capability list, as `IMAP4rev1 IDLE …`; leave words out to play a poorer server. */
  caps?: string;
  /** Connections that one user may have from one address; 100 unless told. */
  maxUserIpConnections?: number;
  /**
   * Names of the special folders by role, `false` for a server that has none. Unless told: Drafts, Junk, Sent, Trash, Archive.
   * Non-ASCII names are fine.
   */
  specialUse?: Readonly<Partial<Record<SpecialFolder, string>>> | false;
  /** false: the special folders exist but are not marked as such. */
  advertiseSpecialUse?: boolean;
  /** Between folder and subfolder, `/` unless told. */
  separator?: string;
  /** Before every folder name, as in `INBOX.` of old hosts. */
  prefix?: string;
  /** Bytes a user may keep, as Dovecot writes it: `5M`. */
  quota?: string;
  certificate?: CertificateKind;
  /** false: no encryption on the IMAP port, not even STARTTLS, and logins in clear are taken there. */
  starttls?: boolean;
  /** false: the IMAP port takes passwords only after STARTTLS. */
  allowPlaintextLogin?: boolean;
  /** SASL mechanisms, `plain login` unless told; `xoauth2 oauthbearer` for a server without passwords. */
  authMechanisms?: string;
  /** Token introspection URL for `xoauth2` and `oauthbearer`. */
  oauthIntrospectionUrl?: string;
  /** The oldest TLS it offers: `TLSv1.2` unless told. */
  minTls?: string;
  greeting?: string;
}

export interface DovecotPlace {
  folder: string;
  user: string;
  group: string;
  imapPort: number;
  imapsPort: number;
  lmtpPort: number;
  certFile: string;
  keyFile: string;
}

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
const line = (name: string, value: string | undefined): string => (value === undefined ? '' : `${name} = ${value}\n`);

function namespaceText(options: DovecotOptions): string {
  const names =
    options.specialUse === false
      ? {}
      : (options.specialUse ?? Object.fromEntries(specialFolders.map((name) => [name, name])));
  const boxes = Object.entries(names).map(([role, name]) => {
    const mark = options.advertiseSpecialUse === false ? '' : `    special_use = \\${role}\n`;
    return `  mailbox ${quoted(name)} {\n${mark}    auto = subscribe\n  }\n`;
  });
  const separator = options.separator ?? (options.prefix?.endsWith('.') === true ? '.' : '/');
  return `namespace inbox {\n  inbox = yes\n  prefix = ${options.prefix ?? ''}\n  separator = ${separator}\n${boxes.join('')}}\n`;
}

function authText(place: DovecotPlace, options: DovecotOptions): string {
  const oauth =
    options.oauthIntrospectionUrl === undefined
      ? ''
      : `passdb {\n  driver = oauth2\n  mechanisms = xoauth2 oauthbearer\n  args = ${place.folder}/oauth2.conf.ext\n}\n`;
  return `auth_mechanisms = ${options.authMechanisms ?? 'plain login'}
auth_username_format = %Lu
auth_failure_delay = 0
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${place.folder}/users
}
${oauth}userdb {
  driver = static
  args = uid=${place.user} gid=${place.group} home=${place.folder}/mail/%u
}
`;
}

/** The text of `users` in passwd-file form. */
export function usersText(users: Readonly<Record<string, string>>): string {
  return Object.entries(users)
    .map(([name, password]) => `${name}:{PLAIN}${password}::::::\n`)
    .join('');
}

/** The text of `oauth2.conf.ext`: introspection by POST with a secret in the body (a secret in the URL too makes strict servers refuse). */
export function oauthText(introspectionUrl: string): string {
  return `introspection_mode = post
introspection_url = ${introspectionUrl}
client_id = dovecot
client_secret = dovecot-secret
username_attribute = username
active_attribute = active
active_value = true
`;
}

/** The text of `dovecot.conf` for a server that needs no root and touches nothing outside `place.folder`. */
export function dovecotConfig(place: DovecotPlace, options: DovecotOptions): string {
  const quotaPlugin = options.quota === undefined ? '' : ' quota';
  return `base_dir = ${place.folder}/run
state_dir = ${place.folder}/state
log_path = ${place.folder}/log/dovecot.log
default_internal_user = ${place.user}
default_internal_group = ${place.group}
default_login_user = ${place.user}
listen = 127.0.0.1
protocols = imap lmtp
${options.starttls === false ? 'ssl = no\n' : 'ssl = yes\n'}ssl_cert = <${place.certFile}
ssl_key = <${place.keyFile}
ssl_dh =
ssl_min_protocol = ${options.minTls ?? 'TLSv1.2'}
disable_plaintext_auth = ${options.allowPlaintextLogin === false ? 'yes' : 'no'}
${line('login_greeting', options.greeting)}mail_location = maildir:~/Maildir
mail_uid = ${place.user}
mail_gid = ${place.group}
first_valid_uid = 1
first_valid_gid = 1
mail_max_userip_connections = ${String(options.maxUserIpConnections ?? 100)}
mailbox_list_index = yes
mail_plugins = $mail_plugins${quotaPlugin}
login_trusted_networks =
recipient_delimiter = +
lmtp_save_to_detail_mailbox = yes
${authText(place, options)}${namespaceText(options)}service anvil {
  chroot =
  # No growing delay after failed logins: tests fail logins on purpose.
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
service imap-login {
  chroot =
  service_count = 0
  inet_listener imap {
    address = 127.0.0.1
    port = ${String(place.imapPort)}
  }
  inet_listener imaps {
    address = 127.0.0.1
    port = ${String(place.imapsPort)}
    ssl = ${options.starttls === false ? 'no' : 'yes'}
  }
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${String(place.lmtpPort)}
  }
}
protocol imap {
  ${line('imap_capability', options.caps)}  mail_plugins = $mail_plugins${options.quota === undefined ? '' : ' imap_quota'}
  imap_idle_notify_interval = 2 mins
}
protocol lmtp {
  postmaster_address = postmaster@test.local
  hostname = test.local
}
plugin {
  ${options.quota === undefined ? '' : `quota = count:User quota\n  quota_vsizes = yes\n  quota_rule = *:storage=${options.quota}`}
}
`;
}
