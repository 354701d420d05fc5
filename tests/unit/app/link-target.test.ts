// What the link dialog says of a link: readable names, look-alikes, hidden names, other kinds of links.
import { domainToUnicode } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromPunycode, isMixedHost, linkTarget } from '../../../renderer/app/screens/link/link-target.ts';

describe('linkTarget', () => {
  it('shows the host of a web link', () => {
    expect(linkTarget('https://shop.example/a?b=c#d')).toEqual({
      kind: 'web',
      shownHost: 'shop.example',
      warnings: [],
    });
    expect(linkTarget('http://shop.example:8080/')).toMatchObject({ shownHost: 'shop.example:8080' });
  });

  it('shows a Greek or Turkish name as people read it, and its real name', () => {
    expect(linkTarget('https://καφές.example/')).toEqual({
      kind: 'web',
      shownHost: 'καφές.example',
      punycodeHost: new URL('https://καφές.example/').hostname,
      warnings: [],
    });
    expect(linkTarget('https://çiçek.example/')).toMatchObject({ shownHost: 'çiçek.example', warnings: [] });
  });

  it('shows the real name only where alphabets are mixed, and warns', () => {
    const url = 'https://p\u0430ypal.example/'; // a Cyrillic а
    const target = linkTarget(url);
    expect(target.shownHost).toBe(new URL(url).hostname);
    expect(target.warnings).toEqual(['link.warning.mixed']);
  });

  it('warns of a name before the @ and of bare numbers', () => {
    expect(linkTarget('https://bank.example@evil.example/').warnings).toEqual(['link.warning.user']);
    expect(linkTarget('https://bank.example@evil.example/').shownHost).toBe('evil.example');
    expect(linkTarget('http://203.0.113.7/login').warnings).toEqual(['link.warning.address']);
    expect(linkTarget('http://0xcb007107/').warnings).toEqual(['link.warning.address']);
    expect(linkTarget('http://[2001:db8::1]/').warnings).toEqual(['link.warning.address']);
  });

  it('knows mail and telephone', () => {
    expect(linkTarget('mailto:ay%C5%9Fe@shop.example?subject=x')).toMatchObject({
      kind: 'mail',
      shownHost: 'ayşe@shop.example',
    });
    expect(linkTarget('tel:+90%20212')).toMatchObject({ kind: 'phone', shownHost: '+90 212' });
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'app://defter/', 'not a link'])(
    'refuses %s',
    (url) => {
      expect(linkTarget(url)).toMatchObject({ kind: 'refused', warnings: ['link.warning.scheme'] });
    },
  );
});

describe('fromPunycode', () => {
  it('agrees with the platform on any name that it can write', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...Array.from('abcçğıöşüαβγδέήίόύώςλжяß日本-0189')), { minLength: 1, maxLength: 12 }),
        (letters) => {
          const label = `x${letters.join('')}x`;
          fc.pre(URL.canParse(`https://${label}.example/`));
          const wire = new URL(`https://${label}.example/`).hostname.split('.')[0] ?? '';
          expect(fromPunycode(wire)).toBe(domainToUnicode(wire) || wire);
        },
      ),
    );
  });

  it('leaves anything that is not punycode as it is', () => {
    fc.assert(fc.property(fc.string({ maxLength: 30 }), (text) => typeof fromPunycode(`xn--${text}`) === 'string'));
    expect(fromPunycode('xn--')).toBe('');
    expect(fromPunycode('xn--99999999')).toBe('xn--99999999');
    expect(fromPunycode('shop')).toBe('shop');
  });
});

it('does not call digits and hyphens another alphabet', () => {
  expect(isMixedHost('shop-24.example')).toBe(false);
  expect(isMixedHost('καφές-24.example')).toBe(false);
  expect(isMixedHost('shορ.example')).toBe(true);
});
