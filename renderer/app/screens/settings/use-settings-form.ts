// A part of the settings while it is edited: kept until it is saved or given up.
import { notifications } from '@mantine/notifications';
import type { Settings, SettingsPatch } from '../../../../shared/model/settings.ts';
import { changeSettings } from '../../actions/change-settings.ts';
import { attempt } from '../../actions/notices.tsx';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { useSettingsEdit } from './settings-edits.ts';

type FormKey = 'shop' | 'voice' | 'agents';

export interface SettingsForm<K extends FormKey> {
  value: Settings[K];
  isChanged: boolean;
  set: (change: Settings[K]) => void;
  /** Settled when it is kept, or the failure has been shown. */
  save: () => Promise<void>;
  /** Back to what is kept. */
  discard: () => void;
}

export function useSettingsForm<K extends FormKey>(key: K): SettingsForm<K> {
  const desk = useDesk();
  const text = useText();
  const kept = useCellPart(desk.app, ({ settings }) => settings[key]);
  // Of the same type there and here, which the compiler cannot see for a key that it does not know.
  const [edit, setEdit] = useSettingsEdit(key) as [Settings[K] | undefined, (edit: Settings[K] | undefined) => void];
  return {
    value: edit ?? kept,
    isChanged: edit !== undefined,
    set: (change) => {
      setEdit(JSON.stringify(change) === JSON.stringify(kept) ? undefined : change);
    },
    save: async () => {
      const patch: SettingsPatch = { [key]: edit };
      if (await attempt(changeSettings(desk, patch))) {
        setEdit(undefined);
        notifications.show({ message: text('settings.saved'), color: 'teal' });
      }
    },
    discard: () => {
      setEdit(undefined);
    },
  };
}
