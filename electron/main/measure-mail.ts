// Measures a mail in its frame from outside, through the browser's own protocol: the frame stays without scripts.
import type { Debugger, WebContents } from 'electron';
import { AppError } from '../../shared/errors.ts';

/** Room for the bar under a mail that is wider than its frame. */
const scrollBarPx = 16;

/** Measurements one after the other: each attaches to the page and lets go of it again. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Height in CSS pixels of the mail shown under `url` in a frame of `contents`, at the frame's present width. `executeJavaScript` cannot
 * do this: it obeys the frame's sandbox (Electron 33 answers "Script not run"). A frame of another scheme is a process, and so a target, of
 * its own. `gone` when no frame shows the mail, `conflict` while developer tools hold the page.
 */
export function measureMail(contents: WebContents, url: string): Promise<number> {
  const measured = turn.then(() => measure(contents, url));
  turn = measured.catch(() => undefined); // the caller hears of it; the next one goes on
  return measured;
}

async function measure(contents: WebContents, url: string): Promise<number> {
  const protocol = contents.debugger;
  try {
    protocol.attach('1.3');
  } catch (thrown) {
    throw new AppError('conflict', 'Something else holds the page', { cause: thrown });
  }
  try {
    const { targetInfos } = await command(protocol, 'Target.getTargets', {});
    const target = targetInfos.find((each) => each.url.split('#', 1)[0] === url);
    if (!target) throw new AppError('gone', 'No frame shows this mail');
    const { targetId } = target;
    const { sessionId } = await command(protocol, 'Target.attachToTarget', { targetId, flatten: true });
    const { root } = await command(protocol, 'DOM.getDocument', { depth: 0 }, sessionId);
    const bodyQuery = { nodeId: root.nodeId, selector: 'body' };
    const { nodeId } = await command(protocol, 'DOM.querySelector', bodyQuery, sessionId);
    const { model } = await command(protocol, 'DOM.getBoxModel', { nodeId }, sessionId);
    const { cssContentSize, cssLayoutViewport } = await command(protocol, 'Page.getLayoutMetrics', {}, sessionId);
    const isWider = cssContentSize.width > cssLayoutViewport.clientWidth;
    return Math.ceil(model.height) + (isWider ? scrollBarPx : 0);
  } finally {
    protocol.detach();
  }
}

/** What the commands used here answer, from Chromium's own description of its protocol (1.3). */
interface Answers {
  'Target.getTargets': { targetInfos: { targetId: string; url: string }[] };
  'Target.attachToTarget': { sessionId: string };
  'DOM.getDocument': { root: { nodeId: number } };
  'DOM.querySelector': { nodeId: number };
  'DOM.getBoxModel': { model: { height: number } };
  'Page.getLayoutMetrics': { cssLayoutViewport: { clientWidth: number }; cssContentSize: { width: number } };
}

async function command<M extends keyof Answers>(
  protocol: Debugger,
  method: M,
  params: object,
  sessionId?: string,
): Promise<Answers[M]> {
  return (await protocol.sendCommand(method, params, sessionId)) as Answers[M];
}
