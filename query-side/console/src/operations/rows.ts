export type Format = 'csv' | 'jsonl';

/** Rows of JSON begin with a brace; a column that does is as rare as it is unwise. */
export const formatOf = (beginning: string): Format =>
  beginning.trimStart().startsWith('{') ? 'jsonl' : 'csv';

/**
 * Cuts a text into rows as it comes, be it cut anywhere: at the ends of lines, and in CSV (RFC 4180)
 * only at those outside of quotes. Rows stay as they were written.
 */
export class Rows {
  private rest = '';
  /** How much of the rest was looked at. */
  private at = 0;
  private quoted = false;
  private fieldBegins = true;

  constructor(private readonly format: Format) {}

  /** The rows that end in what came. */
  push(text: string): string[] {
    this.rest += text;
    return this.cut(false);
  }

  /** The last row, if nothing ends it. */
  end(): string[] {
    const rows = this.cut(true);
    return this.rest === '' ? rows : [...rows, this.rest];
  }

  private cut(isEnd: boolean): string[] {
    const rows: string[] = [];
    let begin = 0;
    for (; this.at < this.rest.length; this.at++) {
      const char = this.rest[this.at];
      // What follows tells what a carriage return or a quote means.
      if (!isEnd && this.at + 1 === this.rest.length && (char === '\r' || char === '"')) {
        break;
      }
      if (this.quoted) {
        this.withinQuotes(char);
      } else if (char === '\n' || char === '\r') {
        rows.push(this.rest.slice(begin, this.at));
        if (char === '\r' && this.rest[this.at + 1] === '\n') {
          this.at++;
        }
        begin = this.at + 1;
        this.fieldBegins = true;
      } else {
        this.quoted = this.format === 'csv' && this.fieldBegins && char === '"';
        this.fieldBegins = char === ',';
      }
    }
    this.rest = this.rest.slice(begin);
    this.at -= begin;
    return rows;
  }

  private withinQuotes(char: string | undefined): void {
    if (char === '"') {
      if (this.rest[this.at + 1] === '"') {
        this.at++;
      } else {
        this.quoted = false;
        this.fieldBegins = false;
      }
    }
  }
}

/** A column, where a mapping says how rows that are originals are known: they are sent first. */
export interface Originals {
  column: string;
  language: string;
}

/** What is no JSON object is left to the platform to refuse. */
export function isOriginal(row: string, { column, language }: Originals): boolean {
  try {
    const value = (JSON.parse(row) as Record<string, unknown>)[column];
    return (
      typeof value === 'string' &&
      value.replaceAll('_', '-').toLowerCase() === language.toLowerCase()
    );
  } catch {
    return false;
  }
}
