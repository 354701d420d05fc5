// Under a reply made with the library: facts to be checked first, and what is done when it is sent.
import { Button, CloseButton, Group, Text } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { isNoAction } from '../../../../shared/service/merge-actions.ts';
import classes from './composer.module.css';
import type { ReplyLibrary } from './use-reply-library.ts';

export function LibraryLine({ library }: { library: ReplyLibrary }) {
  const text = useText();
  const desk = useDesk();
  const { after, staleFacts } = library;
  const { addTags = [], then, snoozeDays = 1, followUpDays } = after;
  const steps = [
    ...(addTags.length > 0 ? [text('composer.after.tags', { tags: addTags.join(', ') })] : []),
    ...(then === 'open' ? [text('composer.after.open')] : []),
    ...(then === 'close' ? [text('composer.after.close')] : []),
    ...(then === 'snooze' ? [text('composer.after.snooze', { count: snoozeDays })] : []),
    ...(followUpDays === undefined ? [] : [text('composer.after.followUp', { count: followUpDays })]),
  ];
  return (
    <>
      {staleFacts.length > 0 && (
        <Group gap={6} className={classes['blockers'] ?? ''} role="alert">
          <IconAlertTriangle size={14} aria-hidden="true" />
          <Text size="xs">
            {text('composer.factStale', { facts: staleFacts.map(({ label }) => label).join(', ') })}
          </Text>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              desk.overlay.set({ kind: 'settings', tab: 'shop', section: 'facts' });
            }}
          >
            {text('composer.factOpen')}
          </Button>
        </Group>
      )}
      {!isNoAction(after) && (
        <Group gap={4} px={12} wrap="nowrap" role="status">
          <Text size="xs" c="dimmed">
            {text('composer.after', { steps: steps.join(' · ') })}
          </Text>
          <CloseButton
            size="xs"
            aria-label={text('composer.after.off')}
            title={text('composer.after.off')}
            onClick={library.declineAfter}
          />
        </Group>
      )}
    </>
  );
}
