// Language, theme, undo window, tray, notifications, spelling. Each change is kept at once.
import { MultiSelect, Select, Switch } from '@mantine/core';
import type { Language } from '../../../../shared/model/ids.ts';
import type { SettingsPatch } from '../../../../shared/model/settings.ts';
import { changeSettings } from '../../actions/change-settings.ts';
import { attempt } from '../../actions/notices.tsx';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { SettingLine } from './setting-line.tsx';

const languages: readonly { value: Language; label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'tr', label: 'Türkçe' },
  { value: 'el', label: 'Ελληνικά' },
];
const undoSeconds = [0, 5, 10, 20, 30, 60];
const isLanguage = (value: string): value is Language => languages.some((language) => language.value === value);

export function GeneralSettings() {
  const desk = useDesk();
  const text = useText();
  const settings = useCellPart(desk.app, (app) => app.settings);
  const dictionaries = useCellPart(desk.app, (app) => app.spellDictionaries);
  const hasFeed = useCellPart(desk.app, (app) => app.updates.kind !== 'absent');
  const spelled = languages.filter((language) => dictionaries?.includes(language.value) ?? true);
  const put = (patch: SettingsPatch): void => {
    void attempt(changeSettings(desk, patch));
  };
  return (
    <div>
      <SettingLine id="set-language" title={text('settings.language')}>
        <Select
          id="set-language"
          size="xs"
          w={210}
          allowDeselect={false}
          data={[{ value: 'system', label: text('settings.asSystem') }, ...languages]}
          value={settings.language}
          onChange={(value) => {
            if (value === 'system' || (value !== null && isLanguage(value))) put({ language: value });
          }}
        />
      </SettingLine>
      <SettingLine id="set-theme" title={text('settings.theme')}>
        <Select
          id="set-theme"
          size="xs"
          w={210}
          allowDeselect={false}
          data={[
            { value: 'system', label: text('settings.asSystem') },
            { value: 'light', label: text('settings.theme.light') },
            { value: 'dark', label: text('settings.theme.dark') },
          ]}
          value={settings.theme}
          onChange={(value) => {
            if (value === 'system' || value === 'light' || value === 'dark') put({ theme: value });
          }}
        />
      </SettingLine>
      <SettingLine id="set-undo" title={text('settings.undo')} hint={text('settings.undo.hint')}>
        <Select
          id="set-undo"
          aria-describedby="set-undo-hint"
          size="xs"
          w={210}
          allowDeselect={false}
          data={undoSeconds.map((seconds) => ({
            value: String(seconds * 1000),
            label: seconds === 0 ? text('settings.undo.none') : text('settings.undo.seconds', { count: seconds }),
          }))}
          value={String(settings.undoWindowMs)}
          onChange={(value) => {
            if (value !== null) put({ undoWindowMs: Number(value) });
          }}
        />
      </SettingLine>
      <SettingLine id="set-notify" title={text('settings.notify')} hint={text('settings.notify.hint')}>
        <Switch
          id="set-notify"
          aria-describedby="set-notify-hint"
          checked={settings.notifies}
          onChange={(event) => {
            put({ notifies: event.currentTarget.checked });
          }}
        />
      </SettingLine>
      <SettingLine id="set-tray" title={text('settings.tray')} hint={text('settings.tray.hint')}>
        <Switch
          id="set-tray"
          aria-describedby="set-tray-hint"
          checked={settings.staysInTray}
          onChange={(event) => {
            put({ staysInTray: event.currentTarget.checked });
          }}
        />
      </SettingLine>
      {hasFeed && (
        <SettingLine id="set-updates" title={text('settings.updates')} hint={text('settings.updates.hint')}>
          <Switch
            id="set-updates"
            aria-describedby="set-updates-hint"
            checked={settings.looksForUpdates}
            onChange={(event) => {
              put({ looksForUpdates: event.currentTarget.checked });
            }}
          />
        </SettingLine>
      )}
      <SettingLine
        id="set-spell"
        title={text('settings.spell')}
        hint={text(spelled.length === 0 ? 'settings.spell.none' : 'settings.spell.hint')}
      >
        <MultiSelect
          id="set-spell"
          aria-describedby="set-spell-hint"
          size="xs"
          w={210}
          placeholder={settings.spellLanguages.length === 0 ? text('settings.spell.off') : ''}
          disabled={spelled.length === 0}
          data={spelled}
          value={settings.spellLanguages}
          onChange={(values) => {
            put({ spellLanguages: values.filter(isLanguage) });
          }}
        />
      </SettingLine>
    </div>
  );
}
