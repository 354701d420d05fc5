// What a backup says of itself, on two lines.
import { Text } from '@mantine/core';
import type { BackupOffer } from '../../../../shared/model/backup.ts';
import { sizeText } from '../../text/size.ts';
import { useText } from '../../text/use-text.ts';

export function BackupFacts({ offer }: { offer: BackupOffer }) {
  const text = useText();
  const facts = [
    text.full(offer.madeAt),
    text('backup.accounts', { count: offer.accounts }),
    text('backup.records', { count: offer.records }),
    sizeText(offer.sizeBytes, text.locale),
  ];
  return (
    <div>
      <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
        {offer.fileName}
      </Text>
      <Text size="xs" c="dimmed">
        {facts.join(' · ')}
      </Text>
    </div>
  );
}
