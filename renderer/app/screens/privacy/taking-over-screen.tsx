// After an erasure, or a start that cut it off: nothing else is to be seen until the new database holds every row.
import { Box } from '@mantine/core';
import IconDatabase from '@tabler/icons-react/dist/esm/icons/IconDatabase.mjs';
import { useText } from '../../text/use-text.ts';
import { CalmMessage } from '../../ui/calm-message.tsx';
import { CarryProgress } from './carry-progress.tsx';

export function TakingOverScreen() {
  const text = useText();
  return (
    <Box component="main" h="100vh">
      <CalmMessage
        icon={<IconDatabase size={32} stroke={1.5} />}
        title={text('erase.step.taking-over')}
        level={1}
        action={
          <Box w={360} mt="md">
            <CarryProgress />
          </Box>
        }
      >
        {text('erase.takingOver')}
      </CalmMessage>
    </Box>
  );
}
