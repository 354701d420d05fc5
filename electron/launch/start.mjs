// `npm start`: installs, builds and runs the app, whatever state the clone is in. Arguments after `--` go to the app.
// This file runs on any Node that knows modules, so that an old one gets a sentence instead of a stack.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Defter needs Node 20.19 or newer; this is ${process.versions.node}. Get a current one from https://nodejs.org`,
  );
  process.exit(1);
}
const { runMain } = await import('./say.mjs');
const { startApp } = await import('./start-app.mjs');
await runMain(() => startApp(process.argv.slice(2)));
