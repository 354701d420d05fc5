// What replies say of the shop and of the person who answers.
import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { currentAgent } from '../../../../shared/model/shop.ts';
import { changeSettings } from '../../actions/change-settings.ts';
import { attempt } from '../../actions/notices.tsx';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';

export function ShopSettings() {
  const desk = useDesk();
  const text = useText();
  const kept = useCellPart(desk.app, (app) => app.settings);
  const [shop, setShop] = useState(kept.shop);
  const [agent, setAgent] = useState(currentAgent(kept));
  const isChanged = JSON.stringify([shop, agent]) !== JSON.stringify([kept.shop, currentAgent(kept)]);
  const save = async (): Promise<void> => {
    if (await attempt(changeSettings(desk, { shop, agents: kept.agents.map((each) => (each.id === agent.id ? agent : each)) }))) {
      notifications.show({ message: text('settings.saved'), color: 'teal' });
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="sm">
        <Text size="xs" c="dimmed">
          {text('settings.shop.hint')}
        </Text>
        <TextInput
          label={text('settings.shop.name')}
          maxLength={200}
          value={shop.name}
          onChange={(event) => {
            setShop({ ...shop, name: event.currentTarget.value });
          }}
        />
        <Group grow>
          <TextInput
            label={text('settings.shop.website')}
            maxLength={300}
            spellCheck={false}
            value={shop.website}
            onChange={(event) => {
              setShop({ ...shop, website: event.currentTarget.value });
            }}
          />
          <TextInput
            type="tel"
            label={text('settings.shop.phone')}
            maxLength={60}
            value={shop.phone}
            onChange={(event) => {
              setShop({ ...shop, phone: event.currentTarget.value });
            }}
          />
        </Group>
        <TextInput
          label={text('settings.agent.name')}
          description={text('settings.agent.name.hint')}
          maxLength={200}
          value={agent.name}
          onChange={(event) => {
            setAgent({ ...agent, name: event.currentTarget.value });
          }}
        />
        <Textarea
          label={text('settings.agent.signature')}
          description={text('settings.agent.signature.hint')}
          maxLength={5000}
          autosize
          minRows={3}
          maxRows={8}
          value={agent.signature}
          onChange={(event) => {
            setAgent({ ...agent, signature: event.currentTarget.value });
          }}
        />
        <Group justify="flex-end">
          <Button type="submit" disabled={!isChanged}>
            {text('dialog.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
