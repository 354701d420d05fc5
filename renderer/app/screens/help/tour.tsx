// The one-minute tour: six stops over the real screen, by mouse or by the arrow keys.
import { Button, FocusTrap, Group, Portal, Text } from '@mantine/core';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { changeSettings } from '../../actions/change-settings.ts';
import { attempt } from '../../actions/notices.tsx';
import { runActionById } from '../../actions/registry.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import classes from './help.module.css';
import { placeCard, type Box } from './place-card.ts';
import { tourSteps } from './tour-steps.ts';

const framePx = 4;

function boxOf(selector: string): Box | null {
  const found = document.querySelector(selector)?.getBoundingClientRect();
  if (!found || found.width === 0) return null;
  return {
    left: found.left + framePx,
    top: found.top + framePx,
    width: found.width - 2 * framePx,
    height: found.height - 2 * framePx,
  };
}

export function Tour(props: { onClose: () => void }) {
  const desk = useDesk();
  const text = useText();
  const card = useRef<HTMLDivElement>(null);
  const nextButton = useRef<HTMLButtonElement>(null);
  const [index, setIndex] = useState(0);
  const [place, setPlace] = useState<{ target: Box | null; left: number; top: number } | null>(null);
  const step = tourSteps[index];
  const isLast = index === tourSteps.length - 1;

  // The parts about a conversation need one to point at.
  useLayoutEffect(() => {
    if (desk.selection.get().shownId === null) runActionById(desk, 'next');
  }, [desk]);

  useLayoutEffect(() => {
    const put = (): void => {
      const size = card.current?.getBoundingClientRect();
      if (!step || !size) return;
      const target = boxOf(step.selector);
      setPlace({ target, ...placeCard(target, size, { width: innerWidth, height: innerHeight }) });
    };
    put();
    // what it points at may still be loading, or move with the window
    const timer = setInterval(put, 300);
    addEventListener('resize', put);
    return () => {
      clearInterval(timer);
      removeEventListener('resize', put);
    };
  }, [step]);

  // a button that is not to be seen yet cannot take the focus
  const isPlaced = place !== null;
  useLayoutEffect(() => {
    if (isPlaced) nextButton.current?.focus();
  }, [isPlaced, index]);

  const end = (): void => {
    props.onClose();
    void attempt(changeSettings(desk, { isTourDone: true }));
  };
  const go = (by: number): void => {
    if (by > 0 && isLast) end();
    else setIndex(Math.max(0, index + by));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation(); // the keys of the screen below rest meanwhile
    if (event.key === 'Escape') end();
    else if (event.key === 'ArrowRight' || event.key === 'ArrowDown') go(1);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') go(-1);
  };
  if (!step) return null;
  return (
    <Portal>
      <div className={classes['shade']} onClick={() => go(1)} aria-hidden="true" />
      {place?.target && <div className={classes['dim']} style={{ ...place.target }} aria-hidden="true" />}
      <FocusTrap active innerRef={card}>
        <div
          className={classes['card']}
          style={place ? { left: place.left, top: place.top } : { left: '50%', top: '40%', visibility: 'hidden' }}
          role="dialog"
          aria-modal="true"
          aria-label={text('tour.title')}
          onKeyDown={onKeyDown}
        >
          <div aria-live="polite">
            <Text fw={650}>{text(step.title)}</Text>
            <p>{text(step.body)}</p>
          </div>
          <Group justify="space-between">
            <Text size="xs" c="dimmed">
              {text('tour.progress', { step: index + 1, count: tourSteps.length })}
            </Text>
            <Group gap={8}>
              {!isLast && (
                <Button size="compact-sm" variant="subtle" color="gray" onClick={end}>
                  {text('tour.end')}
                </Button>
              )}
              <Button
                ref={nextButton}
                size="compact-sm"
                onClick={() => {
                  go(1);
                }}
              >
                {text(isLast ? 'tour.done' : 'tour.next')}
              </Button>
            </Group>
          </Group>
        </div>
      </FocusTrap>
    </Portal>
  );
}
