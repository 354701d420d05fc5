// How Defter is registered with Google and Microsoft: one client each for the whole product, as their rules ask.
import type { MailSignInProvider } from './account.ts';

/**
 * From console.cloud.google.com (type “Desktop app”; its secret is none, RFC 8252, 8.5) and entra.microsoft.com (platform “Mobile and
 * desktop applications”, redirect http://localhost, a public client without a secret). Empty: Defter is not registered there yet, and
 * people bring a client id of their own.
 */
export const signInClients: Readonly<Record<MailSignInProvider, { id: string; secret: string }>> = {
  google: { id: '', secret: '' },
  microsoft: { id: '', secret: '' },
};

/** Whether people can sign in there without a client id of their own. */
export const isRegisteredWith = (provider: MailSignInProvider): boolean => signInClients[provider].id !== '';
