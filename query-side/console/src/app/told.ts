import { notifications } from '@mantine/notifications';
import { asProblem } from './problem';

/** Says in a corner what became of something that has no place of its own on the page. */
export const failure = (title: string) => (error: unknown) => {
  notifications.show({ color: 'red', title, message: asProblem(error).message, autoClose: 10_000 });
};

export const success = (message: string): void => {
  notifications.show({ color: 'green', message });
};
