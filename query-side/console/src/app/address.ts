export type Asking = Record<string, string | undefined>;

/** Addresses as people can read and write them: `?status=new,open`, never JSON. */
export const parseSearch = (text: string): Asking => Object.fromEntries(new URLSearchParams(text));

export function stringifySearch(asking: Record<string, unknown>): string {
  const pairs = Object.entries(asking)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]) => `${encodeURIComponent(name)}=${readable(String(value))}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

const readable = (value: string): string =>
  encodeURIComponent(value).replace(/%2C/g, ',').replace(/%2F/g, '/').replace(/%3A/g, ':');
