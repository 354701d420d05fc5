// The coach's page: on or off, formality, every rule with its examples, and the shop's own rules.
import { Button, Group, SegmentedControl, Stack, Switch, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { CoachPreferences } from '../../../../shared/model/settings.ts';
import { changeSettings } from '../../actions/change-settings.ts';
import { attempt } from '../../actions/notices.tsx';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { WeeksButton } from '../practice/weeks-button.tsx';
import { SettingLine } from './setting-line.tsx';

// the rules of three languages come with it
const CoachRules = lazy(async () => ({ default: (await import('./coach-rules.tsx')).CoachRules }));
const OwnRules = lazy(async () => ({ default: (await import('./own-rules.tsx')).OwnRules }));

const spoken = ['tr', 'el'] as const;

export function CoachSettings() {
  const desk = useDesk();
  const text = useText();
  const coach = useCellPart(desk.app, (app) => app.settings.coach);
  const voice = useCellPart(desk.app, (app) => app.settings.voice);
  const change = (patch: Partial<CoachPreferences>): void => {
    void attempt(changeSettings(desk, { coach: { ...coach, ...patch } }));
  };
  return (
    <Stack gap="md">
      <SettingLine id="coach-on" title={text('settings.coach.isOn')} hint={text('settings.coach.isOn.hint')}>
        <Switch
          id="coach-on"
          checked={coach.isOn}
          onChange={(event) => {
            change({ isOn: event.currentTarget.checked });
          }}
        />
      </SettingLine>
      <Group gap="xs">
        <Button
          size="xs"
          variant="light"
          onClick={() => {
            desk.overlay.set({ kind: 'practice' });
          }}
        >
          {text('action.practice')}
        </Button>
        <WeeksButton />
      </Group>
      {spoken.map((language) => (
        <SettingLine key={language} id={`formality-${language}`} title={text(`settings.coach.formality.${language}`)}>
          <SegmentedControl
            id={`formality-${language}`}
            size="xs"
            aria-label={text(`settings.coach.formality.${language}`)}
            value={voice.formality[language]}
            data={(['formal', 'informal'] as const).map((value) => ({
              value,
              label: text(`settings.coach.formality.${value}.${language}`),
            }))}
            onChange={(value) => {
              const formality = { ...voice.formality, [language]: value };
              void attempt(changeSettings(desk, { voice: { ...voice, formality } }));
            }}
          />
        </SettingLine>
      ))}
      <Suspense fallback={<Text size="sm">…</Text>}>
        <OwnRules
          rules={coach.ownRules}
          onChange={(ownRules) => {
            change({ ownRules });
          }}
        />
        <CoachRules
          muted={coach.mutedRules}
          onChange={(mutedRules) => {
            change({ mutedRules });
          }}
        />
      </Suspense>
    </Stack>
  );
}
