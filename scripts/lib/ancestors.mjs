import { execFileSync } from 'node:child_process';
import process from 'node:process';

function describe(pid) {
  try {
    const [ppid, ...args] = execFileSync(
      'ps',
      ['-o', 'ppid=,args=', '-p', String(pid)],
      { encoding: 'utf8' },
    )
      .trim()
      .split(/\s+/);
    return { ppid: Number(ppid), args: args.join(' ') };
  } catch {
    return undefined;
  }
}

/**
 * The process of `npm start` or `yarn start` that runs this launcher, if any.
 * npm runs the launcher through a shell, which keeps running when npm is
 * killed.
 */
export function packageManagerPid() {
  if (!process.env.npm_execpath && !process.env.npm_lifecycle_event) {
    return undefined;
  }
  let pid = process.ppid;
  for (let level = 0; level < 2 && pid > 1; level += 1) {
    const info = describe(pid);
    if (!info) {
      return undefined;
    }
    if (
      /\b(npm|yarn|npx)\b/.test(info.args) &&
      !/^\S*sh\s+-c/.test(info.args)
    ) {
      return pid;
    }
    pid = info.ppid;
  }
  return undefined;
}

/** Calls back once when the process is gone. */
export function onProcessGone(pid, callback) {
  const timer = setInterval(() => {
    try {
      process.kill(pid, 0);
    } catch (error) {
      if (error.code === 'ESRCH') {
        clearInterval(timer);
        callback();
      }
    }
  }, 500);
  timer.unref();
}
