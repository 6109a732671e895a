import type { Messages } from '../app/texts';

const en = {
  search: 'Search everything',
  placeholder: 'Words, DK-12, status:open assignee:me …',
  completions: 'Complete',
  tickets: 'Tickets',
  articles: 'Articles',
  places: 'Go to',
  nothing: 'Nothing found',
  hint: 'Words forgive typos; fields such as status:open, tag:vpn or created>7d narrow down.',
  fault: 'At “{part}”: {detail}',
  put: 'Put “{text}” there',
  moved: 'Arrow keys move, Enter opens, Tab completes',
} as const;

export const messages: Messages<typeof en> = {
  en,
  de: {
    search: 'Alles durchsuchen',
    placeholder: 'Wörter, DK-12, status:open assignee:me …',
    completions: 'Ergänzen',
    tickets: 'Tickets',
    articles: 'Artikel',
    places: 'Gehe zu',
    nothing: 'Nichts gefunden',
    hint: 'Wörter verzeihen Tippfehler; Felder wie status:open, tag:vpn oder created>7d grenzen ein.',
    fault: 'Bei „{part}“: {detail}',
    put: '„{text}“ einsetzen',
    moved: 'Pfeiltasten bewegen, Enter öffnet, Tab ergänzt',
  },
};
