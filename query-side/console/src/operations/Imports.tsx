import { Code, Progress, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Answered } from '../app/Answered';
import { Sheet } from '../app/Sheet';
import { Empty } from '../app/States';
import { useLanguage, useTexts } from '../app/texts';
import { Time } from '../app/time';
import { messages } from './messages';
import { imports } from './queries';
import { Section } from './Section';
import { useTransfer } from './transfers';

/** Histories that were brought in, or are being. */
export function Imports() {
  const t = useTexts(messages);
  const { language } = useLanguage();
  const step = useTransfer()?.step;
  const asked = useQuery(imports(step?.at === 'sending' ? step.progress.id : undefined));
  return (
    <Section title={t('imports')} hint={t('importsHint')}>
      <Answered
        asked={asked}
        none={
          asked.data?.length === 0 && (
            <Empty title={t('noImports')}>
              <Text size="sm">{t('noImportsHint')}</Text>
              <Code>java -jar docket.jar import --format csv --mapping … FILE</Code>
            </Empty>
          )
        }
      >
        {(all) => (
          <Sheet
            label={t('imports')}
            heads={(['source', 'begun', 'progress', 'imported', 'refused'] as const).map((name) =>
              t(name),
            )}
            minWidth={560}
          >
            {all.map((one) => (
              <Table.Tr key={one.id}>
                <Table.Th scope="row" fw={500}>
                  {one.source}
                </Table.Th>
                <Table.Td>
                  <Time at={one.begunAt} />
                </Table.Td>
                <Table.Td miw={160}>
                  <Progress
                    value={one.rows === 0 ? 100 : ((one.nextRow - 1) / one.rows) * 100}
                    aria-label={t('progressOf', { name: one.source })}
                  />
                  <Text size="xs">
                    {one.completed
                      ? t('completed')
                      : t('rows', {
                          done: (one.nextRow - 1).toLocaleString(language),
                          all: one.rows.toLocaleString(language),
                        })}
                  </Text>
                </Table.Td>
                <Table.Td>{one.imported.toLocaleString(language)}</Table.Td>
                <Table.Td>
                  {one.refused === 0 ? (
                    0
                  ) : (
                    <Link
                      to="/operations"
                      search={{ refused: one.id }}
                      aria-label={t('refusedOf', { name: one.source, count: one.refused })}
                    >
                      {one.refused.toLocaleString(language)}
                    </Link>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Sheet>
        )}
      </Answered>
    </Section>
  );
}
