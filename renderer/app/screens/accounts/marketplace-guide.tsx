// For shops whose marketplaces write to this address: what to switch on so that answers by mail arrive.
import { Anchor, Collapse, Stack, Text, UnstyledButton } from '@mantine/core';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import { useState } from 'react';
import { attempt } from '../../actions/notices.tsx';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import classes from './accounts.module.css';

const amazonUrl = 'https://sellercentral.amazon.com/notifications/preferences';

export function MarketplaceGuide({ address }: { address: string }) {
  const text = useText();
  const desk = useDesk();
  const [isOpen, setOpen] = useState(false);
  const shown = address.trim() === '' ? text('relay.guide.amazon.you') : address.trim();
  return (
    <div>
      <UnstyledButton
        className={classes['serversToggle'] ?? ''}
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        <IconChevronDown size={15} data-open={isOpen || undefined} aria-hidden="true" />
        {text('relay.guide.amazon.title')}
      </UnstyledButton>
      <Collapse expanded={isOpen}>
        <Stack gap={6} mt={6}>
          <Text size="sm">{text('relay.guide.amazon.body', { address: shown })}</Text>
          <Anchor
            component="button"
            type="button"
            size="sm"
            ta="start"
            onClick={() => void attempt(desk.main.openLink({ url: amazonUrl }))}
          >
            {text('relay.guide.amazon.open')}
          </Anchor>
          <Text size="xs" c="dimmed">
            {text('relay.guide.others')}
          </Text>
        </Stack>
      </Collapse>
    </div>
  );
}
