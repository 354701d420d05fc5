// Which Defter this is.
import { Text, Title } from '@mantine/core';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { UpdateLine } from './update-line.tsx';
import classes from './settings.module.css';

export function AboutSettings() {
  const desk = useDesk();
  const text = useText();
  const versions = useCellPart(desk.app, (app) => app.versions);
  return (
    <div>
      <Title order={3} size={18}>
        Defter
      </Title>
      <Text size="sm" c="dimmed" mt={6} maw={440}>
        {text('about.body')}
      </Text>
      <dl className={classes['versions']}>
        <dt>{text('about.version')}</dt>
        <dd>{versions.app}</dd>
        <dt>Electron</dt>
        <dd>{versions.electron}</dd>
        <dt>Chrome</dt>
        <dd>{versions.chrome}</dd>
        <dt>Node</dt>
        <dd>{versions.node}</dd>
      </dl>
      <UpdateLine />
    </div>
  );
}
