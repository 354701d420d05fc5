// Says that this is the demo shop, and leads out of it.
import { Button, Text } from '@mantine/core';
import IconConfetti from '@tabler/icons-react/dist/esm/icons/IconConfetti.mjs';
import { runActionById } from '../../actions/registry.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import classes from './banner.module.css';

export function DemoBanner() {
  const desk = useDesk();
  const text = useText();
  return (
    <div className={classes['banner']} role="status">
      <IconConfetti size={16} stroke={1.8} aria-hidden="true" />
      <Text size="sm">{text('demo.banner')}</Text>
      <Button
        size="compact-sm"
        variant="white"
        onClick={() => {
          runActionById(desk, 'leave-demo');
        }}
      >
        {text('demo.leave')}
      </Button>
    </div>
  );
}
