import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';

/** A text, or its forms for one and for several of `count`. */
export type Text = string | { one: string; other: string };

type Texts = Record<string, Text>;

/** The texts of a folder in every language; each language says everything that English says. */
export interface Messages<T extends Texts> {
  en: T;
  de: { [name in keyof T]: Text };
}

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

export type Values = Record<string, string | number>;
export type Say<T extends Texts> = (name: keyof T, values?: Values) => string;

export function say(text: Text, language: Language, values: Values = {}): string {
  const form =
    typeof text === 'string'
      ? text
      : new Intl.PluralRules(language).select(Number(values['count'])) === 'one'
        ? text.one
        : text.other;
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined
      ? whole
      : typeof value === 'number'
        ? value.toLocaleString(language)
        : value;
  });
}

const STORED = 'docket.language';

/** What the person chose, else what their browser speaks, else English. */
export function preferred(chosen: string | null, spoken: readonly string[]): Language {
  const wanted = [chosen ?? '', ...spoken].map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.find((tag): tag is Language => languages.includes(tag as Language)) ?? 'en';
}

interface Choice {
  language: Language;
  choose: (language: Language) => void;
}

const Chosen = createContext<Choice>({ language: 'en', choose: () => undefined });

export function Speaking({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(() =>
    preferred(localStorage.getItem(STORED), navigator.languages),
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choice = useMemo(
    () => ({
      language,
      choose: (next: Language) => {
        localStorage.setItem(STORED, next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <Chosen value={choice}>{children}</Chosen>;
}

export const useLanguage = (): Choice => useContext(Chosen);

export function useTexts<T extends Texts>(messages: Messages<T>): Say<T> {
  const { language } = useLanguage();
  return useMemo(
    () => (name, values) => say(messages[language][name] as Text, language, values),
    [messages, language],
  );
}
