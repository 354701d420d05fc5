// The commands of `npm run coach`: score labelled sentences, explain a text.
import { LaunchError } from '../../electron/launch/say.mjs';
import { checkReply, type CoachHit } from '../../shared/language/coach/check-reply.ts';
import { guessLanguage } from '../../shared/language/guess-language.ts';
import {
  isFlagged,
  isFlaggedGravely,
  judge,
  languages,
  qualityByLanguage,
  readLabelled,
  type Judged,
} from './labelled.ts';

const usage = `npm run coach -- score FILE.jsonl… [--json]   how well the coach finds the negative sentences
npm run coach -- explain "text"               every hit with its place, rule and rewrites`;

/** Runs a command line and answers with the exit code. @throws LaunchError for one that makes no sense */
export function coach(args: readonly string[]): number {
  const [command, ...rest] = args;
  const isJson = rest.includes('--json');
  const values = rest.filter((arg) => arg !== '--json');
  const stranger = values.find((value) => value.startsWith('--'));
  if (stranger !== undefined) throw new LaunchError(`There is no option ${stranger}.\n${usage}`);
  if (command === 'score' && values.length > 0) score(values, isJson);
  else if (command === 'explain' && values.length > 0) explain(values.join(' '), isJson);
  else throw new LaunchError(usage);
  return 0;
}

function score(files: readonly string[], isJson: boolean): void {
  const judged = files.flatMap(readLabelled).map(judge);
  const quality = qualityByLanguage(judged);
  if (isJson) {
    process.stdout.write(`${JSON.stringify(quality)}\n`);
    return;
  }
  console.log('language  sentences  negative  precision  recall     F1  high+medium: precision  recall');
  for (const language of languages) {
    const own = judged.filter(({ lang }) => lang === language);
    if (own.length === 0) continue;
    const { precision, recall, f1, precisionHighMedium, recallHighMedium } = quality[language];
    const counts = [own.length, own.filter(({ negative }) => negative).length];
    const cells = [
      language.padEnd(8),
      ...counts.map((count, index) => String(count).padStart([9, 8][index] ?? 0)),
      ...[precision, recall, f1, precisionHighMedium, recallHighMedium].map((value, index) =>
        value.toFixed(3).padStart([9, 6, 5, 22, 6][index] ?? 0),
      ),
    ];
    console.log(cells.join('  '));
  }
  tell(
    'Missed',
    judged.filter((each) => each.negative && !isFlagged(each)),
  );
  tell(
    'Only a low rule',
    judged.filter((each) => each.negative && isFlagged(each) && !isFlaggedGravely(each)),
  );
  tell(
    'Wrongly flagged',
    judged.filter((each) => !each.negative && isFlagged(each)),
  );
}

function tell(title: string, sentences: readonly Judged[]): void {
  if (sentences.length === 0) return;
  console.log(`\n${title} (${sentences.length})`);
  for (const { lang, category, text, hits } of sentences) {
    const rules = [...new Set(hits.map(({ ruleId, severity }) => `${ruleId} ${severity}`))].join(', ');
    console.log(`  ${lang} ${(category ?? '').padEnd(22)} ${text}${rules === '' ? '' : `  [${rules}]`}`);
  }
}

function explain(text: string, isJson: boolean): void {
  const report = checkReply(text, { language: guessLanguage(text) ?? 'en' });
  if (isJson) {
    process.stdout.write(`${JSON.stringify(report)}\n`);
    return;
  }
  for (const hit of report.allHits) explainHit(text, hit, report.hits.includes(hit));
  if (report.allHits.length === 0) console.log('No hits.');
  console.log(`Signals: ${[...new Set(report.signals.map(({ signal }) => signal))].join(', ') || 'none'}`);
  console.log(`Score: ${report.score} of 100`);
  for (const reason of report.reasons) {
    const what = reason.kind === 'hit' ? reason.ruleId : reason.item;
    console.log(`  ${String(reason.points).padStart(4)}  ${reason.kind} ${what}`);
  }
}

function explainHit(text: string, hit: CoachHit, isShown: boolean): void {
  const { start, end, ruleId, category, severity, language, explanation, rewrites } = hit;
  console.log(
    `${start}–${end} “${text.slice(start, end)}”  ${ruleId}, ${category}, ${severity}${isShown ? '' : ' (covered)'}`,
  );
  console.log(`  ${explanation[language]}`);
  for (const rewrite of rewrites) console.log(`  → ${rewrite.text.trim()}`);
}
