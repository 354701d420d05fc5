// Whom the reply goes to in one line, and the way to answer all, to pass it on or to change the recipients.
import { ActionIcon, Group, Menu, Text, Tooltip, UnstyledButton } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs';
import IconArrowBackUpDouble from '@tabler/icons-react/dist/esm/icons/IconArrowBackUpDouble.mjs';
import IconArrowForwardUp from '@tabler/icons-react/dist/esm/icons/IconArrowForwardUp.mjs';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import type { Address } from '../../../../shared/model/message.ts';
import type { DraftMode } from '../../../../shared/model/outbox.ts';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import classes from './composer.module.css';
import { goesToNobody, type Envelope } from './envelope.ts';

export type AnswerMode = Exclude<DraftMode, 'new'>;

const modes: readonly { mode: AnswerMode; label: TextId; keys: string; Icon: typeof IconPencil }[] = [
  { mode: 'reply', label: 'composer.reply', keys: 'R', Icon: IconArrowBackUp },
  { mode: 'reply-all', label: 'composer.replyAll', keys: 'Shift R', Icon: IconArrowBackUpDouble },
  { mode: 'forward', label: 'composer.forward', keys: 'F', Icon: IconArrowForwardUp },
];

export interface RecipientLineProps {
  mode: DraftMode;
  envelope: Envelope;
  /** Marketplaces know only their customer. */
  canChoose: boolean;
  onMode: (mode: AnswerMode) => void;
  onChange: () => void;
}

export function RecipientLine({ mode, envelope, canChoose, onMode, onChange }: RecipientLineProps) {
  const text = useText();
  const { to, cc } = envelope;
  const people = (
    <Tooltip label={[...to, ...cc].map(({ address }) => address).join(', ')} openDelay={400} position="top-start">
      <Text size="xs" c="dimmed" truncate>
        {to.length > 0 && text('composer.to', { names: names(to) })}
        {cc.length > 0 && ` · ${text('composer.cc', { names: names(cc) })}`}
      </Text>
    </Tooltip>
  );
  return (
    <Group gap={6} className={classes['recipients'] ?? ''} wrap="nowrap">
      {canChoose && <ModeMenu mode={mode} onMode={onMode} />}
      {people}
      {canChoose && (
        <Tooltip label={text('composer.changeRecipients')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={22}
            aria-label={text('composer.changeRecipients')}
            onClick={onChange}
          >
            <IconPencil size={14} />
          </ActionIcon>
        </Tooltip>
      )}
      {goesToNobody(envelope) && (
        <Group gap={4} wrap="nowrap" role="alert">
          <IconAlertTriangle size={14} aria-hidden />
          <Text size="xs" fw={550}>
            {text('composer.noReply')}
          </Text>
        </Group>
      )}
    </Group>
  );
}

/** Reply, reply to all or forward. */
export function ModeMenu({ mode, onMode }: Pick<RecipientLineProps, 'mode' | 'onMode'>) {
  const text = useText();
  const { Icon, label } = modes.find((each) => each.mode === mode) ?? {
    Icon: IconArrowBackUp,
    label: 'composer.reply' as const,
  };
  return (
    <Menu position="top-start" shadow="md">
      <Menu.Target>
        <UnstyledButton
          className={classes['modeButton'] ?? ''}
          aria-label={text('composer.answerAs', { mode: text(label) })}
        >
          <Icon size={15} aria-hidden />
          <IconChevronDown size={12} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {modes.map(({ mode: each, label: words, keys, Icon: Mark }) => (
          <Menu.Item
            key={each}
            leftSection={<Mark size={15} />}
            rightSection={
              <Text size="xs" c="dimmed">
                {keys}
              </Text>
            }
            aria-current={each === mode || undefined}
            onClick={() => {
              onMode(each);
            }}
          >
            {text(words)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function names(addresses: readonly Address[]): string {
  return addresses.map(({ name, address }) => (name === '' ? address : name)).join(', ');
}
