import { ScrollArea, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Empty, Failed, Loading } from '../app/States';
import { useLanguage, useTexts } from '../app/texts';
import { messages } from './messages';
import { refusals } from './queries';
import { Section } from './Section';

/** Rows that could not become commands, and why. */
export function Refusals({ id }: { id: string }) {
  const t = useTexts(messages);
  const { language } = useLanguage();
  const asked = useQuery(refusals(id));
  return (
    <Section
      title={t('refusedRows')}
      beside={
        <Link to="/operations" search={{}}>
          {t('close')}
        </Link>
      }
    >
      {asked.isPending ? (
        <Loading />
      ) : asked.isError ? (
        <Failed error={asked.error} reset={() => void asked.refetch()} />
      ) : asked.data.length === 0 ? (
        <Empty title={t('noRefused')} />
      ) : (
        <ScrollArea.Autosize mah={400} type="auto" viewportProps={{ tabIndex: 0 }}>
          <Table aria-label={t('refusedRows')} fz="sm">
            <Table.Thead>
              <Table.Tr>
                {(['row', 'rule', 'reason'] as const).map((name) => (
                  <Table.Th key={name} scope="col">
                    {t(name)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {asked.data.map(({ row, rule, reason }) => (
                <Table.Tr key={row}>
                  <Table.Th scope="row" fw={400}>
                    {row.toLocaleString(language)}
                  </Table.Th>
                  <Table.Td>{rule}</Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{reason}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
      )}
    </Section>
  );
}
