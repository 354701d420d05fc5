// Imports customers, a call log or orders from a CSV file: choose, see what each column means, see what comes in, and take it back if wrong.
import {
  Alert,
  Button,
  FileButton,
  Group,
  Modal,
  ScrollArea,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Table,
  Text,
} from '@mantine/core';
import IconFileSpreadsheet from '@tabler/icons-react/dist/esm/icons/IconFileSpreadsheet.mjs';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { errorData, type ErrorCode, type ErrorData } from '../../../../shared/errors.ts';
import { currentAgent } from '../../../../shared/model/shop.ts';
import {
  fieldsOf,
  guessMapping,
  missingFields,
  type ImportField,
  type ImportKind,
  type Mapping,
} from '../../../../shared/service/import/columns.ts';
import {
  planImport,
  type ImportFile,
  type LineProblem,
  type PlannedLine,
} from '../../../../shared/service/import/plan-import.ts';
import { importEntries } from '../../actions/customer-steps.ts';
import { noticeError } from '../../actions/notices.tsx';
import { resolveImport } from '../../reads/resolve-import.ts';
import { useDesk } from '../../state/desk.ts';
import { errorText } from '../../text/error-text.ts';
import { dayAndTime } from '../../text/time.ts';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { mostLines, readImportFile } from './read-file.ts';

const kinds = ['customers', 'calls', 'orders'] as const;
const previewLines = 5;
const shownProblems = 50;
const problemText: Readonly<Record<LineProblem, TextId>> = {
  'no-date': 'import.problem.noDate',
  'no-number': 'import.problem.noNumber',
  nobody: 'import.problem.nobody',
  'bad-amount': 'import.problem.badAmount',
  repeated: 'import.problem.repeated',
};
/** Why a file gives no lines at all, and what to do. */
const unreadableText: Readonly<Partial<Record<ErrorCode, TextId>>> = {
  'bad-data': 'import.empty',
  'too-large': 'import.tooLarge',
};

export function ImportDialog(props: { importKind: ImportKind; onClose: () => void }) {
  const text = useText();
  const [kind, setKind] = useState<ImportKind>(props.importKind);
  /** `id`: of this choosing; the same name may hold something else the next time. */
  const [file, setFile] = useState<{ id: string; name: string; content: ImportFile } | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  const choose = async (chosen: File | null) => {
    if (!chosen) return;
    try {
      setFile({ id: crypto.randomUUID(), name: chosen.name, content: await readImportFile(chosen, text.language) });
      setError(null);
    } catch (thrown) {
      setFile(null);
      setError(errorData(thrown));
    }
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      size={760}
      title={text('import.title')}
      closeButtonProps={{ 'aria-label': text('dialog.close') }}
    >
      <Stack gap="md">
        <SegmentedControl
          value={kind}
          aria-label={text('import.kind')}
          data={kinds.map((value) => ({ value, label: text(`import.${value}`) }))}
          onChange={setKind}
        />
        <Group gap="sm">
          <FileButton accept=".csv,.tsv,.txt,text/csv" onChange={(chosen) => void choose(chosen)}>
            {(button) => (
              <Button {...button} data-autofocus variant="light" leftSection={<IconFileSpreadsheet size={16} />}>
                {text('import.choose')}
              </Button>
            )}
          </FileButton>
          <Text size="xs" c="dimmed">
            {file
              ? text('import.lines', { name: file.name, count: file.content.rows.length })
              : text(`import.${kind}.hint`)}
          </Text>
        </Group>
        {error && (
          <Alert color="red" title={text('import.unreadable')}>
            {text(unreadableText[error.code] ?? errorText(error.code).next, { count: mostLines })}
          </Alert>
        )}
        {file && <Preview key={`${kind}/${file.id}`} kind={kind} file={file.content} onClose={props.onClose} />}
      </Stack>
    </Modal>
  );
}

function Preview({ kind, file, onClose }: { kind: ImportKind; file: ImportFile; onClose: () => void }) {
  const text = useText();
  const desk = useDesk();
  const [mapping, setMapping] = useState<Mapping>(() => guessMapping(kind, file.header));
  const [isBusy, setBusy] = useState(false);
  const missing = missingFields(kind, mapping);
  const planned = useMemo(() => {
    const { businessHours } = desk.app.get().settings;
    const currency = text.language === 'tr' ? 'TRY' : text.language === 'el' ? 'EUR' : 'GBP';
    return missing.length > 0 ? [] : planImport(kind, file, mapping, { zone: businessHours.timeZone, currency });
  }, [desk, kind, file, mapping, missing.length, text.language]);
  const good = useMemo(() => planned.filter((each) => each.kind !== 'problem'), [planned]);
  const [resolved, setResolved] = useState<{ of: typeof good; knownCount: number } | null>(null);
  const known = resolved?.of === good ? resolved.knownCount : null;
  const newCount = good.length - (known ?? 0);
  const resolve = useCallback(
    () =>
      resolveImport(good, {
        importId: crypto.randomUUID(),
        author: currentAgent(desk.app.get().settings).name,
        words: { missed: text('timeline.missed'), call: text('channel.phone') },
      }),
    [desk, good, text],
  );
  useEffect(() => {
    let isStale = false;
    resolve().then(({ knownCount }) => {
      if (!isStale) setResolved({ of: good, knownCount });
    }, noticeError);
    return () => {
      isStale = true;
    };
  }, [good, resolve]);
  const problems = planned.filter((each) => each.kind === 'problem');
  const run = async () => {
    setBusy(true);
    try {
      const { entries, knownCount } = await resolve(); // mail may have come in since
      if (await importEntries(desk, entries, good.length - knownCount)) onClose();
    } catch (thrown) {
      noticeError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Stack gap="sm">
      <Columns kind={kind} header={file.header} mapping={mapping} onChange={setMapping} />
      {missing.length > 0 ? (
        <Alert color="orange" p="xs">
          {text('import.missing', { fields: missing.map((field) => text(`import.field.${field}`)).join(', ') })}
        </Alert>
      ) : (
        <Sample lines={good.slice(0, previewLines)} />
      )}
      {problems.length > 0 && (
        <section>
          <Text size="sm" fw={550}>
            {text('import.problems', { count: problems.length })}
          </Text>
          <ScrollArea.Autosize mah={140} type="auto">
            {problems.slice(0, shownProblems).map((each) => (
              <Text key={each.line} size="xs">
                {text('import.problem', {
                  line: each.line,
                  problem: text(problemText[each.problem]),
                  words: each.text.slice(0, 80),
                })}
              </Text>
            ))}
          </ScrollArea.Autosize>
        </section>
      )}
      {known !== null && known > 0 && (
        <Text size="sm" role="status">
          {text('import.known', { count: known })}
        </Text>
      )}
      <DialogFoot>
        <Button variant="default" onClick={onClose}>
          {text('dialog.cancel')}
        </Button>
        <Button disabled={newCount === 0} loading={isBusy || known === null} onClick={() => void run()}>
          {text('import.do', { count: newCount })}
        </Button>
      </DialogFoot>
    </Stack>
  );
}

function Columns(props: {
  kind: ImportKind;
  header: readonly string[];
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}) {
  const { kind, header, mapping, onChange } = props;
  const text = useText();
  const columns = header.map((heading, index) => ({
    value: String(index),
    label: heading.trim() === '' ? text('import.column', { number: index + 1 }) : heading,
  }));
  const choose = (field: ImportField, value: string | null) => {
    const { [field]: _before, ...rest } = mapping;
    onChange(value === null ? rest : { ...rest, [field]: Number(value) });
  };
  return (
    <SimpleGrid cols={3} spacing="xs">
      {fieldsOf(kind).map((field) => (
        <Select
          key={field}
          size="xs"
          clearable
          label={text(`import.field.${field}`)}
          placeholder={text('import.notInFile')}
          data={columns}
          value={mapping[field] === undefined ? null : String(mapping[field])}
          onChange={(value) => {
            choose(field, value);
          }}
        />
      ))}
    </SimpleGrid>
  );
}

/** How the first lines will look. */
function Sample({ lines }: { lines: readonly PlannedLine[] }) {
  const text = useText();
  if (lines.length === 0) return null;
  const cells = (line: PlannedLine): string[] => {
    const who = [line.person.name, line.person.phone, line.person.email].filter(Boolean).join(' · ');
    if (line.kind === 'call') {
      return [
        dayAndTime(line.at, text.locale),
        who,
        line.isMissed ? text('timeline.missed') : text(line.direction === 'in' ? 'timeline.in' : 'timeline.out'),
        line.text,
      ];
    }
    if (line.kind === 'problem') return [];
    if (line.kind === 'customer') return [who, line.person.city, line.note];
    const { order } = line;
    const money = new Intl.NumberFormat(text.locale, { style: 'currency', currency: order.currency }).format(
      order.totalMinor / 100,
    );
    return [
      dayAndTime(order.placedAt, text.locale),
      who,
      `#${order.number}`,
      [money, ...order.items.map(({ title }) => title)].join(' · '),
    ];
  };
  return (
    <Table.ScrollContainer minWidth={400}>
      <Table fz="xs" verticalSpacing={4} aria-label={text('import.preview')}>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.line}>
              {cells(line).map((cell, index) => (
                <Table.Td key={index}>{cell}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
