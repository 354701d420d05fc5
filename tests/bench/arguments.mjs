// Which bench is asked for, and with what; anything else is refused with a list of what there is.
import { LaunchError } from '../../electron/launch/say.mjs';

/** @typedef {'start' | 'sync' | 'search' | 'list' | 'coach' | 'export' | 'privacy'} BenchName */
/** @typedef {{ what: string, usual: number, least: number, most: number }} Option */

const messages = { what: 'mails on the server', usual: 5000, least: 100, most: 100_000 };

/** Every bench with its options; all of them are whole numbers. @type {Record<BenchName, { what: string, options: Record<string, Option> }>} */
export const benches = {
  start: {
    what: 'start of the demo shop: first paint, usable, memory, size of the programs',
    options: {
      runs: { what: 'measured starts, after one that only warms up', usual: 7, least: 1, most: 100 },
      idle: { what: 'seconds of rest before memory is read', usual: 10, least: 1, most: 600 },
    },
  },
  sync: {
    what: 'first sync of a mailbox from a real mail server, through the account form',
    options: { messages },
  },
  search: {
    what: 'full-text search over mails that were synced just before',
    options: { messages, queries: { what: 'different queries', usual: 90, least: 60, most: 1000 } },
  },
  export: {
    what: 'exports in every format, from the dialog of the running app',
    options: {
      messages: { what: 'messages in the store', usual: 100_000, least: 1000, most: 1_000_000 },
      pdf: { what: 'of them as PDF', usual: 3000, least: 300, most: 100_000 },
    },
  },
  privacy: {
    what: 'everything about one person exported and erased',
    options: { messages: { what: 'messages in the shop', usual: 50_000, least: 1000, most: 1_000_000 } },
  },
  list: {
    what: 'scrolling a long list of conversations',
    options: {
      conversations: { what: 'rows in the list', usual: 100_000, least: 1000, most: 1_000_000 },
      seconds: { what: 'of scrolling, for each way to scroll', usual: 10, least: 2, most: 120 },
    },
  },
  coach: {
    what: 'the positive-language coach while a reply is typed',
    options: { characters: { what: 'characters in the reply', usual: 2000, least: 100, most: 20_000 } },
  },
};

/**
 * Reads the command line. Throws LaunchError, naming everything there is, for a bench or option that does not exist.
 * @param {string[]} args
 * @returns {{ name: BenchName, isJson: boolean, options: Record<string, number> }}
 */
export function readArguments(args) {
  const [name, ...rest] = args;
  if (name === undefined || !isBench(name)) {
    throw new LaunchError(
      `${name === undefined ? 'Which bench?' : `There is no bench "${name}".`} There are:\n${usage()}`,
    );
  }
  const known = benches[name].options;
  /** @type {Record<string, number>} */
  const options = Object.fromEntries(Object.entries(known).map(([option, { usual }]) => [option, usual]));
  let isJson = false;
  for (let place = 0; place < rest.length; place += 1) {
    const arg = rest[place] ?? '';
    if (arg === '--json') {
      isJson = true;
      continue;
    }
    const [, option = '', attached] = /^--([a-z]+)(?:=(.*))?$/.exec(arg) ?? [];
    const rule = known[option];
    if (!rule) throw new LaunchError(`The bench "${name}" has no option "${arg}". There are:\n${usage()}`);
    const value = attached ?? rest[(place += 1)] ?? '';
    const number = /^\d+$/.test(value) ? Number(value) : NaN;
    if (!(number >= rule.least && number <= rule.most)) {
      throw new LaunchError(`--${option} takes a whole number from ${rule.least} to ${rule.most}, not "${value}".`);
    }
    options[option] = number;
  }
  return { name, isJson, options };
}

/** @param {string} name @returns {name is BenchName} */
function isBench(name) {
  return Object.hasOwn(benches, name);
}

function usage() {
  return Object.entries(benches)
    .map(([name, { what, options }]) => {
      const lines = Object.entries(options).map(
        ([option, { what: meaning, usual }]) => `    --${option} N`.padEnd(26) + `${meaning} (${usual})`,
      );
      return [`  ${name.padEnd(8)}${what}`, ...lines].join('\n');
    })
    .concat(
      '  --json: one JSON object on stdout, everything else on stderr (npm itself is quiet with: npm run --silent bench -- …)',
    )
    .join('\n');
}
