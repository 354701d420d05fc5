// Says that an erasure was cut off before the database was written anew, and finishes it.
import { Button, Text } from '@mantine/core';
import IconEraser from '@tabler/icons-react/dist/esm/icons/IconEraser.mjs';
import { useState } from 'react';
import { rewriteDatabase } from '../../actions/erase.ts';
import { attempt } from '../../actions/notices.tsx';
import { useRewriteDue } from '../../reads/use-rewrite-due.ts';
import { useCell, useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import classes from '../inbox/banner.module.css';
import { CarryProgress } from './carry-progress.tsx';

/** Nothing while the dialog that erases is open, nor in the demo shop, which has no database on the disk. */
export function UnfinishedErasure() {
  const desk = useDesk();
  const text = useText();
  const isDue = useRewriteDue();
  const isDemo = useCellPart(desk.app, (app) => app.mode === 'demo');
  const overlay = useCell(desk.overlay);
  const [isBusy, setBusy] = useState(false);
  if (!isDue || isDemo || overlay.kind === 'erase-customer') return null;
  const finish = async (): Promise<void> => {
    setBusy(true);
    await attempt(rewriteDatabase(desk));
    setBusy(false);
  };
  return (
    <div className={classes['notice']} role="status">
      <IconEraser size={18} stroke={1.7} aria-hidden="true" className={classes['noticeIcon']} />
      <Text size="sm">{text(isBusy ? 'erase.rewriting' : 'erase.unfinished')}</Text>
      <div className={classes['noticeEnd']}>
        {isBusy ? (
          <CarryProgress />
        ) : (
          <Button size="compact-sm" variant="subtle" onClick={() => void finish()}>
            {text('erase.rewrite')}
          </Button>
        )}
      </div>
    </div>
  );
}
