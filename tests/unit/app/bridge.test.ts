// Which messages to the page are taken for a hand-over of ports.
import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { portsOf } from '../../../renderer/app/bridge.ts';
import { portsMessage } from '../../../shared/contract/ports.ts';

const port = () => new MessageChannel().port1 as unknown as MessagePort;
const handOver = (data: unknown, ports: MessagePort[] = []) => ({ data, ports });

describe('portsOf', () => {
  it('pairs doors and ports in order', () => {
    const [first, second] = [port(), port()];
    const pairs = portsOf(
      handOver({ type: portsMessage, nonce: 'n', doors: ['main-api', 'sync-api'] }, [first, second]),
      'n',
    );
    expect(pairs).toEqual([
      ['main-api', first],
      ['sync-api', second],
    ]);
  });

  it.each([
    ['another nonce', { type: portsMessage, nonce: 'other', doors: ['main-api'] }],
    ['no nonce', { type: portsMessage, doors: ['main-api'] }],
    ['another message', { type: 'hello', nonce: 'n', doors: ['main-api'] }],
    ['no doors', { type: portsMessage, nonce: 'n' }],
    ['doors that are no list', { type: portsMessage, nonce: 'n', doors: 'main-api' }],
    ['nothing', null],
    ['text', 'defter:ports'],
  ])('does not take %s', (_what, data) => {
    expect(portsOf(handOver(data, [port()]), 'n')).toBeUndefined();
  });

  it('leaves out doors that it does not know and doors without a port', () => {
    const only = port();
    const data = { type: portsMessage, nonce: 'n', doors: ['back-door', 'main-api', 'page-api'] };
    expect(portsOf(handOver(data, [port(), only]), 'n')).toEqual([['main-api', only]]);
  });
});
