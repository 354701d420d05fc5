// Commands about the app: palette, shortcuts, settings, accounts, theme, sync.
import type { Action } from './action.ts';
import { isReadOnly } from '../state/read-only.ts';
import { attempt } from './notices.tsx';
import { startMail } from './start-mail.ts';
import { switchTheme } from './switch-theme.ts';

export const appActions: readonly Action[] = [
  {
    id: 'new-mail',
    title: 'action.newMail',
    group: 'app',
    keys: ['Mod+N'],
    worksInFields: true,
    menu: 'new-mail',
    changes: true,
    isAvailable: (desk) => desk.app.get().accounts.length > 0,
    run: (desk) => startMail(desk),
  },
  {
    id: 'palette',
    title: 'action.palette',
    group: 'app',
    keys: ['Mod+K'],
    worksInFields: true,
    isHiddenInPalette: true,
    menu: 'palette',
    isAvailable: () => true,
    run: (desk) => {
      desk.overlay.set({ kind: 'palette' });
    },
  },
  {
    id: 'shortcuts',
    title: 'action.shortcuts',
    group: 'app',
    keys: ['?'],
    menu: 'shortcuts',
    isAvailable: () => true,
    run: (desk) => {
      desk.overlay.set({ kind: 'shortcuts' });
    },
  },
  {
    id: 'help',
    title: 'action.help',
    group: 'app',
    keys: ['F1'],
    worksInFields: true,
    menu: 'help',
    isAvailable: () => true,
    run: (desk) => {
      desk.overlay.set({ kind: 'help' });
    },
  },
  {
    id: 'tour',
    title: 'action.tour',
    group: 'app',
    keys: [],
    menu: 'tour',
    changes: true,
    isAvailable: (desk) => desk.app.get().accounts.length > 0,
    run: (desk) => {
      desk.overlay.set({ kind: 'tour' });
    },
  },
  {
    id: 'whats-new',
    title: 'action.whatsNew',
    group: 'app',
    keys: [],
    menu: 'whats-new',
    isAvailable: () => true,
    run: (desk) => {
      desk.overlay.set({ kind: 'whats-new' });
    },
  },
  {
    id: 'diagnostics',
    title: 'action.diagnostics',
    group: 'app',
    keys: [],
    menu: 'diagnostics',
    isAvailable: () => true,
    run: (desk) => {
      desk.overlay.set({ kind: 'settings', tab: 'diagnostics' });
    },
  },
  {
    id: 'settings',
    title: 'action.settings',
    group: 'app',
    keys: ['Mod+,'],
    worksInFields: true,
    menu: 'open-settings',
    isAvailable: () => true,
    run: (desk) => {
      desk.overlay.set({ kind: 'settings', tab: 'general' });
    },
  },
  {
    id: 'replies',
    title: 'action.replies',
    group: 'go',
    keys: ['G R'],
    menu: 'replies',
    changes: true,
    isAvailable: () => true,
    run: (desk) => {
      desk.overlay.set({ kind: 'replies' });
    },
  },
  {
    id: 'coach',
    title: 'action.coach',
    group: 'app',
    keys: [],
    changes: true,
    isAvailable: () => true,
    run: (desk) => {
      desk.overlay.set({ kind: 'settings', tab: 'coach' });
    },
  },
  {
    id: 'practice',
    title: 'action.practice',
    group: 'app',
    keys: [],
    isAvailable: () => true,
    run: (desk) => {
      desk.overlay.set({ kind: 'practice' });
    },
  },
  {
    id: 'weeks',
    title: 'action.weeks',
    group: 'go',
    keys: ['G K'],
    isAvailable: () => true,
    run: (desk) => {
      desk.overlay.set({ kind: 'weeks' });
    },
  },
  {
    id: 'shop-card',
    title: 'action.shop',
    group: 'app',
    keys: [],
    changes: true,
    isAvailable: () => true,
    run: (desk) => {
      desk.overlay.set({ kind: 'settings', tab: 'shop' });
    },
  },
  {
    id: 'agents',
    title: 'action.agents',
    group: 'app',
    keys: [],
    menu: 'agents',
    changes: true,
    isAvailable: () => true,
    run: (desk) => {
      desk.overlay.set({ kind: 'agents' });
    },
  },
  {
    id: 'accounts',
    title: 'action.accounts',
    group: 'app',
    keys: [],
    menu: 'open-accounts',
    changes: true,
    isAvailable: () => true,
    run: (desk) => {
      desk.overlay.set({ kind: 'settings', tab: 'accounts' });
    },
  },
  {
    id: 'add-account',
    title: 'action.addAccount',
    group: 'app',
    keys: [],
    isAvailable: (desk) => desk.app.get().mode === 'shop',
    run: (desk) => {
      desk.overlay.set({ kind: 'add-account' });
    },
  },
  {
    id: 'theme',
    title: 'action.theme',
    group: 'app',
    keys: [],
    isAvailable: () => true,
    run: switchTheme,
  },
  {
    id: 'sync-now',
    title: 'action.syncNow',
    group: 'app',
    keys: ['F5'],
    worksInFields: true,
    menu: 'sync-now',
    changes: true,
    isAvailable: (desk) => desk.app.get().accounts.length > 0,
    run: async (desk) => {
      await attempt(desk.store.syncNow({ accountId: null }));
    },
  },
  {
    id: 'enter-demo',
    title: 'action.enterDemo',
    group: 'app',
    keys: [],
    isAvailable: (desk) => desk.app.get().mode === 'shop',
    run: async (desk) => {
      await attempt(desk.main.enterDemo({}));
    },
  },
  {
    id: 'leave-demo',
    title: 'action.leaveDemo',
    group: 'app',
    keys: [],
    isAvailable: (desk) => desk.app.get().mode === 'demo',
    run: async (desk) => {
      await attempt(desk.main.returnToShop({}));
    },
  },
  {
    id: 'close-export',
    title: 'action.closeExport',
    group: 'app',
    keys: [],
    isAvailable: isReadOnly,
    run: async (desk) => {
      await attempt(desk.main.returnToShop({}));
    },
  },
];
