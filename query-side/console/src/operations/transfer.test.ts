import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { asProblem, Problem } from '../app/problem';
import { sendsOriginalsAhead } from './queries';
import { NotUnpacked, survey } from './reading';
import { Rows, type Format } from './rows';
import { bringIn, originalsOf, type Mapping, type Platform, type Progress } from './transfer';

const cut = (text: string, format: Format, size: number): string[] => {
  const rows = new Rows(format);
  const found: string[] = [];
  for (let at = 0; at < text.length; at += size) {
    found.push(...rows.push(text.slice(at, at + size)));
  }
  return [...found, ...rows.end()];
};

describe.each([1, 2, 3, 7, 1000])('rows that come %i characters at a time', (size) => {
  it.each<[string, Format, string[]]>([
    ['a,b\n1,2\n', 'csv', ['a,b', '1,2']],
    ['a,b\r\n1,2', 'csv', ['a,b', '1,2']],
    ['a\r1\r2\r', 'csv', ['a', '1', '2']],
    ['a\n\n1\n', 'csv', ['a', '', '1']],
    ['"a\nb",c\n"d\r\n",e\n', 'csv', ['"a\nb",c', '"d\r\n",e']],
    ['"say ""hi\n""",x\ny', 'csv', ['"say ""hi\n""",x', 'y']],
    ['5" disk,a\nb,c', 'csv', ['5" disk,a', 'b,c']],
    ['a,"\n"\n,""\nx', 'csv', ['a,"\n"', ',""', 'x']],
    ['{"a":"x"}\r\n{"a":"\\"\\n"}\n', 'jsonl', ['{"a":"x"}', '{"a":"\\"\\n"}']],
    ['', 'csv', []],
  ])('of %j as %s', (text, format, rows) => {
    expect(cut(text, format, size)).toEqual(rows);
  });
});

describe('a file that is read once', () => {
  const text = 'a,b\nü,"x\ny"\n1,2\n';
  const running = new AbortController().signal;

  it.each([
    ['plain', new Blob([text])],
    ['packed', new Blob([new Uint8Array(gzipSync(text))])],
  ])('is known by its text when it is %s', async (_, file) => {
    const told: number[] = [];
    expect(await survey(file, running, (share) => told.push(share))).toEqual({
      format: 'csv',
      fingerprint: createHash('sha256').update(text).digest('hex'),
      rows: 2,
    });
    expect(told.at(-1)).toBe(1);
  });

  it.each([
    // Node.js unpacks all members; what is no member fails here as a second one does in browsers.
    ['goes on after its first packed part', [gzipSync(text), Buffer.from('more')]],
    ['ends too early', [gzipSync(text).subarray(0, 20)]],
  ])('says that it has to be unpacked first when it %s', async (_, parts) => {
    const file = new Blob(parts.map((part) => new Uint8Array(part)));
    await expect(survey(file, running, () => undefined)).rejects.toThrow(NotUnpacked);
  });

  it('is taken for what it begins with', async () => {
    const lines = new Blob(['\n{"a":1}\n{"a":2}']);
    expect(await survey(lines, running, () => undefined)).toMatchObject({
      format: 'jsonl',
      rows: 3,
    });
    expect(await survey(new Blob([]), running, () => undefined)).toMatchObject({ rows: 0 });
  });

  it('can be left', async () => {
    const stopped = AbortSignal.abort();
    await expect(survey(new Blob([text]), stopped, () => undefined)).rejects.toThrow();
  });
});

/** A platform that keeps what it is sent. */
class Kept implements Platform {
  readonly rows: string[] = [];
  readonly pauses: number[] = [];
  /** What comes instead of an answer. */
  readonly failures: Problem[] = [];
  private all = 0;

  progress = (): Progress => ({
    id: 'import',
    source: 'test',
    rows: this.all,
    nextRow: this.rows.length + 1,
    imported: this.rows.length,
    refused: 0,
    completed: this.rows.length === this.all,
  });

  start: Platform['start'] = (found) => {
    this.all = found.rows;
    return Promise.resolve(this.progress());
  };

  send: Platform['send'] = (_, from, format, text) => {
    const failure = this.failures.shift();
    if (failure !== undefined) {
      return Promise.reject(failure);
    }
    expect(from).toBe(this.rows.length + 1);
    const sent = cut(text, format, 1000);
    this.rows.push(...(format === 'csv' ? sent.slice(1) : sent));
    return Promise.resolve(this.progress());
  };

  pause: Platform['pause'] = (milliseconds) => {
    this.pauses.push(milliseconds);
    return Promise.resolve();
  };
}

describe('bringing a file in', () => {
  const rows = Array.from({ length: 2_500 }, (_, row) => `${row},"row\n${row}"`);
  const file = new Blob([['number,text', ...rows].join('\r\n')]);
  const mapping = { source: 'test' } as Mapping;
  const go = (platform: Platform, signal = new AbortController().signal, tell = () => {}) =>
    bringIn(platform, file, mapping, tell, signal);

  it('sends each row once, in its order', async () => {
    const platform = new Kept();
    expect(await go(platform)).toMatchObject({ completed: true, imported: 2_500 });
    expect(platform.rows).toEqual(rows);
  });

  it('goes on where it stopped', async () => {
    const platform = new Kept();
    const stopping = new AbortController();
    await expect(
      go(platform, stopping.signal, () => platform.rows.length >= 1_000 && stopping.abort()),
    ).rejects.toThrow();
    expect(platform.rows).toHaveLength(1_000);
    await go(platform);
    expect(platform.rows).toEqual(rows);
  });

  it('is left at once while an answer is awaited', async () => {
    const platform = new Kept();
    const stopping = new AbortController();
    platform.send = () =>
      new Promise((_, reject) => {
        stopping.signal.addEventListener('abort', () => reject(asProblem(stopping.signal.reason)));
        setTimeout(() => stopping.abort());
      });
    await expect(go(platform, stopping.signal)).rejects.toThrow(DOMException);
    expect(platform.pauses).toEqual([]);
  });

  it('is left at once while a platform is away', async () => {
    const platform = new Kept();
    const stopping = new AbortController();
    platform.failures.push(new Problem(503, 'away', ''));
    platform.pause = () => {
      stopping.abort();
      return Promise.resolve();
    };
    await expect(go(platform, stopping.signal)).rejects.toThrow(DOMException);
    expect(platform.rows).toEqual([]);
  });

  it('waits for a platform that is away, and not for one that refuses', async () => {
    const platform = new Kept();
    platform.failures.push(new Problem(503, 'away', ''), new Problem(0, 'unreachable', ''));
    await go(platform);
    expect(platform.pauses).toEqual([200, 400]);
    expect(platform.rows).toEqual(rows);

    const refusing = new Kept();
    refusing.failures.push(new Problem(422, 'import-columns-missing', 'no such column'));
    await expect(go(refusing)).rejects.toThrow('no such column');
    expect(refusing.pauses).toEqual([]);
  });

  it('sends originals before their translations', async () => {
    const lines = ['{"l":"de","k":1}', '{"l":"en","k":1}', 'broken', '{"l":"en_GB","k":2}'];
    const ofArticles = {
      source: 'test',
      article: { key: '{k}', language: '{l}', original: 'en-gb' },
    } as unknown as Mapping;
    expect(originalsOf(ofArticles)).toEqual({ column: 'l', language: 'en-gb' });
    expect(sendsOriginalsAhead({ mapping: JSON.stringify(ofArticles) })).toBe(true);
    expect(sendsOriginalsAhead({ mapping: JSON.stringify(mapping) })).toBe(false);
    expect(sendsOriginalsAhead({ mapping: 'broken' })).toBe(false);
    const platform = new Kept();
    await bringIn(
      platform,
      new Blob([lines.join('\n')]),
      ofArticles,
      () => {},
      new AbortController().signal,
    );
    expect(platform.rows).toEqual([lines[3], lines[0], lines[1], lines[2]]);
  });
});
