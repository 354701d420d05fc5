// Every promise of the shop: overdue, due, kept.
import { Modal, ScrollArea, SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { useOpenPromises, useSettledPromises } from '../../reads/use-promises.ts';
import { useDesk } from '../../state/desk.ts';
import { show } from '../../state/selection.ts';
import { useText } from '../../text/use-text.ts';
import { useNow } from '../../ui/use-now.ts';
import { PromiseLine } from './promise-line.tsx';

const shownSettled = 200;

type Filter = 'overdue' | 'open' | 'kept';

export function PromisesDialog({ onClose }: { onClose: () => void }) {
  const text = useText();
  const desk = useDesk();
  const now = useNow();
  const open = useOpenPromises() ?? [];
  const settled = useSettledPromises(shownSettled) ?? [];
  const overdue = open.filter(({ dueAt }) => dueAt <= now);
  const [chosen, setChosen] = useState<Filter | null>(null);
  const filter = chosen ?? (overdue.length > 0 ? 'overdue' : 'open');
  const shown = { overdue, open: open.filter(({ dueAt }) => dueAt > now), kept: settled }[filter];
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={text('promises.all')}
      closeButtonProps={{ 'aria-label': text('dialog.close') }}
    >
      <SegmentedControl
        fullWidth
        size="xs"
        data-autofocus
        value={filter}
        aria-label={text('promises.all')}
        data={[
          { value: 'overdue', label: `${text('promises.overdue')} (${text.number(overdue.length)})` },
          { value: 'open', label: `${text('promises.open')} (${text.number(open.length - overdue.length)})` },
          { value: 'kept', label: text('promises.settled') },
        ]}
        onChange={setChosen}
      />
      <ScrollArea.Autosize mah="60vh" mt={10} type="auto">
        {shown.length === 0 && (
          <Text size="sm" c="dimmed" ta="center" py={28}>
            {text(
              filter === 'overdue'
                ? 'promises.none.overdue'
                : filter === 'open'
                  ? 'promises.none.open'
                  : 'promises.none.kept',
            )}
          </Text>
        )}
        {shown.map((promise) => {
          const { conversationId } = promise;
          return (
            <PromiseLine
              key={promise.id}
              promise={promise}
              customerName={promise.customerName}
              {...(conversationId === null
                ? {}
                : {
                    onOpen: () => {
                      onClose();
                      desk.selection.update((selection) => show(selection, conversationId, -1));
                    },
                  })}
            />
          );
        })}
      </ScrollArea.Autosize>
    </Modal>
  );
}
