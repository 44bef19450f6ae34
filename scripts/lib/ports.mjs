import net from 'node:net';
import { LaunchError } from './LaunchError.mjs';

/** The ports of a start, and the variables that change them. */
export const portVariables = {
  portal: ['CLUSTERWORKS_PORTAL_PORT', 3000, 'the portal'],
  backend: ['CLUSTERWORKS_BACKEND_PORT', 7007, 'the backend'],
  github: ['CLUSTERWORKS_GITHUB_PORT', 7020, "the demo's GitHub"],
  kube: [
    'CLUSTERWORKS_KUBE_PORT',
    7031,
    "the demo's first Kubernetes API server",
  ],
};

function canListen(port, host) {
  return new Promise(resolve => {
    const server = net.createServer();
    server.once('error', error => resolve(error.code === 'EADDRNOTAVAIL'));
    server.listen({ port, host, exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}

/** True when nothing listens on the port, on IPv4 and IPv6. */
export async function isPortFree(port) {
  return (
    (await canListen(port, '127.0.0.1')) &&
    (await canListen(port, '0.0.0.0')) &&
    (await canListen(port, '::'))
  );
}

/** Reads the ports from the environment and makes sure that they are free. */
export async function choosePorts(env = process.env) {
  const ports = {};
  const problems = [];
  for (const [name, [variable, fallback, what]] of Object.entries(
    portVariables,
  )) {
    const text = env[variable] ?? String(fallback);
    const port = Number(text);
    if (!Number.isInteger(port) || port < 1 || port > 65535) {
      problems.push(`${variable}=${text} is no port number (1 to 65535).`);
    } else if (!(await isPortFree(port))) {
      problems.push(
        `Port ${port} for ${what} is taken. Is another \`npm start\` running? Choose another with ${variable}=<port>.`,
      );
    }
    ports[name] = port;
  }
  if (problems.length > 0) {
    throw new LaunchError(problems.join('\n  '), 'Nothing was started.');
  }
  return ports;
}
