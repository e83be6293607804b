/** Loads the server, which is TypeScript, into this process. It stays until a signal ends it. */
export async function serve() {
  process.env.NODE_ENV = process.env.MARSAD_DEV === '1' ? 'development' : 'production';
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  const { register } = await import('tsx/esm/api');
  register();
  const { main } = await import('../../server/main.ts');
  await main();
}
