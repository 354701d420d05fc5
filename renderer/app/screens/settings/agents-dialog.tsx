// Who is answering now: one of the people on this computer, chosen by mouse or arrows.
import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { currentAgent } from '../../../../shared/model/shop.ts';
import { changeSettings } from '../../actions/change-settings.ts';
import { attempt } from '../../actions/notices.tsx';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';

export function AgentsDialog({ onClose }: { onClose: () => void }) {
  const text = useText();
  const desk = useDesk();
  const agents = useCellPart(desk.app, ({ settings }) => settings.agents);
  const current = useCellPart(desk.app, ({ settings }) => currentAgent(settings).id);
  const [chosen, setChosen] = useState(current);
  const save = async (): Promise<void> => {
    if (await attempt(changeSettings(desk, { agentId: chosen }))) onClose();
  };
  return (
    <Modal
      opened
      size={420}
      onClose={onClose}
      title={text('agents.title')}
      closeButtonProps={{ 'aria-label': text('dialog.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Text size="xs" c="dimmed" mb={10}>
          {text('agents.hint')}
        </Text>
        <Radio.Group value={chosen} onChange={setChosen} aria-label={text('agents.title')}>
          <Stack gap={8}>
            {agents.map((agent) => (
              <Radio
                key={agent.id}
                value={agent.id}
                data-autofocus={agent.id === current || undefined}
                label={agent.name === '' ? text('agents.unnamed') : agent.name}
                description={agent.role}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Group justify="space-between" mt={18}>
          <Button
            variant="subtle"
            onClick={() => {
              desk.overlay.set({ kind: 'settings', tab: 'shop', section: 'people' });
            }}
          >
            {text('agents.manage')}
          </Button>
          <Button type="submit">{text('agents.switch')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
