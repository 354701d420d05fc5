// How Defter is doing on this computer, and a report to copy for somebody who helps.
import { Button, Code, CopyButton, Loader, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Diagnostics } from '../../../../shared/model/diagnostics.ts';
import { noticeError } from '../../actions/notices.tsx';
import { useStoreSizes } from '../../reads/use-store-sizes.ts';
import { useSyncStates } from '../../reads/use-sync-states.ts';
import { useCell } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { sizeText } from '../../text/size.ts';
import { useText } from '../../text/use-text.ts';
import { diagnosticsReport } from './diagnostics-report.ts';
import classes from './settings.module.css';

export function DiagnosticsSettings() {
  const desk = useDesk();
  const text = useText();
  const app = useCell(desk.app);
  const store = useStoreSizes();
  const syncStates = useSyncStates();
  const [facts, setFacts] = useState<Diagnostics | null>(null);
  useEffect(() => {
    desk.main.readDiagnostics({}).then(setFacts, noticeError);
  }, [desk]);
  if (!facts || !store || !syncStates) return <Loader size="sm" aria-label={text('diagnostics.loading')} />;
  const lines: readonly [string, string][] = [
    [text('diagnostics.messages'), text.number(store.messages)],
    [text('diagnostics.conversations'), text.number(store.conversations)],
    [text('diagnostics.customers'), text.number(store.customers)],
    [text('diagnostics.database'), sizeText(facts.sizes.databaseBytes, text.locale)],
    [text('diagnostics.journal'), sizeText(facts.sizes.journalBytes, text.locale)],
    [text('diagnostics.files'), sizeText(facts.sizes.filesBytes, text.locale)],
    [text('diagnostics.freeDisk'), sizeText(facts.freeDiskBytes, text.locale)],
    [text('diagnostics.started'), text.full(facts.startedAt)],
  ];
  return (
    <div>
      <Title order={3} size={18}>
        {text('diagnostics.title')}
      </Title>
      <dl className={classes['versions']}>
        {lines.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Title order={4} size={14} mt={20}>
        {text('diagnostics.problems')}
      </Title>
      {facts.problems.length === 0 ? (
        <Text size="sm" c="dimmed" mt={6}>
          {text('diagnostics.noProblems')}
        </Text>
      ) : (
        <Code
          block
          mt={6}
          mah={160}
          style={{ overflow: 'auto' }}
          tabIndex={0}
          aria-label={text('diagnostics.problems')}
        >
          {facts.problems.join('\n')}
        </Code>
      )}
      <Text size="xs" c="dimmed" mt={16}>
        {text('diagnostics.copy.hint')}
      </Text>
      <CopyButton value={diagnosticsReport(app, facts, store, syncStates)}>
        {({ copied, copy }) => (
          <Button size="xs" mt={8} variant="default" onClick={copy}>
            {text(copied ? 'diagnostics.copied' : 'diagnostics.copy')}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
