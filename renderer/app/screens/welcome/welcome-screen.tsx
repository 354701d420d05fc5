// The first screen of a new shop: add e-mail, look around in the demo shop, bring mail along, or move in with a backup.
import { SegmentedControl, Text, ThemeIcon, Title, UnstyledButton } from '@mantine/core';
import IconArchive from '@tabler/icons-react/dist/esm/icons/IconArchive.mjs';
import IconArrowRight from '@tabler/icons-react/dist/esm/icons/IconArrowRight.mjs';
import IconBuildingStore from '@tabler/icons-react/dist/esm/icons/IconBuildingStore.mjs';
import IconCloudOff from '@tabler/icons-react/dist/esm/icons/IconCloudOff.mjs';
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs';
import IconLanguage from '@tabler/icons-react/dist/esm/icons/IconLanguage.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import IconMailPlus from '@tabler/icons-react/dist/esm/icons/IconMailPlus.mjs';
import IconNotebook from '@tabler/icons-react/dist/esm/icons/IconNotebook.mjs';
import IconSparkles from '@tabler/icons-react/dist/esm/icons/IconSparkles.mjs';
import { changeSettings } from '../../actions/change-settings.ts';
import { attempt } from '../../actions/notices.tsx';
import { runActionById } from '../../actions/registry.ts';
import { useDesk, type Desk } from '../../state/desk.ts';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { useUsable } from '../inbox/use-usable.ts';
import { WelcomePicture } from './welcome-picture.tsx';
import classes from './welcome-screen.module.css';

interface Way {
  title: TextId;
  body: TextId;
  Icon: typeof IconLock;
  isFirst: boolean;
  run: (desk: Desk) => void;
}

const ways: readonly Way[] = [
  {
    title: 'welcome.addEmail',
    body: 'welcome.addEmail.body',
    Icon: IconMailPlus,
    isFirst: true,
    run: (desk) => {
      desk.overlay.set({ kind: 'add-account', channel: 'email' });
    },
  },
  {
    title: 'welcome.addMarketplace',
    body: 'welcome.addMarketplace.body',
    Icon: IconBuildingStore,
    isFirst: false,
    run: (desk) => {
      runActionById(desk, 'add-account');
    },
  },
  {
    title: 'welcome.demo',
    body: 'welcome.demo.body',
    Icon: IconSparkles,
    isFirst: false,
    run: (desk) => {
      runActionById(desk, 'enter-demo');
    },
  },
  {
    title: 'welcome.import',
    body: 'welcome.import.body',
    Icon: IconFileImport,
    isFirst: false,
    run: (desk) => {
      runActionById(desk, 'import');
    },
  },
  {
    title: 'welcome.restore',
    body: 'welcome.restore.body',
    Icon: IconArchive,
    isFirst: false,
    run: (desk) => {
      runActionById(desk, 'restore-backup');
    },
  },
];

const promises: readonly { text: TextId; Icon: typeof IconLock }[] = [
  { text: 'welcome.promise.offline', Icon: IconCloudOff },
  { text: 'welcome.promise.private', Icon: IconLock },
  { text: 'welcome.promise.languages', Icon: IconLanguage },
];

export function WelcomeScreen() {
  const desk = useDesk();
  const text = useText();
  useUsable(desk, true);
  return (
    <main className={classes['screen']}>
      <div className={classes['language']}>
        <SegmentedControl
          size="xs"
          aria-label={text('welcome.language')}
          value={text.language}
          data={[
            { value: 'en', label: 'English' },
            { value: 'tr', label: 'Türkçe' },
            { value: 'el', label: 'Ελληνικά' },
          ]}
          onChange={(language) => {
            void attempt(changeSettings(desk, { language }));
          }}
        />
      </div>
      <section className={classes['words']}>
        <div className={classes['brand']}>
          <ThemeIcon size={40} radius={12} aria-hidden="true">
            <IconNotebook size={24} stroke={1.7} />
          </ThemeIcon>
          <span>Defter</span>
        </div>
        <Title order={1} className={classes['title'] ?? ''}>
          {text('welcome.title')}
        </Title>
        <Text className={classes['body'] ?? ''}>{text('welcome.body')}</Text>
        <div className={classes['ways']}>
          {ways.map(({ title, body, Icon, isFirst, run }) => (
            <UnstyledButton
              key={title}
              className={classes['way'] ?? ''}
              data-first={isFirst || undefined}
              onClick={() => {
                run(desk);
              }}
            >
              <span className={classes['wayIcon']} aria-hidden="true">
                <Icon size={22} stroke={1.6} />
              </span>
              <span className={classes['wayWords']}>
                <span className={classes['wayTitle']}>{text(title)}</span>
                <span className={classes['wayBody']}>{text(body)}</span>
              </span>
              <IconArrowRight size={18} stroke={1.7} className={classes['wayArrow']} aria-hidden="true" />
            </UnstyledButton>
          ))}
        </div>
        <ul className={classes['promises']}>
          {promises.map((promise) => (
            <li key={promise.text}>
              <promise.Icon size={15} stroke={1.7} aria-hidden="true" />
              {text(promise.text)}
            </li>
          ))}
        </ul>
      </section>
      <WelcomePicture />
    </main>
  );
}
