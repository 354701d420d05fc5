// The shop's own rules: words to catch, what to say instead, and examples that are tried on the spot.
import { ActionIcon, Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { useState } from 'react';
import { ownRuleSchema, type OwnRule } from '../../../../shared/language/coach/own-rule.ts';
import { tryOwnRule } from '../../../../shared/language/coach/own-rules.ts';
import { useText, type Text as Texts } from '../../text/use-text.ts';
import { useSettingsEdit, type RuleDraft } from './settings-edits.ts';
import classes from './settings.module.css';

export function OwnRules({ rules, onChange }: { rules: readonly OwnRule[]; onChange: (rules: OwnRule[]) => void }) {
  const text = useText();
  const [isBegun, setBegun] = useState(false);
  const [draft, setDraft] = useSettingsEdit('rule');
  const isOpen = isBegun || draft !== undefined;
  const leave = (): void => {
    setBegun(false);
    setDraft(undefined);
  };
  return (
    <Stack gap="xs" component="section" aria-label={text('settings.coach.own')}>
      <Group justify="space-between">
        <Text size="sm" fw={650}>
          {text('settings.coach.own')}
        </Text>
        {!isOpen && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => {
              setBegun(true);
            }}
          >
            {text('settings.coach.own.add')}
          </Button>
        )}
      </Group>
      {rules.map((rule) => (
        <Group key={rule.id} justify="space-between" wrap="nowrap" className={classes['rule'] ?? ''}>
          <div>
            <Text size="xs" fw={550} lang={rule.lang}>
              {rule.match.join(' · ')}
            </Text>
            <Text size="xs" c="dimmed" lang={rule.lang}>
              {text('settings.coach.rules.instead', { words: rule.suggestions[0] ?? '' })}
            </Text>
          </div>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={text('settings.coach.own.remove', { rule: rule.match[0] ?? '' })}
            onClick={() => {
              onChange(rules.filter(({ id }) => id !== rule.id));
            }}
          >
            <IconTrash size={15} />
          </ActionIcon>
        </Group>
      ))}
      {isOpen && (
        <RuleForm
          draft={draft ?? { lang: text.language, words: '', instead: '', why: '', match: '', noMatch: '' }}
          onChange={setDraft}
          onSave={(rule) => {
            onChange([...rules, rule]);
            leave();
          }}
          onCancel={leave}
        />
      )}
    </Stack>
  );
}

function RuleForm(props: {
  draft: RuleDraft;
  onChange: (draft: RuleDraft) => void;
  onSave: (rule: OwnRule) => void;
  onCancel: () => void;
}) {
  const { draft: form, onChange: setForm, onSave, onCancel } = props;
  const text = useText();
  const [id] = useState(() => `own-${crypto.randomUUID()}`);
  const rule = ruleOf(id, form);
  // Tried as soon as there is something to try, whether or not it is said yet what to say instead.
  const tried = rule ?? ruleOf(id, { ...form, instead: '…' });
  const trial = tried && tryOwnRule(tried);
  const isGood =
    rule !== undefined && trial?.kind === 'tried' && trial.missed.length === 0 && trial.wronglyHit.length === 0;
  const field = (name: Exclude<keyof RuleDraft, 'lang'>) => ({
    size: 'xs' as const,
    value: form[name],
    lang: form.lang,
    onChange: (event: { currentTarget: { value: string } }) => {
      setForm({ ...form, [name]: event.currentTarget.value });
    },
  });
  return (
    <form
      className={classes['ruleForm']}
      onSubmit={(event) => {
        event.preventDefault();
        if (rule && isGood) onSave(rule);
      }}
    >
      <Stack gap="xs">
        <Select
          size="xs"
          w={160}
          label={text('settings.coach.own.language')}
          allowDeselect={false}
          value={form.lang}
          data={[
            { value: 'tr', label: 'Türkçe' },
            { value: 'el', label: 'Ελληνικά' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(value) => {
            if (value) setForm({ ...form, lang: value });
          }}
        />
        <Textarea
          {...field('words')}
          label={text('settings.coach.own.words')}
          description={text('settings.coach.own.words.hint')}
          autosize
          minRows={2}
          required
        />
        <TextInput {...field('instead')} label={text('settings.coach.own.instead')} required />
        <TextInput {...field('why')} label={text('settings.coach.own.why')} />
        <TextInput {...field('match')} label={text('settings.coach.own.match')} required />
        <TextInput {...field('noMatch')} label={text('settings.coach.own.noMatch')} />
        <Group justify="space-between">
          <Text size="xs" role="status" c={isGood ? 'teal' : 'dimmed'}>
            {trial ? trialText(trial, rule !== undefined, text) : ''}
          </Text>
          <Group gap={6}>
            <Button size="xs" variant="default" onClick={onCancel}>
              {text('note.cancel')}
            </Button>
            <Button size="xs" type="submit" disabled={!isGood}>
              {text('settings.coach.own.save')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

const lines = (words: string): string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The coach reads words: the quotation marks around a phrase and the stop behind it are not of it. */
const withoutMarks = (line: string): string => line.replace(/^["“„«‘]+|(?<=[\p{L}\p{N}*])[.,!?;:…"”»’]+$/gu, '');

/** Undefined while something that it needs is missing. */
function ruleOf(id: string, form: RuleDraft): OwnRule | undefined {
  const parsed = ownRuleSchema.safeParse({
    id,
    lang: form.lang,
    category: 'jargon',
    severity: 'medium',
    match: lines(form.words).map(withoutMarks).filter(Boolean),
    unless: [],
    examplesMatch: lines(form.match),
    examplesNoMatch: lines(form.noMatch),
    suggestions: lines(form.instead),
    explanation: form.why,
  });
  return parsed.success ? parsed.data : undefined;
}

function trialText(trial: ReturnType<typeof tryOwnRule>, isComplete: boolean, text: Texts): string {
  if (trial.kind === 'unreadable') return text('settings.coach.own.unreadable', { words: trial.pattern });
  if (trial.missed.length > 0) return text('settings.coach.own.missed', { words: trial.missed.join(' · ') });
  if (trial.wronglyHit.length > 0) return text('settings.coach.own.wrong', { words: trial.wronglyHit.join(' · ') });
  return text(isComplete ? 'settings.coach.own.good' : 'settings.coach.own.goodSoFar');
}
