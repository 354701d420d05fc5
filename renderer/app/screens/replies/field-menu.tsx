// Chooses a field to put into a template: customer, order, shop, facts, and what is asked while writing.
import { Button, Menu, ScrollArea, TextInput } from '@mantine/core';
import IconBraces from '@tabler/icons-react/dist/esm/icons/IconBraces.mjs';
import { useState } from 'react';
import type { FactRow } from '../../../database/rows.ts';
import { foldText } from '../../../../shared/language/fold.ts';
import { templateFields } from '../../../../shared/language/template-fields.ts';
import { useText } from '../../text/use-text.ts';

const groups = ['customer', 'order', 'shop', 'fact', 'ask'] as const;

export function FieldMenu(props: {
  facts: readonly FactRow[];
  nameOf: (name: string) => string;
  onChoose: (name: string) => void;
}) {
  const { facts, nameOf, onChoose } = props;
  const text = useText();
  const [typed, setTyped] = useState('');
  const words = foldText(typed).split(/\s+/).filter(Boolean);
  const offered = [
    ...templateFields.map(({ name, group }) => ({ name, group })),
    ...facts.map(({ key }) => ({ name: `fact.${key}`, group: 'fact' as const })),
  ].filter(({ name }) => words.every((word) => foldText(`${nameOf(name)} ${name}`).includes(word)));
  return (
    <Menu width={290} position="bottom-start" withinPortal onClose={() => setTyped('')} trapFocus>
      <Menu.Target>
        <Button size="compact-xs" variant="default" leftSection={<IconBraces size={14} />}>
          {text('replies.insertField')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <TextInput
          size="xs"
          m={4}
          data-autofocus
          aria-label={text('replies.findField')}
          placeholder={text('replies.findField')}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
        <ScrollArea.Autosize mah={300} viewportProps={{ tabIndex: 0 }}>
          {groups.map((group) => {
            const members = offered.filter((field) => field.group === group);
            if (members.length === 0) return null;
            return [
              <Menu.Label key={group}>{text(`replies.fields.${group}`)}</Menu.Label>,
              ...members.map(({ name }) => (
                <Menu.Item
                  key={name}
                  fz="xs"
                  onClick={() => {
                    onChoose(name);
                  }}
                >
                  {nameOf(name)}
                </Menu.Item>
              )),
            ];
          })}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
}
