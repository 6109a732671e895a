/** How far the newest revision of an article has come. */
export const stages = [
  'draft',
  'in_review',
  'changes_requested',
  'approved',
  'scheduled',
  'published',
  'archived',
] as const;

export type Stage = (typeof stages)[number];

/** What may be wished of an article beside its text. */
export type Step =
  | { kind: 'review' }
  | { kind: 'approve' }
  | { kind: 'changes'; reason: string }
  | { kind: 'publish' }
  | { kind: 'schedule'; at: string }
  | { kind: 'cancel' }
  | { kind: 'withdraw'; reason: string }
  | { kind: 'archive'; reason: string }
  | { kind: 'unarchive' }
  | { kind: 'confirm' }
  | { kind: 'restore'; revision: number };

export type StepKind = Exclude<Step['kind'], 'restore'>;

/** What makes sense next, the likeliest first; the platform has the last word. */
export function stepsFrom(stage: string, published: boolean, decides: boolean): StepKind[] {
  const next: Record<string, StepKind[]> = {
    draft: ['review', 'publish', 'schedule', 'archive'],
    changes_requested: ['review', 'publish', 'archive'],
    in_review: ['approve', 'changes', 'publish', 'schedule'],
    approved: ['publish', 'schedule', 'changes'],
    scheduled: ['publish', 'cancel'],
    published: ['confirm', 'archive'],
    archived: ['unarchive'],
  };
  const all = [...(next[stage] ?? []), ...(published ? (['withdraw'] as const) : [])];
  return all.filter((step) => decides || step === 'review' || step === 'confirm');
}

/** What somebody has to say with a step. */
export const demands = (kind: StepKind): 'reason' | 'time' | undefined =>
  kind === 'changes' || kind === 'withdraw' || kind === 'archive'
    ? 'reason'
    : kind === 'schedule'
      ? 'time'
      : undefined;

export interface Category {
  id: string;
  name: string;
  children: readonly Category[];
}

/** A tree as a list in its order, each with how deep it lies. */
export const flat = <T extends { children: readonly T[] }>(
  tree: readonly T[],
  depth = 0,
): { node: T; depth: number }[] =>
  tree.flatMap((node) => [{ node, depth }, ...flat(node.children, depth + 1)]);

/** Words that mean the same, as somebody writes them: with commas between. */
export const wordsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
];
