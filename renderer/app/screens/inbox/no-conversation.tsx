// The right side while nothing is chosen: a few keys worth knowing.
import { Button } from '@mantine/core';
import IconMessages from '@tabler/icons-react/dist/esm/icons/IconMessages.mjs';
import { CalmMessage } from '../../ui/calm-message.tsx';
import { Keys } from '../../ui/keys.tsx';
import { NotWhileReading } from './not-while-reading.tsx';
import { useText } from '../../text/use-text.ts';
import { shownKeys } from '../../actions/hotkeys.ts';
import { runActionById } from '../../actions/registry.ts';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useReadOnly } from '../../state/read-only.ts';
import classes from './no-conversation.module.css';

export function NoConversation() {
  const desk = useDesk();
  const text = useText();
  const isTourDone = useCellPart(desk.app, (app) => app.settings.isTourDone);
  const isReadOnly = useReadOnly();
  const hints = [
    { keys: ['J', 'K'], words: text('hint.move') },
    ...(isReadOnly
      ? []
      : [
          { keys: ['R'], words: text('hint.reply') },
          { keys: ['E'], words: text('hint.close') },
        ]),
    { keys: shownKeys('Mod+K'), words: text('hint.palette') },
    { keys: ['?'], words: text('hint.shortcuts') },
  ];
  return (
    <CalmMessage
      icon={<IconMessages size={32} stroke={1.5} />}
      title={text('conversation.none.title')}
      level={1}
      action={
        <>
          <dl className={classes['hints']}>
            {hints.map(({ keys, words }) => (
              <div key={words}>
                <dt>
                  <Keys caps={keys} />
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
          <NotWhileReading>
            {!isTourDone && (
              <Button
                mt={20}
                size="xs"
                variant="light"
                onClick={() => {
                  runActionById(desk, 'tour');
                }}
              >
                {text('tour.offer')}
              </Button>
            )}
          </NotWhileReading>
        </>
      }
    >
      {text('conversation.none.body')}
    </CalmMessage>
  );
}
