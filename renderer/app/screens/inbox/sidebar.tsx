// The left side: whose shop this is, search, folders and channels with their counts, what sync does, settings.
import { Button, Kbd, Text, ThemeIcon, UnstyledButton } from '@mantine/core';
import IconMoon from '@tabler/icons-react/dist/esm/icons/IconMoon.mjs';
import IconNotebook from '@tabler/icons-react/dist/esm/icons/IconNotebook.mjs';
import IconPencilPlus from '@tabler/icons-react/dist/esm/icons/IconPencilPlus.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
import IconTemplate from '@tabler/icons-react/dist/esm/icons/IconTemplate.mjs';
import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs';
import IconSun from '@tabler/icons-react/dist/esm/icons/IconSun.mjs';
import { currentAgent } from '../../../../shared/model/shop.ts';
import { shownKeys } from '../../actions/hotkeys.ts';
import { isOffered, runActionById } from '../../actions/registry.ts';
import { useCell, useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { SidebarFolders } from './sidebar-folders.tsx';
import { SidebarItem } from './sidebar-item.tsx';
import { SyncStatus } from './sync-status.tsx';
import { useShownTheme } from './use-shown-theme.ts';
import classes from './sidebar.module.css';

export function Sidebar() {
  const desk = useDesk();
  const text = useText();
  const isDark = useShownTheme(desk) === 'dark';
  const agentName = useCellPart(desk.app, ({ settings }) => currentAgent(settings).name);
  const hasAgents = useCellPart(desk.app, ({ settings }) => settings.agents.length > 1);
  return (
    <nav data-tour="folders" className={classes['side']} aria-label={text('sidebar.label')}>
      <ShopLine />
      <UnstyledButton
        className={classes['search'] ?? ''}
        data-tour="palette"
        onClick={() => {
          runActionById(desk, 'palette');
        }}
      >
        <IconSearch size={15} stroke={1.8} aria-hidden="true" />
        <span className={classes['searchWords']}>{text('sidebar.searchOrRun')}</span>
        <Kbd size="xs">{shownKeys('Mod+K').join(' ')}</Kbd>
      </UnstyledButton>
      {isOffered(desk, 'new-mail') && (
        <Button
          className={classes['newMail'] ?? ''}
          classNames={{ label: classes['newMailWords'] ?? '', section: classes['newMailIcon'] ?? '' }}
          size="sm"
          leftSection={<IconPencilPlus size={16} stroke={1.8} />}
          aria-keyshortcuts="Control+N"
          onClick={() => {
            runActionById(desk, 'new-mail');
          }}
        >
          {text('sidebar.newMail')}
        </Button>
      )}
      <div className={classes['scroll']}>
        <SidebarFolders />
      </div>
      <SyncStatus />
      <div className={classes['foot']}>
        {isOffered(desk, 'replies') && (
          <SidebarItem
            icon={<IconTemplate size={17} stroke={1.7} />}
            label={text('sidebar.replies')}
            onChoose={() => {
              runActionById(desk, 'replies');
            }}
          />
        )}
        {hasAgents && isOffered(desk, 'agents') && (
          <SidebarItem
            icon={<IconUser size={17} stroke={1.7} />}
            label={text('sidebar.agent', { name: agentName })}
            onChoose={() => {
              runActionById(desk, 'agents');
            }}
          />
        )}
        <SidebarItem
          icon={<IconSettings size={17} stroke={1.7} />}
          label={text('sidebar.settings')}
          onChoose={() => {
            runActionById(desk, 'settings');
          }}
        />
        <SidebarItem
          icon={isDark ? <IconSun size={17} stroke={1.7} /> : <IconMoon size={17} stroke={1.7} />}
          label={text(isDark ? 'sidebar.lightMode' : 'sidebar.darkMode')}
          onChoose={() => {
            runActionById(desk, 'theme');
          }}
        />
      </div>
    </nav>
  );
}

function ShopLine() {
  const desk = useDesk();
  const text = useText();
  const app = useCell(desk.app);
  const name = useCellPart(desk.app, (state) => state.settings.shop.name);
  const mailboxes = app.accounts.filter((account) => account.channel === 'email').length;
  const line =
    app.mode === 'demo'
      ? text('sidebar.demoShop')
      : app.mode === 'reading'
        ? text('reading.line')
        : [
            ...(mailboxes > 0 || app.accounts.length === 0 ? [text('sidebar.mailboxes', { count: mailboxes })] : []),
            ...(app.accounts.length > mailboxes
              ? [text('sidebar.shops', { count: app.accounts.length - mailboxes })]
              : []),
          ].join(' · ');
  return (
    <div className={classes['shop']}>
      <ThemeIcon size={32} radius="md" aria-hidden="true">
        <IconNotebook size={19} stroke={1.8} />
      </ThemeIcon>
      <div className={classes['shopWords']}>
        <Text fw={650} size="sm" lh={1.25} truncate>
          {name === '' ? text('sidebar.yourShop') : name}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {line}
        </Text>
      </div>
    </div>
  );
}
