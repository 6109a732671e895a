import { Button } from '@mantine/core';
import { messages } from './messages';
import { useTexts } from './texts';

interface MoreProps {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

/** Adds the next page to a list, if there is one. */
export function More({ list }: MoreProps) {
  const t = useTexts(messages);
  return (
    list.hasNextPage && (
      <Button
        variant="default"
        loading={list.isFetchingNextPage}
        onClick={() => void list.fetchNextPage()}
      >
        {t('more')}
      </Button>
    )
  );
}
