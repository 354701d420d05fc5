// What to export, as what, and a count of it before anything is written.
import '@mantine/dates/styles.css';
import 'dayjs/locale/el';
import 'dayjs/locale/tr';
import { Button, Group, Radio, Select, SimpleGrid, Stack, Switch } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useState } from 'react';
import type {
  ExportFormat,
  ExportJob,
  ExportRequest,
  ExportScope,
  ExportSelection,
} from '../../../../shared/model/export.ts';
import { noticeError } from '../../actions/notices.tsx';
import { useConversation } from '../../reads/use-conversation.ts';
import { useManifests } from '../../reads/use-manifests.ts';
import { useDesk } from '../../state/desk.ts';
import type { ExportSubject } from '../../state/overlay.ts';
import type { TextId } from '../../text/texts.ts';
import { useText, type Text } from '../../text/use-text.ts';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { useChannelNames } from '../inbox/channel-names.ts';
import { ExportCountLine } from './export-count.tsx';
import { periods, spanOf, type Period } from './export-period.ts';
import classes from './export.module.css';
import { useExportCount } from './use-export-count.ts';

const formats: readonly { format: ExportFormat; title: TextId; hint: TextId }[] = [
  { format: 'pdf', title: 'export.format.pdf', hint: 'export.format.pdf.hint' },
  { format: 'html', title: 'export.format.html', hint: 'export.format.html.hint' },
  { format: 'xlsx', title: 'export.format.xlsx', hint: 'export.format.xlsx.hint' },
  { format: 'csv', title: 'export.format.csv', hint: 'export.format.csv.hint' },
  { format: 'mbox', title: 'export.format.mbox', hint: 'export.format.mbox.hint' },
  { format: 'eml', title: 'export.format.eml', hint: 'export.format.eml.hint' },
  { format: 'jsonl', title: 'export.format.jsonl', hint: 'export.format.jsonl.hint' },
];
const attachmentChoices = ['none', 'here', 'all'] as const;

export function ExportForm(props: { subject: ExportSubject; onStarted: (job: ExportJob) => void }) {
  const { subject } = props;
  const desk = useDesk();
  const text = useText();
  const nameOf = useChannelNames();
  const manifests = useManifests();
  const [isEverything, setEverything] = useState(subject.kind === 'everything');
  const [period, setPeriod] = useState<Period>('all');
  const [own, setOwn] = useState<[string | null, string | null]>([null, null]);
  const [channel, setChannel] = useState('');
  const [format, setFormat] = useState<ExportFormat>('pdf');
  const [attachments, setAttachments] = useState<ExportRequest['attachments']>('none');
  const [withNotes, setWithNotes] = useState(false);
  const [now] = useState(() => Date.now());
  const [isStarting, setStarting] = useState(false);
  const scope = scopeOf(isEverything ? { kind: 'everything' } : subject);
  const selection: ExportSelection = { scope, ...spanOf(period, own, now), ...(channel === '' ? {} : { channel }) };
  const counted = useExportCount(selection);
  const title = useTitle(isEverything ? { kind: 'everything' } : subject, text);
  const count = counted?.isOk ? counted.value : undefined;
  const canStart = count !== undefined && count.messages + count.notes > 0 && !isStarting;

  const start = async (): Promise<void> => {
    if (!count) return;
    setStarting(true);
    const request: ExportRequest = { selection, format, attachments, withNotes, title };
    try {
      const job = await desk.main.startExport({ request, messageCount: count.messages }, { timeoutMs: Infinity });
      if (job) props.onStarted(job);
    } catch (thrown) {
      noticeError(thrown);
    } finally {
      setStarting(false);
    }
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (canStart) void start();
      }}
    >
      <Stack gap="md">
        {subject.kind !== 'everything' && (
          <Radio.Group
            label={text('export.what')}
            value={isEverything ? 'everything' : 'subject'}
            onChange={(value) => {
              setEverything(value === 'everything');
            }}
          >
            <Stack gap={6} mt={6}>
              <Radio value="subject" label={subjectText(subject, title, text)} data-autofocus autoFocus />
              <Radio value="everything" label={text('export.everything')} />
            </Stack>
          </Radio.Group>
        )}
        <Group grow align="flex-start">
          <Select
            label={text('export.period')}
            allowDeselect={false}
            data={periods.map((value) => ({ value, label: text(`export.period.${value}`) }))}
            value={period}
            onChange={(value) => {
              setPeriod(periods.find((known) => known === value) ?? 'all');
            }}
          />
          <Select
            label={text('export.channel')}
            allowDeselect={false}
            data={[
              { value: '', label: text('export.channel.all') },
              ...[...(manifests?.keys() ?? [])]
                .filter((id) => id !== 'demo')
                .map((id) => ({ value: id, label: nameOf(id).label })),
            ]}
            value={channel}
            onChange={(value) => {
              setChannel(value ?? '');
            }}
          />
        </Group>
        {period === 'own' && (
          <Group grow>
            <DatePickerInput
              label={text('export.from')}
              locale={text.language}
              valueFormat="DD.MM.YYYY"
              clearable
              value={own[0]}
              onChange={(value) => {
                setOwn([value, own[1]]);
              }}
            />
            <DatePickerInput
              label={text('export.to')}
              locale={text.language}
              valueFormat="DD.MM.YYYY"
              clearable
              value={own[1]}
              onChange={(value) => {
                setOwn([own[0], value]);
              }}
            />
          </Group>
        )}
        <Radio.Group
          label={text('export.format')}
          value={format}
          onChange={(value) => {
            const known = formats.find((each) => each.format === value);
            if (known) setFormat(known.format);
          }}
        >
          <SimpleGrid cols={2} spacing={8} mt={6}>
            {formats.map(({ format: value, title: name, hint }) => (
              <Radio
                key={value}
                value={value}
                label={text(name)}
                description={text(hint)}
                className={classes['format'] ?? ''}
                data-autofocus={(subject.kind === 'everything' && value === format) || undefined}
                autoFocus={subject.kind === 'everything' && value === format}
              />
            ))}
          </SimpleGrid>
        </Radio.Group>
        <Group grow align="flex-end">
          <Select
            label={text('export.attachments')}
            allowDeselect={false}
            data={attachmentChoices.map((value) => ({ value, label: text(`export.attachments.${value}`) }))}
            value={attachments}
            onChange={(value) => {
              setAttachments(attachmentChoices.find((known) => known === value) ?? 'none');
            }}
          />
          <Switch
            label={text('export.notes')}
            description={text('export.notes.hint')}
            checked={withNotes}
            onChange={(event) => {
              setWithNotes(event.currentTarget.checked);
            }}
          />
        </Group>
        <ExportCountLine counted={counted} attachments={attachments} withNotes={withNotes} />
        <DialogFoot>
          <Button type="submit" disabled={!canStart} loading={isStarting}>
            {text('export.start')}
          </Button>
        </DialogFoot>
      </Stack>
    </form>
  );
}

function scopeOf(subject: ExportSubject): ExportScope {
  switch (subject.kind) {
    case 'conversations':
      return { kind: 'conversations', ids: [...subject.ids] };
    case 'customer':
      return { kind: 'customer', customerId: subject.customerId };
    default:
      return subject;
  }
}

/** What the file and the document are called. */
function useTitle(subject: ExportSubject, text: Text): string {
  const only = subject.kind === 'conversations' && subject.ids.length === 1 ? (subject.ids[0] ?? null) : null;
  const conversation = useConversation(only);
  switch (subject.kind) {
    case 'conversations': {
      const own = (conversation?.subject ?? '').slice(0, 300);
      return own === '' ? text('export.title.conversations', { count: subject.ids.length }) : own;
    }
    case 'customer':
      return subject.name.slice(0, 300);
    case 'search':
      return text('export.title.search', { query: subject.query.slice(0, 200) });
    case 'everything':
      return text('export.title.everything');
  }
}

function subjectText(subject: ExportSubject, title: string, text: Text): string {
  switch (subject.kind) {
    case 'conversations':
      return subject.ids.length === 1
        ? text('export.subject.one', { title })
        : text('export.subject.many', { count: subject.ids.length });
    case 'customer':
      return text('export.subject.customer', { name: subject.name });
    case 'search':
      return text('export.subject.search', { query: subject.query });
    case 'everything':
      return text('export.everything');
  }
}
