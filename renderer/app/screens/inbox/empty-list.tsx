// What the list says when there is nothing in it: each folder has its own reason to be empty.
import { Button } from '@mantine/core';
import IconArchive from '@tabler/icons-react/dist/esm/icons/IconArchive.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconCoffee from '@tabler/icons-react/dist/esm/icons/IconCoffee.mjs';
import IconMailOpened from '@tabler/icons-react/dist/esm/icons/IconMailOpened.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import IconStar from '@tabler/icons-react/dist/esm/icons/IconStar.mjs';
import IconStack2 from '@tabler/icons-react/dist/esm/icons/IconStack2.mjs';
import IconZzz from '@tabler/icons-react/dist/esm/icons/IconZzz.mjs';
import type { ErrorData } from '../../../../shared/errors.ts';
import { useDesk } from '../../state/desk.ts';
import type { View, ViewFolder } from '../../state/view.ts';
import { errorText } from '../../text/error-text.ts';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { CalmMessage } from '../../ui/calm-message.tsx';
import { ListSkeleton } from './list-skeleton.tsx';
import { useMailComing } from './use-mail-coming.ts';

const emptiness: Readonly<Record<ViewFolder, { title: TextId; body: TextId; Icon: typeof IconClock }>> = {
  open: { title: 'empty.open.title', body: 'empty.open.body', Icon: IconCoffee },
  waiting: { title: 'empty.waiting.title', body: 'empty.waiting.body', Icon: IconClock },
  snoozed: { title: 'empty.snoozed.title', body: 'empty.snoozed.body', Icon: IconZzz },
  closed: { title: 'empty.closed.title', body: 'empty.closed.body', Icon: IconArchive },
  all: { title: 'empty.all.title', body: 'empty.all.body', Icon: IconStack2 },
};

export function EmptyList(props: { view: View; error: ErrorData | null }) {
  const { view, error } = props;
  const desk = useDesk();
  const text = useText();
  const mail = useMailComing(view);
  const icon = (Icon: typeof IconClock) => <Icon size={32} stroke={1.5} />;

  if (error) {
    const { what, next } = errorText(error.code);
    return (
      <CalmMessage icon={icon(IconSearch)} title={text(what)}>
        {text(next)}
      </CalmMessage>
    );
  }
  if (view.query !== null) {
    return (
      <CalmMessage icon={icon(IconSearch)} title={text('empty.search.title')}>
        {text('empty.search.body', { query: view.query })}
      </CalmMessage>
    );
  }
  if (view.special === 'unanswered') {
    return (
      <CalmMessage icon={icon(IconCoffee)} title={text('empty.unanswered.title')}>
        {text('empty.unanswered.body')}
      </CalmMessage>
    );
  }
  if (view.special === 'reviews') {
    return (
      <CalmMessage icon={icon(IconStar)} title={text('empty.reviews.title')}>
        {text('empty.reviews.body')}
      </CalmMessage>
    );
  }
  if (view.isUnreadOnly) {
    return (
      <CalmMessage
        icon={icon(IconMailOpened)}
        title={text('empty.unread.title')}
        action={
          <Button
            variant="light"
            size="xs"
            mt={12}
            onClick={() => {
              desk.view.update((now) => ({ ...now, isUnreadOnly: false }));
            }}
          >
            {text('empty.unread.all')}
          </Button>
        }
      >
        {text('empty.unread.body')}
      </CalmMessage>
    );
  }
  if (view.folder === 'open' || view.folder === 'all') {
    if (mail === 'coming') return <ListSkeleton />;
    if (mail === 'held') {
      return (
        <CalmMessage icon={icon(IconClock)} title={text('empty.held.title')}>
          {text('empty.held.body')}
        </CalmMessage>
      );
    }
  }
  const { title, body, Icon } = emptiness[view.folder];
  return (
    <CalmMessage icon={icon(Icon)} title={text(title)}>
      {text(body)}
    </CalmMessage>
  );
}
