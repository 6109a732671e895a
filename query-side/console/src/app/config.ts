/** Where the platform's sides are, as the node that serves the console says. */
export interface Config {
  /** The base of commands, empty where one node takes both. */
  commands: string;
}

let loaded: Promise<Config> | undefined;

export function config(): Promise<Config> {
  loaded ??= fetch('/console/config.json')
    .then((answer) => (answer.ok ? (answer.json() as Promise<Config>) : { commands: '' }))
    .catch((failure: unknown) => {
      loaded = undefined;
      throw failure;
    });
  return loaded;
}
