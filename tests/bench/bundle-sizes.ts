// How large the built programs are: what each process must read before it can work.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { projectRoot } from '../../electron/launch/project.mjs';

/** Sizes in kB (1,000 bytes) of the files in out/, by what needs them. */
export function bundleSizes(): Record<string, number> {
  const out = join(projectRoot, 'out');
  const assets = join(out, 'renderer/assets');
  const names = readdirSync(assets);
  const first = firstLoad(readFileSync(join(out, 'renderer/index.html'), 'utf8'), assets, names);
  const isWorker = (name: string): boolean => name.startsWith('worker-');
  const isFont = (name: string): boolean => extname(name) === '.woff2';
  const mainFirst = staticImports(join(out, 'main/index.js'));
  const syncFirst = staticImports(join(out, 'main/sync.js'));
  const chunks = readdirSync(join(out, 'main/chunks')).map((name) => join(out, 'main/chunks', name));
  const lazyChunks = chunks.filter((path) => !mainFirst.has(path) && !syncFirst.has(path));
  const sizes = {
    main: sum([...mainFirst]),
    preload: sum(readdirSync(join(out, 'preload')).map((name) => join(out, 'preload', name))),
    syncFirstLoad: sum([...syncFirst]),
    ...Object.fromEntries(
      lazyChunks.map((path) => [`sync ${basename(path).replace(/-[^-]*$/, '')} (lazy)`, sum([path])]),
    ),
    pageFirstLoad: sum([join(out, 'renderer/index.html'), ...[...first].map((name) => join(assets, name))]),
    pageLazy: sum(
      names.filter((name) => !first.has(name) && !isWorker(name) && !isFont(name)).map((name) => join(assets, name)),
    ),
    storeWorker: sum(names.filter(isWorker).map((name) => join(assets, name))),
    fonts: sum(names.filter(isFont).map((name) => join(assets, name))),
  };
  return Object.fromEntries(Object.entries(sizes).map(([group, bytes]) => [group, Math.round(bytes / 1000)]));
}

/** What index.html names, and what those scripts import before they run. */
function firstLoad(html: string, assets: string, names: readonly string[]): Set<string> {
  const found = new Set(names.filter((name) => html.includes(name)));
  for (const name of [...found]) {
    if (extname(name) !== '.js') continue;
    for (const path of staticImports(join(assets, name))) found.add(basename(path));
  }
  return found;
}

/** The file and everything that it imports before it runs; not what it may import later. */
function staticImports(entry: string): Set<string> {
  const found = new Set([entry]);
  for (const path of found) {
    for (const [, name] of readFileSync(path, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*["'](\.\.?\/[^"']+\.js)["']/g)) {
      if (name !== undefined) found.add(join(path, '..', name));
    }
  }
  return found;
}

function sum(paths: readonly string[]): number {
  return paths.reduce((bytes, path) => bytes + statSync(path).size, 0);
}
