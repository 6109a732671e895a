import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useLanguage, type Language } from './texts';

const MINUTE = 60_000;
const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', MINUTE],
];
const LONG_AGO = 7 * 86_400_000;

/** How long ago, or the day when that says more; in the zone of the person's machine. */
export function told(at: Date, now: Date, language: Language): string {
  const past = at.getTime() - now.getTime();
  if (Math.abs(past) > LONG_AGO) {
    return at.toLocaleDateString(language, { dateStyle: 'medium' });
  }
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  for (const [unit, length] of STEPS) {
    if (Math.abs(past) >= length) {
      return format.format(Math.trunc(past / length), unit);
    }
  }
  return format.format(0, 'minute');
}

export function Time({ at }: { at: string }) {
  const { language } = useLanguage();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  const moment = new Date(at);
  return (
    <Text
      component="time"
      dateTime={at}
      size="xs"
      c="dimmed"
      title={moment.toLocaleString(language, { dateStyle: 'full', timeStyle: 'long' })}
    >
      {told(moment, now, language)}
    </Text>
  );
}
