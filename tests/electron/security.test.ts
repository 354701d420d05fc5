// The running app's shell: safest preferences, a page without a network, mails without scripts, links that ask first.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { addAccount, choosePassphrase, openConversation } from '../harness/app-steps.ts';
import { electronProcesses } from '../harness/ordinary-person.ts';
import { launchApp, removeProfile, type LaunchedApp } from '../harness/launch-app.ts';
import { customerMail, shopAddress, startMailServers, type MailServers } from '../harness/mail-servers.ts';

let servers: MailServers;
let app: LaunchedApp;
let trap: Server;
let trapUrl = '';
const caught: string[] = [];

test.beforeAll(async () => {
  trap = createServer((request, response) => {
    caught.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*').end('caught');
  });
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
  trapUrl = `http://127.0.0.1:${String((trap.address() as AddressInfo).port)}`;
  servers = await startMailServers();
  const html = hostileMail(trapUrl);
  await servers.imap.deliver(
    shopAddress,
    customerMail('Özel teklif', html, { 'Content-Type': 'text/html; charset=utf-8' }),
  );
  app = await launchApp({ caFile: servers.caFile, isOrdinaryPerson: true });
  await addAccount(app.page, servers);
  await choosePassphrase(app.page);
});
test.afterAll(async () => {
  await app.kill();
  removeProfile(app.userData);
  await servers.stop();
  trap.close();
});

function hostileMail(url: string): string {
  return `<html><head><meta http-equiv="refresh" content="0;url=${url}/refresh"><base href="${url}/">
<style>@import url(${url}/import.css); body{background:url(${url}/body.png)} p[x]{color:red}</style>
<link rel="stylesheet" href="${url}/link.css"></head><body onload="top.wasRun=1">
<p style="background:url('${url}/attr.png');position:fixed" id="p">Merhaba, fırsat sizin için!</p>
<img src="${url}/pixel.png" width="1"><img src=x onerror="top.wasRun=2"><img srcset="${url}/set.png 2x">
<svg><script>top.wasRun=3</script><image href="${url}/svg.png"/></svg><script>top.wasRun=4</script>
<iframe src="${url}/frame"></iframe><object data="${url}/object"></object><video poster="${url}/poster.png"></video>
<form action="${url}/form"><button>Gönder</button></form><table background="${url}/table.png"><tr><td>x</td></tr></table>
<a href="javascript:top.wasRun=5">bir</a> <a href="${url}/link">Siteye git</a></body></html>`;
}

test('the programs run as an ordinary person, the page under the sandbox', async () => {
  test.skip(process.platform !== 'linux', 'asks the Linux kernel');
  const programs = electronProcesses(app.program);
  const main = programs.find(({ type }) => type === 'browser');
  expect(main?.arguments).not.toContain('--no-sandbox');
  expect(programs.map(({ uid }) => uid)).not.toContain(0);
  // one that is just being started has no filter yet, and no page
  const filters = () =>
    electronProcesses(app.program).flatMap(({ type, isFiltered }) => (type === 'renderer' ? [isFiltered] : []));
  await expect.poll(() => [...new Set(filters())]).toEqual([true]);
});

test('every window and frame has the safest preferences', async () => {
  const preferences = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const { nodeIntegration, contextIsolation, sandbox, webSecurity, webviewTag } = (
        contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences();
      return { nodeIntegration, contextIsolation, sandbox, webSecurity, webviewTag };
    }),
  );
  expect(preferences.length).toBeGreaterThan(0);
  for (const each of preferences) {
    expect(each).toMatchObject({ contextIsolation: true, sandbox: true });
    expect(each.nodeIntegration ?? false).toBe(false);
    expect(each.webSecurity ?? true).toBe(true);
    expect(each.webviewTag ?? false).toBe(false);
  }
  expect(await app.page.evaluate(() => typeof (globalThis as Record<string, unknown>)['require'])).toBe('undefined');
});

test('a hostile mail is shown still: nothing runs, nothing is fetched, it is as high as its text, its links ask', async () => {
  const { page } = app;
  await openConversation(page, /Özel teklif/);
  const article = page.getByRole('article').first();
  const frame = article.locator('iframe');
  const designed = article.getByRole('button', { name: 'Show as it was designed' });
  await expect(frame.or(designed)).toBeVisible();
  if (await designed.isVisible()) await designed.click();
  await expect(frame).toHaveAttribute('sandbox', '');
  await expect(frame).toHaveAttribute('src', /^mailbody:/);
  const content = frame.contentFrame();
  await expect(content.getByText('Merhaba, fırsat sizin için!')).toBeVisible();
  await expect.poll(async () => Number(await frame.getAttribute('height'))).not.toBe(80);
  await expect(content.locator('script, iframe, object, svg, form, link, meta[http-equiv], video')).toHaveCount(0);
  await expect(page.getByText(/picture.* from the internet (is|are) hidden/)).toBeVisible();
  await page.waitForTimeout(1_000);
  expect(await page.evaluate(() => (globalThis as Record<string, unknown>)['wasRun'] ?? null)).toBeNull();
  expect(caught).toEqual([]);
  await content.getByText('Siteye git').click();
  await expect(page.getByRole('dialog')).toContainText(trapUrl.replace('http://', '').split(':')[0] ?? '');
  expect(caught).toEqual([]);
});

// last: the attempts to leave confuse the test driver, which waits for a navigation that never comes
test('the page has a strict policy, no network, no windows and stays where it is', async () => {
  const policy = await app.page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'));
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  const before = app.page.url();
  const outcome = await app.page.evaluate(async (url) => {
    const fetched = await fetch(`${url}/fetch`).then(
      () => 'fetched',
      () => 'refused',
    );
    const opened = window.open(`${url}/window`);
    location.href = `${url}/navigate`;
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { fetched, opened: opened !== null };
  }, trapUrl);
  expect(outcome).toEqual({ fetched: 'refused', opened: false });
  expect(app.page.url()).toBe(before);
  expect(caught).toEqual([]);
});
