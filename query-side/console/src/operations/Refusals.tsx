import { ScrollArea, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Answered } from '../app/Answered';
import { Sheet } from '../app/Sheet';
import { Empty } from '../app/States';
import { useLanguage, useTexts } from '../app/texts';
import { messages } from './messages';
import { imports, refusals } from './queries';
import { Section } from './Section';

/** Rows that could not become commands, and why. */
export function Refusals({ id }: { id: string }) {
  const t = useTexts(messages);
  const { language } = useLanguage();
  const asked = useQuery(refusals(id));
  const { data: begun } = useQuery(imports());
  const reordered = begun?.some((one) => one.id === id && one.originalsAhead);
  return (
    <Section
      title={t('refusedRows')}
      hint={reordered ? t('rowsAsSent') : undefined}
      beside={
        <Link to="/operations" search={{}}>
          {t('close')}
        </Link>
      }
    >
      <Answered asked={asked} none={asked.data?.length === 0 && <Empty title={t('noRefused')} />}>
        {(rows) => (
          <ScrollArea.Autosize mah={400} type="auto" viewportProps={{ tabIndex: 0 }}>
            <Sheet
              label={t('refusedRows')}
              heads={(['row', 'rule', 'reason'] as const).map((name) => t(name))}
            >
              {rows.map(({ row, rule, reason }) => (
                <Table.Tr key={row}>
                  <Table.Th scope="row" fw={400}>
                    {row.toLocaleString(language)}
                  </Table.Th>
                  <Table.Td>{rule}</Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{reason}</Table.Td>
                </Table.Tr>
              ))}
            </Sheet>
          </ScrollArea.Autosize>
        )}
      </Answered>
    </Section>
  );
}
