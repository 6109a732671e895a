import { describe, expect, it } from 'vitest';
import text from '../../package-lock.json?raw';

interface Package {
  engines?: { node?: string };
  optional?: boolean;
}

const { packages } = JSON.parse(text) as { packages: Record<string, Package> };

type Version = [number, number, number];

const version = (said: string): Version => {
  const [major = 0, minor = 0, patch = 0] = said.replace(/^v/, '').split('.').map(Number);
  return [major, minor, patch];
};

const atLeast = (one: Version, other: Version): boolean => {
  const place = one.findIndex((part, index) => part !== other[index]);
  return place < 0 || (one[place] as number) > (other[place] as number);
};

/** Whether a version of Node.js is in a range, as far as ranges are written in the lock file. */
function takes(range: string, node: Version): boolean {
  return range.split('||').some((part) => {
    const found = /^(>=|\^)?\s*v?(\d+(?:\.\d+){0,2})$/.exec(part.trim());
    if (part.trim() === '*') {
      return true;
    }
    if (found === null) {
      throw new Error(`Nobody has said yet what '${range}' means`);
    }
    const [, sign, least = ''] = found;
    return atLeast(node, version(least)) && (sign === '>=' || node[0] === version(least)[0]);
  });
}

const promised = packages['']?.engines?.node ?? '';

describe('Node.js', () => {
  it('is understood', () => {
    expect(takes('^20.19.0 || >=22.13', [20, 19, 0])).toBe(true);
    expect(takes('^20.19.0 || >=22.13', [20, 18, 9])).toBe(false);
    expect(takes('^20.19.0 || >=22.13', [21, 0, 0])).toBe(false);
    expect(takes('^20.19.0 || >=22.13', [24, 0, 0])).toBe(true);
    expect(takes('20 || >=22', [20, 1, 0])).toBe(true);
    expect(takes('>= 0.4', [0, 3, 9])).toBe(false);
    expect(takes('*', [0, 1, 0])).toBe(true);
  });

  it.each(promised.split('||').map((part) => part.replace(/[^\d.]/g, '')))(
    'of version %s is enough for every package',
    (least) => {
      const short = Object.entries(packages)
        .filter(([, { engines, optional }]) => engines?.node !== undefined && !optional)
        .filter(([, { engines }]) => !takes(engines?.node ?? '*', version(least)))
        .map(([name, { engines }]) => `${name}: ${engines?.node}`);
      expect(short).toEqual([]);
    },
  );
});
