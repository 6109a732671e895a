import type { AnyRoute } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { Caller } from './session';
import type { Language } from './texts';

/** Where the navigation leads. */
export interface Place {
  to: string;
  search?: Record<string, string>;
  label: Record<Language, string>;
  icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>;
  /** Smaller comes first. */
  order: number;
  shown: (caller: Caller) => boolean;
}

/**
 * What a folder beside this one adds to the console by its `routes.tsx`, under the name `area`. The
 * shell finds it there; nothing else names it.
 */
export interface Area {
  routes: readonly AnyRoute[];
  places?: readonly Place[];
  /** Shown on every page to whoever is signed in: the palette, the live connection. */
  everywhere?: ComponentType;
}
