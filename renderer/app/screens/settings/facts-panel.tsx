// The shop's facts: delivery times, prices, return periods; each with the day it was last checked.
import { Button, Group, Stack, Text } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconRuler2 from '@tabler/icons-react/dist/esm/icons/IconRuler2.mjs';
import { useState } from 'react';
import type { FactRow } from '../../../database/rows.ts';
import { dayOfInstant } from '../../../../shared/language/format-value.ts';
import type { FactChange } from '../../../../shared/model/fact.ts';
import { factState, needsCheck, usualFreshDays, type FactState } from '../../../../shared/service/fact-state.ts';
import { noticeError, noticeUndo } from '../../actions/notices.tsx';
import { useFacts } from '../../reads/use-facts.ts';
import { useDesk } from '../../state/desk.ts';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { Badge, type BadgeTone } from '../../ui/badge.tsx';
import { CalmMessage } from '../../ui/calm-message.tsx';
import { useNow } from '../../ui/use-now.ts';
import { FactForm } from './fact-form.tsx';
import { useSettingsEdit } from './settings-edits.ts';
import classes from './settings.module.css';

const tones: Record<FactState, BadgeTone> = { fresh: 'good', due: 'busy', stale: 'bad', expired: 'bad' };

export function FactsPanel() {
  const text = useText();
  const desk = useDesk();
  const facts = useFacts();
  const now = useNow();
  const [opened, setOpened] = useState<FactRow | null>(null);
  const [edit, setEdit] = useSettingsEdit('fact');
  const edited = edit ?? opened;
  const leave = (): void => {
    setOpened(null);
    setEdit(undefined);
  };
  const today = dayOfInstant(now, Intl.DateTimeFormat().resolvedOptions().timeZone);

  const change = async (one: FactChange, done: TextId): Promise<void> => {
    try {
      const before = await desk.store.changeFacts({ changes: [one] });
      leave();
      noticeUndo(desk, done, 1, async () => {
        await desk.store.changeFacts({ changes: before });
      });
    } catch (thrown) {
      noticeError(thrown);
    }
  };
  if (facts === undefined) return null;
  if (edited) {
    return (
      <FactForm
        key={edited.id}
        fact={edited}
        stored={facts.find(({ id }) => id === edited.id)}
        takenKeys={facts.filter(({ id }) => id !== edited.id).map(({ key }) => key)}
        onChange={setEdit}
        onCancel={leave}
        onSave={(fact) => void change({ id: fact.id, fact }, 'facts.done.saved')}
        onDelete={() => void change({ id: edited.id, fact: null }, 'facts.done.deleted')}
      />
    );
  }
  const begin = (
    <Button
      size="xs"
      leftSection={<IconPlus size={14} />}
      onClick={() => {
        setOpened({
          id: crypto.randomUUID() as FactRow['id'],
          key: '',
          label: '',
          kind: 'delivery',
          texts: {},
          checkedAt: Date.now(),
          freshDays: usualFreshDays,
        });
      }}
    >
      {text('facts.add')}
    </Button>
  );
  if (facts.length === 0) {
    return (
      <CalmMessage icon={<IconRuler2 size={22} />} title={text('facts.none')} action={begin}>
        {text('facts.none.hint')}
      </CalmMessage>
    );
  }
  return (
    <Stack gap={0}>
      <Group justify="space-between" mb={4} wrap="nowrap">
        <Text size="xs" c="dimmed">
          {text('facts.hint')}
        </Text>
        {begin}
      </Group>
      {facts.map((fact) => {
        const state = factState(fact, now, today);
        return (
          <div key={fact.id} className={classes['account']}>
            <div className={classes['accountWords']}>
              <Group gap={8}>
                <Text size="sm" fw={600}>
                  {fact.label}
                </Text>
                <Badge tone={tones[state]}>{text(`facts.state.${state}`)}</Badge>
              </Group>
              <Text size="xs" truncate>
                {fact.texts[text.language] ?? fact.texts.en ?? fact.texts.tr ?? fact.texts.el ?? text('facts.noText')}
              </Text>
              <Text size="xs" c="dimmed">
                {`{{fact.${fact.key}}} · `}
                {text('facts.checked', { time: text.ago(fact.checkedAt, now) })}
              </Text>
            </div>
            {(needsCheck(state) || state === 'due') && fact.validUntil === undefined && (
              <Button
                size="xs"
                variant="light"
                leftSection={<IconCheck size={14} />}
                onClick={() =>
                  void change({ id: fact.id, fact: { ...fact, checkedAt: Date.now() } }, 'facts.done.checked')
                }
              >
                {text('facts.stillTrue')}
              </Button>
            )}
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                setOpened(fact);
              }}
            >
              {text('facts.edit')}
            </Button>
          </div>
        );
      })}
    </Stack>
  );
}
