import { Alert, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useEffect } from 'react';
import { useDraft } from '../app/draft';
import { asProblem } from '../app/problem';
import { useTexts } from '../app/texts';
import type { Filter } from './filters';
import { messages } from './messages';
import { useViewWish, type SavedView } from './savedViews';

const LONGEST = 80;

interface ViewNameProps {
  /** The one that gets another name; absent for a new one. */
  view?: SavedView;
  filter: Filter;
  close: () => void;
}

/** Asks what a view is to be called. */
export function ViewName({ view, filter, close }: ViewNameProps) {
  const t = useTexts(messages);
  const { content, key, write, discard } = useDraft(`view.${view?.id ?? 'new'}`, {
    name: view?.name ?? '',
    filter,
  });
  const isOther = JSON.stringify(content.filter) !== JSON.stringify(filter);
  useEffect(() => {
    // A name that was kept from an earlier filter is another wish now, under another key.
    if (isOther) {
      write({ filter });
    }
  }, [isOther, filter, write]);
  const naming = useViewWish(true);
  const name = content.name.trim();
  const send = () =>
    naming.mutate(
      {
        wish: view
          ? { kind: 'change', id: view.id, name }
          : { kind: 'save', name, filter: content.filter },
        key,
      },
      {
        onSuccess: () => {
          discard();
          close();
        },
      },
    );
  return (
    <Modal
      opened
      onClose={close}
      title={t(view ? 'renameView' : 'saveView')}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Stack>
          <TextInput
            label={t('viewName')}
            description={view ? undefined : t('viewHint')}
            required
            data-autofocus
            maxLength={LONGEST}
            value={content.name}
            onChange={(event) => write({ name: event.currentTarget.value })}
          />
          {naming.isError && (
            <Alert color="red" role="alert">
              {asProblem(naming.error).message}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button type="submit" disabled={name === ''} loading={naming.isPending}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
