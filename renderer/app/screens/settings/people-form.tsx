// The people who answer on this computer: names, roles and signatures, and who is answering now.
import { ActionIcon, Button, Group, Paper, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { currentAgent, firstAgent, type Agent } from '../../../../shared/model/shop.ts';
import { changeSettings } from '../../actions/change-settings.ts';
import { attempt } from '../../actions/notices.tsx';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { FormShell } from './form-shell.tsx';
import { useSettingsForm } from './use-settings-form.ts';

const mostAgents = 50;

export function PeopleForm() {
  const desk = useDesk();
  const text = useText();
  const form = useSettingsForm('agents');
  const { value: agents, set } = form;
  const currentId = useCellPart(desk.app, ({ settings }) => currentAgent(settings).id);
  const put = (id: string, part: Partial<Agent>): void => {
    set(agents.map((agent) => (agent.id === id ? { ...agent, ...part } : agent)));
  };
  return (
    <FormShell
      form={form}
      beside={
        <Button
          size="xs"
          variant="subtle"
          disabled={agents.length >= mostAgents}
          leftSection={<IconPlus size={14} />}
          onClick={() => {
            set([...agents, { ...firstAgent, id: `agent-${crypto.randomUUID().slice(0, 8)}` }]);
          }}
        >
          {text('agents.add')}
        </Button>
      }
    >
      <Text size="xs" c="dimmed">
        {text('agents.people.hint')}
      </Text>
      <Radio.Group
        value={currentId}
        aria-label={text('agents.title')}
        onChange={(agentId) => {
          // with the people as they stand here: one who was just added is not known to the settings yet
          void attempt(changeSettings(desk, { agents, agentId }).then(form.discard));
        }}
      >
        <Stack gap="sm">
          {agents.map((agent) => (
            <Paper key={agent.id} withBorder p="sm">
              <Group justify="space-between" mb={6}>
                <Radio
                  size="xs"
                  value={agent.id}
                  label={text('agents.isNow')}
                  aria-label={text('agents.isNowName', {
                    name: agent.name === '' ? text('agents.unnamed') : agent.name,
                  })}
                />
                <ActionIcon
                  size={26}
                  variant="subtle"
                  color="gray"
                  disabled={agents.length === 1 || agent.id === currentId}
                  aria-label={text('agents.remove', { name: agent.name })}
                  title={text('agents.remove', { name: agent.name })}
                  onClick={() => {
                    set(agents.filter(({ id }) => id !== agent.id));
                  }}
                >
                  <IconTrash size={15} />
                </ActionIcon>
              </Group>
              <Group grow align="flex-start">
                <TextInput
                  size="xs"
                  label={text('settings.agent.name')}
                  maxLength={200}
                  value={agent.name}
                  onChange={(event) => {
                    put(agent.id, { name: event.currentTarget.value });
                  }}
                />
                <TextInput
                  size="xs"
                  label={text('agents.role')}
                  maxLength={200}
                  value={agent.role}
                  onChange={(event) => {
                    put(agent.id, { role: event.currentTarget.value });
                  }}
                />
              </Group>
              <Textarea
                size="xs"
                mt={6}
                label={text('settings.agent.signature')}
                description={text('settings.agent.signature.hint')}
                maxLength={5000}
                autosize
                minRows={1}
                maxRows={6}
                value={agent.signature}
                onChange={(event) => {
                  put(agent.id, { signature: event.currentTarget.value });
                }}
              />
            </Paper>
          ))}
        </Stack>
      </Radio.Group>
    </FormShell>
  );
}
