// Two minutes of practice: a cold sentence at a time, said again in the person's own words, checked by the coach.
import { Badge, Button, Group, Kbd, Modal, Progress, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { createCoach, type Coach } from '../../../../shared/language/coach/check-reply.ts';
import {
  judgeRewrite,
  practiceRule,
  practiceSentences,
  ruleSentences,
  type PracticeSentence,
  type Verdict,
} from '../../../../shared/language/coach/practice.ts';
import { categoryLabels } from '../../../../shared/language/coach/rule-book.ts';
import type { Language } from '../../../../shared/model/ids.ts';
import { currentAgent } from '../../../../shared/model/shop.ts';
import { practiceWeek, randomOf, withResult } from '../../../../shared/service/practice-week.ts';
import { shownKeys } from '../../actions/hotkeys.ts';
import { changeSettings } from '../../actions/change-settings.ts';
import { attempt, noticeError } from '../../actions/notices.tsx';
import { readSentTexts } from '../../reads/sent-texts.ts';
import { useDesk } from '../../state/desk.ts';
import { useReadOnly } from '../../state/read-only.ts';
import { useText, type Text as Texts } from '../../text/use-text.ts';
import { useNow } from '../../ui/use-now.ts';
import { wholeCoachOf } from '../composer/load-coach.ts';
import { RewriteWords } from '../composer/rewrite-words.tsx';
import classes from './practice.module.css';
import { WeekResults } from './week-results.tsx';
import { WeeksButton } from './weeks-button.tsx';

interface Exercise {
  coach: Coach;
  sentences: PracticeSentence[];
}

/** @param props.ruleId to practise with this rule alone */
export function PracticeDialog(props: { ruleId: string | undefined; onClose: () => void }) {
  const { ruleId, onClose } = props;
  const text = useText();
  const desk = useDesk();
  const [rule] = useState(() => practiceRule(ruleId ?? '', desk.app.get().settings.coach.ownRules));
  const [language, setLanguage] = useState<Language>(rule?.lang ?? text.language);
  const [run, setRun] = useState(0);
  const isWeekly = run === 0 && !rule;
  const now = useNow();
  // of the moment it was opened: a week that begins meanwhile takes nothing out of the person's hands
  const [week] = useState(() => practiceWeek(now, desk.app.get().settings.businessHours.timeZone));
  const isReadOnly = useReadOnly();
  const [exercise, setExercise] = useState<Exercise | null>(null);
  useEffect(() => {
    let isStale = false;
    const random = isWeekly ? randomOf(`${week}/${language}`) : Math.random;
    const begin = async () => {
      const sent = await readSentTexts(language);
      if (isStale) return;
      const { settings } = desk.app.get();
      const { mutedRules, ownRules } = settings.coach;
      const coach = rule ? wholeCoachOf(settings) : createCoach({ formality: 'any', mutedRules, ownRules, names: [] });
      const sentences = rule
        ? ruleSentences(coach, sent, rule, random)
        : practiceSentences(coach, sent, language, random);
      setExercise({ coach, sentences });
    };
    setExercise(null);
    begin().catch(noticeError);
    return () => {
      isStale = true;
    };
  }, [desk, language, run, isWeekly, week, rule]);
  const keep = (good: number, total: number): void => {
    if (!isWeekly || isReadOnly) return;
    const { settings } = desk.app.get();
    const practice = withResult(settings.practice, { agentId: currentAgent(settings).id, week, good, total });
    void attempt(changeSettings(desk, { practice }));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={600}
      title={text('practice.title')}
      closeButtonProps={{ 'aria-label': text('dialog.close') }}
    >
      <Stack gap="md">
        <Group justify="space-between">
          <Text size="sm" c="dimmed" flex={1}>
            {text(isWeekly ? 'practice.weekly' : 'practice.intro')}
          </Text>
          {!rule && (
            <SegmentedControl
              size="xs"
              aria-label={text('settings.coach.own.language')}
              value={language}
              data={[
                { value: 'tr', label: 'TR' },
                { value: 'el', label: 'EL' },
                { value: 'en', label: 'EN' },
              ]}
              onChange={(value) => {
                setLanguage(value);
              }}
            />
          )}
        </Group>
        {exercise && (
          <Rounds
            key={`${language}/${String(run)}`}
            exercise={exercise}
            week={week}
            onEnd={keep}
            onAgain={() => {
              setRun(run + 1);
            }}
            onClose={onClose}
          />
        )}
      </Stack>
    </Modal>
  );
}

function Rounds(props: {
  exercise: Exercise;
  week: string;
  /** After the last sentence. */
  onEnd: (good: number, total: number) => void;
  onAgain: () => void;
  onClose: () => void;
}) {
  const { exercise, week, onEnd, onAgain, onClose } = props;
  const text = useText();
  const { coach, sentences } = exercise;
  const [index, setIndex] = useState(0);
  const [goodCount, setGoodCount] = useState(0);
  const [words, setWords] = useState('');
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, [index]);
  const sentence = sentences[index];
  if (!sentence) {
    return (
      <Stack gap="sm" align="flex-start">
        <Text fw={600} role="status">
          {text('practice.result', { good: goodCount, total: sentences.length })}
        </Text>
        <Text size="sm">{text(goodCount === sentences.length ? 'practice.result.all' : 'practice.result.some')}</Text>
        <WeekResults week={week} title={text('practice.week')} />
        <Group gap={8}>
          <Button size="xs" onClick={onAgain} autoFocus>
            {text('practice.again')}
          </Button>
          <Button size="xs" variant="default" onClick={onClose}>
            {text('practice.done')}
          </Button>
          <WeeksButton />
        </Group>
      </Stack>
    );
  }
  const next = () => {
    if (index + 1 === sentences.length) onEnd(goodCount, sentences.length);
    setIndex(index + 1);
    setWords('');
    setVerdict(null);
  };
  const check = () => {
    if (verdict?.kind === 'good') {
      next();
      return;
    }
    const judged = judgeRewrite(coach, sentence, words);
    setVerdict(judged);
    if (judged.kind === 'good') setGoodCount(goodCount + 1);
  };
  const [example] = sentence.hit.rewrites;
  return (
    <Stack
      gap="sm"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          check();
        }
      }}
    >
      <Progress
        size="sm"
        value={(index / sentences.length) * 100}
        aria-label={text('practice.progress', { number: index + 1, total: sentences.length })}
      />
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {text('practice.progress', { number: index + 1, total: sentences.length })}
        </Text>
        <Text size="xs" c="dimmed">
          {text(sentence.source === 'sent' ? 'practice.fromSent' : 'practice.fromExamples')}
        </Text>
      </Group>
      <blockquote className={classes['cold']} lang={sentence.language}>
        {sentence.text.slice(0, sentence.hit.start)}
        <mark>{sentence.text.slice(sentence.hit.start, sentence.hit.end)}</mark>
        {sentence.text.slice(sentence.hit.end)}
      </blockquote>
      <Group gap={8} wrap="nowrap" align="flex-start">
        <Badge size="sm" variant="light" color="orange" tt="none" flex="none">
          {categoryLabels[sentence.hit.category].label[text.language]}
        </Badge>
        <Text size="xs">{sentence.hit.explanation[text.language]}</Text>
      </Group>
      <Textarea
        ref={field}
        autosize
        minRows={2}
        lang={sentence.language}
        label={text('practice.yours')}
        value={words}
        maxLength={1000}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          if (verdict?.kind !== 'good') setVerdict(null);
        }}
      />
      <div role="status" className={classes['verdict']} data-good={verdict?.kind === 'good' || undefined}>
        {verdict && <Text size="sm">{verdictText(verdict, text)}</Text>}
        {verdict && verdict.kind !== 'good' && example && (
          <Text size="xs" c="dimmed" lang={sentence.language}>
            {text('practice.example')} <RewriteWords rewrite={example} language={sentence.language} />
          </Text>
        )}
      </div>
      <Group justify="flex-end" gap={8}>
        {verdict?.kind !== 'good' && (
          <Button size="xs" variant="default" onClick={next}>
            {text('practice.skip')}
          </Button>
        )}
        <Button size="xs" onClick={check} rightSection={<Kbd size="xs">{shownKeys('Mod+Enter').join(' ')}</Kbd>}>
          {text(verdict?.kind === 'good' ? 'practice.next' : 'practice.check')}
        </Button>
      </Group>
    </Stack>
  );
}

function verdictText(verdict: Verdict, text: Texts): string {
  switch (verdict.kind) {
    case 'good':
      return text('practice.good');
    case 'unchanged':
      return text('practice.unchanged');
    case 'lost-facts':
      return text('practice.lostFacts', { facts: verdict.facts.join(', ') });
    case 'still-cold':
      return text('practice.stillCold', { why: verdict.hit.explanation[text.language] });
  }
}
