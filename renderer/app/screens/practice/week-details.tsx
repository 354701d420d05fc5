// What there is to say of one week: its figures, people where several wrote, and what came up most, each with a message and practice.
import { Badge, Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { practiceRule } from '../../../../shared/language/coach/practice.ts';
import { categoryLabels } from '../../../../shared/language/coach/rule-book.ts';
import {
  cleanShare,
  density,
  retellRate,
  type RuleCount,
  type Wording,
  type WordingWeek,
} from '../../../../shared/service/wording-weeks.ts';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { show } from '../../state/selection.ts';
import { weekDates } from '../../text/time.ts';
import { useText } from '../../text/use-text.ts';
import classes from './practice.module.css';
import { WeekResults } from './week-results.tsx';

const shownRules = 5;

export function WeekDetails({ week, onClose }: { week: WordingWeek; onClose: () => void }) {
  const text = useText();
  const { all, answered, byMany, retold, rules } = week;
  const hits = density(all);
  const clean = (wording: Wording): string =>
    text('weeks.clean.value', { ...wording, share: cleanShare(wording) ?? 0 });
  const figures = [
    ...(all.messages === 0 ? [] : [{ name: text('weeks.clean'), value: clean(all) }]),
    ...(hits === null ? [] : [{ name: text('weeks.density'), value: text('weeks.density.value', { hits }) }]),
    ...(answered === 0
      ? []
      : [
          { name: text('weeks.byMany'), value: text('weeks.byMany.value', { many: byMany, total: answered }) },
          {
            name: text('weeks.retold'),
            value: text('weeks.retold.value', { retold, total: answered, share: retellRate(week) ?? 0 }),
          },
        ]),
  ];
  return (
    <Stack gap="sm" component="section" aria-live="polite" aria-label={weekDates(week.week, text.locale)}>
      <Title order={3} size={15}>
        {weekDates(week.week, text.locale)}
      </Title>
      {figures.length === 0 && <Text size="sm">{text('weeks.week.none')}</Text>}
      <dl className={classes['figures']}>
        {figures.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <People week={week} clean={clean} />
      {all.messages > 0 && (
        <div>
          <Text size="sm" fw={650} mb={4}>
            {text('weeks.rules')}
          </Text>
          {rules.length === 0 && <Text size="sm">{text('weeks.rules.none')}</Text>}
          <ul className={classes['rules']}>
            {rules.slice(0, shownRules).map((rule) => (
              <RuleLine key={rule.hit.ruleId} rule={rule} onClose={onClose} />
            ))}
          </ul>
        </div>
      )}
      <WeekResults week={week.week} title={text('weeks.practice')} />
    </Stack>
  );
}

/** In the order of the settings, where two or more are known to have written: nobody stands above anybody. */
function People({ week: { people }, clean }: { week: WordingWeek; clean: (wording: Wording) => string }) {
  const text = useText();
  const desk = useDesk();
  const agents = useCellPart(desk.app, ({ settings }) => settings.agents);
  const names = new Map(agents.map(({ id, name }) => [id, name === '' ? text('practice.you') : name]));
  const order = [...names.keys()];
  const rows = [...people].filter(([id]) => id !== '').sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  if (rows.length < 2) return null;
  const elsewhere = people.get('');
  return (
    <Table
      withRowBorders={false}
      verticalSpacing={2}
      horizontalSpacing={0}
      fz="sm"
      w="auto"
      aria-label={text('weeks.people')}
    >
      <Table.Tbody>
        {[...rows, ...(elsewhere ? [['', elsewhere] as const] : [])].map(([id, wording]) => (
          <Table.Tr key={id}>
            <Table.Td pr={16}>{id === '' ? text('weeks.elsewhere') : (names.get(id) ?? text('weeks.left'))}</Table.Td>
            <Table.Td>{clean(wording)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function RuleLine({ rule: { hit, count, example }, onClose }: { rule: RuleCount; onClose: () => void }) {
  const text = useText();
  const desk = useDesk();
  const { ruleId, category, explanation, found, language } = hit;
  const canPractise = practiceRule(ruleId, desk.app.get().settings.coach.ownRules) !== undefined;
  return (
    <li>
      <div>
        <Group gap={6}>
          <Badge size="sm" variant="light" color="orange" tt="none">
            {categoryLabels[category].label[text.language]}
          </Badge>
          <Text component="q" size="xs" fs="italic" lang={language}>
            {found}
          </Text>
          <Text size="xs" c="dimmed">
            {text('weeks.times', { count })}
          </Text>
        </Group>
        <Text size="xs">{explanation[text.language]}</Text>
      </div>
      <Group gap={4} wrap="nowrap">
        <Button
          size="compact-xs"
          variant="light"
          aria-label={text('weeks.show.of', { found })}
          onClick={() => {
            onClose();
            desk.selection.update((selection) => show(selection, example, -1));
          }}
        >
          {text('weeks.show')}
        </Button>
        {canPractise && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={text('weeks.practise.of', { found })}
            onClick={() => {
              desk.overlay.set({ kind: 'practice', ruleId });
            }}
          >
            {text('weeks.practise')}
          </Button>
        )}
      </Group>
    </li>
  );
}
