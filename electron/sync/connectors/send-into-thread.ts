// Sends a plain reply where nothing on the other side refuses a second one: into a thread, or as the one answer to a question.
import { AppError, errorData } from '../../../shared/errors.ts';
import { isSameText } from '../../../shared/language/same-text.ts';
import type { OutboxItem, SendOutcome } from '../../../shared/model/outbox.ts';
import type { ConnectorDeps } from './connector.ts';
import { plainReplyOf, type PlainReply } from './plain-reply.ts';
import { sendOnce, stillAmbiguous } from './send-once.ts';

/** A try, as `Session.send` is given it. */
export interface Try {
  deps: Pick<ConnectorDeps, 'now'>;
  item: OutboxItem;
  beforeBytes: () => Promise<void>;
}

/** A message of the shop's own that stands in the thread. */
export interface StandingReply {
  text: string;
  /** Epoch ms. */
  at: number;
  fileCount: number;
}

export interface ThreadSteps<Ready> {
  /** The shop's own newest messages in the thread. */
  look(reply: PlainReply): Promise<readonly StandingReply[]>;
  /** All that shows nothing to the customer yet: files handed over, recipients found. Repeated with every try; what it throws refuses it. */
  prepare(reply: PlainReply): Promise<Ready>;
  /** The one request that the customer sees the outcome of: text and files together. */
  post(reply: PlainReply, ready: Ready): Promise<void>;
}

/** The other side's clock may be behind ours by this much. */
const clockSkewMs = 120_000;

/** See `Session.send`. A reply that is nowhere to be seen after a doubt is left to a person. */
export async function sendIntoThread<Ready>(
  { deps, item, beforeBytes }: Try,
  { look, prepare, post }: ThreadSteps<Ready>,
): Promise<SendOutcome> {
  const reply = plainReplyOf(item);
  // the same words may be meant twice: only a try of this very reply can have left them there
  if (item.attempts > 1 || item.state === 'ambiguous') {
    const isThere = (await look(reply)).some(
      ({ text, at, fileCount }) =>
        at >= item.queuedAt - clockSkewMs && fileCount >= reply.files.length && isSameText(text, reply.text),
    );
    if (isThere) return { kind: 'accepted' };
    if (item.state === 'ambiguous') return stillAmbiguous('The thread does not show the reply yet');
  }
  const ready = await prepare(reply);
  return sendOnce(deps, item, beforeBytes, async () => {
    await post(reply, ready);
    return undefined;
  });
}

export interface QuestionSteps {
  /** The answer that the question has, '' for none; whether it takes one at all. */
  look(reply: PlainReply): Promise<{ answer: string; isDone: boolean }>;
  post(reply: PlainReply): Promise<void>;
}

/** See `Session.send`. For questions that take one answer; what a second one would do is not known, so it is never tried. */
export async function answerQuestion(
  { deps, item, beforeBytes }: Try,
  { look, post }: QuestionSteps,
): Promise<SendOutcome> {
  const reply = plainReplyOf(item);
  const { answer, isDone } = await look(reply);
  if (isSameText(answer, reply.text)) return { kind: 'accepted' };
  if (isDone) {
    const error = new AppError('refused', 'The question was answered or closed already', {
      detail: { reason: 'answered' },
    });
    return { kind: 'failed', error: errorData(error) };
  }
  if (item.state === 'ambiguous') return stillAmbiguous('The question shows no answer yet');
  return sendOnce(deps, item, beforeBytes, async () => {
    await post(reply);
    return undefined;
  });
}
