import type { ReactNode } from 'react';
import { Failed, Loading } from './States';

interface AnsweredProps<T> {
  asked: { data: T | undefined; isError: boolean; error: unknown; refetch: () => unknown };
  /** Shown in place of an answer in which nothing is. */
  none?: ReactNode;
  children: (answer: T) => ReactNode;
}

/** What was asked for, once it is there. */
export function Answered<T>({ asked, none, children }: AnsweredProps<T>) {
  if (asked.isError) {
    return <Failed error={asked.error} reset={() => void asked.refetch()} />;
  }
  if (asked.data === undefined) {
    return <Loading />;
  }
  return none ? none : children(asked.data);
}
