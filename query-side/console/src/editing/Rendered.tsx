import { useComputedColorScheme } from '@mantine/core';
import { useCallback, useEffect, useRef } from 'react';
import { download } from '../app/api';
import { asProblem } from '../app/problem';
import { whenReached } from '../app/reach';
import { isMissing, NONE, parts, show } from './pictures';

const STYLE: Record<'light' | 'dark', string> = {
  light: 'color: #212529; background: #fff',
  dark: 'color: #e9ecef; background: #242424',
};

/** Nothing runs in it, and nothing comes from elsewhere; what a link leads to has no window to open. */
const page = (language: string, scheme: 'light' | 'dark') => `<!doctype html>
  <html lang="${encodeURIComponent(language)}"><meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy"
    content="default-src 'none'; img-src 'self' blob:; style-src 'unsafe-inline'">
  <base target="_blank">
  <style>
    body { font: 15px/1.5 system-ui, sans-serif; margin: 8px; overflow-wrap: anywhere; ${STYLE[scheme]} }
    a { color: inherit } img { max-width: 100% } pre { overflow-x: auto }
  </style>`;

/** Fails where it is worth asking again. */
async function addressOf(id: string): Promise<string> {
  try {
    return URL.createObjectURL(await download(id));
  } catch (failure) {
    if (isMissing(asProblem(failure))) {
      return NONE;
    }
    throw failure;
  }
}

interface RenderedProps {
  html: string;
  language: string;
  title: string;
}

/**
 * A text as the platform renders it. It is clean already; the frame, in which no script runs, keeps
 * it apart from the page all the same. The frame stays while the text changes, and so does the place
 * where somebody reads. Pictures come with the reader's own rights.
 */
export function Rendered({ html, language, title }: RenderedProps) {
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const frame = useRef<HTMLIFrameElement>(null);
  const files = useRef(new Map<string, string>());
  const coming = useRef(new Map<string, Promise<string>>());
  const here = useRef(false);
  useEffect(() => {
    const [known, awaited] = [files.current, coming.current];
    here.current = true;
    return () => {
      here.current = false;
      known.forEach((address) => URL.revokeObjectURL(address));
      known.clear();
      awaited.clear();
    };
  }, []);
  const write = useCallback(() => {
    const shown = frame.current?.contentDocument;
    if (!shown?.body) {
      return;
    }
    const { nodes, awaited } = parts(html, files.current);
    const place = shown.scrollingElement?.scrollTop ?? 0;
    shown.body.replaceChildren(...nodes);
    shown.scrollingElement?.scrollTo(0, place);
    for (const { id, picture } of awaited) {
      // Whoever may not have a file reads what stands in its place.
      const address = coming.current.get(id) ?? addressOf(id);
      coming.current.set(id, address);
      address.then(
        (known) => {
          if (here.current) {
            files.current.set(id, known);
            show(picture, known);
          } else {
            URL.revokeObjectURL(known);
          }
        },
        () => coming.current.delete(id),
      );
    }
  }, [html]);
  useEffect(write, [write]);
  // What did not come while the platform was away is asked for again.
  useEffect(() => whenReached(write), [write]);
  return (
    <iframe
      key={`${language} ${scheme}`}
      ref={frame}
      title={title}
      sandbox="allow-same-origin"
      srcDoc={page(language, scheme)}
      onLoad={write}
      style={{ width: '100%', height: 'clamp(320px, 60vh, 720px)', border: 0, colorScheme: scheme }}
    />
  );
}
