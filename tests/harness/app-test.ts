// Playwright's test for the whole app: what a test starts (mail servers, apps, a marketplace) ends with it, also when it fails.
import { test as base } from '@playwright/test';
import { addAccount, choosePassphrase, unlock } from './app-steps.ts';
import { launchApp, removeProfile, type LaunchedApp, type LaunchOptions } from './launch-app.ts';
import { startMailServers, type MailServers } from './mail-servers.ts';

interface AppFixtures {
  /** Runs when the test is over; the last one first. */
  atEnd: (work: () => Promise<void> | void) => void;
  /** Dovecot and an SMTP server of the test's own. */
  servers: MailServers;
  /** Starts the app; it is killed and its profile removed at the end. */
  launch: (options?: LaunchOptions) => Promise<LaunchedApp>;
  /** Starts the app, adds the account of `servers` and chooses a passphrase. */
  launchWithAccount: () => Promise<LaunchedApp>;
  /** kill -9, then the app once more in the same profile, unlocked. */
  killAndLaunch: (app: LaunchedApp, options?: LaunchOptions) => Promise<LaunchedApp>;
}

export const test = base.extend<AppFixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures off this pattern
  atEnd: async ({}, use) => {
    const works: (() => Promise<void> | void)[] = [];
    await use((work) => works.push(work));
    for (const work of works.reverse()) await work();
  },
  servers: async ({ atEnd }, use) => {
    const servers = await startMailServers();
    atEnd(() => servers.stop());
    await use(servers);
  },
  launch: async ({ atEnd }, use) => {
    await use(async (options) => {
      const app = await launchApp(options);
      atEnd(async () => {
        await app.kill();
        removeProfile(app.userData);
      });
      return app;
    });
  },
  launchWithAccount: async ({ launch, servers }, use) => {
    await use(async () => {
      const app = await launch({ caFile: servers.caFile });
      await addAccount(app.page, servers);
      await choosePassphrase(app.page);
      return app;
    });
  },
  killAndLaunch: async ({ launch }, use) => {
    await use(async ({ kill, userData }, options) => {
      await kill();
      const app = await launch({ ...options, userData });
      await unlock(app.page);
      return app;
    });
  },
});
