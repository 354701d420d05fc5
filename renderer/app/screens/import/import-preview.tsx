// What was found in files that are to be imported, or opened to be read.
import { Alert, Table, Text } from '@mantine/core';
import type { ImportPreview } from '../../../../shared/model/archive.ts';
import { useText } from '../../text/use-text.ts';

export const isEmpty = ({ messages, orders, records }: ImportPreview): boolean => messages + orders + records === 0;

export function ImportPreviewTable({ preview }: { preview: ImportPreview }) {
  const text = useText();
  const day = new Intl.DateTimeFormat(text.locale, { dateStyle: 'medium' });
  const { firstAt, lastAt } = preview;
  const facts = [
    firstAt !== null && lastAt !== null ? day.formatRange(firstAt, lastAt) : '',
    preview.attachments > 0 ? text('export.result.attachments', { count: preview.attachments }) : '',
    preview.customers > 0 ? text('mailImport.customers', { count: preview.customers }) : '',
    preview.orders > 0 ? text('customer.orderCount', { count: preview.orders }) : '',
    preview.records > 0 ? text('mailImport.records', { count: preview.records }) : '',
    preview.duplicates > 0 ? text('mailImport.duplicates', { count: preview.duplicates }) : '',
  ];
  return (
    <div>
      <Text size="sm" fw={600}>
        {text('list.messages', { count: preview.messages })}
      </Text>
      <Text size="xs" c="dimmed">
        {facts.filter((fact) => fact !== '').join(' · ')}
      </Text>
      {preview.damaged > 0 && (
        <Alert color="orange" mt="xs" p="xs">
          {text('mailImport.damaged', { count: preview.damaged })}
        </Alert>
      )}
      {preview.samples.length > 0 && (
        <Table mt="sm" verticalSpacing={4} aria-label={text('mailImport.samples')}>
          <Table.Tbody>
            {preview.samples.map((sample, index) => (
              <Table.Tr key={`${sample.at}-${index}`}>
                <Table.Td>{sample.from}</Table.Td>
                <Table.Td>{sample.subject === '' ? text('conversation.noSubject') : sample.subject}</Table.Td>
                <Table.Td ta="end" style={{ whiteSpace: 'nowrap' }}>
                  {day.format(sample.at)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </div>
  );
}
