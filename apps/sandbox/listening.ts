import type { Server } from 'node:net';

/** Resolves when the server listens; rejects when its port is taken. */
export function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** On the port asked for; on the usual one when none was, and on any free one when somebody else has that. */
export async function listeningNear(server: Server, asked: number | undefined, usual: number, host: string) {
  if (asked !== undefined) return listening(server, asked, host);
  return listening(server, usual, host).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return listening(server, 0, host);
  });
}
