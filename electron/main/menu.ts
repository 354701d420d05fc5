// The application menu, in the language of the app; its commands are the page's own and go to it as announcements.
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../shared/contract/page-api.ts';
import type { Text } from './text.ts';

export interface MenuHost {
  text: Text;
  allowsDevTools: boolean;
  command(command: MenuCommand): void;
  quit(): void;
}

/** Makes the menu for this platform and sets it; call again when the language changes. */
export function setMenu(host: MenuHost): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(host, process.platform)));
}

type Item = MenuItemConstructorOptions;
const separator: Item = { type: 'separator' };

function menuTemplate(host: MenuHost, platform: NodeJS.Platform): Item[] {
  const { text } = host;
  const name = app.name;
  const isMac = platform === 'darwin';
  /**
   * Keys of the page are shown here and left to it (`registerAccelerator`): it knows whether a text field wants them. macOS takes every
   * shown key for the menu, so there only those with a modifier are shown.
   */
  const item = (label: string, command: MenuCommand, accelerator?: string): Item => ({
    label,
    click: () => {
      host.command(command);
    },
    ...(accelerator && (!isMac || /\+/.test(accelerator)) ? { accelerator, registerAccelerator: false } : {}),
  });
  const settings = item(text('menu.settings'), 'open-settings', 'CmdOrCtrl+,');
  const accounts = item(text('menu.accounts'), 'open-accounts');
  const quit: Item = { label: text('menu.quit', { name }), accelerator: 'CmdOrCtrl+Q', click: () => host.quit() };

  const appMenu: Item = {
    label: name,
    submenu: [
      { role: 'about', label: text('menu.about', { name }) },
      separator,
      settings,
      accounts,
      separator,
      { role: 'services', label: text('menu.services') },
      separator,
      { role: 'hide', label: text('menu.hide', { name }) },
      { role: 'hideOthers', label: text('menu.hideOthers') },
      { role: 'unhide', label: text('menu.showAll') },
      separator,
      quit,
    ],
  };
  const fileMenu: Item = {
    label: text('menu.file'),
    submenu: [
      item(text('menu.newMail'), 'new-mail', 'CmdOrCtrl+N'),
      item(text('menu.syncNow'), 'sync-now', isMac ? undefined : 'F5'),
      separator,
      item(text('menu.export'), 'export'),
      item(text('menu.import'), 'import'),
      item(text('menu.openExport'), 'open-export'),
      separator,
      ...(isMac ? [] : [settings, accounts, separator]),
      { role: 'close', label: text('menu.close') },
      ...(isMac ? [] : [quit]),
    ],
  };
  const editMenu: Item = {
    label: text('menu.edit'),
    submenu: [
      { role: 'undo', label: text('menu.undo') },
      { role: 'redo', label: text('menu.redo') },
      separator,
      { role: 'cut', label: text('menu.cut') },
      { role: 'copy', label: text('menu.copy') },
      { role: 'paste', label: text('menu.paste') },
      { role: 'pasteAndMatchStyle', label: text('menu.pastePlain') },
      { role: 'selectAll', label: text('menu.selectAll') },
      separator,
      item(text('menu.find'), 'find', '/'),
    ],
  };
  const conversationMenu: Item = {
    label: text('menu.conversation'),
    submenu: [
      item(text('menu.reply'), 'reply', 'R'),
      item(text('menu.closeConversation'), 'close-conversation', 'E'),
      item(text('menu.snooze'), 'snooze', 'S'),
      separator,
      item(text('menu.replies'), 'replies'),
      item(text('menu.agents'), 'agents'),
      separator,
      item(text('menu.palette'), 'palette', 'CmdOrCtrl+K'),
    ],
  };
  const viewMenu: Item = {
    label: text('menu.view'),
    submenu: [
      { role: 'zoomIn', label: text('menu.zoomIn') },
      { role: 'zoomOut', label: text('menu.zoomOut') },
      { role: 'resetZoom', label: text('menu.zoomReset') },
      separator,
      { role: 'togglefullscreen', label: text('menu.fullScreen') },
      ...(host.allowsDevTools
        ? ([
            separator,
            { role: 'reload', label: text('menu.reload') },
            { role: 'toggleDevTools', label: text('menu.devTools') },
          ] satisfies Item[])
        : []),
    ],
  };
  const windowMenu: Item = {
    label: text('menu.window'),
    role: 'windowMenu',
    submenu: [
      { role: 'minimize', label: text('menu.minimize') },
      { role: 'zoom', label: text('menu.zoom') },
      separator,
      { role: 'front', label: text('menu.front') },
    ],
  };
  const helpMenu: Item = {
    label: text('menu.help'),
    role: 'help',
    submenu: [
      item(text('menu.helpTopics'), 'help', 'F1'),
      item(text('menu.tour'), 'tour'),
      item(text('menu.shortcuts'), 'shortcuts', '?'),
      item(text('menu.whatsNew'), 'whats-new'),
      separator,
      item(text('menu.diagnostics'), 'diagnostics'),
      ...(isMac ? [] : ([separator, { role: 'about', label: text('menu.about', { name }) }] satisfies Item[])),
    ],
  };
  return [
    ...(isMac ? [appMenu] : []),
    fileMenu,
    editMenu,
    conversationMenu,
    viewMenu,
    ...(isMac ? [windowMenu] : []),
    helpMenu,
  ];
}
