/** A refusal of the platform, as RFC 9457 tells it; status 0 means that nobody answered. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly rule: string,
    detail: string,
    readonly body: Record<string, unknown> = {},
    /** Whether who answered had not yet seen all that the question names. */
    readonly stale = false,
  ) {
    super(detail);
    this.name = 'Problem';
  }

  /** Whether the same request may succeed later. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 502;
  }

  /** A number that the problem carries beside its detail, such as where a query is at fault. */
  number(name: string): number | undefined {
    const value = this.body[name];
    return typeof value === 'number' ? value : undefined;
  }

  text(name: string): string | undefined {
    const value = this.body[name];
    return typeof value === 'string' ? value : undefined;
  }

  static async of(answer: Response): Promise<Problem> {
    const text = await answer.text();
    const stale = answer.headers.has('Docket-Stale');
    let body: Record<string, unknown> = {};
    try {
      body = JSON.parse(text) as Record<string, unknown>;
    } catch {
      // A proxy's page says nothing that a person could use; the status does.
      return new Problem(answer.status, 'no-problem-document', answer.statusText, {}, stale);
    }
    const word = (name: string) => (typeof body[name] === 'string' ? body[name] : undefined);
    return new Problem(
      answer.status,
      word('rule') ?? 'unknown',
      word('detail') ?? word('title') ?? answer.statusText,
      body,
      stale,
    );
  }
}

export function asProblem(failure: unknown): Problem {
  return failure instanceof Problem
    ? failure
    : new Problem(0, 'unreachable', failure instanceof Error ? failure.message : String(failure));
}
