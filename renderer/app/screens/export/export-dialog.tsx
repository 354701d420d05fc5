// Export: what, as what, and how it goes. It goes on when the dialog is closed.
import { Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { attempt } from '../../actions/notices.tsx';
import { useCell } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import type { ExportSubject } from '../../state/overlay.ts';
import { useText } from '../../text/use-text.ts';
import { ExportForm } from './export-form.tsx';
import { ExportJobs } from './export-jobs.tsx';

export function ExportDialog(props: { subject: ExportSubject; onClose: () => void }) {
  const desk = useDesk();
  const text = useText();
  const jobs = useCell(desk.exports);
  const [startedId, setStartedId] = useState<string | null>(null);
  useEffect(() => {
    void attempt(
      desk.main.listExports({}).then((all) => {
        desk.exports.set(all);
      }),
    );
  }, [desk]);
  const started = jobs.find(({ id }) => id === startedId);
  return (
    <Modal
      opened
      onClose={props.onClose}
      size={680}
      title={text('export.title')}
      closeButtonProps={{ 'aria-label': text('dialog.close') }}
    >
      {started ? (
        <ExportJobs
          jobs={[started]}
          onAnother={() => {
            setStartedId(null);
          }}
        />
      ) : (
        <>
          <ExportForm
            subject={props.subject}
            onStarted={(job) => {
              desk.exports.update((all) => [job, ...all.filter(({ id }) => id !== job.id)]);
              setStartedId(job.id);
            }}
          />
          <ExportJobs jobs={jobs} />
        </>
      )}
    </Modal>
  );
}
