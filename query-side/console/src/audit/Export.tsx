import { Button, Group, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { save } from '../analytics/csv';
import { asProblem } from '../app/problem';
import { useLanguage, useTexts } from '../app/texts';
import type { EventsAsked } from './asking';
import type { Exported } from './exporting';
import { messages } from './messages';
import { exportAll } from './queries';

type State =
  { is: 'idle' } | { is: 'running' | 'done'; so: Exported } | { is: 'failed'; detail: string };

/** All that fits as a file, however much it is; it says how far it has come and can be stopped. */
export function Export({ asked }: { asked: EventsAsked }) {
  const t = useTexts(messages);
  const { language } = useLanguage();
  const [state, become] = useState<State>({ is: 'idle' });
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const start = async () => {
    const controller = new AbortController();
    stop.current = controller;
    become({ is: 'running', so: { events: 0, bytes: 0 } });
    let all: Exported = { events: 0, bytes: 0 };
    try {
      const file = await exportAll(
        asked,
        (so) => {
          all = so;
          become({ is: 'running', so });
        },
        controller.signal,
      );
      save(file, 'docket-events.jsonl');
      become({ is: 'done', so: all });
    } catch (failure) {
      become(
        controller.signal.aborted
          ? { is: 'idle' }
          : { is: 'failed', detail: asProblem(failure).message },
      );
    }
  };
  const told = (so: Exported) => ({
    events: so.events,
    size: (so.bytes / 1_048_576).toLocaleString(language, {
      style: 'unit',
      unit: 'megabyte',
      maximumFractionDigits: 1,
    }),
  });
  return (
    <Group gap="xs">
      <Button
        size="xs"
        variant="default"
        leftSection={<IconDownload size={15} aria-hidden />}
        loading={state.is === 'running'}
        title={t('exportHint')}
        onClick={() => void start()}
      >
        {t('export')}
      </Button>
      {state.is === 'running' && (
        <Button size="xs" variant="subtle" onClick={() => stop.current?.abort()}>
          {t('cancel')}
        </Button>
      )}
      <Text size="xs" role="status">
        {state.is === 'running' && t('exported', told(state.so))}
        {state.is === 'done' && t('exportedDone', told(state.so))}
        {state.is === 'failed' && state.detail}
      </Text>
    </Group>
  );
}
