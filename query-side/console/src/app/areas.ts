import type { Area } from './area';

const found = import.meta.glob<{ area: Area }>('../*/routes.tsx', { eager: true });

export const areas: readonly Area[] = Object.values(found).map((folder) => folder.area);
