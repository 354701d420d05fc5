// What main wants a person to know although nothing they asked for failed: a damaged file, a full disk, a sync that rests.
import { Button, Text } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { useState } from 'react';
import type { Notice } from '../../../../shared/contract/main-api.ts';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import classes from './banner.module.css';

const sentences: Readonly<Record<Notice, TextId>> = {
  'settings-broken': 'notice.settingsBroken',
  'secrets-broken': 'notice.secretsBroken',
  'journal-damaged': 'notice.journalDamaged',
  'disk-full': 'notice.diskFull',
  'sync-stopped': 'notice.syncStopped',
};

const none: readonly Notice[] = [];

/** Each stays until it is read; main says it again after the next start if it still holds. */
export function StateNotices() {
  const desk = useDesk();
  const text = useText();
  const notices = useCellPart(desk.app, (app) => app.notices ?? none);
  const [read, setRead] = useState<ReadonlySet<Notice>>(new Set());
  return notices
    .filter((notice) => !read.has(notice))
    .map((notice) => (
      <div key={notice} className={classes['notice']} role="status">
        <IconAlertTriangle size={18} stroke={1.7} aria-hidden="true" className={classes['noticeIcon']} />
        <Text size="sm">{text(sentences[notice])}</Text>
        <Button
          size="compact-sm"
          variant="subtle"
          ml="auto"
          className={classes['noticeButton'] ?? ''}
          onClick={() => {
            setRead((before) => new Set([...before, notice]));
          }}
        >
          {text('rebuilt.read')}
        </Button>
      </div>
    ));
}
