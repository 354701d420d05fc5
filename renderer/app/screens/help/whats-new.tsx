// What is new in this version and the ones before.
import { Modal, Text, Title } from '@mantine/core';
import { useText } from '../../text/use-text.ts';
import classes from './help.module.css';
import { releases } from './releases.ts';

export function WhatsNew(props: { onClose: () => void }) {
  const text = useText();
  return (
    <Modal
      opened
      onClose={props.onClose}
      size={560}
      title={text('news.title')}
      closeButtonProps={{ 'aria-label': text('dialog.close') }}
    >
      {releases.map((release) => (
        <section key={release.version}>
          <Title order={3} size={16} mb={10}>
            {text('news.version', { version: release.version })}
          </Title>
          <ul className={classes['news']}>
            {release.points.map((point) => (
              <li key={point}>{text(point)}</li>
            ))}
          </ul>
        </section>
      ))}
      <Text size="xs" c="dimmed" mt={18}>
        {text('news.where')}
      </Text>
    </Modal>
  );
}
