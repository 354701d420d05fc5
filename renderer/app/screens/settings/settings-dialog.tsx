// All settings, in parts; while an export is read, only those that are not the shop's.
import { Modal, Tabs } from '@mantine/core';
import IconAdjustments from '@tabler/icons-react/dist/esm/icons/IconAdjustments.mjs';
import IconBuildingStore from '@tabler/icons-react/dist/esm/icons/IconBuildingStore.mjs';
import IconClockHour9 from '@tabler/icons-react/dist/esm/icons/IconClockHour9.mjs';
import IconDatabase from '@tabler/icons-react/dist/esm/icons/IconDatabase.mjs';
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import IconStethoscope from '@tabler/icons-react/dist/esm/icons/IconStethoscope.mjs';
import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs';
import IconSparkles from '@tabler/icons-react/dist/esm/icons/IconSparkles.mjs';
import { useCell } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useReadOnly } from '../../state/read-only.ts';
import type { SettingsTab } from '../../state/overlay.ts';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { AboutSettings } from './about-settings.tsx';
import { AccountSettings } from './account-settings.tsx';
import { CoachSettings } from './coach-settings.tsx';
import { DataSettings } from './data-settings.tsx';
import { DiagnosticsSettings } from './diagnostics-settings.tsx';
import { HoursSettings } from './hours-settings.tsx';
import { GeneralSettings } from './general-settings.tsx';
import { hasEdits } from './settings-edits.ts';
import { ShopSettings } from './shop-settings.tsx';
import { UnsavedMark } from './unsaved-mark.tsx';
import classes from './settings.module.css';

const allTabs: readonly { tab: SettingsTab; title: TextId; Icon: typeof IconMail; Panel: () => React.ReactNode }[] = [
  { tab: 'general', title: 'settings.general', Icon: IconAdjustments, Panel: GeneralSettings },
  { tab: 'shop', title: 'settings.shop', Icon: IconBuildingStore, Panel: ShopSettings },
  { tab: 'hours', title: 'settings.hours', Icon: IconClockHour9, Panel: HoursSettings },
  { tab: 'coach', title: 'settings.coach', Icon: IconSparkles, Panel: CoachSettings },
  { tab: 'accounts', title: 'settings.accounts', Icon: IconMail, Panel: AccountSettings },
  { tab: 'data', title: 'settings.data', Icon: IconDatabase, Panel: DataSettings },
  { tab: 'diagnostics', title: 'settings.diagnostics', Icon: IconStethoscope, Panel: DiagnosticsSettings },
  { tab: 'about', title: 'settings.about', Icon: IconInfoCircle, Panel: AboutSettings },
];

const tabsOfPerson: readonly SettingsTab[] = ['general', 'data', 'diagnostics', 'about'];

export function SettingsDialog(props: { tab: SettingsTab; onClose: () => void }) {
  const desk = useDesk();
  const edits = useCell(desk.settingsEdits);
  const text = useText();
  const isReadOnly = useReadOnly();
  const tabs = isReadOnly ? allTabs.filter(({ tab }) => tabsOfPerson.includes(tab)) : allTabs;
  return (
    <Modal
      opened
      onClose={props.onClose}
      size={820}
      title={text('settings.title')}
      closeButtonProps={{ 'aria-label': text('dialog.close') }}
    >
      <Tabs
        orientation="vertical"
        variant="pills"
        value={props.tab}
        onChange={(next) => {
          const found = tabs.find(({ tab }) => tab === next);
          if (found) desk.overlay.set({ kind: 'settings', tab: found.tab });
        }}
        className={classes['tabs'] ?? ''}
        classNames={{ tabLabel: classes['tabLabel'] ?? '' }}
      >
        <Tabs.List miw={158} w="max-content" style={{ flex: 'none' }}>
          {tabs.map(({ tab, title, Icon }) => (
            <Tabs.Tab
              key={tab}
              value={tab}
              data-autofocus={tab === props.tab || undefined}
              leftSection={<Icon size={16} stroke={1.7} />}
            >
              {text(title)}
              {hasEdits(edits, tab) && <UnsavedMark />}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ tab, Panel }) => (
          <Tabs.Panel key={tab} value={tab} pl={28}>
            {tab === props.tab && <Panel />}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Modal>
  );
}
