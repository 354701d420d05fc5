// How the week's set went, person by person.
import { Table, Text } from '@mantine/core';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';

/** Nothing before somebody has finished it. @param props.week its Monday */
export function WeekResults({ week, title }: { week: string; title: string }) {
  const desk = useDesk();
  const text = useText();
  const { agents, practice } = useCellPart(desk.app, (app) => app.settings);
  const rows = agents.flatMap(({ id, name }) => {
    const result = practice.find((each) => each.agentId === id && each.week === week);
    return result ? [{ id, name: name === '' ? text('practice.you') : name, ...result }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <div>
      <Text size="xs" c="dimmed" mb={2}>
        {title}
      </Text>
      <Table withRowBorders={false} verticalSpacing={2} horizontalSpacing={0} fz="sm" w="auto" aria-label={title}>
        <Table.Tbody>
          {rows.map(({ id, name, good, total }) => (
            <Table.Tr key={id}>
              <Table.Td pr={16}>{name}</Table.Td>
              <Table.Td>{text('practice.result', { good, total })}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
