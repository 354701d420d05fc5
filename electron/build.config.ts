// How electron-vite bundles the five programs: main, sync and preload for Node, the page and its worker for Chromium.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const root = resolve(import.meta.dirname, '..');

// The oldest runtime that the app must start on, see README of electron/launch; else the installed types decide.
const nodeTarget = 'node20.18';
const chromeTarget = 'chrome130';

/** Main replaces it by a fresh nonce in every page it serves. */
const noncePlaceholder = '__NONCE__';

/** The programs are read from this disk, not from a network: size is watched by `npm run bench`, not here. */
const chunkSizeWarningLimit = 4000;

/** East Asian charsets are 500 kB of tables in `encoding-japanese` and `iconv-lite`; the runtime reads them by itself. */
const smallCharsets: Plugin = {
  name: 'small-charsets',
  enforce: 'pre',
  resolveId: (id) => (id === 'encoding-japanese' ? '\0encoding-japanese' : null),
  load(id) {
    const file = JSON.stringify(resolve(root, 'electron/sync/connectors/email/east-asian-text.ts'));
    if (id === '\0encoding-japanese')
      return `import { convert } from ${file}; export { convert }; export default { convert };`;
    if (/iconv-lite\/encodings\/dbcs-codec\.js$/.test(id)) return `export { DoubleByteCodec as _dbcs } from ${file};`;
    return /iconv-lite\/encodings\/tables\/[\w-]+\.json$/.test(id) ? '[]' : null;
  },
};

/** Types of files by their endings, which libmime loads beside nodemailer's own table of them: nobody asks libmime for one. */
const oneMimeTable: Plugin = {
  name: 'one-mime-table',
  enforce: 'pre',
  load: (id) => (/libmime\/dist\/cjs\/mimetypes\.js$/.test(id) ? 'exports.list = {}; exports.extensions = {};' : null),
};

/** Modules that a library loads and never calls in the way it is used here. One that is called after all says so. */
const leftOut: Readonly<Record<string, readonly string[]>> = {
  // conf, under electron-store, checks a file by a JSON schema when it is given one; ours is read by stored-settings.ts
  'ajv/dist/2020.js': ['Ajv2020'],
  'ajv-formats': ['default'],
  // imapflow's own log, for connections that are given none
  pino: ['default'],
};

const leaveOut: Plugin = {
  name: 'leave-out',
  enforce: 'pre',
  resolveId: (id) => (id in leftOut ? `\0left-out:${id}` : null),
  load(id) {
    const name = id.replace('\0left-out:', '');
    if (name === id) return null;
    const refuse = `function refuse() { throw new Error(${JSON.stringify(`${name} is left out of the build`)}); }`;
    return [refuse, ...(leftOut[name] ?? []).map((each) => `export { refuse as ${each} };`)].join('\n');
  },
};

interface WithExamples {
  description: string;
  examplesMatch: string[];
  examplesNoMatch: string[];
}

/** What is there for who writes and tests the coach's rules, the app does not show: descriptions and, but for one, examples; 0.13 MB are left out. */
const leanRules: Plugin = {
  name: 'lean-rules',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!/coach\/rules\/(?:en|tr|el)\.json$/.test(id)) return null;
    const book = JSON.parse(code) as Record<'rules' | 'signals', WithExamples[]>;
    const lean = (each: WithExamples): WithExamples => ({
      ...each,
      description: '',
      examplesMatch: each.examplesMatch.slice(0, 1),
      examplesNoMatch: [],
    });
    return {
      code: JSON.stringify({ ...book, rules: book.rules.map(lean), signals: book.signals.map(lean) }),
      map: null,
    };
  },
};

/** How the UI kit names a class of its own: by a number that stands in the script of the component that wears it. */
const kitClass = /\bm_[0-9a-f]{6,8}\b/g;

/** The kit's style sheet is one for all its components: the rules of those that no script of ours brings are left out, 0.1 MB. */
const wornStyles: Plugin = {
  name: 'worn-styles',
  apply: 'build',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const outputs = Object.values(bundle);
    const worn = new Set(outputs.flatMap((each) => (each.type === 'chunk' ? each.code.match(kitClass) : []) ?? []));
    for (const each of outputs)
      if (each.fileName.endsWith('.css') && each.type === 'asset' && typeof each.source === 'string')
        each.source = each.source.replace(/([^{};]+)\{[^{}]*\}/g, (rule, selector: string) =>
          selector.match(kitClass)?.every((name) => !worn.has(name)) ? '' : rule,
        );
  },
};

const startStore = resolve(root, 'renderer/app/start-store.ts');

/** The store worker takes longest to be ready: its starter is a chunk of its own that runs before styles and other scripts are there. */
const storeFirst: Plugin = {
  name: 'store-first',
  apply: 'build',
  transformIndexHtml(_html, { bundle }) {
    const chunk = Object.values(bundle ?? {}).find(
      (each) => each.type === 'chunk' && each.moduleIds.includes(startStore),
    );
    if (!chunk) throw new Error('The page does not start the store');
    const attrs = { type: 'module', async: true, crossorigin: true, src: `./${chunk.fileName}` };
    return [{ tag: 'script', attrs, injectTo: 'head-prepend' }];
  },
};

const devServer = { host: '127.0.0.1', port: 5173 };

export default defineConfig({
  main: {
    plugins: [smallCharsets, oneMimeTable, leaveOut],
    resolve: {
      alias: [
        // mbox-reader brings an older one with tables of its own; it decodes words of headers with either
        { find: /^libmime$/, replacement: resolve(root, 'node_modules/libmime') },
        { find: /^iconv-lite$/, replacement: resolve(root, 'node_modules/iconv-lite') },
        // electron-updater brings one that differs in the last digit
        { find: /^semver$/, replacement: resolve(root, 'node_modules/semver') },
      ],
    },
    build: {
      outDir: resolve(root, 'out/main'),
      externalizeDeps: false, // everything is bundled: the packaged app has no node_modules
      chunkSizeWarningLimit,
      target: nodeTarget,
      minify: true,
      license: true,
      rolldownOptions: {
        input: {
          index: resolve(root, 'electron/main/index.ts'),
          sync: resolve(root, 'electron/sync/index.ts'),
          transfer: resolve(root, 'electron/transfer/index.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: resolve(root, 'out/preload'),
      externalizeDeps: false,
      target: nodeTarget,
      minify: true,
      rolldownOptions: {
        input: { index: resolve(root, 'electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' }, // a sandboxed preload must be CommonJS
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    cacheDir: resolve(root, 'node_modules/.cache/vite'),
    plugins: [react(), storeFirst, leanRules, wornStyles],
    html: { cspNonce: noncePlaceholder },
    worker: { format: 'es' },
    server: { ...devServer, strictPort: true, hmr: { ...devServer, protocol: 'ws' } },
    build: {
      outDir: resolve(root, 'out/renderer'),
      chunkSizeWarningLimit,
      target: chromeTarget,
      minify: true,
      license: true,
      assetsInlineLimit: 0, // the page's policy allows no data: fonts or scripts
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { index: resolve(root, 'renderer/index.html') },
        output: { codeSplitting: { groups: [{ name: 'start-store', test: startStore }] } },
      },
    },
  },
});
