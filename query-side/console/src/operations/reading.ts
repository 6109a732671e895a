import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { formatOf, isOriginal, Rows, type Format, type Originals } from './rows';

/** What is known of a file when it was read once: as much as the platform knows it by. */
export interface Survey {
  format: Format;
  /** SHA-256 of what is unpacked, so that a packed copy is the same file. */
  fingerprint: string;
  /** Without a header. */
  rows: number;
}

/** A packed file of several parts, which browsers do not unpack beyond the first, or a damaged one. */
export class NotUnpacked extends Error {}

type Tell = (share: number) => void;

const isPacked = async (file: Blob): Promise<boolean> => {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b;
};

/** A file's bytes, unpacked, a piece at a time. */
async function* unpacked(file: Blob, signal: AbortSignal, tell: Tell): AsyncGenerator<Uint8Array> {
  let read = 0;
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(bytes, controller) {
        read += bytes.byteLength;
        controller.enqueue(bytes);
      },
    }),
  );
  const packed = await isPacked(file);
  const stream: ReadableStream<Uint8Array> = packed
    ? counted.pipeThrough(new DecompressionStream('gzip'))
    : counted;
  const reader = stream.getReader();
  try {
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await reader.read().catch((failure: unknown) => {
        // A file that cannot be read any more is told by a DOMException.
        throw packed && !(failure instanceof DOMException)
          ? new NotUnpacked('The file cannot be unpacked', { cause: failure })
          : failure;
      });
      if (done) {
        return;
      }
      tell(file.size === 0 ? 1 : read / file.size);
      yield value;
    }
  } finally {
    // What has failed cannot be cancelled, and would say so in place of why it failed.
    await reader.cancel().catch(() => undefined);
  }
}

/** Reads a file once, to its end, and holds no more of it than a row. */
export async function survey(file: Blob, signal: AbortSignal, tell: Tell): Promise<Survey> {
  const digest = sha256.create();
  const decoder = new TextDecoder();
  let rows: { cutter: Rows; format: Format } | undefined;
  let beginning = '';
  let count = 0;
  for await (const bytes of unpacked(file, signal, tell)) {
    digest.update(bytes);
    let text = decoder.decode(bytes, { stream: true });
    if (rows === undefined) {
      beginning += text;
      if (beginning.trim() === '') {
        continue;
      }
      const format = formatOf(beginning);
      rows = { cutter: new Rows(format), format };
      text = beginning;
    }
    count += rows.cutter.push(text).length;
  }
  count += rows?.cutter.end().length ?? 0;
  const format = rows?.format ?? 'csv';
  return {
    format,
    fingerprint: bytesToHex(digest.digest()),
    rows: format === 'csv' ? Math.max(0, count - 1) : count,
  };
}

async function* inFile(file: Blob, format: Format, signal: AbortSignal): AsyncGenerator<string> {
  const cutter = new Rows(format);
  const decoder = new TextDecoder();
  for await (const bytes of unpacked(file, signal, () => undefined)) {
    yield* cutter.push(decoder.decode(bytes, { stream: true }));
  }
  yield* cutter.end();
}

/**
 * Rows in the order in which they are sent, the header of CSV first. Where originals go ahead the
 * file is read twice.
 */
export async function* inOrder(
  file: Blob,
  format: Format,
  originals: Originals | undefined,
  signal: AbortSignal,
): AsyncGenerator<string> {
  if (format === 'csv' || originals === undefined) {
    yield* inFile(file, format, signal);
    return;
  }
  for (const ahead of [true, false]) {
    for await (const row of inFile(file, format, signal)) {
      if (isOriginal(row, originals) === ahead) {
        yield row;
      }
    }
  }
}
