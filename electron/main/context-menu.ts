// The menu of the right mouse button: spelling, clipboard and links, in the language of the app.
import { clipboard, Menu, type BrowserWindow, type ContextMenuParams, type MenuItemConstructorOptions } from 'electron';
import { openableUrl } from './link-schemes.ts';
import type { Text } from './text.ts';

type Item = MenuItemConstructorOptions;
const shownSuggestions = 5;

/** `text` is asked at each opening: the language may have changed. */
export function addContextMenu(window: BrowserWindow, text: () => Text): void {
  const { webContents } = window;
  webContents.on('context-menu', (_event, params) => {
    const groups = [
      spellingItems(params, text(), {
        replace: (word) => {
          webContents.replaceMisspelling(word);
        },
        learn: (word) => {
          webContents.session.addWordToSpellCheckerDictionary(word);
        },
      }),
      linkItems(params, text()),
      clipboardItems(params, text()),
    ].filter((group) => group.length > 0);
    if (groups.length === 0) return;
    const template = groups.flatMap((group, at) => (at === 0 ? group : [{ type: 'separator' as const }, ...group]));
    Menu.buildFromTemplate(template).popup({ window });
  });
}

function spellingItems(
  { misspelledWord, dictionarySuggestions }: ContextMenuParams,
  text: Text,
  act: { replace(word: string): void; learn(word: string): void },
): Item[] {
  if (misspelledWord === '') return [];
  const suggestions: Item[] = dictionarySuggestions.slice(0, shownSuggestions).map((word) => ({
    label: word.replaceAll('&', '&&'),
    click: () => {
      act.replace(word);
    },
  }));
  const none: Item = { label: text('context.noSuggestions'), enabled: false };
  const learn: Item = {
    label: text('context.addWord'),
    click: () => {
      act.learn(misspelledWord);
    },
  };
  return [...(suggestions.length > 0 ? suggestions : [none]), { type: 'separator' }, learn];
}

function linkItems({ linkURL }: ContextMenuParams, text: Text): Item[] {
  const url = openableUrl(linkURL);
  if (url === undefined) return [];
  const copy = () => {
    void clipboard.writeText(url.startsWith('mailto:') ? decodeURIComponent(url.slice(7).split('?', 1)[0] ?? '') : url);
  };
  return [{ label: text('context.copyLink'), click: copy }];
}

function clipboardItems({ isEditable, selectionText, editFlags }: ContextMenuParams, text: Text): Item[] {
  const copy: Item = { role: 'copy', label: text('menu.copy'), enabled: editFlags.canCopy };
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy];
  return [
    { role: 'cut', label: text('menu.cut'), enabled: editFlags.canCut },
    copy,
    { role: 'paste', label: text('menu.paste'), enabled: editFlags.canPaste },
    { role: 'pasteAndMatchStyle', label: text('menu.pastePlain'), enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: text('menu.selectAll'), enabled: editFlags.canSelectAll },
  ];
}
