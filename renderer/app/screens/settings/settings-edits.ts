// What is changed in the settings and not saved: it waits on the desk while other tabs and screens are looked at.
import type { Fact } from '../../../../shared/model/fact.ts';
import type { Language } from '../../../../shared/model/ids.ts';
import type { Settings } from '../../../../shared/model/settings.ts';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import type { SettingsTab, ShopSection } from '../../state/overlay.ts';

/** An own rule of the coach while it is written: lines of words, not yet a rule. */
export interface RuleDraft {
  lang: Language;
  words: string;
  instead: string;
  why: string;
  match: string;
  noMatch: string;
}

interface Edited {
  shop: Settings['shop'];
  voice: Settings['voice'];
  agents: Settings['agents'];
  fact: Fact;
  rule: RuleDraft;
}
export type SettingsEdits = Partial<Edited>;
type EditKey = keyof Edited;

/** Where each is edited. */
const places: Record<EditKey, { tab: SettingsTab; section?: ShopSection }> = {
  shop: { tab: 'shop', section: 'card' },
  voice: { tab: 'shop', section: 'voice' },
  agents: { tab: 'shop', section: 'people' },
  fact: { tab: 'shop', section: 'facts' },
  rule: { tab: 'coach' },
};

/** Whether something in this tab, or in this section of the shop's, waits to be saved. */
export function hasEdits(edits: SettingsEdits, tab: SettingsTab, section?: ShopSection): boolean {
  return (Object.keys(edits) as EditKey[]).some(
    (key) => places[key].tab === tab && (section === undefined || places[key].section === section),
  );
}

/** The edit that waits, and putting another in its place; undefined: there is none (any more). */
export function useSettingsEdit<K extends EditKey>(
  key: K,
): [Edited[K] | undefined, (edit: Edited[K] | undefined) => void] {
  const desk = useDesk();
  const edit = useCellPart<SettingsEdits, Edited[K] | undefined>(desk.settingsEdits, (edits) => edits[key]);
  const setEdit = (next: Edited[K] | undefined): void => {
    desk.settingsEdits.update((before) => {
      const { [key]: _before, ...others } = before;
      return next === undefined ? others : { ...others, [key]: next };
    });
  };
  return [edit, setEdit];
}
