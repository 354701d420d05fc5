// One spelling of a subject, by which a reply that names no message finds what it answers.
import { foldText } from '../../../shared/language/fold.ts';
import { baseSubject } from '../../../shared/mail/subject.ts';

/** Longer ones differ in noise only. */
const subjectLength = 200;

/** '' when nothing is left to compare. */
export function subjectKey(subject: string): string {
  return foldText(baseSubject(subject)).trim().slice(0, subjectLength);
}
