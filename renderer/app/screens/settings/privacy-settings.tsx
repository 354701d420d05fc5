// What lies where in plain words, how long it is kept, and what was erased.
import { Button, Group, Select, Table, TagsInput, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { changeSettings } from '../../actions/change-settings.ts';
import { applyRetention, ruleOf } from '../../actions/erase.ts';
import { attempt } from '../../actions/notices.tsx';
import { useErasures } from '../../reads/use-erasures.ts';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { countsText } from '../privacy/counts-text.ts';
import { SettingLine } from './setting-line.tsx';
import classes from './settings.module.css';

const places = ['mail', 'shop', 'files', 'secrets', 'logs', 'servers'] as const;
const monthChoices = [0, 6, 12, 24, 36, 60, 120];
const shownErasures = 20;

export function PrivacySettings() {
  const text = useText();
  return (
    <>
      <Title order={3} size={15} mt="lg" mb={6}>
        {text('privacy.where')}
      </Title>
      <dl className={classes['places']}>
        {places.map((place) => (
          <div key={place}>
            <dt>{text(`privacy.where.${place}`)}</dt>
            <dd>{text(`privacy.where.${place}.body`)}</dd>
          </div>
        ))}
      </dl>
      <Title order={3} size={15} mt="lg" mb={6}>
        {text('privacy.keep')}
      </Title>
      <Retention />
      <Title order={3} size={15} mt="lg" mb={6}>
        {text('privacy.people')}
      </Title>
      <Text size="sm" c="dimmed">
        {text('privacy.people.body')}
      </Text>
      <ErasureLog />
    </>
  );
}

function Retention() {
  const desk = useDesk();
  const text = useText();
  const retention = useCellPart(desk.app, (app) => app.settings.retention);
  const [due, setDue] = useState<{ conversations: number; messages: number } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [now] = useState(() => Date.now());
  useEffect(() => {
    let isGone = false;
    const rule = ruleOf(retention, now);
    const counting = rule ? desk.store.countRetention(rule, { timeoutMs: 60_000 }) : Promise.resolve(null);
    void attempt(
      counting.then((found) => {
        if (!isGone) setDue(found);
      }),
    );
    return () => {
      isGone = true;
    };
  }, [desk, retention, now, isBusy]);
  const put = (change: Partial<typeof retention>): void => {
    void attempt(changeSettings(desk, { retention: { ...retention, ...change } }));
  };
  const apply = async (): Promise<void> => {
    setBusy(true);
    await attempt(applyRetention(desk));
    setBusy(false);
  };
  return (
    <>
      <SettingLine id="set-retention" title={text('privacy.retention')} hint={text('privacy.retention.hint')}>
        <Select
          id="set-retention"
          aria-describedby="set-retention-hint"
          size="xs"
          w={210}
          allowDeselect={false}
          data={monthChoices.map((months) => ({
            value: String(months),
            label: months === 0 ? text('privacy.retention.never') : text('privacy.retention.months', { count: months }),
          }))}
          value={String(retention.closedMonths)}
          onChange={(value) => {
            put({ closedMonths: Number(value ?? 0) });
          }}
        />
      </SettingLine>
      {retention.closedMonths > 0 && (
        <>
          <SettingLine id="set-hold" title={text('privacy.hold')} hint={text('privacy.hold.hint')}>
            <TagsInput
              id="set-hold"
              aria-describedby="set-hold-hint"
              size="xs"
              w={210}
              maxTags={30}
              value={retention.keepTags}
              onChange={(keepTags) => {
                put({ keepTags: keepTags.map((tag) => tag.slice(0, 60)) });
              }}
            />
          </SettingLine>
          <Group justify="space-between" py={8} wrap="nowrap">
            <Text size="sm" role="status">
              {due === null
                ? text('export.counting')
                : due.conversations === 0
                  ? text('privacy.retention.nothing')
                  : text('privacy.retention.due', { conversations: due.conversations, messages: due.messages })}
            </Text>
            <Button
              size="xs"
              color="red"
              variant="light"
              disabled={!due || due.conversations === 0}
              loading={isBusy}
              onClick={() => void apply()}
            >
              {text('privacy.retention.now')}
            </Button>
          </Group>
        </>
      )}
    </>
  );
}

function ErasureLog() {
  const text = useText();
  const erasures = useErasures() ?? [];
  if (erasures.length === 0) return null;
  return (
    <Table mt="sm" verticalSpacing={4} aria-label={text('privacy.log')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{text('privacy.log.when')}</Table.Th>
          <Table.Th>{text('privacy.log.why')}</Table.Th>
          <Table.Th>{text('privacy.log.what')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {erasures.slice(0, shownErasures).map((erasure) => (
          <Table.Tr key={erasure.id}>
            <Table.Td>{text.full(erasure.erasedAt)}</Table.Td>
            <Table.Td>{text(`privacy.log.${erasure.reason}`)}</Table.Td>
            <Table.Td>{countsText(erasure.counts, text)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
