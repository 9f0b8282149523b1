// After `npm ci` on an old Node: makes sure that the newer one that came with the packages is in node_modules/.bin, where every
// npm script finds it. npm 10 installs it without linking it; npm 11 does both. Runs on the old Node, so it is plain JavaScript.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const [major, minor] = process.versions.node.split('.').map(Number);
const isNewEnough = major > 22 || (major === 22 && minor >= 18);
const linked = ['node_modules/.bin/node', 'node_modules/.bin/node.cmd'].some((path) => existsSync(path));

if (!isNewEnough && !linked) {
  const { optionalDependencies } = createRequire(import.meta.url)('../package.json');
  const packaged = Object.keys(optionalDependencies).find((name) => existsSync(`node_modules/${name}`));
  if (packaged) {
    execFileSync(process.execPath, [process.env.npm_execpath, 'rebuild', packaged], { stdio: 'inherit' });
  } else {
    process.stderr.write(
      `This project needs Node 22.18 or newer, and Node ${process.versions.node} runs here. ` +
        'No Node for this machine came with the packages, so please install one: https://nodejs.org\n',
    );
    process.exitCode = 1;
  }
}
