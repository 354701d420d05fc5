// The right side while nothing is chosen: a few keys worth knowing.
import { Button } from '@mantine/core';
import IconMessages from '@tabler/icons-react/dist/esm/icons/IconMessages.mjs';
import { currentAgent } from '../../../../shared/model/shop.ts';
import type { Settings } from '../../../../shared/model/settings.ts';
import { practiceWeek } from '../../../../shared/service/practice-week.ts';
import { CalmMessage } from '../../ui/calm-message.tsx';
import { Keys } from '../../ui/keys.tsx';
import { NotWhileReading } from './not-while-reading.tsx';
import { useNow } from '../../ui/use-now.ts';
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
  const settings = useCellPart(desk.app, (app) => app.settings);
  const offer = useOffer(settings);
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
            {offer !== null && (
              <Button
                mt={20}
                size="xs"
                variant="light"
                onClick={() => {
                  runActionById(desk, offer);
                }}
              >
                {text(`${offer}.offer`)}
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

/** What there is a quiet moment for: the tour once, then each week's practice. */
function useOffer({ isTourDone, coach, practice, businessHours, ...people }: Settings): 'tour' | 'practice' | null {
  const week = practiceWeek(useNow(), businessHours.timeZone);
  if (!isTourDone) return 'tour';
  const { id } = currentAgent(people);
  return coach.isOn && !practice.some((result) => result.agentId === id && result.week === week) ? 'practice' : null;
}
