import type { Messages } from '../app/texts';

const en = {
  knowledge: 'Knowledge base',
  search: 'Search articles',
  start: 'Articles that answer before anybody has to',
  none: 'No article says that',
  noneHint: 'Try other words, or ask for help.',
  meant: 'Did you mean {words}?',
  found: { one: '{count} article', other: '{count} articles' },
  newWindow: 'opens in a new window',
} as const;

export const messages: Messages<typeof en> = {
  en,
  de: {
    knowledge: 'Wissensdatenbank',
    search: 'Artikel suchen',
    start: 'Artikel, die antworten, bevor jemand antworten muss',
    none: 'Das sagt kein Artikel',
    noneHint: 'Versuchen Sie andere Wörter, oder bitten Sie um Hilfe.',
    meant: 'Meinten Sie {words}?',
    found: { one: '{count} Artikel', other: '{count} Artikel' },
    newWindow: 'öffnet ein neues Fenster',
  },
};
