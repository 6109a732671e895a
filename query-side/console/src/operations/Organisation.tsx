import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../app/texts';
import { messages } from './messages';
import { Section } from './Section';

/** Where what the first start asked can be answered again. */
export function Organisation() {
  const t = useTexts(messages);
  return (
    <Section title={t('organisation')} hint={t('organisationHint')}>
      <Button variant="default" renderRoot={(props) => <Link to="/setup" {...props} />}>
        {t('toSetup')}
      </Button>
    </Section>
  );
}
