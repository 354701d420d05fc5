// The inbox: folders, list, conversation and customer side by side.
import { useEffect, useState } from 'react';
import { CustomerPanel } from '../customer/customer-panel.tsx';
import { ConversationPane } from '../conversation/conversation-pane.tsx';
import { ResizeHandle } from '../../ui/resize-handle.tsx';
import { useCell, useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { DemoBanner } from './demo-banner.tsx';
import { UnfinishedErasure } from '../privacy/unfinished-erasure.tsx';
import { ListPane } from './list-pane.tsx';
import { NoConversation } from './no-conversation.tsx';
import { ReadingBanner } from './reading-banner.tsx';
import { RebuiltNotice } from './rebuilt-notice.tsx';
import { Sidebar } from './sidebar.tsx';
import { StateNotices } from './state-notices.tsx';
import { useMarkSeen } from './use-mark-seen.ts';
import { useNotify } from './use-notify.ts';
import { useAcknowledge } from './use-acknowledge.ts';
import { useSweepAtRest } from './use-sweep-at-rest.ts';
import { useReminders } from './use-reminders.ts';
import { usePaneFocus } from './use-pane-focus.ts';
import { useWideEnough } from './use-wide-enough.ts';
import classes from './inbox-screen.module.css';

const listWidth = { first: 372, min: 300, max: 520 };

export function InboxScreen() {
  const desk = useDesk();
  const text = useText();
  const [listWidthPx, setListWidthPx] = useState(listWidth.first);
  const shownId = useCellPart(desk.selection, (selection) => selection.shownId);
  const isDemo = useCellPart(desk.app, (app) => app.mode === 'demo');
  const opened = useCellPart(desk.app, (app) => app.opened);
  const isCustomerWanted = useCell(desk.isCustomerWanted);
  const hasRoom = useWideEnough();
  const paneRef = usePaneFocus(desk);
  useMarkSeen(desk);
  useNotify(desk);
  useReminders(desk);
  useAcknowledge(desk);
  useSweepAtRest();

  // Where there is no room the panel lies over the conversation: only when asked for.
  useEffect(() => {
    desk.isCustomerWanted.set(hasRoom);
  }, [desk, hasRoom]);

  const isCustomerShown = shownId !== null && isCustomerWanted;
  return (
    <div className={classes['screen']}>
      {isDemo && <DemoBanner />}
      {opened && <ReadingBanner opened={opened} />}
      <RebuiltNotice />
      <UnfinishedErasure />
      <StateNotices />
      <div
        className={classes['panes']}
        style={{
          gridTemplateColumns: `var(--side-width) min(${listWidthPx}px, 34vw) minmax(0, 1fr)${isCustomerShown && hasRoom ? ' 292px' : ''}`,
        }}
      >
        <Sidebar />
        <div className={classes['list']} data-tour="list">
          <ListPane
            edge={
              <ResizeHandle
                label={text('list.resize')}
                widthPx={listWidthPx}
                minPx={listWidth.min}
                maxPx={listWidth.max}
                onChange={setListWidthPx}
              />
            }
          />
        </div>
        <main
          ref={paneRef}
          tabIndex={-1}
          data-tour="conversation"
          className={classes['conversation']}
          aria-label={text('conversation.label')}
        >
          {shownId === null ? <NoConversation /> : <ConversationPane key={shownId} conversationId={shownId} />}
        </main>
        {isCustomerShown && (
          <aside
            data-tour="customer"
            className={classes['customer']}
            data-over={!hasRoom}
            aria-label={text('customer.label')}
          >
            <CustomerPanel conversationId={shownId} />
          </aside>
        )}
      </div>
    </div>
  );
}
