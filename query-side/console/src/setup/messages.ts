import type { Messages } from '../app/texts';

const en = {
  welcome: 'Welcome to Docket',
  setup: 'Set-up',
  hint: 'Three questions, all of which can wait. They are asked again under Operations.',
  name: 'Name of your organisation',
  nameHint: 'It stands at the top of every page.',
  password: 'A password of your own',
  passwordHint:
    'The first one was shown where Docket was started. You sign in anew with the one that you choose.',
  current: 'Present password',
  fresh: 'New password',
  freshHint: '12 characters at least',
  demonstration: 'Fill with a demonstration',
  demonstrationHint:
    'Six weeks of tickets and articles of an invented company, to look around in. They stay in the log.',
  filling: 'The demonstration is being made. This takes some seconds…',
  start: 'Start',
  save: 'Save',
  later: 'Not now',
  saved: 'Saved',
  signInAgain: 'Sign in with your new password',
  failed: 'That did not work',
} as const;

export const messages: Messages<typeof en> = {
  en,
  de: {
    welcome: 'Willkommen bei Docket',
    setup: 'Einrichtung',
    hint: 'Drei Fragen, die alle warten können. Unter Betrieb werden sie noch einmal gestellt.',
    name: 'Name Ihrer Organisation',
    nameHint: 'Er steht oben auf jeder Seite.',
    password: 'Ein eigenes Passwort',
    passwordHint:
      'Das erste stand dort, wo Docket gestartet wurde. Mit dem neuen melden Sie sich neu an.',
    current: 'Jetziges Passwort',
    fresh: 'Neues Passwort',
    freshHint: 'Mindestens 12 Zeichen',
    demonstration: 'Mit einer Vorführung füllen',
    demonstrationHint:
      'Sechs Wochen Tickets und Artikel einer erfundenen Firma, zum Umsehen. Sie bleiben im Protokoll.',
    filling: 'Die Vorführung entsteht. Das dauert einige Sekunden…',
    start: 'Beginnen',
    save: 'Speichern',
    later: 'Jetzt nicht',
    saved: 'Gespeichert',
    signInAgain: 'Bitte mit dem neuen Passwort anmelden',
    failed: 'Das hat nicht geklappt',
  },
};
