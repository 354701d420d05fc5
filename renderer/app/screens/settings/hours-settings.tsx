// When the shop is open, and whether it acknowledges messages by itself. Each change is kept at once.
import { ActionIcon, Alert, Button, Checkbox, Group, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { businessHoursSchema, type BusinessHours, type OpenSpan } from '../../../../shared/model/business-hours.ts';
import { currentAgent } from '../../../../shared/model/shop.ts';
import { changeSettings } from '../../actions/change-settings.ts';
import { attempt } from '../../actions/notices.tsx';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { SettingLine } from './setting-line.tsx';
import classes from './settings.module.css';

const usual: OpenSpan = { fromMinute: 540, toMinute: 1080 };
const answerMinutes = [30, 60, 120, 240, 480];
/** A Monday: its week names the days. */
const monday = Date.UTC(2024, 0, 1, 12);
const dayMs = 86_400_000;

export function HoursSettings() {
  const desk = useDesk();
  const text = useText();
  const hours = useCellPart(desk.app, (app) => app.settings.businessHours);
  const put = (change: Partial<BusinessHours>): void => {
    const parsed = businessHoursSchema.safeParse({ ...hours, ...change });
    // An end before its beginning is half typed: kept once it makes sense.
    if (parsed.success) void attempt(changeSettings(desk, { businessHours: parsed.data }));
  };
  const dayName = (index: number) =>
    new Intl.DateTimeFormat(text.locale, { weekday: 'long', timeZone: 'UTC' }).format(monday + index * dayMs);
  return (
    <div>
      <SettingLine id="set-zone" title={text('settings.zone')} hint={text('settings.zone.hint')}>
        <Select
          id="set-zone"
          size="xs"
          w={210}
          searchable
          allowDeselect={false}
          limit={80}
          data={[
            { value: '', label: text('settings.asSystem') },
            ...Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone })),
          ]}
          value={hours.timeZone}
          onChange={(zone) => {
            if (zone !== null) put({ timeZone: zone });
          }}
        />
      </SettingLine>
      <Stack gap={6} mt="sm">
        {hours.week.map((open, index) => (
          <DayLine
            key={index}
            name={dayName(index)}
            open={open}
            onChange={(spans) => {
              put({ week: hours.week.map((day, each) => (each === index ? spans : day)) });
            }}
          />
        ))}
      </Stack>
      <Exceptions hours={hours} onChange={put} />
      <Acknowledgement />
    </div>
  );
}

/** One open stretch a day, and a second one where the shop rests at noon. */
function DayLine(props: { name: string; open: readonly OpenSpan[]; onChange: (spans: OpenSpan[]) => void }) {
  const { name, open, onChange } = props;
  const text = useText();
  return (
    <Group gap={10} wrap="nowrap" align="flex-start">
      <Checkbox
        w={150}
        mt={6}
        size="xs"
        label={name}
        checked={open.length > 0}
        onChange={(event) => {
          onChange(event.currentTarget.checked ? [usual] : []);
        }}
      />
      {open.length === 0 ? (
        <Text size="xs" c="dimmed" mt={6}>
          {text('settings.hours.closed')}
        </Text>
      ) : (
        <Group gap={8}>
          {open.map((span, index) => (
            <SpanFields
              key={`${String(index)}/${String(open.length)}`}
              name={name}
              span={span}
              onChange={(changed) => {
                onChange(open.map((each, at) => (at === index ? changed : each)));
              }}
            />
          ))}
          {open.length === 1 ? (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={26}
              aria-label={text('settings.hours.addSpan', { day: name })}
              title={text('settings.hours.addSpan', { day: name })}
              onClick={() => {
                const [first = usual] = open;
                onChange([
                  { ...first, toMinute: Math.max(first.fromMinute + 60, 780) },
                  {
                    fromMinute: Math.min(1380, Math.max(first.fromMinute + 120, 840)),
                    toMinute: Math.max(first.toMinute, 1080),
                  },
                ]);
              }}
            >
              <IconPlus size={14} />
            </ActionIcon>
          ) : (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={26}
              aria-label={text('settings.hours.removeSpan', { day: name })}
              title={text('settings.hours.removeSpan', { day: name })}
              onClick={() => {
                onChange(open.slice(0, 1));
              }}
            >
              <IconX size={14} />
            </ActionIcon>
          )}
        </Group>
      )}
    </Group>
  );
}

const two = (value: number): string => String(value).padStart(2, '0');
const clock = (minute: number): string =>
  minute === 1440 ? '23:59' : `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** Midnight at the end of a day cannot be typed into a time field: 23:59 stands for it. */
function minuteOf(value: string): number | null {
  const [hour, minute] = value.split(':').map(Number);
  if (hour === undefined || minute === undefined || Number.isNaN(hour + minute)) return null;
  return hour === 23 && minute === 59 ? 1440 : hour * 60 + minute;
}

function SpanFields(props: { name: string; span: OpenSpan; onChange: (span: OpenSpan) => void }) {
  const { name, span, onChange } = props;
  const text = useText();
  return (
    <Group gap={4} wrap="nowrap" className={classes['span'] ?? ''}>
      <TextInput
        type="time"
        size="xs"
        aria-label={text('settings.hours.from', { day: name })}
        defaultValue={clock(span.fromMinute)}
        onChange={(event) => {
          const fromMinute = minuteOf(event.currentTarget.value);
          if (fromMinute !== null) onChange({ ...span, fromMinute });
        }}
      />
      <Text size="xs">–</Text>
      <TextInput
        type="time"
        size="xs"
        aria-label={text('settings.hours.to', { day: name })}
        defaultValue={clock(span.toMinute)}
        onChange={(event) => {
          const toMinute = minuteOf(event.currentTarget.value);
          if (toMinute !== null) onChange({ ...span, toMinute });
        }}
      />
    </Group>
  );
}

/** Holidays and half days. */
function Exceptions({ hours, onChange }: { hours: BusinessHours; onChange: (change: Partial<BusinessHours>) => void }) {
  const text = useText();
  const { exceptions } = hours;
  const shownDate = (date: string) =>
    new Intl.DateTimeFormat(text.locale, { dateStyle: 'full', timeZone: 'UTC' }).format(
      Date.parse(`${date}T12:00:00Z`),
    );
  return (
    <section className={classes['exceptions']}>
      <Text size="sm" fw={550} mt="md">
        {text('settings.hours.exceptions')}
      </Text>
      {exceptions.map((each) => (
        <Group key={each.date} gap={8} mt={6} wrap="nowrap" align="flex-start">
          <DayLine
            name={shownDate(each.date)}
            open={each.open}
            onChange={(open) => {
              onChange({
                exceptions: exceptions.map((other) => (other.date === each.date ? { ...other, open } : other)),
              });
            }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={26}
            aria-label={text('settings.hours.removeDate', { date: shownDate(each.date) })}
            onClick={() => {
              onChange({ exceptions: exceptions.filter((other) => other.date !== each.date) });
            }}
          >
            <IconX size={14} />
          </ActionIcon>
        </Group>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const date = new FormData(event.currentTarget).get('date');
          if (typeof date !== 'string' || date === '' || exceptions.some((other) => other.date === date)) return;
          onChange({ exceptions: [...exceptions, { date, open: [] }].sort((a, b) => (a.date < b.date ? -1 : 1)) });
          event.currentTarget.reset();
        }}
      >
        <Group gap={8} mt={6}>
          <TextInput type="date" name="date" size="xs" aria-label={text('settings.hours.date')} />
          <Button type="submit" size="xs" variant="default">
            {text('settings.hours.addDate')}
          </Button>
        </Group>
      </form>
    </section>
  );
}

function Acknowledgement() {
  const desk = useDesk();
  const text = useText();
  const acknowledgement = useCellPart(desk.app, (app) => app.settings.acknowledgement);
  const hasName = useCellPart(desk.app, (app) => currentAgent(app.settings).name.trim() !== '');
  return (
    <>
      <SettingLine id="set-acknowledge" title={text('settings.acknowledge')} hint={text('settings.acknowledge.hint')}>
        <Switch
          id="set-acknowledge"
          aria-describedby="set-acknowledge-hint"
          checked={acknowledgement.isOn}
          onChange={(event) => {
            void attempt(
              changeSettings(desk, { acknowledgement: { ...acknowledgement, isOn: event.currentTarget.checked } }),
            );
          }}
        />
      </SettingLine>
      {acknowledgement.isOn && !hasName && (
        <Alert color="orange" p="xs">
          {text('settings.acknowledge.nobody')}
          <Button
            size="compact-xs"
            variant="default"
            mt={6}
            style={{ display: 'block' }}
            onClick={() => {
              desk.overlay.set({ kind: 'settings', tab: 'shop', section: 'people' });
            }}
          >
            {text('agents.manage')}
          </Button>
        </Alert>
      )}
      <SettingLine id="set-answer" title={text('settings.answerWithin')} hint={text('settings.answerWithin.hint')}>
        <Select
          id="set-answer"
          aria-describedby="set-answer-hint"
          size="xs"
          w={210}
          allowDeselect={false}
          data={answerMinutes.map((minutes) => ({
            value: String(minutes),
            label:
              minutes < 60
                ? text('settings.answerWithin.minutes', { count: minutes })
                : text('settings.answerWithin.hours', { count: minutes / 60 }),
          }))}
          value={String(acknowledgement.answerWithinMinutes)}
          onChange={(value) => {
            if (value !== null)
              void attempt(
                changeSettings(desk, { acknowledgement: { ...acknowledgement, answerWithinMinutes: Number(value) } }),
              );
          }}
        />
      </SettingLine>
    </>
  );
}
