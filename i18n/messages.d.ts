import type messages from '../messages/en.json';

declare module 'next-intl' {
  interface AppConfig {
    Messages: typeof messages;
  }
}

declare global {
  interface ImportMeta {
    /** what the bundler puts in place of it: the files that match, by their paths */
    glob<T>(pattern: string, options: { eager: true; import: 'default' }): Record<string, T>;
  }
}
