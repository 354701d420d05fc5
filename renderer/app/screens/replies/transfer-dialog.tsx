// Takes the library to a file, and brings replies in from one: preview first, nothing is doubled, and it can be taken back.
import { Button, FileButton, Group, Modal, SegmentedControl, Select, Stack, Table, Text } from '@mantine/core';
import IconFileExport from '@tabler/icons-react/dist/esm/icons/IconFileExport.mjs';
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs';
import { useState } from 'react';
import type { CannedReplyRow } from '../../../database/rows.ts';
import type { CannedReply } from '../../../../shared/model/canned-reply.ts';
import type { Language } from '../../../../shared/model/ids.ts';
import {
  columnKinds,
  compareImport,
  filesLeftOut,
  guessMapping,
  importChanges,
  readReplies,
  repliesOfTable,
  writeReplies,
  type ColumnKind,
  type ColumnMapping,
  type ImportLine,
} from '../../../../shared/service/reply-transfer.ts';
import { attempt } from '../../actions/notices.tsx';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { Badge, type BadgeTone } from '../../ui/badge.tsx';
import { tableRows, tableText } from '../import/read-table.ts';
import { replyOfRow } from './group-draft.ts';
import { changeLibrary } from './library-steps.ts';

/** What a file holds: replies of ours, or a table whose columns have to be named. */
type Source =
  { kind: 'own'; replies: CannedReply[]; unread: number } | { kind: 'table'; header: string[]; rows: string[][] };

const largestFileBytes = 20_000_000;
const shownLines = 200;
const tones: Record<ImportLine['state'], BadgeTone> = { new: 'good', same: 'plain', other: 'busy' };

/** null: it is neither. */
async function readSource(file: File, language: Language): Promise<Source | null> {
  if (file.size > largestFileBytes) return null;
  const text = tableText(new Uint8Array(await file.arrayBuffer()), language);
  const own = readReplies(text);
  if (own) return { kind: 'own', ...own };
  const [header, ...rows] = tableRows(text.trim());
  return header && header.length > 1 && rows.length > 0 ? { kind: 'table', header, rows } : null;
}

export function TransferDialog({ replies, onClose }: { replies: readonly CannedReplyRow[]; onClose: () => void }) {
  const text = useText();
  const desk = useDesk();
  const [source, setSource] = useState<Source | null>(null);
  const [mapping, setMapping] = useState<ColumnMapping>({});
  const [isUnreadable, setUnreadable] = useState(false);
  const [whenOther, setWhenOther] = useState<'replace' | 'keep'>('keep');
  const read =
    source === null ? null : source.kind === 'own' ? source : repliesOfTable(source.rows, mapping, text.language);
  const lines = read === null ? [] : compareImport(read.replies, replies);
  const changes = importChanges(lines, whenOther);
  const leftOut = filesLeftOut(replies);
  const countOf = (state: ImportLine['state']): number => lines.filter((line) => line.state === state).length;
  const take = async (file: File | null): Promise<void> => {
    if (!file) return;
    const found = await readSource(file, text.language);
    setUnreadable(found === null);
    setSource(found);
    if (found?.kind === 'table') setMapping(guessMapping(found.header));
  };
  const save = (chosen: readonly CannedReplyRow[]): void => {
    const own = chosen.map(replyOfRow);
    void attempt(
      desk.main.saveText({ name: text('replies.transfer.fileName'), text: writeReplies(own) }, { timeoutMs: Infinity }),
    );
  };
  return (
    <Modal
      opened
      size={760}
      onClose={onClose}
      title={text('replies.transfer')}
      closeButtonProps={{ 'aria-label': text('dialog.close') }}
    >
      <Stack gap="sm">
        <Group gap="sm">
          <Button
            size="xs"
            variant="default"
            leftSection={<IconFileExport size={15} />}
            onClick={() => {
              save(replies.filter((row) => !row.isBuiltIn && row.draftOf === undefined));
            }}
          >
            {text('replies.transfer.exportOwn')}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconFileExport size={15} />}
            onClick={() => {
              save(replies.filter((row) => row.draftOf === undefined));
            }}
          >
            {text('replies.transfer.exportAll')}
          </Button>
          <FileButton
            accept=".json,.csv,.tsv,.txt,application/json,text/csv"
            onChange={(file) => void attempt(take(file))}
          >
            {(props) => (
              <Button size="xs" leftSection={<IconFileImport size={15} />} {...props}>
                {text('replies.transfer.import')}
              </Button>
            )}
          </FileButton>
        </Group>
        <Text size="xs" c="dimmed">
          {text('replies.transfer.hint')}
        </Text>
        {leftOut.length > 0 && (
          <Text size="xs" c="dimmed">
            {text('replies.transfer.noFiles', { names: leftOut.join(', ') })}
          </Text>
        )}
        {isUnreadable && (
          <Text size="sm" c="var(--app-alarm)" role="alert">
            {text('replies.transfer.unreadable')}
          </Text>
        )}
        {source?.kind === 'table' && <Columns header={source.header} mapping={mapping} onChange={setMapping} />}
        {read !== null && (
          <>
            <Text size="sm" role="status">
              {text('replies.transfer.found', {
                new: countOf('new'),
                other: countOf('other'),
                same: countOf('same'),
                unread: read.unread,
              })}
            </Text>
            {countOf('other') > 0 && (
              <SegmentedControl
                size="xs"
                value={whenOther}
                aria-label={text('replies.transfer.whenOther')}
                onChange={setWhenOther}
                data={[
                  { value: 'keep', label: text('replies.transfer.keep') },
                  { value: 'replace', label: text('replies.transfer.replace') },
                ]}
              />
            )}
            <Table.ScrollContainer minWidth={400} maxHeight={300}>
              <Table fz="xs" verticalSpacing={4}>
                <Table.Tbody>
                  {lines.slice(0, shownLines).map(({ reply, state }) => (
                    <Table.Tr key={reply.id}>
                      <Table.Td>
                        <Badge tone={tones[state]}>{text(`replies.transfer.state.${state}`)}</Badge>
                      </Table.Td>
                      <Table.Td>{reply.language}</Table.Td>
                      <Table.Td>{reply.title}</Table.Td>
                      <Table.Td c="dimmed">{reply.body.slice(0, 80)}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {text('dialog.cancel')}
              </Button>
              <Button
                disabled={changes.length === 0}
                onClick={() => {
                  void changeLibrary(desk, changes, 'replies.done.imported', changes.length).then((isDone) => {
                    if (isDone) onClose();
                  });
                }}
              >
                {text('replies.transfer.take', { count: changes.length })}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}

function Columns(props: {
  header: readonly string[];
  mapping: ColumnMapping;
  onChange: (mapping: ColumnMapping) => void;
}) {
  const { header, mapping, onChange } = props;
  const text = useText();
  const set = (kind: ColumnKind, value: string | null): void => {
    const { [kind]: _before, ...others } = mapping;
    onChange(value === null ? others : { ...others, [kind]: Number(value) });
  };
  return (
    <Group gap="xs" role="group" aria-label={text('replies.transfer.columns')}>
      {columnKinds.map((kind) => (
        <Select
          key={kind}
          size="xs"
          w={160}
          clearable
          label={text(`replies.transfer.column.${kind}`)}
          placeholder={text('replies.transfer.noColumn')}
          data={header.map((name, index) => ({
            value: String(index),
            label: name.trim() === '' ? String(index + 1) : name,
          }))}
          value={mapping[kind] === undefined ? null : String(mapping[kind])}
          onChange={(value) => {
            set(kind, value);
          }}
        />
      ))}
    </Group>
  );
}
