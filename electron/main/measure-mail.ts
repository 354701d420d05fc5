// Measures a mail in its frame from outside, through the browser's own protocol: the frame stays without scripts.
import type { WebContents } from 'electron';
import * as z from 'zod';
import { AppError } from '../../shared/errors.ts';

const targetsSchema = z.object({ targetInfos: z.array(z.object({ targetId: z.string(), url: z.string() })) });
const attachedSchema = z.object({ sessionId: z.string() });
const documentSchema = z.object({ root: z.object({ nodeId: z.number() }) });
const nodeSchema = z.object({ nodeId: z.number() });
const boxSchema = z.object({ model: z.object({ height: z.number() }) });
const metricsSchema = z.object({
  cssLayoutViewport: z.object({ clientWidth: z.number() }),
  cssContentSize: z.object({ width: z.number() }),
});

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
    const { targetInfos } = targetsSchema.parse(await protocol.sendCommand('Target.getTargets'));
    const target = targetInfos.find((each) => each.url.split('#', 1)[0] === url);
    if (!target) throw new AppError('gone', 'No frame shows this mail');
    const { targetId } = target;
    const { sessionId } = attachedSchema.parse(
      await protocol.sendCommand('Target.attachToTarget', { targetId, flatten: true }),
    );
    const ask = (method: string, params: object = {}): Promise<unknown> =>
      protocol.sendCommand(method, params, sessionId);
    const { root } = documentSchema.parse(await ask('DOM.getDocument', { depth: 0 }));
    const body = nodeSchema.parse(await ask('DOM.querySelector', { nodeId: root.nodeId, selector: 'body' }));
    const { model } = boxSchema.parse(await ask('DOM.getBoxModel', { nodeId: body.nodeId }));
    const metrics = metricsSchema.parse(await ask('Page.getLayoutMetrics'));
    const isWider = metrics.cssContentSize.width > metrics.cssLayoutViewport.clientWidth;
    return Math.ceil(model.height) + (isWider ? scrollBarPx : 0);
  } finally {
    protocol.detach();
  }
}
