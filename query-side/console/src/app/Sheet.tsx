import { Table, type TableProps } from '@mantine/core';
import type { ReactNode } from 'react';

interface SheetProps extends TableProps {
  label: string;
  heads: readonly string[];
  /** Where there is less room, it scrolls sideways. */
  minWidth?: number;
  children: ReactNode;
}

/** A table with a head. */
export function Sheet({ label, heads, minWidth, children, ...table }: SheetProps) {
  const sheet = (
    <Table aria-label={label} fz="sm" {...table}>
      <Table.Thead>
        <Table.Tr>
          {heads.map((head) => (
            <Table.Th key={head} scope="col">
              {head}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>{children}</Table.Tbody>
    </Table>
  );
  return minWidth === undefined ? (
    sheet
  ) : (
    <Table.ScrollContainer minWidth={minWidth} type="native">
      {sheet}
    </Table.ScrollContainer>
  );
}
