// Exports as they go: progress, result, and what can be done with each.
import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import IconFolderOpen from '@tabler/icons-react/dist/esm/icons/IconFolderOpen.mjs';
import type { ExportJob } from '../../../../shared/model/export.ts';
import { attempt } from '../../actions/notices.tsx';
import { useDesk } from '../../state/desk.ts';
import { errorText } from '../../text/error-text.ts';
import { sizeText } from '../../text/size.ts';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import classes from './export.module.css';

export function ExportJobs(props: { jobs: readonly ExportJob[]; onAnother?: () => void }) {
  const text = useText();
  if (props.jobs.length === 0) return null;
  return (
    <Stack gap="sm" mt={props.onAnother ? 0 : 'lg'} component="section" aria-label={text('export.jobs')}>
      {props.jobs.map((job) => (
        <JobCard key={job.id} job={job} {...(props.onAnother ? { onAnother: props.onAnother } : {})} />
      ))}
    </Stack>
  );
}

function JobCard({ job, onAnother }: { job: ExportJob; onAnother?: () => void }) {
  const desk = useDesk();
  const text = useText();
  const isRunning = job.phase === 'reading' || job.phase === 'writing';
  const part = job.totalMessages === 0 ? 0 : (100 * job.doneMessages) / job.totalMessages;
  const dismiss = async (): Promise<void> => {
    if (await attempt(desk.main.dismissExport({ id: job.id }))) {
      desk.exports.update((jobs) => jobs.filter(({ id }) => id !== job.id));
      onAnother?.();
    }
  };
  const button = (title: TextId, run: () => void, isMain = false) => (
    <Button
      size="xs"
      variant={isMain ? 'filled' : 'default'}
      autoFocus={isMain && onAnother !== undefined}
      onClick={run}
    >
      {text(title)}
    </Button>
  );
  return (
    <div className={classes['job']}>
      <Text size="sm" fw={600} truncate title={job.fileName}>
        {job.fileName}
      </Text>
      <Text size="xs" c="dimmed" role="status">
        {text(`export.phase.${job.phase}`)}
        {isRunning &&
          ` · ${text('export.progress', { done: text.number(job.doneMessages), total: text.number(job.totalMessages) })}`}
      </Text>
      {isRunning && <Progress value={part} size="sm" mt={8} aria-label={text('export.phase.reading')} />}
      {job.phase === 'done' && <Result job={job} />}
      {job.phase === 'failed' && job.error && (
        <Alert color="red" mt={8} p="xs" title={text(errorText(job.error.code).what)}>
          {text(errorText(job.error.code).next)}
        </Alert>
      )}
      <Group gap={8} mt={10}>
        {isRunning && button('export.cancel', () => void attempt(desk.main.cancelExport({ id: job.id })))}
        {(job.phase === 'failed' || job.phase === 'interrupted') &&
          button('export.goOn', () => void attempt(desk.main.continueExport({ id: job.id })), true)}
        {job.phase === 'done' && (
          <Button
            size="xs"
            autoFocus={onAnother !== undefined}
            leftSection={<IconFolderOpen size={15} />}
            onClick={() => void attempt(desk.main.showExport({ id: job.id }))}
          >
            {text('export.show')}
          </Button>
        )}
        {!isRunning &&
          button(
            job.phase === 'done' || job.phase === 'cancelled' ? 'export.dismiss' : 'export.discard',
            () => void dismiss(),
          )}
        {onAnother && !isRunning && button('export.another', onAnother)}
      </Group>
    </div>
  );
}

/** Counts and the hash by which the file can be known again. */
function Result({ job }: { job: ExportJob }) {
  const text = useText();
  return (
    <>
      <Text size="sm" mt={6}>
        {[
          text('export.count', { messages: job.doneMessages, conversations: job.conversations ?? 0 }),
          (job.attachments ?? 0) > 0 ? text('export.result.attachments', { count: job.attachments ?? 0 }) : '',
          sizeText(job.sizeBytes ?? 0, text.locale),
        ]
          .filter((words) => words !== '')
          .join(' · ')}
      </Text>
      {(job.missing ?? 0) > 0 && (
        <Text size="xs" mt={2}>
          {text('export.result.missing', { count: job.missing ?? 0 })}
        </Text>
      )}
      <Text size="xs" c="dimmed" mt={2} className={classes['hash'] ?? ''}>
        SHA-256 {job.sha256}
      </Text>
    </>
  );
}
