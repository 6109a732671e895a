export interface Exported {
  events: number;
  bytes: number;
}

const NEWLINE = 10;

/**
 * Reads an answer of one event a line to its end, and tells how far it has come.
 *
 * @throws if the answer ends within a line: then it is not all of it
 */
export async function readLines(
  answer: ReadableStream<Uint8Array>,
  tell: (so: Exported) => void,
): Promise<Blob> {
  const parts: BlobPart[] = [];
  const so = { events: 0, bytes: 0 };
  let last = NEWLINE;
  const reader = answer.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const bytes = new Uint8Array(part.value);
    parts.push(bytes);
    so.bytes += bytes.length;
    so.events += bytes.filter((byte) => byte === NEWLINE).length;
    last = bytes.at(-1) ?? last;
    tell({ ...so });
  }
  if (last !== NEWLINE) {
    throw new Error('The export ended within a line');
  }
  return new Blob(parts, { type: 'application/x-ndjson' });
}
