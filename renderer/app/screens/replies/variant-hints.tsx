// What a template's author should look at again: old facts, endings on fields, words of the shop's voice, and what the coach would improve.
import { Button, Group, Stack, Text } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconBulb from '@tabler/icons-react/dist/esm/icons/IconBulb.mjs';
import { useMemo, type ReactNode } from 'react';
import type { FactRow } from '../../../database/rows.ts';
import { wordHints } from '../../../../shared/language/apply-voice.ts';
import type { CoachHit } from '../../../../shared/language/coach/check-reply.ts';
import { fieldsIn, suffixWarnings } from '../../../../shared/language/fill-template.ts';
import { factKeyOf } from '../../../../shared/language/template-fields.ts';
import type { Language } from '../../../../shared/model/ids.ts';
import type { Voice } from '../../../../shared/model/shop.ts';
import { factState, needsCheck } from '../../../../shared/service/fact-state.ts';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { coachOf } from '../composer/load-coach.ts';
import classes from './replies.module.css';
import { todayAt } from './use-field-names.ts';

/** More would not be read; the next ones come when these are dealt with. */
const shownHits = 4;

export interface VariantHintsProps {
  body: string;
  language: Language;
  facts: readonly FactRow[];
  voice: Voice;
  now: number;
  nameOf: (name: string) => string;
  onChange: (body: string) => void;
  onOpenFacts: () => void;
}

export function VariantHints(props: VariantHintsProps) {
  const { body, language, facts, voice, now, nameOf, onChange, onOpenFacts } = props;
  const text = useText();
  const desk = useDesk();
  const settings = useCellPart(desk.app, (app) => app.settings);
  const hits = useMemo(
    () => (settings.coach.isOn ? coachOf(settings).check(body, { language, isLanguageSure: true }).hits : null),
    [body, language, settings],
  );
  const stale = staleFactsIn(body, facts, now);
  const unknown = fieldsIn(body).filter(({ name }) => {
    const key = factKeyOf(name);
    return key !== null && !facts.some((fact) => fact.key === key);
  });
  return (
    <Stack gap={6}>
      {stale.map((fact) => (
        <Hint key={fact.id} isWarning>
          {text('replies.hint.stale', { fact: fact.label, date: text.full(fact.checkedAt) })}{' '}
          <Button size="compact-xs" variant="subtle" onClick={onOpenFacts}>
            {text('replies.hint.openFacts')}
          </Button>
        </Hint>
      ))}
      {unknown.map(({ name }) => (
        <Hint key={name} isWarning>
          {text('replies.hint.unknownFact', { field: name })}
        </Hint>
      ))}
      {suffixWarnings(body).map((place) => (
        <Hint key={place.from} isWarning>
          {text('replies.hint.suffix', { field: nameOf(place.name) })}
        </Hint>
      ))}
      {wordHints(body, voice, language).map(({ from, to, found, use }) => (
        <Hint key={`${String(from)}-${found}`}>
          {text(use === '' ? 'replies.hint.wordAvoid' : 'replies.hint.word', { found, use })}{' '}
          {use !== '' && (
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => {
                onChange(body.slice(0, from) + use + body.slice(to));
              }}
            >
              {text('replies.hint.useIt')}
            </Button>
          )}
        </Hint>
      ))}
      {hits?.slice(0, shownHits).map((hit) => (
        <CoachHint key={`${hit.ruleId}-${String(hit.start)}`} hit={hit} body={body} onChange={onChange} />
      ))}
      {body.trim() !== '' && hits?.length === 0 && (
        <Text size="xs" c="dimmed">
          {text('replies.improve.none')}
        </Text>
      )}
    </Stack>
  );
}

/** Facts that a template names and that have to be looked at first. */
export function staleFactsIn(body: string, facts: readonly FactRow[], now: number): FactRow[] {
  const keys = new Set(fieldsIn(body).map(({ name }) => factKeyOf(name)));
  const today = todayAt(now);
  return facts.filter((fact) => keys.has(fact.key) && needsCheck(factState(fact, now, today)));
}

function CoachHint({ hit, body, onChange }: { hit: CoachHit; body: string; onChange: (body: string) => void }) {
  const text = useText();
  const [rewrite] = hit.rewrites;
  return (
    <Hint>
      <b>{body.slice(hit.start, hit.end)}</b> · {hit.explanation[text.language]}
      {rewrite && (
        <Group gap={6} mt={4} wrap="nowrap" align="flex-start">
          <Text size="xs" style={{ flex: 1 }}>
            → {rewrite.text.trim()}
          </Text>
          <Button
            size="compact-xs"
            variant="light"
            onClick={() => {
              onChange(body.slice(0, rewrite.start) + rewrite.text + body.slice(rewrite.end));
            }}
          >
            {text('replies.hint.useIt')}
          </Button>
        </Group>
      )}
    </Hint>
  );
}

function Hint({ isWarning = false, children }: { isWarning?: boolean; children: ReactNode }) {
  const Icon = isWarning ? IconAlertTriangle : IconBulb;
  return (
    <div className={classes['hint']} role={isWarning ? 'alert' : 'note'}>
      <Icon size={14} aria-hidden="true" />
      <div>{children}</div>
    </div>
  );
}
