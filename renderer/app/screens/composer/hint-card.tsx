// What the coach says of one stretch: why it may hurt, better wordings to take with one click, and how to quieten it.
import { ActionIcon, Badge, Button, Group, Menu, Paper, Portal, Text, UnstyledButton } from '@mantine/core';
import IconBellOff from '@tabler/icons-react/dist/esm/icons/IconBellOff.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useCallback, useEffect, useId, useRef } from 'react';
import type { CoachHit } from '../../../../shared/language/coach/check-reply.ts';
import type { Rewrite } from '../../../../shared/language/coach/rewrite.ts';
import { categoryLabels } from '../../../../shared/language/coach/rule-book.ts';
import type { Severity } from '../../../../shared/language/coach/rule-format.ts';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import classes from './composer.module.css';
import { RewriteWords } from './rewrite-words.tsx';

const widthPx = 400;
const gapPx = 6;
/** More wordings than this are no help. */
const shownRewrites = 3;
const severityText: Readonly<Record<Severity, TextId>> = {
  high: 'coach.severity.high',
  medium: 'coach.severity.medium',
  low: 'coach.severity.low',
};
const severityColour: Readonly<Record<Severity, string>> = { high: 'red', medium: 'orange', low: 'gray' };

export interface HintCardProps {
  hit: CoachHit;
  /** Where the stretch is, in the window. */
  place: { left: number; top: number; bottom: number };
  /** Opened by a key: the first wording gets the focus. */
  takesFocus: boolean;
  onApply: (rewrite: Rewrite) => void;
  onDismissPlace: () => void;
  onDismissRule: () => void;
  onMuteForShop: () => void;
  onClose: () => void;
}

export function HintCard(props: HintCardProps) {
  const { hit, place, takesFocus, onApply, onDismissPlace, onDismissRule, onMuteForShop, onClose } = props;
  const text = useText();
  const titleId = useId();
  const card = useRef<HTMLDivElement>(null);
  // the portal comes a moment after the card: the focus is given when it is really there
  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      card.current = element;
      if (takesFocus) element?.querySelector('button')?.focus();
    },
    [takesFocus],
  );
  useEffect(() => {
    if (takesFocus) card.current?.querySelector('button')?.focus();
  }, [takesFocus, hit]);
  useEffect(() => {
    const onDown = ({ target }: MouseEvent) => {
      const isOurs = target instanceof Element && target.closest('[data-coach-card], [data-coach], [role="menu"]');
      if (!isOurs) onClose();
    };
    document.addEventListener('mousedown', onDown);
    return () => {
      document.removeEventListener('mousedown', onDown);
    };
  }, [onClose]);
  const category = categoryLabels[hit.category];
  return (
    <Portal>
      <Paper
        ref={attach}
        data-coach-card
        className={classes['hintCard'] ?? ''}
        shadow="lg"
        withBorder
        role="dialog"
        aria-labelledby={titleId}
        style={styleOf(place)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation();
            onClose();
          } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            moveFocus(card.current, event.key === 'ArrowDown' ? 1 : -1);
          }
        }}
      >
        <Group justify="space-between" wrap="nowrap" gap={8} className={classes['hintHead'] ?? ''}>
          <Group gap={8} wrap="nowrap">
            <Badge size="sm" variant="light" color={severityColour[hit.severity]} tt="none">
              {category.label[text.language]}
            </Badge>
            <Text size="xs" c="dimmed">
              {text(severityText[hit.severity])}
            </Text>
          </Group>
        </Group>
        <Text id={titleId} size="sm" className={classes['hintWhy'] ?? ''}>
          {hit.explanation[text.language]}
        </Text>
        {hit.rewrites.slice(0, shownRewrites).map((rewrite) => (
          <UnstyledButton
            key={rewrite.text}
            className={classes['rewrite'] ?? ''}
            lang={hit.language}
            onMouseDown={(event) => {
              event.preventDefault(); // the caret stays in the editor
            }}
            onClick={() => {
              onApply(rewrite);
            }}
          >
            <RewriteWords rewrite={rewrite} language={hit.language} />
          </UnstyledButton>
        ))}
        <Group justify="space-between" gap={6} className={classes['hintFoot'] ?? ''}>
          <Group gap={4}>
            <Button size="compact-xs" variant="subtle" color="gray" onClick={onDismissPlace}>
              {text('coach.mute.here')}
            </Button>
            <Menu position="bottom-start" withinPortal>
              <Menu.Target>
                <Button size="compact-xs" variant="subtle" color="gray" leftSection={<IconBellOff size={13} />}>
                  {text('coach.mute')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={onDismissRule}>{text('coach.mute.reply')}</Menu.Item>
                <Menu.Item onClick={onMuteForShop}>{text('coach.mute.shop')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </Group>
          <ActionIcon variant="subtle" color="gray" size={22} aria-label={text('dialog.close')} onClick={onClose}>
            <IconX size={14} />
          </ActionIcon>
        </Group>
      </Paper>
    </Portal>
  );
}

function moveFocus(card: HTMLElement | null, step: 1 | -1): void {
  const buttons = [...(card?.querySelectorAll('button') ?? [])];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
}

/** Above the stretch where there is more room, else below; never outside the window. */
function styleOf({ left, top, bottom }: HintCardProps['place']): React.CSSProperties {
  const width = Math.min(widthPx, window.innerWidth - 2 * gapPx);
  const isAbove = top > window.innerHeight - bottom;
  return {
    width,
    left: Math.max(gapPx, Math.min(left, window.innerWidth - width - gapPx)),
    ...(isAbove ? { bottom: window.innerHeight - top + gapPx } : { top: bottom + gapPx }),
  };
}
