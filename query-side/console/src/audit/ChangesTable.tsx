import { Paper, Table, Text, Title } from '@mantine/core';
import { Sheet } from '../app/Sheet';
import { useLanguage, useTexts } from '../app/texts';
import { changesBetween, type TicketThen } from './changes';
import { moment } from './EventRow';
import { messages } from './messages';
import { useNames } from './names';

/** Fields that are moments. */
const TIMES = /At$|Until$/;

/** What became of a ticket between two moments. */
export function ChangesTable({ before, after }: { before: TicketThen; after: TicketThen }) {
  const t = useTexts(messages);
  const { language } = useLanguage();
  const { fields, written, redacted } = changesBetween(before, after);
  const nameOf = useNames([before.agent, after.agent].filter((id) => typeof id === 'string'));
  const told = (field: string, value: string) =>
    field === 'agent' ? nameOf(value) : TIMES.test(field) ? moment(value, language) : value;
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('changes')}>
      <Title order={2} size="h5">
        {t('changes')}
      </Title>
      {fields.length + written.length + redacted.length === 0 && <Text size="sm">{t('same')}</Text>}
      {fields.length > 0 && (
        <Sheet
          label={t('changes')}
          heads={(['field', 'before', 'after'] as const).map((name) => t(name))}
          layout="fixed"
        >
          {fields.map((change) => (
            <Table.Tr key={change.field}>
              <Table.Th scope="row" fw={500}>
                {t(`field.${change.field}`)}
              </Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                {change.before === '' ? (
                  t('nothing')
                ) : (
                  <del>{told(change.field, change.before)}</del>
                )}
              </Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                {change.after === '' ? t('nothing') : <ins>{told(change.field, change.after)}</ins>}
              </Table.Td>
            </Table.Tr>
          ))}
        </Sheet>
      )}
      {written.length > 0 && (
        <Text size="sm" mt="xs">
          {t('written', { count: written.length })}
        </Text>
      )}
      {redacted.length > 0 && (
        <Text size="sm" mt="xs">
          {t('redacted', { count: redacted.length })}
        </Text>
      )}
    </Paper>
  );
}
