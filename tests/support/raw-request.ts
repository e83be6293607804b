import { request, type IncomingHttpHeaders } from 'node:http';

/** Asks the loopback with headers that no browser and no fetch would send. @returns status and headers of the answer */
export function rawAnswer(
  port: number, method: string, path: string, headers: Record<string, string>,
): Promise<{ status: number; headers: IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      response.resume().once('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }));
    }).once('error', reject).end();
  });
}

/** As rawAnswer. @returns the status of the answer */
export async function rawStatus(port: number, method: string, path: string, headers: Record<string, string>): Promise<number> {
  return (await rawAnswer(port, method, path, headers)).status;
}
