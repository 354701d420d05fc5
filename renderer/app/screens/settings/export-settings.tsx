// Exports from the settings: one now, one every month, and what is brought in or only read.
import { Button, Group, Select, Text } from '@mantine/core';
import IconBook2 from '@tabler/icons-react/dist/esm/icons/IconBook2.mjs';
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs';
import IconFileExport from '@tabler/icons-react/dist/esm/icons/IconFileExport.mjs';
import { useEffect, useState } from 'react';
import type { ExportSchedule } from '../../../../shared/model/export.ts';
import { attempt } from '../../actions/notices.tsx';
import { runActionById } from '../../actions/registry.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { SettingLine } from './setting-line.tsx';
import { useWhyNotHere } from './use-why-not-here.ts';

const formats = ['pdf', 'html', 'xlsx', 'csv', 'mbox', 'eml', 'jsonl'] as const;

export function ExportSettings() {
  const desk = useDesk();
  const text = useText();
  const whyNot = useWhyNotHere();
  const [schedule, setSchedule] = useState<ExportSchedule | null>(null);
  const [format, setFormat] = useState<ExportSchedule['format']>('mbox');
  useEffect(() => {
    void attempt(
      desk.main.getExportSchedule({}).then((kept) => {
        setSchedule(kept);
        if (kept) setFormat(kept.format);
      }),
    );
  }, [desk]);
  const choose = (choice: Pick<ExportSchedule, 'format' | 'attachments'> | null): void => {
    void attempt(desk.main.setExportSchedule({ choice }, { timeoutMs: Infinity }).then(setSchedule));
  };
  return (
    <>
      <SettingLine id="set-export" title={text('export.title')}>
        <Button
          id="set-export"
          size="xs"
          variant="default"
          leftSection={<IconFileExport size={15} />}
          onClick={() => {
            runActionById(desk, 'export');
          }}
        >
          {text('export.this')}
        </Button>
      </SettingLine>
      <SettingLine id="set-import" title={text('mailImport.title')} hint={text(whyNot ?? 'mailImport.hint')}>
        <Button
          id="set-import"
          size="xs"
          variant="default"
          disabled={whyNot !== null}
          leftSection={<IconFileImport size={15} />}
          onClick={() => {
            runActionById(desk, 'import');
          }}
        >
          {text('mailImport.open')}
        </Button>
      </SettingLine>
      <SettingLine id="set-open-export" title={text('openExport.title')} hint={text(whyNot ?? 'openExport.hint')}>
        <Button
          id="set-open-export"
          size="xs"
          variant="default"
          disabled={whyNot !== null}
          leftSection={<IconBook2 size={15} />}
          onClick={() => {
            runActionById(desk, 'open-export');
          }}
        >
          {text('openExport.open')}
        </Button>
      </SettingLine>
      <SettingLine id="set-export-month" title={text('export.schedule')} hint={text(whyNot ?? 'export.schedule.hint')}>
        <Group gap={8} justify="flex-end" maw={250}>
          <Select
            id="set-export-month"
            aria-describedby="set-export-month-hint"
            size="xs"
            w={250}
            allowDeselect={false}
            disabled={whyNot !== null}
            data={formats.map((value) => ({ value, label: text(`export.format.${value}`) }))}
            value={format}
            onChange={(value) => {
              setFormat(formats.find((known) => known === value) ?? 'mbox');
            }}
          />
          <Button
            size="xs"
            variant="default"
            disabled={whyNot !== null}
            onClick={() => {
              choose({ format, attachments: 'here' });
            }}
          >
            {text('export.schedule.on')}
          </Button>
        </Group>
      </SettingLine>
      {whyNot === null && schedule && (
        <Group justify="space-between" wrap="nowrap">
          <Text size="xs" c="dimmed">
            {[
              text('export.schedule.folder', { folder: schedule.folder }),
              text(`export.format.${schedule.format}`),
              schedule.lastMonth === '' ? '' : text('export.schedule.last', { month: schedule.lastMonth }),
            ]
              .filter((words) => words !== '')
              .join(' · ')}
          </Text>
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => {
              choose(null);
            }}
          >
            {text('export.schedule.off')}
          </Button>
        </Group>
      )}
    </>
  );
}
