// Imported first by every command: an old Node gets a sentence instead of a stack from deep inside.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Defter needs Node 20.19 or newer; this is ${process.versions.node}. Get a current one from https://nodejs.org`,
  );
  process.exit(1);
}
