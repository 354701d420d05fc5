// The heading of a section of the customer panel.
import { Text } from '@mantine/core';

export function SectionTitle({ children }: { children: string }) {
  return (
    <Text component="h2" size="xs" fw={650} c="dimmed" mb={6}>
      {children}
    </Text>
  );
}
