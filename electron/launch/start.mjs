// `npm start`: installs, builds and runs the app, whatever state the clone is in. Arguments after `--` go to the app.
import './node-version.mjs';
import { runMain } from './say.mjs';
import { startApp } from './start-app.mjs';

await runMain(() => startApp(process.argv.slice(2)));
