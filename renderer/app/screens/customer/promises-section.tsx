// What this customer was promised: open promises with what became of them at hand, and how the last ones ended.
import { Button, Group, Text } from '@mantine/core';
import type { PromiseRow } from '../../../database/rows.ts';
import type { ConversationId, CustomerId } from '../../../../shared/model/ids.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { NotWhileReading } from '../inbox/not-while-reading.tsx';
import { PromiseLine } from './promise-line.tsx';
import { SectionTitle } from './section-title.tsx';

const shownSettled = 3;

export function PromisesSection(props: {
  customerId: CustomerId;
  conversationId: ConversationId | null;
  promises: readonly PromiseRow[];
}) {
  const text = useText();
  const desk = useDesk();
  const open = props.promises.filter(({ state }) => state === 'open');
  const settled = props.promises.filter(({ state }) => state !== 'open').slice(0, shownSettled);
  return (
    <section>
      <Group justify="space-between">
        <SectionTitle>{text('promises.title')}</SectionTitle>
        <NotWhileReading>
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => {
              desk.overlay.set({
                kind: 'add-promise',
                customerId: props.customerId,
                conversationId: props.conversationId,
              });
            }}
          >
            {text('promises.add')}
          </Button>
        </NotWhileReading>
      </Group>
      {[...open, ...settled].map((promise) => (
        <PromiseLine key={promise.id} promise={promise} />
      ))}
      {props.promises.length === 0 && (
        <Text size="xs" c="dimmed">
          {text('promises.none')}
        </Text>
      )}
    </section>
  );
}
