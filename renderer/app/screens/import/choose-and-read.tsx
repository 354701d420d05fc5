// The first half of an import and of opening an export: choose, read with counts, and what is wrong with the file.
import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs';
import IconFolder from '@tabler/icons-react/dist/esm/icons/IconFolder.mjs';
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { errorData, type ErrorData } from '../../../../shared/errors.ts';
import type { ImportOffer, ImportPurpose } from '../../../../shared/model/archive.ts';
import { attempt, noticeError } from '../../actions/notices.tsx';
import { useDesk } from '../../state/desk.ts';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { isEmpty } from './import-preview.tsx';

export interface ChooseAndReadProps {
  purpose: ImportPurpose;
  /** Reads what the system gave us to open, without asking. */
  isOpened: boolean;
  /** What this is for. */
  children: ReactNode;
  onOffer: (offer: ImportOffer) => void;
}

export function ChooseAndRead({ purpose, isOpened, children, onOffer }: ChooseAndReadProps) {
  const desk = useDesk();
  const text = useText();
  const [isReading, setReading] = useState(isOpened);
  const [problem, setProblem] = useState<TextId | null>(null);
  const read = async (what: 'files' | 'folder' | 'opened'): Promise<void> => {
    setReading(true);
    setProblem(null);
    try {
      const offer = await desk.main.readImport({ what, purpose }, { timeoutMs: Infinity });
      if (offer && isEmpty(offer.preview) && offer.preview.duplicates === 0) setProblem('mailImport.nothing');
      else if (offer) {
        onOffer(offer);
        return;
      }
    } catch (thrown) {
      const known = problemOf(errorData(thrown));
      if (known === null) noticeError(thrown);
      setProblem(known);
    }
    setReading(false);
  };
  const begin = useEffectEvent(() => {
    if (isOpened) void read('opened');
  });
  useEffect(() => {
    begin();
  }, []);
  if (isReading) return <Reading onCancel={() => void attempt(desk.main.refuseImport({}))} />;
  return (
    <Stack gap="md">
      {problem !== null && (
        <Alert color="red" p="xs" role="alert">
          {text(problem)}
        </Alert>
      )}
      {children}
      <Group>
        <Button data-autofocus autoFocus leftSection={<IconFileImport size={16} />} onClick={() => void read('files')}>
          {text('mailImport.files')}
        </Button>
        <Button variant="default" leftSection={<IconFolder size={16} />} onClick={() => void read('folder')}>
          {text('mailImport.folder')}
        </Button>
      </Group>
    </Stack>
  );
}

/** What is the file's own fault; null: something else. */
function problemOf({ code, detail }: ErrorData): TextId | null {
  if (code === 'bad-data') return 'mailImport.unreadable';
  return code === 'unsupported' && detail?.['reason'] === 'newer' ? 'mailImport.newer' : null;
}

function Reading({ onCancel }: { onCancel: () => void }) {
  const desk = useDesk();
  const text = useText();
  const [count, setCount] = useState(0);
  useEffect(
    () =>
      desk.bridge.onEvent((event) => {
        if (event.kind === 'import') setCount(event.doneMessages);
      }),
    [desk],
  );
  return (
    <Group justify="space-between">
      <Group gap="sm">
        <Loader size="sm" />
        <Text size="sm" role="status">
          {text('mailImport.reading', { count })}
        </Text>
      </Group>
      <Button variant="default" onClick={onCancel}>
        {text('dialog.cancel')}
      </Button>
    </Group>
  );
}
