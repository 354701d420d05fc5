// What the marketplace says of a conversation, under its header: product, who reads the answer, and the way to its page.
import { Anchor, Group, Text } from '@mantine/core';
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import type { ConversationRow } from '../../../database/rows.ts';
import { attempt } from '../../actions/notices.tsx';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import classes from './conversation.module.css';

export function FactsLine({ conversation }: { conversation: ConversationRow }) {
  const desk = useDesk();
  const text = useText();
  const { facts } = conversation;
  // a review has a card of its own
  if (!facts || facts.kind === 'review') return null;
  const { product } = facts;
  const url = product?.url ?? facts.pageUrl;
  const rules = [
    ...(facts.isPublic === true ? [text('facts.public')] : []),
    ...(facts.isOneAnswer ? [text('facts.oneAnswer')] : []),
  ];
  if (!product && rules.length === 0 && url === undefined) return null;
  return (
    <Group gap={10} className={classes['facts'] ?? ''} wrap="nowrap">
      <div className={classes['wrapping']}>
        {product && (
          <Text size="xs" truncate title={product.sku}>
            {product.title}
          </Text>
        )}
        {rules.length > 0 && (
          <Text size="xs" c="dimmed" truncate>
            {rules.join(' · ')}
          </Text>
        )}
      </div>
      {url !== undefined && (
        <Anchor
          component="button"
          type="button"
          size="xs"
          ml="auto"
          title={url}
          className={classes['factsLink'] ?? ''}
          onClick={() => void attempt(desk.main.openLink({ url }))}
        >
          <IconExternalLink size={13} aria-hidden="true" /> {text('facts.open')}
        </Anchor>
      )}
    </Group>
  );
}
