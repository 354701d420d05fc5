// A part of the settings while it is edited, and saving it.
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { Settings, SettingsPatch } from '../../../../shared/model/settings.ts';
import { changeSettings } from '../../actions/change-settings.ts';
import { attempt } from '../../actions/notices.tsx';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';

type FormKey = 'shop' | 'voice' | 'agents';

export interface SettingsForm<K extends FormKey> {
  value: Settings[K];
  isChanged: boolean;
  set: (change: Settings[K]) => void;
  /** Settled when it is kept, or the failure has been shown. */
  save: () => Promise<void>;
}

export function useSettingsForm<K extends FormKey>(key: K): SettingsForm<K> {
  const desk = useDesk();
  const text = useText();
  const kept = useCellPart(desk.app, ({ settings }) => settings[key]);
  const [value, set] = useState(kept);
  return {
    value,
    isChanged: JSON.stringify(value) !== JSON.stringify(kept),
    set,
    save: async () => {
      const patch: SettingsPatch = { [key]: value };
      if (await attempt(changeSettings(desk, patch))) {
        notifications.show({ message: text('settings.saved'), color: 'teal' });
      }
    },
  };
}
