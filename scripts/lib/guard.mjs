// Runs one command in a process group of its own and ends that group when the
// launcher ends for any reason (also SIGKILL): the channel to the launcher
// closes then.
import { spawn } from 'node:child_process';
import process from 'node:process';

const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, {
  stdio: ['ignore', 'inherit', 'inherit'],
  detached: process.platform !== 'win32',
});

let ending = false;

function signalGroup(signal) {
  try {
    if (process.platform === 'win32') {
      child.kill(signal);
    } else {
      process.kill(-child.pid, signal);
    }
    return true;
  } catch {
    return false;
  }
}

function end() {
  if (ending) {
    return;
  }
  ending = true;
  signalGroup('SIGTERM');
  const deadline = Date.now() + 8000;
  const timer = setInterval(() => {
    const alive = signalGroup(0);
    if (alive && Date.now() > deadline) {
      signalGroup('SIGKILL');
    }
    if (!alive) {
      clearInterval(timer);
      process.exit(0);
    }
  }, 50);
}

process.on('disconnect', end);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, end);
}

child.on('error', error => {
  process.stderr.write(`${error.message}\n`);
  process.exit(127);
});
child.on('exit', (code, signal) => {
  if (ending) {
    return;
  }
  // Also ends processes that the command left behind in its group.
  signalGroup('SIGTERM');
  process.exit(signal ? 1 : code ?? 1);
});
