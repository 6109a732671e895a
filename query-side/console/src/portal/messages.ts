import type { Messages } from '../app/texts';

const en = {
  portal: 'My tickets',
  ask: 'Ask for help',
  open: 'Open',
  finished: 'Resolved and closed',
  all: 'All',
  show: 'Show',
  none: 'You have no tickets here',
  noneHint: 'Ask for help, or look in the knowledge base first.',
  updated: 'Changed',
  works: 'It works, close it',
  again: 'It does not work, reopen it',
} as const;

export const messages: Messages<typeof en> = {
  en,
  de: {
    portal: 'Meine Tickets',
    ask: 'Um Hilfe bitten',
    open: 'Offen',
    finished: 'Gelöst und geschlossen',
    all: 'Alle',
    show: 'Zeigen',
    none: 'Hier sind keine Tickets von Ihnen',
    noneHint: 'Bitten Sie um Hilfe, oder sehen Sie zuerst in der Wissensdatenbank nach.',
    updated: 'Geändert',
    works: 'Es geht, schließen',
    again: 'Es geht nicht, wieder öffnen',
  },
};
