// For shops whose marketplaces write to this address: what to switch on so that answers by mail arrive.
import { Anchor, Stack, Text } from '@mantine/core';
import { attempt } from '../../actions/notices.tsx';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { Disclosure } from './disclosure.tsx';

const amazonUrl = 'https://sellercentral.amazon.com/notifications/preferences';

export function MarketplaceGuide({ address }: { address: string }) {
  const text = useText();
  const desk = useDesk();
  const shown = address.trim() === '' ? text('relay.guide.amazon.you') : address.trim();
  return (
    <Disclosure title={text('relay.guide.amazon.title')}>
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
    </Disclosure>
  );
}
