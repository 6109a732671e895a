import { describe, expect, it } from 'vitest';
import { preferred, say, type Text } from './texts';

const files = import.meta.glob<{ messages: Record<'en' | 'de', Record<string, Text>> }>(
  '../*/messages.ts',
  { eager: true },
);

const holes = (text: Text): string[] =>
  (typeof text === 'string' ? text : text.one + text.other).match(/\{\w+\}/g)?.sort() ?? [];

describe('texts', () => {
  it.each(Object.entries(files))('%s says the same in all languages', (_, { messages }) => {
    expect(Object.keys(messages.de).sort()).toEqual(Object.keys(messages.en).sort());
    for (const [name, text] of Object.entries(messages.en)) {
      expect(holes(messages.de[name] as Text), name).toEqual(holes(text));
      expect(messages.de[name], name).not.toBe('');
    }
  });

  it('has a form for one and one for several', () => {
    const text = { one: '{count} ticket', other: '{count} tickets' };
    expect(say(text, 'en', { count: 1 })).toBe('1 ticket');
    expect(say(text, 'en', { count: 1200 })).toBe('1,200 tickets');
    expect(say('{count}', 'de', { count: 1200 })).toBe('1.200');
  });

  it('speaks what was chosen, else what the browser speaks, else English', () => {
    expect(preferred('de', ['en-GB'])).toBe('de');
    expect(preferred(null, ['fr-FR', 'de-AT', 'en'])).toBe('de');
    expect(preferred(null, ['fr-FR'])).toBe('en');
  });
});
