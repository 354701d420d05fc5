// What the settings file holds, and how as much as possible is saved of a damaged one.
import { accountSchema, type Account } from '../../shared/model/account.ts';
import { exportScheduleSchema, type ExportSchedule } from '../../shared/model/export.ts';
import { settingsSchema, type Settings } from '../../shared/model/settings.ts';
import { firstAgent } from '../../shared/model/shop.ts';
import { parsePlace, type WindowPlace } from './window-bounds.ts';

export interface Stored {
  settings: Settings;
  accounts: Account[];
  window?: WindowPlace;
  exportSchedule?: ExportSchedule;
}

/**
 * Reads the content of the settings file. Each setting and each account stands for itself: what breaks a rule is left out and
 * counted in `problems`, what is missing gets its default, what this version does not know is left alone in the file.
 */
export function readStored(content: Record<string, unknown>): { stored: Stored; problems: number } {
  let problems = 0;
  const settings: Record<string, unknown> = {};
  const written = isObject(content['settings']) ? content['settings'] : {};
  if (content['settings'] !== undefined && !isObject(content['settings'])) problems++;
  const older = oneAgent(written);
  for (const [name, schema] of Object.entries(settingsSchema.shape)) {
    const value = written[name] ?? older[name];
    if (value === undefined) continue;
    const parsed = schema.safeParse(value);
    if (parsed.success) settings[name] = parsed.data;
    else problems++;
  }
  const accounts: Account[] = [];
  const list: unknown = content['accounts'] ?? [];
  if (!Array.isArray(list)) problems++;
  for (const each of Array.isArray(list) ? (list as unknown[]) : []) {
    const parsed = accountSchema.safeParse(each);
    if (parsed.success) accounts.push(parsed.data);
    else problems++;
  }
  const window = parsePlace(content['window']);
  const schedule = exportScheduleSchema.safeParse(content['exportSchedule']);
  if (content['exportSchedule'] !== undefined && !schedule.success) problems++;
  const stored = {
    settings: settingsSchema.parse(settings),
    accounts,
    ...(window ? { window } : {}),
    ...(schedule.success ? { exportSchedule: schedule.data } : {}),
  };
  return { stored, problems };
}

/** Before there were several people the settings knew one, `agent: { name, signature }`. */
function oneAgent({ agent }: Record<string, unknown>): Record<string, unknown> {
  return isObject(agent) ? { agents: [{ ...firstAgent, ...agent }] } : {};
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
