// Lint rule: who may import whom, and which room owns which package. The one table of the app's inner borders.
import { builtinModules } from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const anything = /^/;
const shared = /^shared\//;
const publicNetwork = /^electron\/sync\/public-network\.ts$/;
const connectorDoors =
  /^electron\/sync\/connectors\/(api-test|batch-items|browser-sign-in|checked|connector|html-words|http|multipart|oauth-tokens|order-item|plain-reply|question-items|redact|send-into-thread|send-once|session-parts|thread-message|walk-pages)\.ts$/;

/**
 * A room is a folder; a file belongs to the first room whose folder it is in. A file may always import its own room;
 * `sees` are the other files, as paths from the top. `*` stands for one folder name: every such folder is a room of its own.
 * @type {{ folder: string, sees: RegExp[], seesTypes?: RegExp[] }[]}
 */
const rooms = [
  { folder: 'shared', sees: [] },
  { folder: 'electron/main', sees: [shared] },
  { folder: 'electron/transfer', sees: [shared] },
  { folder: 'electron/preload', sees: [], seesTypes: [shared] },
  {
    folder: 'electron/sync/engine',
    sees: [shared, publicNetwork, /^electron\/sync\/connectors\/(connector|registry)\.ts$/],
  },
  { folder: 'electron/sync/connectors/*', sees: [shared, connectorDoors, publicNetwork] },
  { folder: 'electron/sync/connectors', sees: [shared, /^electron\/sync\/connectors\/[^/]+\/(index|manifest)\.ts$/] },
  { folder: 'electron/sync', sees: [shared, /^electron\/sync\/(engine\/|connectors\/(connector|registry|http)\.ts$)/] },
  { folder: 'renderer/database', sees: [shared] },
  { folder: 'renderer/store', sees: [shared, /^renderer\/database\//] },
  { folder: 'renderer/app/ui', sees: [] },
  {
    folder: 'renderer/app',
    sees: [shared, /^renderer\/app\//, /^renderer\/database\/(bodies|open-for-reading|rows)(\.ts$|\/)/],
  },
  { folder: 'electron/launch', sees: [] },
  { folder: 'tests', sees: [anything] },
];

const uiKit = ['renderer/app'];

/**
 * The rooms that own each package; nobody else imports it. A package that is not listed may not be imported at all:
 * adding one means deciding here who owns it.
 * @type {Record<string, string[]>}
 */
const owners = {
  'node:': ['electron/main', 'electron/sync', 'electron/transfer', 'electron/launch'],
  electron: ['electron/main', 'electron/preload'],
  'electron-store': ['electron/main'],
  'hash-wasm': ['electron/main'],
  'electron-updater': ['electron/main'],
  zod: ['shared', 'electron/sync/connectors'],
  '@orpc/contract': ['shared'],
  '@orpc/server': ['shared'],
  '@orpc/client': ['shared'],
  eld: ['shared'],
  'temporal-polyfill': ['shared'],
  imapflow: ['electron/sync/connectors/email'],
  'openid-client': ['electron/sync/connectors'],
  nodemailer: ['electron/sync/connectors/email', 'electron/transfer/formats'],
  'html-to-text': ['electron/transfer', 'electron/sync/connectors/email'],
  'fast-xml-parser': ['electron/sync/connectors'],
  'mbox-reader': ['electron/transfer'],
  'postal-mime': ['electron/transfer'],
  yauzl: ['electron/transfer'],
  yazl: ['electron/transfer'],
  dexie: ['renderer/database', 'renderer/store', 'renderer/app/reads'],
  'dexie-react-hooks': ['renderer/app/reads'],
  react: uiKit,
  'react-dom': uiKit,
  'react-intl': uiKit,
  dayjs: uiKit,
  dompurify: uiKit,
  'get-nonce': uiKit,
  linkifyjs: uiKit,
  papaparse: uiKit,
  '@fontsource-variable/inter': uiKit,
  '@mantine/*': uiKit,
  '@tabler/icons-react': uiKit,
  '@tanstack/*': uiKit,
  '@tiptap/*': uiKit,
};

/** The names that a room may take from a package that it shares with another. */
const allowedNames = new Map([
  ['electron/preload electron', ['contextBridge', 'ipcRenderer', 'webUtils']],
  ['renderer/app/reads dexie', ['liveQuery']],
]);

/** @param {string} file path from the top, with forward slashes */
function roomOf(file) {
  for (const room of rooms) {
    const folder = room.folder.replace('*', '[^/]+');
    const match = new RegExp(`^(${folder})/`).exec(file);
    if (match) return { ...room, folder: /** @type {string} */ (match[1]) };
  }
  return undefined;
}

/** @param {string} specifier */
function packageOf(specifier) {
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return 'node:';
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

/** @param {string} name */
function ownersOf(name) {
  return owners[name] ?? owners[`${name.split('/')[0] ?? ''}/*`];
}

/**
 * Why `file` must not import `specifier`, or undefined where it may.
 * @param {string} file path of the importing file from the top
 * @param {string} specifier as written
 * @param {{ typeOnly: boolean, names: string[] }} what
 * @returns {string | undefined}
 */
export function refusal(file, specifier, { typeOnly, names }) {
  const room = roomOf(file);
  if (!room || room.folder === 'tests') return undefined;
  if (!specifier.startsWith('.')) {
    const name = packageOf(specifier);
    const owning = ownersOf(name);
    if (!owning) return `${name} has no owner: decide in tests/lint/room-imports.mjs which room may import it`;
    if (!owning.some((owner) => file.startsWith(`${owner}/`))) {
      return `${name} belongs to ${owning.join(', ')}; ${room.folder} must not import it`;
    }
    const allowed = [...allowedNames].find(
      ([key]) => key.endsWith(` ${name}`) && file.startsWith(`${key.split(' ')[0]}/`),
    );
    const stranger = allowed && !typeOnly && names.find((imported) => !allowed[1].includes(imported));
    return stranger ? `of ${name}, this folder may import only ${allowed[1].join(', ')}` : undefined;
  }
  const target = path.posix.join(path.posix.dirname(file), specifier).replace(/\?.*$/, '');
  if (roomOf(target)?.folder === room.folder) return undefined;
  const sees = [...room.sees, ...(typeOnly ? (room.seesTypes ?? []) : [])];
  if (sees.some((pattern) => pattern.test(target))) return undefined;
  return typeOnly || !room.seesTypes?.some((pattern) => pattern.test(target))
    ? `${room.folder} must not import ${target}`
    : `${room.folder} may import only types from ${target}`;
}

/** @typedef {import('@typescript-eslint/utils').TSESTree.Node} Node */

/**
 * What an import or an export takes along: nothing but types, and which names.
 * @param {Node} node
 */
function takenBy(node) {
  if (node.type === 'TSImportType') return { typeOnly: true, names: [] };
  if (node.type === 'ImportDeclaration') {
    const values = node.specifiers.filter((each) => !('importKind' in each && each.importKind === 'type'));
    return {
      typeOnly: node.importKind === 'type' || (node.specifiers.length > 0 && values.length === 0),
      names: values.map((each) => ('imported' in each && 'name' in each.imported ? each.imported.name : '*')),
    };
  }
  const typeOnly = 'exportKind' in node && node.exportKind === 'type';
  return { typeOnly, names: ['*'] };
}

export const roomImports =
  /** @satisfies {Omit<import('@typescript-eslint/utils').TSESLint.RuleModule<'refused'>, 'defaultOptions'>} */ ({
    meta: { type: 'problem', schema: [], messages: { refused: '{{reason}}' } },
    create(context) {
      const file = path.relative(root, context.filename).split(path.sep).join('/');
      /**
       * @param {Node} node the import or export
       * @param {Node | null} source
       */
      const check = (node, source) => {
        if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
        const reason = refusal(file, source.value, takenBy(node));
        if (reason) context.report({ node, messageId: 'refused', data: { reason } });
      };
      return {
        ImportDeclaration: (node) => check(node, node.source),
        ExportAllDeclaration: (node) => check(node, node.source),
        ExportNamedDeclaration: (node) => check(node, node.source),
        ImportExpression: (node) => check(node, node.source),
        TSImportType: (node) => check(node, node.source),
      };
    },
  });
