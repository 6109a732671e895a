import { Button, Group, Paper, ScrollArea, Table, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useId, type ReactNode } from 'react';
import { Sheet } from '../app/Sheet';
import { Empty, Failed, Loading } from '../app/States';
import { useTexts } from '../app/texts';
import { csv, save } from './csv';
import { messages } from './messages';

export interface Cell {
  shown: string;
  /** As a file has it, where that is another. */
  raw?: string | number | null;
  /** The tickets behind it. */
  tickets?: Record<string, string>;
}

export interface Numbers {
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
}

interface PanelProps {
  title: string;
  hint: string;
  asked: { isPending: boolean; isError: boolean; error: unknown; refetch: () => unknown };
  numbers: Numbers;
  /** What a downloaded file is called, without its ending. */
  file: string;
  empty: boolean;
  beside?: ReactNode;
  children: ReactNode;
}

/** One measure: its picture, and its numbers as a table and as a file. */
export function Panel(panel: PanelProps) {
  const { title, hint, asked, numbers, file, empty, beside, children } = panel;
  const t = useTexts(messages);
  const id = useId();
  return (
    <Paper withBorder p="sm" component="section" aria-labelledby={id} miw={0}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
        <div>
          <Title order={2} size="h5" id={id}>
            {title}
          </Title>
          <Text size="xs" c="dimmed">
            {hint}
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap">
          {beside}
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden />}
            aria-label={t('csvOf', { name: title })}
            disabled={asked.isPending || asked.isError}
            onClick={() => save(fileOf(numbers), `${file}.csv`)}
          >
            {t('csv')}
          </Button>
        </Group>
      </Group>
      {asked.isPending ? (
        <Loading />
      ) : asked.isError ? (
        <Failed error={asked.error} reset={() => void asked.refetch()} />
      ) : empty ? (
        <Empty title={t('none')} />
      ) : (
        <>
          {children}
          <details>
            <Text component="summary" size="xs">
              {t('table')}
            </Text>
            <NumbersTable label={title} {...numbers} />
          </details>
        </>
      )}
    </Paper>
  );
}

const fileOf = ({ head, rows }: Numbers): Blob =>
  new Blob(
    [
      csv([
        head,
        ...rows.map((row) => row.map(({ raw, shown }) => (raw === undefined ? shown : raw))),
      ]),
    ],
    { type: 'text/csv;charset=utf-8' },
  );

function NumbersTable({ label, head, rows }: Numbers & { label: string }) {
  return (
    <ScrollArea.Autosize mah={320} type="auto" viewportProps={{ tabIndex: 0 }}>
      <Sheet label={label} heads={head} fz="xs" verticalSpacing={4} stickyHeader>
        {rows.map(([first, ...others], at) => (
          <Table.Tr key={at}>
            <Table.Th scope="row" fw={400}>
              {first && <Shown {...first} />}
            </Table.Th>
            {others.map((cell, column) => (
              <Table.Td key={column}>
                <Shown {...cell} />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Sheet>
    </ScrollArea.Autosize>
  );
}

const Shown = ({ shown, tickets }: Cell) =>
  tickets === undefined ? (
    shown
  ) : (
    <Link to="/tickets" search={tickets}>
      {shown}
    </Link>
  );
