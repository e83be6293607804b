import { request } from 'node:http';

/** Asks the loopback with headers that no browser and no fetch would send. @returns the status of the answer */
export function rawStatus(port: number, method: string, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    }).once('error', reject).end();
  });
}
