import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { newKey } from '../app/api';
import { useTexts } from '../app/texts';
import { isSame, type Filter } from './filters';
import { messages } from './messages';
import { ViewName } from './ViewName';
import { useViewWish, type SavedView, type ViewWish } from './savedViews';

interface ViewMenuProps {
  view: SavedView;
  /** Among the person's own. */
  place: number;
  last: number;
  /** What the queue shows now. */
  present: Filter;
}

/** What may be done with one's own view. */
export function ViewMenu({ view, place, last, present }: ViewMenuProps) {
  const t = useTexts(messages);
  const [naming, setNaming] = useState(false);
  const { mutate } = useViewWish();
  const send = (wish: ViewWish) => mutate({ wish, key: newKey() });
  const { id, name } = view;
  return (
    <>
      {/* A placeholder for the focus has no place in a menu. */}
      <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon
            size="sm"
            mr={4}
            variant="subtle"
            color="gray"
            aria-label={t('viewMenu', { name })}
          >
            <IconDots size={15} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setNaming(true)}>{t('renameView')}</Menu.Item>
          <Menu.Item
            disabled={isSame(view.filter, present)}
            onClick={() => send({ kind: 'change', id, filter: present })}
          >
            {t('refineView')}
          </Menu.Item>
          <Menu.Item
            disabled={place === 0}
            onClick={() => send({ kind: 'move', id, place: place - 1 })}
          >
            {t('moveUp')}
          </Menu.Item>
          <Menu.Item
            disabled={place === last}
            onClick={() => send({ kind: 'move', id, place: place + 1 })}
          >
            {t('moveDown')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => send({ kind: 'remove', id })}>{t('removeView')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {naming && <ViewName view={view} filter={view.filter} close={() => setNaming(false)} />}
    </>
  );
}
