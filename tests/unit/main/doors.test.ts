// What main lets out and in: links, command-line switches, the page's files and policy, sync's environment, log lines.
import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findDevServer } from '../../../electron/main/dev-server.ts';
import { openableUrl } from '../../../electron/main/link-schemes.ts';
import { openLog } from '../../../electron/main/log.ts';
import { mailDocument, mailPolicy } from '../../../electron/main/mail-document.ts';
import { maskText } from '../../../electron/main/mask.ts';
import { listPageFiles, pagePolicy, readPageFile, withNonce } from '../../../electron/main/page-files.ts';
import { refusedSwitches } from '../../../electron/main/refused-switches.ts';
import { readStartOptions } from '../../../electron/main/start-options.ts';
import { syncEnvironment } from '../../../electron/main/sync-environment.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'defter-doors-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

describe('links', () => {
  test.each([
    ['https://shop.example/a?b=c#d', 'https://shop.example/a?b=c#d'],
    ['HTTP://SHOP.example', 'http://shop.example/'],
    ['https://xn--mnchen-3ya.example/', 'https://xn--mnchen-3ya.example/'],
    ['mailto:ayse@shop.example?subject=a%20b', 'mailto:ayse@shop.example?subject=a%20b'],
    ['mailto:a@b.example?attach=/etc/passwd&subject=x', 'mailto:a@b.example?subject=x'],
    ['mailto:a@b.example?%61ttachment=/etc/passwd', 'mailto:a@b.example'],
    ['tel:+905321234567', 'tel:+905321234567'],
    [' https://shop.example/', 'https://shop.example/'],
    ['ht\ntps://shop.example/', 'https://shop.example/'],
  ])('%j opens as %j', (url, opened) => {
    expect(openableUrl(url)).toBe(opened);
  });

  test.each([
    'file:///etc/passwd',
    'smb://server/share',
    '\\\\server\\share',
    'ftp://a.example/',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'ms-msdt:/id',
    'search-ms:query=x',
    'app://defter/',
    'mailbody://abc/',
    'https://user@shop.example/',
    'https://bank.example:pw@evil.example/',
    'https://',
    '//shop.example/',
    'shop.example',
    '',
    'about:blank',
    'blob:app://defter/1',
    'chrome://settings',
  ])('%j is refused', (url) => {
    expect(openableUrl(url)).toBeUndefined();
  });
});

describe('switches that a packaged app refuses', () => {
  const refused = (...argv: string[]) => refusedSwitches(['defter', ...argv], 'linux', false);
  test.each([
    ['--remote-debugging-port=9222', 'remote-debugging-port'],
    ['--remote-debugging-pipe', 'remote-debugging-pipe'],
    ['--inspect', 'inspect'],
    ['--inspect-brk=0', 'inspect-brk'],
    ['-inspect', 'inspect'],
    ['--js-flags=--expose-gc', 'js-flags'],
    ['--load-extension=/x', 'load-extension'],
    ['--no-sandbox', 'no-sandbox'],
    ['--user-data-dir=/x', 'user-data-dir'],
    ['--proxy-server=1.2.3.4', 'proxy-server'],
    ['--Ignore-Certificate-Errors', 'ignore-certificate-errors'],
  ])('%s', (argument, name) => {
    expect(refused(argument)).toEqual([name]);
  });
  test('ordinary arguments are taken', () => {
    expect(refused('--demo', '--lang=tr', 'mailto:a@b.example', '--password-store=gnome-libsecret')).toEqual([]);
  });
  test('root may go without the sandbox; on Windows a slash makes a switch', () => {
    expect(refusedSwitches(['defter', '--no-sandbox'], 'linux', true)).toEqual([]);
    expect(refusedSwitches(['defter', '/inspect'], 'win32', false)).toEqual(['inspect']);
    expect(refusedSwitches(['defter', '/inspect'], 'linux', false)).toEqual([]);
  });
});

describe('the page', () => {
  test('only what lies in its folder is served, by exact path', async () => {
    mkdirSync(join(dir, 'page/assets'), { recursive: true });
    writeFileSync(join(dir, 'secret.html'), 'secret');
    writeFileSync(join(dir, 'page/index.html'), '<style nonce="__NONCE__"></style>');
    writeFileSync(join(dir, 'page/assets/a.js'), '1');
    writeFileSync(join(dir, 'page/assets/a.js.map'), '1');
    const files = await listPageFiles(join(dir, 'page'));
    expect([...files.keys()].sort()).toEqual(['/assets/a.js', '/index.html']);
    expect((await readPageFile(files, 'app://defter/'))?.mimeType).toBe('text/html; charset=utf-8');
    expect(await readPageFile(files, 'app://defter/assets/a.js?v=1')).toEqual({
      mimeType: 'text/javascript; charset=utf-8',
      bytes: Buffer.from('1'),
    });
    for (const path of [
      '../secret.html',
      '%2e%2e/secret.html',
      '..%2fsecret.html',
      '//secret.html',
      'assets',
      '__proto__',
    ]) {
      expect(await readPageFile(files, `app://defter/${path}`)).toBeUndefined();
    }
  });

  test('a nonce of its own for every load, and a policy without loopholes', () => {
    expect(withNonce(Buffer.from('<a nonce="__NONCE__"><b nonce="__NONCE__">'), 'n1').toString()).toBe(
      '<a nonce="n1"><b nonce="n1">',
    );
    const policy = pagePolicy('n1');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).not.toMatch(/unsafe|\*/);
  });

  test('a development server is taken on this machine only', () => {
    expect(findDevServer('http://127.0.0.1:5173')?.host).toBe('127.0.0.1:5173');
    expect(findDevServer('http://dev.example:5173')).toBeUndefined();
    expect(findDevServer('https://127.0.0.1:5173')).toBeUndefined();
    expect(findDevServer(undefined)).toBeUndefined();
    expect(findDevServer('http://127.0.0.1:5173')?.policy('n')).toContain('ws://127.0.0.1:5173');
  });
});

describe('the document around a mail', () => {
  test('takes the mail as it is and lets nothing run or be fetched', () => {
    const safeHtml = '<p>Merhaba &amp; hoş geldiniz</p>';
    expect(mailDocument(safeHtml)).toContain(`<body>${safeHtml}</body>`);
    expect(mailPolicy).toMatch(/default-src 'none'.*sandbox$/);
    expect(mailPolicy).not.toMatch(/script-src|connect-src|allow-/);
  });
  test.each([
    ['<p>plain</p>', false],
    ['<p>our colour: blue, background: a story</p>', false],
    ['<p style="color:#333">own</p>', true],
    ['<table bgcolor="#fff"><tr><td>x</td></tr></table>', true],
    ['<style>p { background-color: red }</style>', true],
  ])('%s brings its own colours: %s', (html, isOwn) => {
    expect(mailDocument(html).includes('background: #fff')).toBe(isOwn);
  });
});

describe('start', () => {
  test('an extra authority counts only with developer settings', () => {
    expect(readStartOptions({ DEFTER_EXTRA_CA: '/ca.pem' }, ['defter'])).toEqual({
      isDeveloper: false,
      startsDemo: false,
    });
    expect(
      readStartOptions(
        { DEFTER_DEVELOPER: '1', DEFTER_EXTRA_CA: '/ca.pem', DEFTER_USER_DATA: '/p', DEFTER_WINDOW_PICTURE: '/w.png' },
        ['defter', '--demo'],
      ),
    ).toEqual({
      isDeveloper: true,
      startsDemo: true,
      extraCaPath: '/ca.pem',
      userDataDir: '/p',
      picturePath: '/w.png',
    });
  });

  test('sync sees named variables only', () => {
    const env = {
      PATH: '/bin',
      HOME: '/home/x',
      SECRET_TOKEN: 's',
      NODE_OPTIONS: '--require x',
      TZ: 'Europe/Istanbul',
    };
    expect(syncEnvironment(env, { filesDir: '/f', keptDir: '/k', isDeveloper: false, extraCaPath: '/ca' })).toEqual({
      TZ: 'Europe/Istanbul',
      DEFTER_FILES_DIR: '/f',
      DEFTER_KEPT_DIR: '/k',
    });
    expect(syncEnvironment({}, { filesDir: '/f', keptDir: '/k', isDeveloper: true, extraCaPath: '/ca' })).toEqual({
      DEFTER_FILES_DIR: '/f',
      DEFTER_KEPT_DIR: '/k',
      DEFTER_DEVELOPER: '1',
      DEFTER_EXTRA_CA: '/ca',
    });
  });
});

describe('the log', () => {
  test('masks addresses and stays on one line', () => {
    expect(maskText('To: Ayşe <ayse.kaya+x@shop.example>,\r\nοικ@κατάστημα.example')).toBe(
      'To: Ayşe <<address>>, <address>',
    );
    expect(maskText('x'.repeat(5000))).toHaveLength(2001);
  });

  test('masks what files and folders are called', () => {
    expect(maskText("ENOSPC: no space left, write '/media/usb/Elif Kaya/Elif Kaya.csv.part'")).toBe(
      "ENOSPC: no space left, write '<path>.part'",
    );
    expect(maskText("EPERM: rename 'C:\\Users\\Elif\\a.zip' -> '\\\\nas\\Elif'")).toBe(
      "EPERM: rename '<path>.zip' -> '<path>'",
    );
    expect(maskText("It's 'here', isn't it")).toBe("It's 'here', isn't it");
    expect(maskText(`at start (file://${homedir()}/defter/main.js:3)`)).toBe('at start (file://~/defter/main.js:3)');
  });

  test('writes allowed fields only, turns over, and is private', () => {
    const log = openLog(join(dir, 'logs'));
    const fields = { code: 'offline', password: 'geheim', reason: 'a@b.example' };
    log('info', 'Told', fields);
    const path = join(dir, 'logs/defter.log');
    const line = readFileSync(path, 'utf8');
    expect(line).toMatch(/^\S+Z info Told code=offline reason=<address>\n$/);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    for (let n = 0; n < 2800; n++) log('info', `${n} ${'y '.repeat(980)}`);
    expect(readdirSync(join(dir, 'logs')).sort()).toEqual([
      'defter.log',
      'defter.log.1',
      'defter.log.2',
      'defter.log.3',
    ]);
    expect(statSync(path).size).toBeLessThan(1_100_000);
  });

  test('says once what comes again and again', () => {
    const log = openLog(join(dir, 'logs'));
    for (let n = 0; n < 50; n++) log('warn', 'The same');
    log('info', 'Another');
    const lines = readFileSync(join(dir, 'logs/defter.log'), 'utf8').trim().split('\n');
    expect(lines.map((line) => line.slice(25))).toEqual([
      'warn The same',
      'info The line before came 49 more times',
      'info Another',
    ]);
  });

  test('a log that cannot be written stops nothing', () => {
    writeFileSync(join(dir, 'file'), '');
    const log = openLog(join(dir, 'file/logs'));
    expect(() => {
      log('info', 'goes to stderr');
    }).not.toThrow();
  });
});
