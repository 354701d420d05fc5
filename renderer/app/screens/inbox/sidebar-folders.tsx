// Folders and channels of the sidebar, each with how much is in it.
import { Text } from '@mantine/core';
import IconArchive from '@tabler/icons-react/dist/esm/icons/IconArchive.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconHeartHandshake from '@tabler/icons-react/dist/esm/icons/IconHeartHandshake.mjs';
import IconInbox from '@tabler/icons-react/dist/esm/icons/IconInbox.mjs';
import IconMailOpened from '@tabler/icons-react/dist/esm/icons/IconMailOpened.mjs';
import IconMailQuestion from '@tabler/icons-react/dist/esm/icons/IconMailQuestion.mjs';
import IconStack2 from '@tabler/icons-react/dist/esm/icons/IconStack2.mjs';
import IconStar from '@tabler/icons-react/dist/esm/icons/IconStar.mjs';
import IconZzz from '@tabler/icons-react/dist/esm/icons/IconZzz.mjs';
import { useOpenPromises } from '../../reads/use-promises.ts';
import { useReviewCoverage } from '../../reads/use-review-coverage.ts';
import { useUnansweredCount } from '../../reads/use-unanswered-count.ts';
import { totalOf, useCounters } from '../../reads/use-counters.ts';
import { useCell } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { goToChannel, goToFolder, goToReviews, goToUnanswered, type View, type ViewFolder } from '../../state/view.ts';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { ChannelIcon } from '../../ui/channel-icon.tsx';
import { useChannelNames } from './channel-names.ts';
import { SidebarItem } from './sidebar-item.tsx';
import classes from './sidebar.module.css';

const folders: readonly { folder: ViewFolder; title: TextId; Icon: typeof IconInbox }[] = [
  { folder: 'open', title: 'folder.open', Icon: IconInbox },
  { folder: 'waiting', title: 'folder.waiting', Icon: IconClock },
  { folder: 'snoozed', title: 'folder.snoozed', Icon: IconZzz },
  { folder: 'closed', title: 'folder.closed', Icon: IconArchive },
  { folder: 'all', title: 'folder.all', Icon: IconStack2 },
];

export function SidebarFolders() {
  const desk = useDesk();
  const text = useText();
  const view = useCell(desk.view);
  const counters = useCounters();
  const nameOf = useChannelNames();
  const openPromises = useOpenPromises();
  const unanswered = useUnansweredCount();
  const reviews = useReviewCoverage();

  const counted = (count: number | undefined): { count?: string; countLabel?: string } =>
    count ? { count: text.number(count), countLabel: text('sidebar.count', { count }) } : {};
  const go = (change: (view: View) => View): void => {
    desk.view.update(change);
  };
  const isPlain =
    view.query === null && view.channel === null && view.special !== 'unanswered' && view.special !== 'reviews';
  return (
    <>
      {folders.map(({ folder, title, Icon }) => (
        <SidebarItem
          key={folder}
          icon={<Icon size={17} stroke={1.7} />}
          label={text(title)}
          isChosen={isPlain && !view.isUnreadOnly && view.folder === folder}
          {...counted(folder === 'all' ? counters && totalOf(counters) : counters?.of(`folder/${folder}`))}
          onChoose={() => {
            go((now) => ({ ...goToFolder(now, folder), isUnreadOnly: false }));
          }}
        />
      ))}
      <SidebarItem
        icon={<IconMailOpened size={17} stroke={1.7} />}
        label={text('folder.unread')}
        isChosen={isPlain && view.isUnreadOnly}
        {...counted(counters?.of('unread'))}
        onChoose={() => {
          go((now) => ({ ...goToFolder(now, 'all'), isUnreadOnly: true }));
        }}
      />
      <SidebarItem
        icon={<IconMailQuestion size={17} stroke={1.7} />}
        label={text('folder.unanswered')}
        isChosen={view.query === null && view.special === 'unanswered'}
        {...counted(unanswered)}
        onChoose={() => {
          go(goToUnanswered);
        }}
      />
      {reviews !== undefined && reviews.total > 0 && (
        <SidebarItem
          icon={<IconStar size={17} stroke={1.7} />}
          label={text('folder.reviews')}
          isChosen={view.query === null && view.special === 'reviews'}
          {...counted(reviews.open)}
          onChoose={() => {
            go(goToReviews);
          }}
        />
      )}
      <SidebarItem
        icon={<IconHeartHandshake size={17} stroke={1.7} />}
        label={text('promises.all')}
        {...counted(openPromises?.length)}
        onChoose={() => {
          desk.overlay.set({ kind: 'promises' });
        }}
      />
      {counters !== undefined && counters.channels.length > 0 && (
        <>
          <Text component="h2" className={classes['heading'] ?? ''}>
            {text('sidebar.channels')}
          </Text>
          {counters.channels.map((channel) => {
            const { label, icon } = nameOf(channel);
            return (
              <SidebarItem
                key={channel}
                icon={<ChannelIcon icon={icon} sizePx={17} />}
                label={label}
                isChosen={view.query === null && view.channel === channel}
                {...counted(counters.of(`channel/${channel}/open`))}
                onChoose={() => {
                  go((now) => ({ ...goToChannel(now, channel), isUnreadOnly: false }));
                }}
              />
            );
          })}
        </>
      )}
    </>
  );
}
