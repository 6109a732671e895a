import type { Told } from '../app/api';
import { asProblem } from '../app/problem';
import { inOrder, survey, type Survey } from './reading';
import type { Format, Originals } from './rows';

export type Mapping = Told['Mapping'];
export type Progress = Told['ImportControllerProgress'];

/** As much as one request carries. */
const ROWS = 1_000;
const CHARACTERS = 500_000;

const TRIES = 8;
const FIRST_PAUSE = 200;
const LONGEST_PAUSE = 5_000;

/** Where rows go; whoever stops a transfer ends a pause and what is under way. */
export interface Platform {
  start(survey: Survey, mapping: Mapping): Promise<Progress>;
  send(id: string, from: number, format: Format, rows: string): Promise<Progress>;
  pause(milliseconds: number): Promise<void>;
}

export type Step = { at: 'reading'; share: number } | { at: 'sending'; progress: Progress };

/** What a mapping of articles says of those to which others refer. */
export function originalsOf({ article }: Mapping): Originals | undefined {
  const column = /^\{([^{}]+)\}$/.exec(article?.language ?? '')?.[1];
  return article?.original && column !== undefined
    ? { column, language: article.original }
    : undefined;
}

/** Whatever is sent here may be sent twice. */
async function patiently<T>(
  platform: Platform,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (failure) {
      // A request that was left looks like a platform that is away.
      signal.throwIfAborted();
      if (!asProblem(failure).passing || attempt === TRIES) {
        throw failure;
      }
    }
    await platform.pause(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempt - 1)));
  }
}

/**
 * Brings a file's rows to the platform, from where it says that it stopped: the same file with the
 * same mapping is the same import.
 */
export async function bringIn(
  platform: Platform,
  file: Blob,
  mapping: Mapping,
  tell: (step: Step) => void,
  signal: AbortSignal,
): Promise<Progress> {
  const found = await survey(file, signal, (share) => tell({ at: 'reading', share }));
  let progress = await patiently(platform, signal, () => platform.start(found, mapping));
  tell({ at: 'sending', progress });
  const first = progress.nextRow;
  let header = '';
  let number = found.format === 'csv' ? -1 : 0;
  let size = 0;
  const waiting: string[] = [];
  const send = async () => {
    const from = number - waiting.length + 1;
    const rows = [...(header === '' ? [] : [header]), ...waiting, ''].join('\n');
    progress = await patiently(platform, signal, () =>
      platform.send(progress.id, from, found.format, rows),
    );
    tell({ at: 'sending', progress });
    waiting.length = 0;
    size = 0;
  };
  for await (const row of inOrder(file, found.format, originalsOf(mapping), signal)) {
    number++;
    if (found.format === 'csv' && number === 0) {
      header = row;
    } else if (number >= first) {
      waiting.push(row);
      size += row.length;
      if (waiting.length === ROWS || size >= CHARACTERS) {
        await send();
      }
    }
  }
  if (waiting.length > 0) {
    await send();
  }
  return progress;
}
