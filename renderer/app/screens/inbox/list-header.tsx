// Title of the list, its filters and the search field.
import { ActionIcon, Progress, SegmentedControl, Text, Title, Tooltip } from '@mantine/core';
import IconFileExport from '@tabler/icons-react/dist/esm/icons/IconFileExport.mjs';
import IconHeart from '@tabler/icons-react/dist/esm/icons/IconHeart.mjs';
import IconMailOpened from '@tabler/icons-react/dist/esm/icons/IconMailOpened.mjs';
import { runActionById } from '../../actions/registry.ts';
import { useReviewCoverage } from '../../reads/use-review-coverage.ts';
import { useDesk } from '../../state/desk.ts';
import { foldersBeside, narrowToFolder, sortByLoyalty, type View, type ViewFolder } from '../../state/view.ts';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { useChannelNames } from './channel-names.ts';
import { SearchBox } from './search-box.tsx';
import type { SearchAnswer } from './use-search.ts';
import classes from './list-pane.module.css';

const folderTitle: Readonly<Record<ViewFolder, TextId>> = {
  open: 'folder.open',
  waiting: 'folder.waiting',
  snoozed: 'folder.snoozed',
  closed: 'folder.closed',
  all: 'folder.all',
};
const segmentTitle: Readonly<Record<ViewFolder, TextId>> = { ...folderTitle, open: 'filter.open', all: 'filter.all' };

export function ListHeader(props: { view: View; answer: SearchAnswer | null }) {
  const { view, answer } = props;
  const desk = useDesk();
  const text = useText();
  const nameOf = useChannelNames();
  const folders = foldersBeside(view);
  const isSearch = view.query !== null;
  const title = isSearch
    ? text('search.title')
    : view.special === 'unanswered'
      ? text('folder.unanswered')
      : view.special === 'reviews'
        ? text('folder.reviews')
        : view.channel !== null
          ? nameOf(view.channel).label
          : view.isUnreadOnly && view.folder === 'all'
            ? text('folder.unread')
            : text(folderTitle[view.folder]);
  return (
    <header className={classes['header']}>
      <div className={classes['titleLine']}>
        <Title order={2} size={16} className="visually-truncated">
          {title}
        </Title>
        {isSearch
          ? answer &&
            !answer.error && (
              <Text size="xs" c="dimmed" role="status">
                {text(answer.isComplete ? 'search.count' : 'search.countMore', { count: answer.ids.length })}
              </Text>
            )
          : view.special !== 'unanswered' &&
            folders.includes(view.folder) && (
              <SegmentedControl
                size="xs"
                aria-label={text('filter.label')}
                value={view.folder}
                data={folders.map((folder) => ({ value: folder, label: text(segmentTitle[folder]) }))}
                onChange={(folder) => {
                  desk.view.update((now) => narrowToFolder(now, folder));
                }}
              />
            )}
        {isSearch && answer && answer.ids.length > 0 && (
          <Tooltip label={text('action.exportSearch')} openDelay={400}>
            <ActionIcon
              variant="default"
              size={30}
              aria-label={text('action.exportSearch')}
              onClick={() => {
                runActionById(desk, 'export-search');
              }}
            >
              <IconFileExport size={16} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      <div className={classes['searchLine']}>
        <SearchBox />
        {!isSearch && view.special !== 'unanswered' && view.special !== 'reviews' && (
          <Tooltip label={text('filter.loyalFirst')} openDelay={400}>
            <ActionIcon
              variant={view.special === 'loyal-first' ? 'filled' : 'default'}
              size={30}
              aria-label={text('filter.loyalFirst')}
              aria-pressed={view.special === 'loyal-first'}
              onClick={() => {
                desk.view.update(sortByLoyalty);
              }}
            >
              <IconHeart size={16} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        )}
        {!isSearch && (
          <Tooltip label={text('filter.unread')} openDelay={400}>
            <ActionIcon
              variant={view.isUnreadOnly ? 'filled' : 'default'}
              size={30}
              aria-label={text('filter.unread')}
              aria-pressed={view.isUnreadOnly}
              onClick={() => {
                desk.view.update((now) => ({ ...now, isUnreadOnly: !now.isUnreadOnly }));
              }}
            >
              <IconMailOpened size={16} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {!isSearch && view.special === 'reviews' && <Coverage />}
    </header>
  );
}

/** How many of the reviews have their answer: new customers read them too. */
function Coverage() {
  const text = useText();
  const coverage = useReviewCoverage();
  if (!coverage || coverage.total === 0) return null;
  const share = coverage.answered / coverage.total;
  return (
    <div className={classes['coverage']} role="note">
      <Text size="xs" c="dimmed">
        {text('review.coverage', { ...coverage, share })}
      </Text>
      <Progress value={share * 100} size="sm" aria-hidden="true" />
    </div>
  );
}
