/**
 * A key that nobody else has. Browsers make UUIDs for pages over https and of their own machine alone;
 * a desk in a network of its own may have neither.
 */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
