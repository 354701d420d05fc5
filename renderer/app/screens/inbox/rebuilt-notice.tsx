// Says that the database was made anew, until that is acknowledged.
import { Button, Text } from '@mantine/core';
import IconHeartHandshake from '@tabler/icons-react/dist/esm/icons/IconHeartHandshake.mjs';
import { useState } from 'react';
import { useRebuilt } from '../../reads/use-rebuilt.ts';
import { useText } from '../../text/use-text.ts';
import classes from './banner.module.css';

/** What has been read once is not shown again after the next start; the record of when lives in this profile. */
const readKey = 'defter.rebuilt-read';

export function RebuiltNotice() {
  const text = useText();
  const rebuilt = useRebuilt();
  const [readAt, setReadAt] = useState(() => Number(localStorage.getItem(readKey) ?? 0));
  if (!rebuilt || rebuilt.at <= readAt) return null;
  return (
    <div className={classes['notice']} role="status">
      <IconHeartHandshake size={18} stroke={1.7} aria-hidden="true" />
      <Text size="sm">{text(`rebuilt.${rebuilt.reason}`)}</Text>
      <Button
        size="compact-sm"
        variant="subtle"
        ml="auto"
        onClick={() => {
          localStorage.setItem(readKey, String(rebuilt.at));
          setReadAt(rebuilt.at);
        }}
      >
        {text('rebuilt.read')}
      </Button>
    </div>
  );
}
