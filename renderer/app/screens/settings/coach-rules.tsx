// Every rule that comes with the coach, by language, with why, examples and a better wording; each can be quietened for the shop.
import { Badge, Checkbox, Group, SegmentedControl, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { builtInRules, categoryLabels, slotLabel } from '../../../../shared/language/coach/rule-book.ts';
import type { CoachRule } from '../../../../shared/language/coach/rule-format.ts';
import { foldText } from '../../../../shared/language/fold.ts';
import type { Language } from '../../../../shared/model/ids.ts';
import { useText } from '../../text/use-text.ts';
import classes from './settings.module.css';

const languages: readonly { value: Language; label: string }[] = [
  { value: 'tr', label: 'Türkçe' },
  { value: 'el', label: 'Ελληνικά' },
  { value: 'en', label: 'English' },
];
/** These only become hints: courtesy cannot be switched off. */
const courtesy = new Set(['shouting', 'blame']);

export function CoachRules({ muted, onChange }: { muted: readonly string[]; onChange: (muted: string[]) => void }) {
  const text = useText();
  const [language, setLanguage] = useState<Language>(text.language);
  const [query, setQuery] = useState('');
  const [isMutedOnly, setMutedOnly] = useState(false);
  const asked = useDeferredValue(query);
  const mutedIds = useMemo(() => new Set(muted), [muted]);
  const shown = useMemo(() => {
    const words = foldText(asked).split(/\s+/).filter(Boolean);
    return builtInRules.filter(
      (rule) =>
        rule.lang === language &&
        (!isMutedOnly || mutedIds.has(rule.id)) &&
        words.every((word) => searchText(rule).includes(word)),
    );
  }, [asked, language, isMutedOnly, mutedIds]);
  return (
    <Stack gap="xs" component="section" aria-label={text('settings.coach.rules')}>
      <Group justify="space-between">
        <Text size="sm" fw={650}>
          {text('settings.coach.rules')}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={text('settings.coach.own.language')}
          value={language}
          data={languages.map(({ value, label }) => ({ value, label }))}
          onChange={(value) => {
            setLanguage(value);
          }}
        />
      </Group>
      <Group gap="sm">
        <TextInput
          flex={1}
          size="xs"
          type="search"
          placeholder={text('settings.coach.rules.search')}
          aria-label={text('settings.coach.rules.search')}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
          }}
        />
        <Checkbox
          size="xs"
          label={text('settings.coach.rules.onlyMuted')}
          checked={isMutedOnly}
          onChange={(event) => {
            setMutedOnly(event.currentTarget.checked);
          }}
        />
        <Text size="xs" c="dimmed" role="status">
          {text('settings.coach.rules.count', { count: shown.length })}
        </Text>
      </Group>
      <div className={classes['rules']} tabIndex={0} role="group" aria-label={text('settings.coach.rules')}>
        {shown.length === 0 && (
          <Text size="sm" c="dimmed" p="sm">
            {text('settings.coach.rules.none')}
          </Text>
        )}
        {shown.map((rule) => (
          <RuleLine
            key={rule.id}
            rule={rule}
            isMuted={mutedIds.has(rule.id)}
            onMute={(isMuted) => {
              onChange(isMuted ? [...muted, rule.id] : muted.filter((id) => id !== rule.id));
            }}
          />
        ))}
      </div>
    </Stack>
  );
}

/** Blanks by what they ask for. */
const withLabels = (words: string, language: Language): string =>
  words.replace(/\{\{?\s*([^{}]+?)\s*\}\}?/g, (_whole, slot: string) => `[${slotLabel(slot)[language]}]`);

const searchText = (rule: CoachRule): string =>
  foldText([rule.explanation, ...rule.examplesMatch, ...rule.suggestions].join(' '));

function RuleLine(props: { rule: CoachRule; isMuted: boolean; onMute: (isMuted: boolean) => void }) {
  const { rule, isMuted, onMute } = props;
  const text = useText();
  const [example = ''] = rule.examplesMatch;
  const [suggestion = ''] = rule.suggestions;
  return (
    <div className={classes['rule']} data-muted={isMuted || undefined}>
      <Switch
        size="xs"
        checked={!isMuted}
        aria-label={text('settings.coach.rules.on', { rule: example })}
        onChange={(event) => {
          onMute(!event.currentTarget.checked);
        }}
      />
      <div>
        <Group gap={6}>
          <Badge
            size="xs"
            variant="light"
            color={rule.severity === 'high' ? 'red' : rule.severity === 'medium' ? 'orange' : 'gray'}
            tt="none"
          >
            {categoryLabels[rule.category].label[text.language]}
          </Badge>
          <Text component="q" size="xs" fs="italic" lang={rule.lang}>
            {example}
          </Text>
        </Group>
        <Text size="xs" c="dimmed" lang={rule.lang}>
          {rule.explanation}
        </Text>
        <Text size="xs" lang={rule.lang}>
          {text('settings.coach.rules.instead', { words: withLabels(suggestion, rule.lang) })}
        </Text>
        {isMuted && courtesy.has(rule.category) && <Text size="xs">{text('settings.coach.rules.courtesy')}</Text>}
      </div>
    </div>
  );
}
